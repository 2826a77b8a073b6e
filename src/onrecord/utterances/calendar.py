"""Arithmetic on days: the weeks, months, seasons and years that expressions of time mean.

All of it is of the proleptic Gregorian calendar, weeks from Monday, seasons as the weather of the
northern half has them: whole months, winter from December.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from onrecord.models import DatePrecision

DAY = timedelta(days=1)
Unit = Literal["day", "week", "month", "year"]
Part = Literal["early", "mid", "late"]

# not calendar.day_name, which speaks the language of the machine it runs on
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# first month of each, counted from January of the year it is named after: winter of 2024 begins in
# December 2023
SEASONS = {"winter": 0, "spring": 3, "summer": 6, "autumn": 9, "fall": 9}


@dataclass(frozen=True, slots=True)
class Period:
    """The days an expression means, first and last, and how exactly it says so."""

    start: date
    end: date
    precision: DatePrecision


def one_day(day: date) -> Period:
    """Return the period that is one day."""
    return Period(day, day, "day")


def week_of(day: date) -> Period:
    """Return the week, Monday to Sunday, that the day is in."""
    monday = day - day.weekday() * DAY
    return Period(monday, monday + 6 * DAY, "range")


def weekend_before(day: date) -> Period:
    """Return the last Saturday and Sunday that have begun before the day."""
    sunday = day - (day.weekday() + 1) % 7 * DAY
    return Period(sunday - DAY, sunday, "range")


def month_number(day: date) -> int:
    """Return the months from January of the year 0 to the day's."""
    return day.year * 12 + day.month - 1


def month(number: int) -> Period:
    """Return the month that is `number` months after January of the year 0."""
    year_, index = divmod(number, 12)
    last = monthrange(year_, index + 1)[1]
    return Period(date(year_, index + 1, 1), date(year_, index + 1, last), "month")


def year(number: int) -> Period:
    """Return a year."""
    return Period(date(number, 1, 1), date(number, 12, 31), "year")


def years(first: int, last: int) -> Period:
    """Return the years from the first to the last."""
    return Period(date(first, 1, 1), date(last, 12, 31), "range")


def months(first: int, count: int) -> Period:
    """Return `count` months from the one with the number `first` on."""
    return Period(month(first).start, month(first + count - 1).end, "range")


def season(name: str, of_year: int) -> Period:
    """Return three months; winter is named after the year that it ends in."""
    return months(of_year * 12 + SEASONS[name] - 1, 3)


def part_of(period: Period, part: Part) -> Period:
    """Return the part of a month or year that early, mid- and late mean, rather wide than narrow.

    Halves, and for mid the ten days or six months in the middle.
    """
    if period.precision == "year":
        first = month_number(period.start)
        return months(first + {"early": 0, "mid": 3, "late": 6}[part], 6)
    days = {"early": (1, 15), "mid": (10, 20), "late": (16, period.end.day)}[part]
    return Period(period.start.replace(day=days[0]), period.start.replace(day=days[1]), "range")


def until(period: Period, last: date) -> Period:
    """Return the period without the days after `last`; what is still going on ends there."""
    return replace(period, end=max(period.start, min(period.end, last)))


def back_to_weekday(day: date, weekday: int) -> date:
    """Return the last such weekday, the day itself if it is one; Monday is 0."""
    return day - (day.weekday() - weekday) % 7 * DAY


def shifted(period: Period, count: int, unit: Unit) -> Period | None:
    """Return the day, week, month or year that is `count` of them after the period, or before.

    None where the period is not known that exactly: no day after a month.
    """
    day = period.end if count > 0 else period.start
    if unit == "day":
        if count == 0:
            return period
        # a summit or a weekend is exact enough to count days from, a week is not
        is_exact = period.end - period.start < 5 * DAY
        return one_day(day + count * DAY) if is_exact else None
    if unit == "week":
        return week_of(day + 7 * count * DAY) if period.precision in ("day", "range") else None
    if unit == "month":
        return month(month_number(day) + count) if period.precision != "year" else None
    return year(day.year + count)
