"""Arithmetic on days."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.utterances import calendar
from onrecord.utterances.calendar import Period, Unit, day_at, one_day, shifted

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

STAMPS = [
    ("2024-01-06T01:30:00Z", "America/New_York", "2024-01-05"),
    ("2024-01-05T23:30:00+00:00", "Europe/Kyiv", "2024-01-06"),
    ("2024-01-05T22:30:00-05:00", "America/New_York", "2024-01-05"),
    ("2024-01-05T22:30:00-05:00", None, "2024-01-05"),
    ("2024-01-05T23:30:00", "Europe/Kyiv", "2024-01-05"),  # local already
    ("2024-01-05", "Europe/Kyiv", "2024-01-05"),
    ("2024-01-05T23:30:00Z", "Ruritania/Strelsau", "2024-01-05"),
]


@pytest.mark.parametrize(("period", "count", "unit", "start"), SHIFTS)
def test_so_many_after_or_before(period: Period, count: int, unit: Unit, start: str | None) -> None:
    found = shifted(period, count, unit)
    assert (found.start.isoformat() if found else None) == start


@pytest.mark.parametrize(("stamp", "timezone", "day"), STAMPS)
def test_the_day_where_the_outlet_is(stamp: str, timezone: str | None, day: str) -> None:
    assert day_at(stamp, timezone) == day


def test_winter_is_named_after_the_year_it_ends_in() -> None:
    assert calendar.season("winter", 2024) == Period(date(2023, 12, 1), date(2024, 2, 29), "range")
