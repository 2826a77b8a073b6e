"""How one report of some words stands to the fullest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models import Relation
from onrecord.utterances.differences import Segment, compare
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
        Segment("left-out", "and tomorrow", ""),
    )
    _, _, segments = compare("a grave mistake", "a grave and lasting mistake")
    assert segments[1] == Segment("inserted", "", "and lasting")


@given(st.lists(st.sampled_from("abcdef")), st.lists(st.sampled_from("abcdef")))
def test_segments_hold_every_word_of_both_in_order(full: list[str], other: list[str]) -> None:
    _, _, segments = compare(" ".join(full), " ".join(other))
    assert [w.key for s in segments for w in read_words(s.fullest)] == full
    assert [w.key for s in segments for w in read_words(s.other)] == other
    assert all(s.fullest == s.other for s in segments if s.op == "same")
