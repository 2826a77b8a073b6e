"""Somebody's offices and a day in, those they held on that day out.

Both ends of a term count. A date may be known to the month or the year only, and a day may be: an
office is then held surely, perhaps, or not. Refused: an office of which neither end is known, for
a given day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.models import Position

_FIRST, _LAST = "0000-01-01", "9999-12-31"
_DAYS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


@dataclass(frozen=True, slots=True)
class Held:
    """An office held on a day; `is_sure` is False where the dates leave it open."""

    position: Position
    is_sure: bool


def offices_on(positions: Iterable[Position], day: str | None) -> tuple[Held, ...]:
    """Return the offices held on a day (YYYY, YYYY-MM or YYYY-MM-DD), that to be shown first.

    The sure ones come first, of these the one taken up last: on the day of a change the new office,
    of two at once the newer. A day not known gives none.
    """
    if not day:
        return ()
    held = [
        Held(position, is_sure=_is_within(position, day))
        for position in positions
        if (position.start or position.end) and may_hold(position, day)
    ]
    held.sort(key=lambda one: one.position.start or "", reverse=True)
    return tuple(sorted(held, key=lambda one: not one.is_sure))


def may_hold(position: Position, day: str | None) -> bool:
    """Tell whether the office can have been held on a day; None: on any day."""
    if day is None:
        return True
    return _earliest(position.start or _FIRST) <= _latest(day) and _earliest(day) <= _latest(
        position.end or _LAST
    )


def _is_within(position: Position, day: str) -> bool:
    """Tell whether the office was held on every day that is meant, whatever its dates mean."""
    if position.start is None:
        return False
    return _latest(position.start) <= _earliest(day) and _latest(day) <= _earliest(
        position.end or _LAST
    )


def _earliest(date: str) -> str:
    return date + _FIRST[len(date) :]


def _latest(date: str) -> str:
    """Return the last day that a date can mean; a February has 29 days here."""
    if len(date) == 7:
        return f"{date}-{_DAYS.get(int(date[5:]), 31)}"
    return date + _LAST[len(date) :]
