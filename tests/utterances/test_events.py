"""Which event a quote was said at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.models import Dating, Event, Span, Statement
from onrecord.utterances.events import find_event
from tests.utterances.statements import say

SUMMIT = Event(
    "riga-summit",
    "Summit in Riga",
    "2023-04-19",
    "2023-04-21",
    participants=("ann-lee", "bob-ray"),
    words=("Riga", "summit"),
)
VISIT = Event(
    "riga-visit", "Visit", "2023-04-20", "2023-04-20", participants=("ann-lee",), words=("Riga",)
)
MONTH = Event("month", "Talks", "2023-04", "2023-04", participants=("ann-lee",), words=("talks",))
POINT = Event("point", "Fixed point", "2023-04-20", "2023-04-20", participants=("ann-lee",))
OPEN = Event("war", "War", "2022-02-24", participants=("ann-lee",), words=("war",))


def report(text: str, headline: str = "", by: str = "ann-lee", **how: str) -> Statement:
    statement = say("It rains.", by=by, **how)  # type: ignore[arg-type]
    article = replace(
        statement.article, text=text, headline=headline, paragraphs=(Span(0, len(text)),)
    )
    return replace(statement, article=article)


def event_of(statement: Statement, *events: Event, dating: Dating | None = None) -> str | None:
    return find_event(
        dating or statement.dating,
        statement.speaker_ids,
        statement.quote,
        statement.article,
        events,
    )


CASES = [
    (report("She came to Riga for the summit."), SUMMIT, "riga-summit"),
    (report("She came for the SUMMIT.", "Rain in Riga"), SUMMIT, "riga-summit"),
    (report("She came to Riga."), SUMMIT, None),  # not all of its words
    (report("Rigan summits"), SUMMIT, None),  # no whole words
    (report("The summit in Riga", by="cy-poe"), SUMMIT, None),  # no participant
    (report("The summit in Riga", day="2023-04-22"), SUMMIT, None),
    (report("The summit in Riga", day="2023-04-20", end="2023-04-23"), SUMMIT, None),
    (report("The summit in Riga", day="2023-04-20", end="2023-04-21"), SUMMIT, "riga-summit"),
    (report("The talks went on."), MONTH, "month"),
    (report("The war went on."), OPEN, "war"),
    (report("The summit in Riga"), POINT, None),
]


@pytest.mark.parametrize(("statement", "event", "found"), CASES)
def test_one_event(statement: Statement, event: Event, found: str | None) -> None:
    assert event_of(statement, event) == found


def test_a_quote_without_a_day_was_said_at_no_event() -> None:
    undated = Dating(None, None, "unknown", None, "background")
    assert event_of(report("The summit in Riga"), SUMMIT, dating=undated) is None


def test_the_event_of_the_sentence_comes_before_that_of_the_headline_or_body() -> None:
    talks = replace(MONTH, words=("talks",))
    statement = report("In talks.", headline="The Riga summit")
    assert event_of(statement, SUMMIT, talks) == "month"
    statement = report("It rained all night. In talks.", headline="The Riga summit")
    assert event_of(statement, talks, SUMMIT) == "riga-summit"


def test_the_shorter_event_comes_first() -> None:
    statement = report("The summit in Riga")
    assert event_of(statement, SUMMIT, VISIT) == "riga-visit"
    assert event_of(statement, VISIT, SUMMIT) == "riga-visit"


def test_words_outside_the_body_do_not_count() -> None:
    statement = report("It rained. The summit in Riga")
    article = replace(statement.article, paragraphs=(Span(0, 10),))
    assert event_of(replace(statement, article=article), SUMMIT) is None
