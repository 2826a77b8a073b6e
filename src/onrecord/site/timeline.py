"""A bar for each month that anything was said in, placed for an SVG of 1000 by 100.

One axis of months may carry the events of the time, and the months of several persons.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 1000, 100

# Up to this many months with quotes, a list of them says more than bars with wide gaps.
FEW = 8

# As many years as can be read side by side in a narrow column.
MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """One month: its place in the drawing and its share of the highest."""

    month: str
    quotes: int
    x: float
    width: float
    height: float

    @property
    def y(self) -> float:
        """Return where the bar begins, counted from the top."""
        return HEIGHT - self.height


@dataclass(frozen=True, slots=True)
class Tick:
    """A year and how far along the axis it begins, in percent."""

    year: int
    left: float


@dataclass(frozen=True, slots=True)
class Mark:
    """An event of one of the months, and how far along the axis it is, in percent."""

    id: str
    name: str
    month: str
    left: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The months as bars; `is_sparse` where a list reads better than the drawing."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    is_sparse: bool
    marks: tuple[Mark, ...] = ()


def draw_timeline(
    months: Sequence[tuple[str, int]], events: Sequence[tuple[str, str, str]] = ()
) -> Timeline:
    """Return the bars of `(2023-04, 12)`, …, in order; months between them stay empty.

    Each of `events` is an id, a name and a month; those outside the months are left out.
    """
    if not months:
        return Timeline((), (), is_sparse=True)
    first, last = _index(months[0][0]), _index(months[-1][0])
    marks = tuple(
        Mark(id_, name, month, 100 * (_index(month) - first + 0.4) / (last - first + 1))
        for id_, name, month in events
        if first <= _index(month) <= last
    )
    bars = draw_bars(months, first, last)
    return Timeline(bars, _ticks(first, last), is_sparse=len(months) <= FEW, marks=marks)


def draw_portraits(
    rows: Iterable[tuple[str, str, int]], months: Sequence[tuple[str, int]]
) -> dict[str, str]:
    """Return an SVG path of each person of `(id, 2023-04, 3)`, …, along the axis of all `months`.

    One shape instead of a hundred bars: they make the page in half the time, and nobody points at
    one of them.
    """
    if not months:
        return {}
    first, last = _index(months[0][0]), _index(months[-1][0])
    each: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for person, month, quotes in rows:
        each[person].append((month, quotes))
    return {person: _outline(draw_bars(own, first, last)) for person, own in each.items()}


def draw_bars(months: Sequence[tuple[str, int]], first: int, last: int) -> tuple[Bar, ...]:
    """Return a bar for each month on the axis from `first` to `last`, months since year 0."""
    step = WIDTH / (last - first + 1)
    highest = max(quotes for _, quotes in months)
    return tuple(
        Bar(
            month,
            quotes,
            x=(_index(month) - first) * step,
            width=step * 0.8,
            height=HEIGHT * quotes / highest,
        )
        for month, quotes in months
    )


def _outline(bars: Iterable[Bar]) -> str:
    return "".join(f"M{bar.x:.1f} {HEIGHT}V{bar.y:.1f}h{bar.width:.1f}V{HEIGHT}z" for bar in bars)


def _ticks(first: int, last: int) -> tuple[Tick, ...]:
    length = last - first + 1
    step = math.ceil((last // 12 - first // 12 + 1) / MOST_TICKS)
    return tuple(
        Tick(year, max(0.0, 100 * (year * 12 - first) / length))
        for year in range(first // 12, last // 12 + 1, step)
    )


def _index(month: str) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1
