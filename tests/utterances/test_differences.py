"""How one report of some words stands to the fullest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models import Relation, Segment
from onrecord.utterances.differences import compare, packed
from onrecord.utterances.words import read_words

FULL = "The bridge over the river will stand for a hundred years."

RELATIONS = [
    (FULL, FULL, "exact", 1.0),
    (FULL, "the BRIDGE over the river will stand for a hundred years,", "exact", 1.0),
    ("Our defence", "our defense", "exact", 1.0),
    (FULL, "The bridge will stand", "trimmed", 0.533),
    (FULL, "The bridge over the stream will stand for a hundred years", "reworded", 0.909),
    (FULL, "It rains", "reworded", 0.0),
    ("rain", "", "reworded", 0.0),
    ("", "", "exact", 1.0),
]


@pytest.mark.parametrize(("fullest", "other", "relation", "similarity"), RELATIONS)
def test_relation(fullest: str, other: str, relation: Relation, similarity: float) -> None:
    assert compare(fullest, other)[:2] == (relation, similarity)


def test_segments_say_what_was_left_out_put_in_and_replaced() -> None:
    _, _, segments = compare("We stand with you, today and tomorrow.", "NATO stands with you today")
    assert segments == (
        Segment("replaced", "We stand", "NATO stands"),
        Segment("same", "with you, today", "with you today"),
        Segment("left-out", "and tomorrow.", ""),
    )
    _, _, segments = compare("a grave mistake", "a grave and lasting mistake")
    assert segments[1] == Segment("inserted", "", "and lasting")


def test_few_words_say_what_differs() -> None:
    _, _, segments = compare("We stand with you, today and tomorrow.", "NATO stands with you today")
    assert packed(segments) == [
        ["We stand", "NATO stands"],
        "with you today",
        ["and tomorrow.", ""],
    ]
    assert packed(compare(FULL, FULL.upper())[2]) == []


SPEECH = "You are here. I was with you. " * 4 + "We stay with you until the war is won. " * 2


def test_the_sentence_that_is_meant_is_laid_beside() -> None:
    for speech in (SPEECH, SPEECH * 3):
        _, _, segments = compare(speech, "We stay with all of you until the war is won")
        assert [segment.op for segment in segments] == [
            *("left-out", "same", "inserted", "same", "left-out"),
        ]
        assert segments[1].other == "We stay with"


WORDS = st.lists(st.sampled_from("a b c. d e! f".split()))


@given(WORDS, WORDS)
def test_segments_hold_every_word_of_both_in_order(full: list[str], other: list[str]) -> None:
    _, _, segments = compare(" ".join(full), " ".join(other))
    ours, theirs = ([word.strip(".!") for word in words] for words in (full, other))
    if ours == theirs:
        assert segments == ()
    else:
        assert [w.key for s in segments for w in read_words(s.fullest)] == ours
        assert [w.key for s in segments for w in read_words(s.other)] == theirs
