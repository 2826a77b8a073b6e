"""Which event a quote was said at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.models import Dating, Event, Person, Span, Statement
from onrecord.utterances.events import Calendar
from tests.utterances.statements import say

BOTH = ("ann-lee", "bob-ray")
SUMMIT = Event(
    "riga-summit",
    "Summit in Riga",
    "2023-04-19",
    "2023-04-21",
    "Riga",
    participants=BOTH,
    words=("Riga + summit", "club + summit"),
)
VISIT = Event("visit", "Visit", "2023-04-20", "2023-04-20", "Riga", "LV", words=("visit* + Riga",))
VISIT = replace(VISIT, participants=BOTH)
EARLIER = replace(SUMMIT, id="oslo-summit", start="2022-04-19", end="2022-04-20", place="Oslo")
EARLIER = replace(EARLIER, words=("Oslo + summit", "club + summit"))
WAR = Event("war", "War", "2022-02-24", participants=BOTH, words=("war",))
YEARS = replace(WAR, id="years", end="2024-02-24")
MONTH = replace(WAR, id="month", start="2023-04", end="2023-04")
POINT = Event("point", "Fixed point", "2023-04-20", "2023-04-20", participants=BOTH)
BERLIN = Person(
    "berlin", "Berlin", "organisation", body="metonym", stands_for="government-de", country="DE"
)


def report(text: str, headline: str = "", by: str = "ann-lee", **how: str) -> Statement:
    """Return a statement whose sentence is the last of the text."""
    statement = say("It rains.", by=by, **how)  # type: ignore[arg-type]
    start = text.rfind(". ") + 2 if ". " in text else 0
    article = replace(
        statement.article,
        text=text,
        headline=headline,
        paragraphs=(Span(0, len(text)),),
    )
    end = Span(len(text), len(text))
    quote = replace(statement.quote, span=end, sentence=Span(start, len(text)))
    return replace(statement, article=article, quote=quote)


def event_of(statement: Statement, *events: Event, dating: Dating | None = None) -> str | None:
    found = Calendar(events, {"berlin": BERLIN})
    return found.find(
        dating or statement.dating, statement.speaker_ids, statement.quote, statement.article
    )


CASES = [
    (report("At the summit in Riga she said:"), SUMMIT, "riga-summit"),
    (report("The club met for its summit. She said:"), SUMMIT, "riga-summit"),
    (report("At the SUMMIT she said:", "Rain in Riga"), SUMMIT, "riga-summit"),
    (report("She came to Riga. She said:"), SUMMIT, None),  # not all of its words
    (report("She came to Riga. The summit was steep. She said:"), SUMMIT, None),
    (report("At the Rigan summits she said:"), SUMMIT, None),  # no whole words
    (report("At the summit in Riga he said:", by="cy-poe"), SUMMIT, None),  # took no part
    (report("At the summit in Riga she said:", day="2023-04-22"), SUMMIT, None),
    (report("In the war she said:"), WAR, None),
    (report("In the war she said:"), YEARS, None),
    (report("In the war she said:"), MONTH, "month"),
    (report("At the summit in Riga she said:"), POINT, None),
    # said about it, elsewhere
    (report("Ahead of the summit in Riga she said:"), SUMMIT, None),
    (report("She said, before leaving for the summit in Riga:"), SUMMIT, None),
    (report("She did not attend the summit in Riga. She said:"), SUMMIT, None),
    (report("The summit in Riga began. She said in Berlin:"), SUMMIT, None),
    (report("The summit in Riga began. She told the Bundestag:"), SUMMIT, None),
    (report("The summit in Riga began. She said in her nightly video address:"), SUMMIT, None),
    (report("The summit in Riga began. She said in Riga:"), SUMMIT, "riga-summit"),
    (report("Commenting on the summit in Riga, she said:"), SUMMIT, None),
    (
        report("The summit in Riga, the first since the fire last year, began. She said:"),
        SUMMIT,
        "riga-summit",
    ),
    (report("The summit in Riga last year was short. She said:"), SUMMIT, None),
    (report("The summit in Riga began. She said before a flag was raised:"), SUMMIT, "riga-summit"),
    (report("Riga", "The club's summit"), SUMMIT, "riga-summit"),
    (
        report("The club's summit began. The lake in Berlin is “high”, she said:"),
        SUMMIT,
        "riga-summit",
    ),
    # another one of its kind
    (report("The club's 2019 summit went wrong. She said:"), SUMMIT, None),
    (report("The club's summit in Berlin went wrong. She said:"), SUMMIT, None),
    (report("The club's summit of 2023 went well. She said:"), SUMMIT, "riga-summit"),
]


@pytest.mark.parametrize(("statement", "event", "found"), CASES)
def test_one_event(statement: Statement, event: Event, found: str | None) -> None:
    assert event_of(statement, event) == found


def test_days_that_lie_in_an_event_are_its_own() -> None:
    inside = report("At the summit in Riga she said:", day="2023-04-20", end="2023-04-21")
    assert event_of(inside, SUMMIT) == "riga-summit"
    beyond = report("The summit in Riga went on. She said:", day="2023-04-20", end="2023-04-23")
    assert event_of(beyond, SUMMIT) is None


UNDATED = Dating(None, None, "unknown", None, "background")
NAMED = [
    ("She had said at the summit in Riga:", "riga-summit"),
    ("She had said at the club's summit:", None),  # which of them
    ("The summit in Riga went on. She has said:", None),
    ("She has spoken of the summit in Riga:", None),
]


@pytest.mark.parametrize(("text", "found"), NAMED)
def test_words_of_an_unknown_day_need_the_event_by_name(text: str, found: str | None) -> None:
    statement = report(text, published="2024-01-01")
    assert event_of(statement, SUMMIT, EARLIER, dating=UNDATED) == found


def test_an_event_to_come_takes_no_words() -> None:
    statement = report("She will say at the summit in Riga:", published="2023-01-01")
    assert event_of(statement, SUMMIT, dating=UNDATED) is None


def test_the_summit_of_the_day_is_meant() -> None:
    assert event_of(report("At the club's summit she said:"), SUMMIT, EARLIER) == "riga-summit"


def test_the_event_of_the_sentence_comes_before_that_of_the_headline_or_body() -> None:
    statement = report("She came on a visit to Riga. At the summit she said:", "Riga")
    assert event_of(statement, SUMMIT, VISIT) == "riga-summit"
    statement = report("The summit in Riga began. On her visit to Riga she said:")
    assert event_of(statement, SUMMIT, VISIT) == "visit"


def test_the_shorter_event_comes_first() -> None:
    statement = report("On a visit to the summit in Riga she said:")
    assert event_of(statement, SUMMIT, VISIT) == "visit"
    assert event_of(statement, VISIT, SUMMIT) == "visit"


def test_words_outside_the_body_do_not_count() -> None:
    statement = report("The summit in Riga began. It rained. She said:")
    article = replace(statement.article, paragraphs=(Span(26, 45),))
    assert event_of(replace(statement, article=article), SUMMIT) is None
