"""Expressions of time in English news prose, and the days they mean.

A text and the day it was published come in; expressions with their period go out. The closed
grammar below stands in for a date-parsing library: dateparser 1.5 reads "Thursday" in a report
published on a Thursday as a week earlier, and gives a day where the text only gives a month.
Refused: what needs a story to count from ("a day after the talks"), clock times, seasons.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.models import DatePrecision, Span

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days an expression means, first and last, and how exactly it says so."""

    start: date
    end: date
    precision: DatePrecision


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression of time; `span` counts in the text it was found in.

    `period` is None where it lies ahead or can't be worked out from the day of publication.
    """

    span: Span
    text: str
    period: Period | None


def find_expressions(text: str, published: date) -> list[Expression]:
    """Return the expressions of time in `text`, left to right, none overlapping another."""
    if not _HINT.search(text):
        return []
    found: list[Expression] = []
    for pattern, reader in _GRAMMAR:
        for match in pattern.finditer(text):
            if not any(match.start() < e.span.end and e.span.start < match.end() for e in found):
                found.append(_expression(match, reader(match, published)))
    return sorted(found, key=lambda expression: expression.span.start)


def _expression(match: re.Match[str], period: Period | None) -> Expression:
    words = match[0]
    if words.endswith(")") and "(" not in words:  # the bracket was opened before: "(on April 20)"
        words = words[:-1]
    return Expression(Span(match.start(), match.start() + len(words)), words, period)


def one_day(day: date) -> Period:
    """Return the period that is one day."""
    return Period(day, day, "day")


def _week(day: date) -> Period:
    monday = day - day.weekday() * DAY
    return Period(monday, monday + 6 * DAY, "range")


def _month(months: int) -> Period:
    """Return the month that is `months` months after January of the year 0."""
    year, month = divmod(months, 12)
    last = monthrange(year, month + 1)[1]
    return Period(date(year, month + 1, 1), date(year, month + 1, last), "month")


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), "year")


def _months_of(day: date) -> int:
    return day.year * 12 + day.month - 1


Reader = Callable[[re.Match[str], date], "Period | None"]


def _read_iso(words: re.Match[str], published: date) -> Period | None:
    try:
        return one_day(date.fromisoformat(words[0]))
    except ValueError:
        return None


def _read_date(words: re.Match[str], published: date) -> Period | None:
    """Without a year it is the nearest such day, unless that one is ahead."""
    years = [int(words["year"])] if words["year"] else [published.year + k for k in (-1, 0, 1)]
    days = []
    for year in years:
        try:
            days.append(date(year, _month_index(words) + 1, int(words["day"])))
        except ValueError:  # 31 June, or 29 February of another year
            continue
    nearest = min(days, key=lambda day: abs(day - published), default=None)
    if nearest is None or (nearest > published and not words["year"]):
        return None
    return one_day(nearest)


def _read_month(words: re.Match[str], published: date) -> Period | None:
    index, printed = _month_index(words), words[0].lower()
    if words["year"]:
        return _month(int(words["year"]) * 12 + index)
    if printed.endswith("last year"):
        return _month((published.year - 1) * 12 + index)
    is_last = printed.startswith("last")
    back = (published.month - 1 - index) % 12
    # a bare month more than half a year back is as likely the one ahead: "the summit in July"
    if back > 6 and not is_last:
        return None
    return _month(_months_of(published) - (back or (12 if is_last else 0)))


def _read_weekday(words: re.Match[str], published: date) -> Period | None:
    """The same weekday is the day of publication; "last" goes back to the one before."""
    back = (published.weekday() - _WEEKDAYS.index(words["weekday"])) % 7
    if words["last"] and back == 0:
        back = 7
    return one_day(published - back * DAY)


def _read_relative_day(words: re.Match[str], published: date) -> Period | None:
    is_before = words[0].lower().split()[0] in ("yesterday", "last")
    return one_day(published - DAY if is_before else published)


def _read_ago(words: re.Match[str], published: date) -> Period | None:
    printed, unit = words["count"].lower(), words["unit"]
    count = _NUMBERS.get(printed) or int(printed)
    if unit == "day":
        return one_day(published - count * DAY)
    if unit == "week":
        return _week(published - count * 7 * DAY)
    if unit == "month":
        return _month(_months_of(published) - count)
    return _year(published.year - count)


def _read_unit(words: re.Match[str], published: date) -> Period | None:
    """What is still going on ends on the day of publication."""
    unit, back = words["unit"], int("last" in words[0].lower().split())
    if unit == "weekend":
        sunday = published - (published.weekday() + 1) % 7 * DAY
        return Period(sunday - DAY, sunday, "range")
    if unit == "week":
        period = _week(published - back * 7 * DAY)
        if back and published.weekday() == _WEEKDAYS.index("Sunday"):
            # the week that ends today, or to whoever begins weeks on Sundays the one before
            period = Period(period.start, published - DAY, "range")
    elif unit == "month":
        period = _month(_months_of(published) - back)
    else:
        period = _year(published.year - back)
    return Period(period.start, min(period.end, published), period.precision)


def _read_year(words: re.Match[str], published: date) -> Period | None:
    return _year(int(words["year"]))


def _read_ahead(words: re.Match[str], published: date) -> Period | None:
    return None


# not calendar.day_name, which speaks the language of the machine it runs on
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_NUMBERS |= {"a": 1, "an": 1}


def _month_index(words: re.Match[str]) -> int:
    return next(n for n, name in enumerate(_MONTHS) if name.startswith(words["month"][:3]))


_HINT = re.compile(
    r"\d{4}|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    rf"|\b(?:{'|'.join(name[:3] for name in _MONTHS)})"
    r"|(?i:today|tonight|tomorrow|yesterday|week|month|year|\bago\b|last night"
    r"|this (?:morning|afternoon|evening))"
)
# Super Tuesday and Good Friday are names of other days
_WEEKDAY = rf"(?<!Super )(?<!Good )(?<!Black )(?P<weekday>{'|'.join(_WEEKDAYS)})"
_SHORT = "|".join([*(rf"{name[:3]}\b\.?" for name in _MONTHS), r"Sept\b\.?"])
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|{_SHORT})"
_NUMBER = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_ON = r"(?:(?i:earlier|later|late|early)\s+)?(?:(?i:on)\s+)?"
_AND_YEAR = rf"(?:,?\s+{_YEAR})?\)?"
_AT = r"(?:\s+(?:morning|afternoon|evening|night))?"

# Tried in this order; what a row has taken no later one may touch. Each with what it reads.
_GRAMMAR: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])"), reader)
    for pattern, reader in (
        # tomorrow, next week, next July
        (
            rf"(?i:tomorrow|next\s+(?:week|month|year))|(?i:next)\s+(?:{_WEEKDAY}|{_MONTH})",
            _read_ahead,
        ),
        (r"\d{4}-\d\d-\d\d", _read_iso),
        # Sunday (December 22), on Thursday, Sept. 28, April 20, 2023
        (rf"{_ON}(?:{_WEEKDAY},?\s+\(?)?{_MONTH}\s+{_NUMBER}{_AND_YEAR}", _read_date),
        # on 28 September, Thursday 28 September 2023, the 28th of September
        (
            rf"{_ON}(?:{_WEEKDAY},?\s+\(?)?(?:the\s+)?{_NUMBER}\s+(?:of\s+)?{_MONTH}{_AND_YEAR}",
            _read_date,
        ),
        # earlier on Thursday, last Monday, Sunday night
        (rf"{_ON}(?P<last>(?i:last)\s+)?{_WEEKDAY}{_AT}", _read_weekday),
        # last September, in September last year, in May 2022
        (rf"(?:(?i:last|earlier in|in)\s+{_MONTH})(?:\s+(?:{_YEAR}|last\s+year))?", _read_month),
        (rf"{_MONTH}\s+{_YEAR}", _read_month),
        # yesterday, last night, earlier today, this morning
        (
            r"[Yy]esterday|(?i:last)\s+night|(?:(?i:earlier|later)\s+)?[Tt]oday|[Tt]onight",
            _read_relative_day,
        ),
        (r"(?i:(?:earlier\s+)?this\s+(?:morning|afternoon|evening))", _read_relative_day),
        # two days ago, a year ago
        (rf"(?i:{_COUNT})\s+(?P<unit>day|week|month|year)s?\s+ago", _read_ago),
        # last week, earlier this month, late last year, over the weekend
        (r"(?i:(?:earlier|later?)\s+)?(?i:last|this)\s+(?P<unit>week|month|year)", _read_unit),
        (r"(?i:over|at|during)\s+the\s+(?P<unit>weekend)", _read_unit),
        (rf"(?:(?i:back)\s+)?(?i:in)\s+{_YEAR}", _read_year),
    )
)
