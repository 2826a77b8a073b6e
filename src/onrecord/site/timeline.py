"""A bar for each month that anything was said in, placed for an SVG of 1000 by 100."""

from __future__ import annotations

import math
from collections.abc import Sequence
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
class Timeline:
    """The months as bars; `is_sparse` where a list reads better than the drawing."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    is_sparse: bool


def draw_timeline(months: Sequence[tuple[str, int]]) -> Timeline:
    """Return the bars of `(2023-04, 12)`, …, in order; months between them stay empty."""
    if not months:
        return Timeline((), (), is_sparse=True)
    first, last = _index(months[0][0]), _index(months[-1][0])
    step = WIDTH / (last - first + 1)
    highest = max(quotes for _, quotes in months)
    bars = tuple(
        Bar(
            month,
            quotes,
            x=(_index(month) - first) * step,
            width=step * 0.8,
            height=HEIGHT * quotes / highest,
        )
        for month, quotes in months
    )
    return Timeline(bars, _ticks(first, last), is_sparse=len(months) <= FEW)


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
