"""Which of some written phrases stand in a text."""

from __future__ import annotations

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
    spans = [(one.start, one.end) for one in Phrases([(phrase, None)]).find(tokens)]
    assert [text[tokens[a].start : tokens[b - 1].end] for a, b in spans] == found


def test_each_phrase_has_its_label() -> None:
    phrases = Phrases([("war", "a"), ("war*", "b"), ("wa*", "c"), ("war", "d")])
    assert [one.label for one in phrases.find(tokens_of("war"))] == ["a", "d", "c", "b"]
    assert [one.label for one in phrases.find(tokens_of("wars"))] == ["c", "b"]
