"""What quoted words are about."""

from __future__ import annotations

import pytest

from onrecord.models import Topic
from onrecord.utterances.topics import find_topics

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
