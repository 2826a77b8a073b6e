"""What quoted words are about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.models import Topic
from onrecord.utterances.topics import find_topics, topical_words
from tests.utterances.marked import read_marked

TOPICS = (
    Topic("weapons", "Weapons", "Arms.", ("weapon*", "F-16*", "air defence")),
    Topic("timetable", "Timetable", "When.", ("one day", "Russia's turn")),
    Topic("empty", "Empty", "Nothing.", ()),
)

CASES = [
    ("We need weapons.", ("weapons",)),
    ("WEAPONRY!", ("weapons",)),
    ("bioweapons", ()),
    ("F-16s will come one day.", ("weapons", "timetable")),
    ("one\nday", ("timetable",)),
    ("one days", ()),
    ("It is Russia’s turn.", ("timetable",)),
    ("air defences", ()),
    ("", ()),
]


@pytest.mark.parametrize(("words", "ids"), CASES)
def test_topics(words: str, ids: tuple[str, ...]) -> None:
    assert find_topics(words, TOPICS) == ids


CLAUSES = [
    (
        "<who>Lee</who> <cue>said</cue> that the bridge was “<q>doable</q>” by May, but saw none.",
        "that the bridge was “doable” by May",
    ),
    (
        "The bridge is “<q>doable</q>”, <who>Lee</who> <cue>said</cue>.",
        "The bridge is “doable”, Lee",
    ),
    (
        "“It rains,” <who>Lee</who> said, <cue>calling</cue> the day a “<q>de facto</q>” night.",
        "the day a “de facto” night.",
    ),
    ("It rains. <who>Lee</who>'s word for it: “<q>wet</q>”.", "Lee's word for it: “wet”."),
    ("He was late; <who>Lee</who> <cue>said</cue> “<q>again</q>”; it rained.", "“again”"),
]


@pytest.mark.parametrize(("marked", "words"), CLAUSES)
def test_a_fragment_is_about_what_its_clause_is(marked: str, words: str) -> None:
    article, quote = read_marked(marked)
    assert topical_words(replace(quote, kind="mixed"), article).strip() == words


def test_a_sentence_speaks_for_itself() -> None:
    article, quote = read_marked("Of the bridge <who>Lee</who> <cue>said</cue>: “<q>It rains.</q>”")
    assert topical_words(quote, article) == "It rains."
