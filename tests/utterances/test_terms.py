"""Words as ties are measured: what reports print in one another's place is one term."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from onrecord.utterances import terms as module
from onrecord.utterances.terms import is_content, is_negation, is_number, terms

ONE = [
    # two ways of printing one thing
    ("We'll win, we're sure", "We will win, we are sure"),
    ("They can't, and won't", "they cannot and will not"),
    ("It's time. Let's go", "It is time; let us go"),
    ("no matter how many", "however many"),
    ("if not, it rains", "otherwise, it rains"),
    ("There is no doubt", "certain"),
    ("No, we stay.", "We stay"),
    ("for as long as it takes", "for as long as necessary"),
    ("as long as it is needed", "as long as required"),
    ("it is impossible", "it is not possible"),
    ("thirty-one tanks", "31 tanks"),
    ("twenty-three thousand", "23,000"),
    ("two hundred", "200"),
    ("40 per cent", "40%"),
    ("the strait's security", "the strait security"),
    ("the shelling stopped", "the shelling stops"),
    ("two missiles at our defense", "2 rockets at our defence"),
    ("a cease-fire", "a truce"),
    ("they are going to pay", "they will pay"),
]

OTHERS = [
    ("two", "three"),
    ("1.5", "15"),
    ("half", "a third"),
    ("able", "unable"),
    ("if not now", "otherwise now"),
    ("as long as he needs it", "as long as it takes"),
    ("we must", "we may"),
    ("Tuesday", "Wednesday"),
    ("east", "west"),
    ("going to Riga", "will Riga"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_thing_in_two_ways(one: str, other: str) -> None:
    assert terms(one) == terms(other)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_two_things(one: str, other: str) -> None:
    assert terms(one) != terms(other)


def test_kinds() -> None:
    found = terms("We did not lose 20 ships… half of them, never without a fight")
    assert [t for t in found if is_negation(t)] == ["not", "never", "without"]
    assert [t for t in found if is_number(t)] == ["20", "half"]
    assert not any(is_content(t) for t in terms("we would not … them"))
    assert is_content("ship")


def test_a_word_stands_on_one_line() -> None:
    path = Path(module.__file__).with_name("alike.txt")
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert lines == sorted(lines)
    assert all(line.split() == sorted(line.split()) for line in lines)
    stems = Counter(stem for line in lines for stem in {terms(word) for word in line.split()})
    assert [stem for stem, count in stems.items() if count > 1] == []
