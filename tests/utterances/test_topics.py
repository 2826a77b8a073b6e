"""What quoted words are about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.models import Topic
from onrecord.utterances.topics import TopicFinder, topical_words, words_around
from tests.utterances.marked import read_marked

TOPICS = (
    Topic("weapons", "Weapons", "Arms.", ("weapon*", "F-16*", "air defence")),
    Topic("timetable", "Timetable", "When.", ("one day", "Russia's turn")),
    Topic(
        "membership",
        "Membership",
        "Who joins.",
        words=("open door",),
        weak=("join", "invitation*", "NATO's door"),
        beside=("NATO", "alliance"),
        never=("join the call", "invitation to dinner"),
    ),
    Topic("empty", "Empty", "Nothing.", ()),
)
FINDER = TopicFinder(TOPICS)

CASES = [
    ("We need weapons.", "", {"weapons": "weapons"}),
    ("WEAPONRY!", "", {"weapons": "WEAPONRY"}),
    ("bioweapons", "", {}),
    (
        "F-16s will come one day, and weapons.",
        "",
        {"weapons": "F-16s; weapons", "timetable": "one day"},
    ),
    ("one\nday", "", {"timetable": "one\nday"}),
    ("one days", "", {}),
    ("It is Russia’s turn.", "", {"timetable": "Russia’s turn"}),
    ("air defences", "", {}),
    ("", "", {}),
    # weak words lean on others, in the quote or around it
    ("We want to join.", "", {}),
    ("We want to join NATO.", "", {"membership": "join + NATO"}),
    ("We want to join.", "Kyiv and the alliance", {"membership": "join + alliance"}),
    ("NATO's door", "", {}),  # no word leans on itself
    # what is around gives nothing alone
    ("We shall see.", "An open door, and an invitation to NATO", {}),
    # hostile: the words are part of something else
    ("I could not join the call with NATO.", "", {}),
    ("His invitation to dinner amused NATO's chief.", "", {}),
    ("join the call or join NATO", "", {"membership": "join + NATO"}),
]


@pytest.mark.parametrize(("words", "around", "found"), CASES)
def test_topics(words: str, around: str, found: dict[str, str]) -> None:
    assert {hit.topic_id: hit.words for hit in FINDER.find(words, around)} == found


def test_topics_come_in_the_order_of_the_file() -> None:
    hits = FINDER.find("One day, weapons and an open door.")
    assert [hit.topic_id for hit in hits] == ["weapons", "timetable", "membership"]


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


def test_a_weak_word_may_lean_on_the_headline_and_the_sentence() -> None:
    article, quote = read_marked("It rains. Of NATO <who>Lee</who> <cue>said</cue>: “<q>No.</q>”")
    article = replace(article, headline="Rain in Riga")
    assert words_around(quote, article) == "Rain in Riga\nOf NATO Lee said: “No.”"
    headline = replace(quote, part="headline")
    assert words_around(headline, article) == "Rain in Riga"
