"""Which of some written phrases stand in a text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from onrecord.utterances.phrases import Phrases, tokens_of

CASES = [
    ("peace", "Peace at last", ["Peace"]),
    ("peace", "peaceful", []),
    ("peace*", "peaceful", ["peaceful"]),
    ("long-range", "long range", ["long range"]),
    ("long range", "Long-range rockets", ["Long-range"]),
    ("nato expansion", "NATO’s expansion", ["NATO’s expansion"]),
    ("can't agree", "They can’t agree.", ["can’t agree"]),
    ("5 %", "5% of it", ["5%"]),
    # a gap is up to three words, of one sentence
    ("join … nato", "join NATO", ["join NATO"]),
    ("join … nato", "join the old club NATO", ["join the old club NATO"]),
    ("join … nato", "join the very old club NATO", []),
    ("join … nato", "Join us. NATO waits.", []),
    ("join … nato", "to join", []),
    ("back … into …", "back it into a corner", ["back it into"]),
    ("red line", "red. Line", []),
    ("hot hot", "hot hot hot", ["hot hot", "hot hot"]),
    ("…", "nothing stands alone", []),
    ("!", "no word!", []),
]


@pytest.mark.parametrize(("phrase", "text", "found"), CASES)
def test_a_phrase(phrase: str, text: str, found: list[str]) -> None:
    tokens = tokens_of(text)
    stretches = Phrases([(phrase, None)]).find(tokens)
    assert [tokens.printed(one.start, one.end) for one in stretches] == found


def test_each_phrase_has_its_label() -> None:
    phrases = Phrases([("war", "a"), ("war*", "b"), ("wa*", "c"), ("war", "d")])
    assert [one.label for one in phrases.find(tokens_of("war"))] == ["a", "d", "b", "c"]
    assert [one.label for one in phrases.find(tokens_of("wars"))] == ["b", "c"]


def test_a_phrase_with_a_gap_is_found_the_shortest_way() -> None:
    found = list(Phrases([("join … nato", 1)]).find(tokens_of("join NATO, our NATO")))
    assert [(one.start, one.end) for one in found] == [(0, 2)]


def test_many_phrases_are_kept_apart() -> None:
    words = [f"w{number}" for number in range(3000)]
    many = Phrases((f"{one} … {other}*", one) for one, other in pairwise(words))
    assert [one.label for one in many.find(tokens_of("w7 and w8s, w9 w1"))] == ["w7"]
