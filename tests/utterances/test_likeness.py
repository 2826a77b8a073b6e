"""The measures that ties rest on; what they add up to is in test_families.py."""

from __future__ import annotations

import pytest

from onrecord.utterances.likeness import (
    is_copy,
    is_turned_round,
    lies_inside,
    likeness,
    place_inside,
    read_passage,
    split_sentences,
)

INSIDE = [
    ("only matter of time", "It is only a matter of time before it rains.", True),
    ("feasible", "The plan is feasible.", True),
    ("air defense", "our air defence", True),
    ("matter of time", "of time and matter", False),  # another order
    ("will send troops", "We will not send troops.", False),  # the word between turns it round
    ("rain and snow", "Rain fell for days on end and then came the snow.", False),  # far apart
    ("feasible", "The plan is desirable.", False),
    ("hard … and overdue", "It was hard, painful, let me say it, and overdue.", True),
    ("overdue … hard", "It was hard, painful and overdue.", False),
    ("of the", "the end of the war", False),  # no word of its own
    ("the end of the war is near", "the end of the war", False),
]


@pytest.mark.parametrize(("part", "whole", "inside"), INSIDE)
def test_lies_inside(part: str, whole: str, inside: bool) -> None:
    assert lies_inside(read_passage(part), read_passage(whole)) is inside


LIKENESS = [
    ("It rains in Riga all day.", "It rains in Riga all day", 1.0, 1.0),
    ("We hold the line today and tomorrow.", "They hold the line today, and tomorrow.", 0.8, 0.99),
    ("We stand with Riga all winter.", "We stand with Oslo all winter.", 0.0, 0.0),
    ("We stand with Kyiv all winter.", "We stand with Kiev all winter.", 1.0, 1.0),
    ("We lost 20 ships in spring.", "We lost 31 ships in spring.", 0.0, 0.0),
    ("We will not leave the harbour.", "We will leave the harbour.", 0.0, 0.0),
    ("The harvest is safe.", "A ship will sail.", 0.0, 0.0),
    ("We need more tanks this spring.", "We need more doctors this spring.", 0.0, 0.0),  # one frame
    ("We keep the harbour open.", "Do we keep the harbour open?", 0.0, 0.0),
    ("We shelled the port in autumn.", "In the fall we shelled the harbour.", 0.8, 0.99),
]


@pytest.mark.parametrize(("one", "other", "least", "most"), LIKENESS)
def test_likeness(one: str, other: str, least: float, most: float) -> None:
    found = likeness(read_passage(one), read_passage(other))
    assert least <= found <= most
    assert found == likeness(read_passage(other), read_passage(one))


COPIES = [
    ("They would leave the harbour by winter.", "We will leave the harbour by winter.", True),
    ("They would leave the harbour by winter.", "We will not leave the harbour by winter.", False),
    ("They would leave the harbour by winter.", "By winter they had left for the north.", False),
    ("He would leave", "I will leave", False),  # one word proves nothing
]


@pytest.mark.parametrize(("paraphrase", "words", "copied"), COPIES)
def test_copies(paraphrase: str, words: str, copied: bool) -> None:
    assert is_copy(read_passage(paraphrase), read_passage(words)) is copied


TURNED = [
    ("We mined the bay.", "It is not true that we mined the bay.", True),
    ("We mined the bay.", "It is true that we mined the bay.", False),
    ("We mined the bay.", "Did we mine the bay or not? We mined the bay.", False),
    ("We mined the bay.", "We do not hide it, we mined the bay.", False),
    ("We want the bay.", "Do we want the bay?", True),
]


@pytest.mark.parametrize(("part", "whole", "turned"), TURNED)
def test_what_is_denied_or_asked(part: str, whole: str, turned: bool) -> None:
    one, other = read_passage(part), read_passage(whole)
    place = place_inside(one, other)
    assert place is not None
    assert is_turned_round(one, other, place) is turned


def test_sentences() -> None:
    text = "Mr. Lee came. He left the U.S. soon! I do not know it. So?\nIt rained"
    sentences = ["Mr. Lee came.", "He left the U.S. soon!", "I do not know it.", "So?", "It rained"]
    assert split_sentences(text) == sentences
