"""Events that a text names as the time of something, and their days: at the Vilnius summit.

Words for a gathering, its event looked up among the curated ones by the event's own `words`.
Refused: gatherings that no row of events.yml fits, those still to come, and, of one that is held
every year, any but the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from onrecord.models import Event, Span
from onrecord.utterances.calendar import DAY, Period, one_day
from onrecord.utterances.expressions import Expression

# one that is held once in a place and a year, so that its name tells which: no meeting, no talks
_GATHERING = "summit|conference|forum|inauguration"
_NAMED = re.compile(
    r"\b(?i:(?:at|during)\s+(?:(?:the|this|last|a|an)\s+)?)"
    rf"(?:[\w’'-]+\s+){{0,5}}?(?P<gathering>(?i:{_GATHERING}))\b"
    r"(?:\s+(?:in|of)(?:\s+the)?(?:\s+[A-Z0-9][\w-]*){1,3})?"
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w-]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# without a year it is the last one held, if that was lately: a listed one may not be the one meant
RECENT = 400 * DAY


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event with its days, and every word that its name may hold, in lower case."""

    words: frozenset[str]
    days: Period


@lru_cache(maxsize=4)
def known_occasions(events: tuple[Event, ...]) -> tuple[Occasion, ...]:
    """Return the gatherings among the events whose days are known to the day."""
    return tuple(
        Occasion(words, days)
        for event in events
        if (days := _days(event)) and re.search(_GATHERING, " ".join(words := _words_of(event)))
    )


def _words_of(event: Event) -> frozenset[str]:
    told = f"{event.name} {event.place or ''} {' '.join(event.words)}".lower()
    return frozenset(re.findall(r"[\w-]+", told.replace("’s", "").replace("'s", "")))


def _days(event: Event) -> Period | None:
    if event.end is None or not len(event.start) == len(event.end) == len("2023-07-11"):
        return None
    start, end = date.fromisoformat(event.start), date.fromisoformat(event.end)
    return one_day(start) if start == end else Period(start, end, "range")


def may_name_occasions(text: str) -> bool:
    """Tell whether there is a word in the text for a gathering."""
    return any(word in text or word.title() in text for word in _GATHERING.split("|"))


def find_occasions(text: str, today: date, occasions: Sequence[Occasion]) -> list[Expression]:
    """Return the events that `text` names as the time of something, left to right."""
    if not occasions or not may_name_occasions(text):
        return []
    return [
        Expression(Span(named.start(), named.end()), named[0], days, is_occasion=True)
        for named in _NAMED.finditer(text)
        if (days := _days_of(named, today, occasions))
    ]


def find_occasion(text: str, today: date, occasions: Sequence[Occasion]) -> Expression | None:
    """Return the event that `text` opens with: the Vilnius summit."""
    found = find_occasions(f"at {text}", today, occasions)[:1]
    if not found or found[0].span.start > 0:
        return None
    span = Span(0, found[0].span.end - len("at "))
    return replace(found[0], span=span, text=found[0].text[len("at ") :])


def _days_of(named: re.Match[str], today: date, occasions: Sequence[Occasion]) -> Period | None:
    """Return the days of the event that the words name: every name among them is in its own."""
    names = {name.lower() for name in _NAME.findall(named[0][3:])} - {"the", named[1].lower()}
    year = _YEAR.search(named[0])
    if not names:
        return None
    fitting = [
        one.days
        for one in occasions
        if one.days.start <= today
        and names | {named[1].lower()} <= one.words
        and (year is None or one.days.start.year == int(year[0]))
    ]
    last = max(fitting, key=lambda days: days.start, default=None)
    is_told = year or len(fitting) == 1
    return last if last and (is_told or today - last.end < RECENT) else None
