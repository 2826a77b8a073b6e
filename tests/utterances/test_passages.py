"""Days that count from other days. Every text is published on Thursday, 20 April 2023."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.articles.plain import read_plain
from onrecord.models import Event
from onrecord.utterances.occasions import known_occasions
from onrecord.utterances.passages import Passage, Reckoning, read_passages
from onrecord.utterances.readings import Today

EVENTS = (
    Event("wales", "NATO summit in Wales", "2014-09-04", "2014-09-05", place="Newport"),
    Event("riga-2021", "Riga Security Forum 2021", "2021-02-05", "2021-02-07", place="Riga"),
    Event("riga-2023", "Riga Security Forum 2023", "2023-02-03", "2023-02-05", place="Riga"),
    Event("war", "War of the Harbour", "2022-02", None),
)


def read(text: str) -> tuple[Passage, ...]:
    reckoning = Reckoning(Today(date(2023, 4, 20)), known_occasions(EVENTS))
    return read_passages(read_plain("report", text), [], reckoning)


# the last expression of the text, its first day
COUNTED = [
    ("It rained on Monday. The next day it snowed.", "The next day", "2023-04-18"),
    ("It rained on Monday.\nThe next day it snowed.", "The next day", "2023-04-18"),
    ("It rained on Monday. Two days later it snowed.", "Two days later", "2023-04-19"),
    ("It rained on March 3. A week later it snowed.", "A week later", "2023-03-06"),
    ("It rained on March 3. The previous Monday it snowed.", "The previous Monday", "2023-02-27"),
    ("It rained on March 3. The following Monday it snowed.", "The following Monday", "2023-03-06"),
    ("It rained in May 2022. A month later it snowed.", "A month later", "2022-06-01"),
    ("It rained in 2020. The year before, it snowed.", "The year before", "2019-01-01"),
    ("It rained on Monday. The next day it snowed. The next day it froze.", "The next day",
     "2023-04-19"),
    ("A day after the vote on April 3, it snowed.", "A day after the vote on April 3",
     "2023-04-04"),
    ("It snowed on the eve of Wednesday's vote.", "on the eve of Wednesday", "2023-04-18"),
    ("Three days after the NATO summit in Wales, it snowed.",
     "Three days after the NATO summit in Wales", "2014-09-08"),
    ("It snowed at the NATO summit in Wales.", "at the NATO summit in Wales", "2014-09-04"),
    ("It snowed at the Riga Security Forum.", "at the Riga Security Forum", "2023-02-03"),
    ("It snowed at the 2021 Riga Security Forum.", "at the 2021 Riga Security Forum",
     "2021-02-05"),
]  # fmt: skip

# nothing tells what these count from, or it is of no day, or ahead
NOT_COUNTED = [
    "The next day it snowed.",
    "A day after the fire it snowed.",
    "A day after the fire, and on Monday, it snowed.",
    "It rained in May 2022. The next day it snowed.",
    "It snowed a day after Ms Lee spoke of last week's vote.",
    "It rained on Thursday. Two days later it will snow.",
    "It snowed a day before the vote on Friday.",  # yesterday's week or tomorrow's
]

NO_OCCASION = [
    "It snowed at the Riga summit.",
    "It snowed at the EU summit in Wales.",
    "It snowed at a summit.",
    "It snowed at the 2020 Riga Security Forum.",
    "It spoke of the NATO summit in Wales.",
]


@pytest.mark.parametrize(("text", "words", "day"), COUNTED)
def test_days_counted_from_what_is_told(text: str, words: str, day: str) -> None:
    found = read(text)[-1].expressions[-1]
    assert found.period is not None
    assert (found.text, found.period.start.isoformat()) == (words, day)


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_days_that_cannot_be_counted(text: str) -> None:
    counted = [e for e in read(text)[-1].expressions if e.shift]
    assert [e.period for e in counted] == [None]


@pytest.mark.parametrize("text", NO_OCCASION)
def test_other_gatherings_are_no_event(text: str) -> None:
    assert [e for e in read(text)[-1].expressions if e.is_occasion] == []


def test_quoted_days_are_blotted_out() -> None:
    (passage,) = read("“We met on Monday,” she said on Tuesday.")
    assert [e.text for e in passage.expressions] == ["on Tuesday"]
    assert len(passage.words) == len("“We met on Monday,” she said on Tuesday.")


def test_spans_count_in_their_own_passage() -> None:
    text = "It rained on Monday.\n\nIt snowed on Tuesday in Riga."
    passages = read(text)
    assert [text[p.start : p.start + len(p.words)] for p in passages] == text.split("\n\n")
    for passage in passages:
        for found in passage.expressions:
            assert passage.words[found.span.start : found.span.end] == found.text
