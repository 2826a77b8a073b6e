"""Somebody's offices and a day in, those they held on that day out.

Both ends of a term count. A date may be known to the month or the year only, and a quote to some
days: an office is then held surely, perhaps, or not. Refused: an office of which neither end is
known, for a given day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.models import Position

_FIRST, _LAST = "0000-01-01", "9999-12-31"
_DAYS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
# bodies called by what they do and the country, and the offices called the same way: the foreign
# minister of Russia, but the spokesperson of its foreign ministry
_OF_COUNTRY = re.compile(r"(?:Presidency|Government|Ministry of .+?) of (.+)", re.DOTALL)
_HEADS = re.compile(r"president|minister|secretary|chancellor", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Held:
    """An office held on a day; `is_sure` is False where the dates leave it open."""

    position: Position
    is_sure: bool


def offices_on(
    positions: Iterable[Position], first: str | None, last: str | None = None
) -> tuple[Held, ...]:
    """Return the offices held on a day, or from `first` to `last`, that to be shown first.

    Days are YYYY, YYYY-MM or YYYY-MM-DD. The sure offices come first, of these the one taken up
    last: on the day of a change the new one, of two at once the newer. No day gives none.
    """
    if not first:
        return ()
    begin, end = _earliest(first), _latest(last or first)
    held = [
        Held(position, is_sure=_is_within(position, begin, end))
        for position in positions
        if (position.start or position.end) and _overlaps(position, begin, end)
    ]
    held.sort(key=lambda one: one.position.start or "", reverse=True)
    return tuple(sorted(held, key=lambda one: not one.is_sure))


def turning_days(positions: Iterable[Position]) -> tuple[str, ...]:
    """Return the days, in order, that decide what is held: between two of them it is the same."""
    dates = [date for one in positions for date in (one.start, one.end) if date]
    return tuple(sorted({day for date in dates for day in (_earliest(date), _latest(date))}))


def may_hold(position: Position, day: str | None) -> bool:
    """Tell whether the office can have been held on a day; None: on any day."""
    return day is None or _overlaps(position, _earliest(day), _latest(day))


def office(title: str, body: str | None) -> str:
    """Return `President of Ukraine` for the president in the body `Presidency of Ukraine`."""
    if body is None or body.casefold() in title.casefold():
        return title
    country = _OF_COUNTRY.fullmatch(body)
    return f"{title} of {country[1]}" if country and _HEADS.search(title) else f"{title}, {body}"


def _overlaps(position: Position, begin: str, end: str) -> bool:
    return _earliest(position.start or _FIRST) <= end and begin <= _latest(position.end or _LAST)


def _is_within(position: Position, begin: str, end: str) -> bool:
    """Tell whether the office was held from `begin` to `end`, whatever its dates mean."""
    if position.start is None:
        return False
    return _latest(position.start) <= begin and end <= _earliest(position.end or _LAST)


def _earliest(date: str) -> str:
    return date + _FIRST[len(date) :]


def _latest(date: str) -> str:
    """Return the last day that a date can mean; a February has 29 days here."""
    if len(date) == 7:
        return f"{date}-{_DAYS.get(int(date[5:]), 31)}"
    return date + _LAST[len(date) :]
