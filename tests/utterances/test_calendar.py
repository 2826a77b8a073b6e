"""Arithmetic on days."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.utterances import calendar
from onrecord.utterances.calendar import Period, Unit, one_day, shifted

SHIFTS: list[tuple[Period, int, Unit, str | None]] = [
    (one_day(date(2024, 2, 28)), 1, "day", "2024-02-29"),
    (one_day(date(2024, 3, 31)), -1, "month", "2024-02-01"),
    (one_day(date(2024, 1, 2)), -1, "week", "2023-12-25"),
    (one_day(date(2024, 1, 2)), -10, "year", "2014-01-01"),
    (calendar.month(2024 * 12), 1, "day", None),
    (calendar.month(2024 * 12), 1, "month", "2024-02-01"),
    (calendar.year(2024), 1, "month", None),
    (Period(date(2024, 1, 5), date(2024, 1, 7), "range"), 1, "day", "2024-01-08"),
    (Period(date(2024, 1, 5), date(2024, 1, 7), "range"), -1, "day", "2024-01-04"),
]


@pytest.mark.parametrize(("period", "count", "unit", "start"), SHIFTS)
def test_so_many_after_or_before(period: Period, count: int, unit: Unit, start: str | None) -> None:
    found = shifted(period, count, unit)
    assert (found.start.isoformat() if found else None) == start


def test_winter_is_named_after_the_year_it_ends_in() -> None:
    assert calendar.season("winter", 2024) == Period(date(2023, 12, 1), date(2024, 2, 29), "range")
