"""What the words of an expression of time mean on the day that they are reckoned from.

A reader takes the match of one row of the grammar and gives a Reading: the days, or how far they
are from another day in the text, or neither. Nothing here looks beyond the expression.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.utterances import calendar
from onrecord.utterances.calendar import DAY, MONTHS, WEEKDAYS, Part, Period, Unit, one_day

Words = re.Match[str]


@dataclass(frozen=True, slots=True)
class Today:
    """The day that expressions are reckoned from, and the order of the report's figures."""

    day: date
    month_first: bool | None = None  # 3/5/2024 is in March; None: not known


@dataclass(frozen=True, slots=True)
class Shift:
    """So many days, weeks, months or years from another day that the text tells of.

    `is_tied`: what that day is follows, as in "a day after the vote"; else it went before.
    """

    count: int
    unit: Unit
    weekday: int | None = None  # the next or last such weekday; Monday is 0
    is_tied: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means; without `period` and `shift` nothing that can be worked out.

    `is_ahead`: as likely still to come, so that `period` holds of past events only.
    """

    period: Period | None = None
    shift: Shift | None = None
    is_ahead: bool = False


Reader = Callable[[Words, Today], Reading]
AHEAD = Reading(is_ahead=True)
VAGUE = Reading()

COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
COUNTS |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
_ORDINALS = ("first", "second", "third", "fourth")
_PARTS: dict[str, Part] = {"early": "early", "mid": "mid", "middle": "mid", "late": "late"}
_PARTS |= {"beginning": "early", "start": "early", "end": "late"}


def read_ahead(words: Words, today: Today) -> Reading:
    """Return that it is still to come."""
    return AHEAD


def read_vague(words: Words, today: Today) -> Reading:
    """Return that it is past, and no telling when: a few days ago."""
    return VAGUE


def read_iso(words: Words, today: Today) -> Reading:
    """Read 2024-03-11."""
    return _known([_date(int(words["year"]), int(words["m"]), int(words["d"]))])


def read_figures(words: Words, today: Today) -> Reading:
    """Read 13.03.2024 and 2/27/2024: of two possible days, the one of the outlet's order; else,
    where just one of them has come, that one.
    """
    first, second, year = int(words["d"]), int(words["m"]), int(words["year"])
    by_order = {False: _date(year, second, first), True: _date(year, first, second)}
    if words["dots"] == ".":
        return _known([by_order[False]])
    possible = {day for day in by_order.values() if day}
    if today.month_first is not None and by_order[today.month_first]:
        return _known([by_order[today.month_first]])
    if len(possible) == 2:
        possible = {day for day in possible if day <= today.day}
    return _known([possible.pop()]) if len(possible) == 1 else VAGUE


def read_date(words: Words, today: Today) -> Reading:
    """Read a day and its month. Without a year it is the nearest such day; where that one is
    ahead, it is the last one to those who know that it is past.
    """
    month, day = _month(words), int(words["day"])
    if words["year"]:
        return _known([_date(int(words["year"]), month, day)])
    days = [d for k in (-1, 0, 1) if (d := _date(today.day.year + k, month, day))]
    nearest = min(days, key=lambda d: abs(d - today.day), default=None)
    past = max((d for d in days if d <= today.day), default=None)
    if nearest is None or past is None:
        return AHEAD
    return Reading(one_day(past), is_ahead=nearest > today.day)


def read_ordinal(words: Words, today: Today) -> Reading:
    """Read "on the 12th": of this month if it has come, else of the last one that has the day."""
    number, day = calendar.month_number(today.day), int(words["day"])
    back = range(1, 2) if words["month"] else range(3)
    days = [_date((number - k) // 12, (number - k) % 12 + 1, day) for k in back]
    return _known([d for d in days if d and d <= today.day][:1])


def read_month(words: Words, today: Today) -> Reading:
    """Read a month, or its early, mid- or late part. A bare one more than half a year back is as
    likely the one ahead: the summit in July.
    """
    now, part = calendar.month_number(today.day), _part(words)
    index, printed = _month(words) - 1, words[0].lower()
    back, is_ahead = (now % 12 - index) % 12, False
    if words["year"]:
        number = int(words["year"]) * 12 + index
    elif printed.endswith("last year"):
        number = (today.day.year - 1) * 12 + index
    else:
        is_last = "last" in printed.split()
        number = now - (back or (12 if is_last else 0))
        is_ahead = back > 6 and not is_last
    period = calendar.month(number)
    period = calendar.part_of(period, part) if part else period
    if period.start > today.day and not words["year"]:
        return AHEAD
    return Reading(_begun(period, today), is_ahead=is_ahead)


def read_weekday(words: Words, today: Today) -> Reading:
    """Read a weekday: the same as today's is today; "last" goes back to the one before."""
    weekday = WEEKDAYS.index(words["weekday"])
    printed = words[0].lower()
    if words["week"]:
        return Reading(one_day(calendar.week_of(today.day - 7 * DAY).start + weekday * DAY))
    is_last = printed.startswith("last")
    return Reading(one_day(calendar.back_to_weekday(today.day - is_last * DAY, weekday)))


def read_nights(words: Words, today: Today) -> Reading:
    """Read two weekdays in a row: late on Sunday or early on Monday."""
    last = calendar.back_to_weekday(today.day, WEEKDAYS.index(words["weekday_2"]))
    first = calendar.back_to_weekday(last, WEEKDAYS.index(words["weekday"]))
    return Reading(Period(first, last, "range" if first < last else "day"))


def read_other_weekday(words: Words, today: Today) -> Reading:
    """Read "the previous Friday", which counts from another day."""
    count = -1 if words["way"].lower() in ("previous", "preceding") else 1
    return Reading(shift=Shift(count, "day", WEEKDAYS.index(words["weekday"])))


def read_relative_day(words: Words, today: Today) -> Reading:
    """Read today, yesterday, last night, the day before yesterday."""
    printed = words[0].lower()
    is_before = "yesterday" in printed or printed.startswith("last")
    back = 2 if printed.startswith("the day before") else int(is_before)
    return Reading(one_day(today.day - back * DAY))


def read_overnight(words: Words, today: Today) -> Reading:
    """Read "overnight", "hours ago": the day before or the day itself."""
    return Reading(Period(today.day - DAY, today.day, "range"))


def read_ago(words: Words, today: Today) -> Reading:
    """Read "two days ago": only days are counted to the day."""
    count, unit = _count(words), _unit(words)
    if words["unit"].lower() == "decade":
        count, unit = 10 * count, "year"
    return Reading(calendar.shifted(one_day(today.day), -count, unit))


def read_less(words: Words, today: Today) -> Reading:
    """Read "less than a week ago": at any time since then."""
    count, unit = _count(words), _unit(words)
    if unit == "week":
        count, unit = 7 * count, "day"
    period = calendar.shifted(one_day(today.day), -count, unit)
    return Reading(Period(period.start, today.day, "range")) if period else VAGUE


def read_unit(words: Words, today: Today) -> Reading:
    """Read this or last week, month, year; what is still going on ends today."""
    unit, is_last, part = _unit(words), "last" in words[0].lower().split(), _part(words)
    period = calendar.shifted(one_day(today.day), -int(is_last), unit)
    if period is None:
        return VAGUE
    if unit == "week" and is_last and today.day.weekday() == WEEKDAYS.index("Sunday"):
        # the week that ends today, or to whoever begins weeks on Sundays the one before
        return Reading(Period(period.start, today.day - DAY, "range"))
    if part and unit != "week":
        period = calendar.part_of(period, part)
    return AHEAD if period.start > today.day else Reading(calendar.until(period, today.day))


def read_weekend(words: Words, today: Today) -> Reading:
    """Read "over the weekend": the last one that has begun."""
    return Reading(calendar.until(calendar.weekend_before(today.day), today.day))


def read_season(words: Words, today: Today) -> Reading:
    """Read "last summer", "in the spring of 2024", "this autumn"; a bare one is the last begun."""
    name, printed = words["season"].lower(), words[0].lower()
    if words["year"] or printed.endswith("last year"):
        of_year = int(words["year"] or today.day.year - 1)
        return Reading(_begun(calendar.season(name, of_year), today))
    known = [calendar.season(name, today.day.year + k) for k in (1, 0, -1, -2)]
    begun = [period for period in known if period.start <= today.day]
    if printed.startswith("last"):
        return Reading(next(period for period in begun if _is_last_season(period, today)))
    is_ahead = "this" in printed.split() and begun[0].end.year < today.day.year
    return AHEAD if is_ahead else Reading(calendar.until(begun[0], today.day))


def _is_last_season(period: Period, today: Today) -> bool:
    """Tell whether "last" may mean it: in September, last summer is last year's."""
    if period.end >= today.day:
        return False
    return period.start.year < today.day.year or period.end + 30 * DAY < today.day


def read_quarter(words: Words, today: Today) -> Reading:
    """Read "in the first quarter of 2023"; without a year it is this year's, or the last's."""
    index = _ORDINALS.index(words["ordinal"].lower())
    of_year = int(words["year"] or today.day.year)
    period = calendar.months(of_year * 12 + 3 * index, 3)
    if period.start > today.day and not words["year"]:
        period = calendar.months((of_year - 1) * 12 + 3 * index, 3)
    return Reading(_begun(period, today))


def read_decade(words: Words, today: Today) -> Reading:
    """Read "in the 1990s", "in the late 1990s"."""
    first = int(words["year"])
    start, end = {"early": (0, 4), "mid": (3, 7), "late": (5, 9), None: (0, 9)}[_part(words)]
    return Reading(calendar.until(calendar.years(first + start, first + end), today.day))


def read_year(words: Words, today: Today) -> Reading:
    """Read "in 2014", "in early 2014"; a year to come is ahead."""
    period, part = calendar.year(int(words["year"])), _part(words)
    period = calendar.part_of(period, part) if part else period
    return AHEAD if period.start > today.day else Reading(calendar.until(period, today.day))


def read_shift(words: Words, today: Today) -> Reading:
    """Read "two days earlier", "a day after …"."""
    way = words["way"].lower()
    count, unit = _count(words), _unit(words)
    if words["unit"].lower() == "decade":
        count, unit = 10 * count, "year"
    is_back = way.startswith(("earlier", "before", "prior", "previously"))
    return Reading(shift=Shift(-count if is_back else count, unit, is_tied=_is_tied(words)))


def read_neighbour(words: Words, today: Today) -> Reading:
    """Read "the next day", "the week before", "the day after the vote"."""
    is_back = words["way"].lower() in ("previous", "preceding", "before")
    return Reading(shift=Shift(-1 if is_back else 1, _unit(words), is_tied=_is_tied(words)))


def read_same(words: Words, today: Today) -> Reading:
    """Read "that day", "earlier in the day", "hours later"."""
    return Reading(shift=Shift(0, _as_unit(words["unit"] or words["unit_2"] or "day")))


def read_eve(words: Words, today: Today) -> Reading:
    """Read "on the eve of …", "hours after …": a day that what follows must tell."""
    is_eve = "eve of" in words[0].lower()
    return Reading(shift=Shift(-1 if is_eve else 0, "day", is_tied=True))


def _is_tied(words: Words) -> bool:
    """Tell whether "after" or "before" has something following that it counts from."""
    return words["tie"] is not None


def _known(days: Sequence[date | None]) -> Reading:
    return Reading(one_day(days[0])) if days and days[0] else VAGUE


def _begun(period: Period, today: Today) -> Period:
    """Return the period as far as it has come, if it has begun."""
    return calendar.until(period, today.day) if period.start <= today.day else period


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 31 June, or 29 February of another year
        return None


def _month(words: Words) -> int:
    """Return the number of the month that is named, from 1."""
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(words["month"][:3]))


def _count(words: Words) -> int:
    printed = words["count"].lower()
    return COUNTS.get(printed) or int(printed)


def _unit(words: Words) -> Unit:
    return _as_unit(words["unit"])


def _as_unit(printed: str) -> Unit:
    """Return the unit; a part of the day stands for the day."""
    units: dict[str, Unit] = {"week": "week", "month": "month", "year": "year"}
    return units.get(printed.lower(), "day")


def _part(words: Words) -> Part | None:
    """Return which part of its month, year or decade the expression means; None: all of it."""
    printed = re.split(r"[\s-]+", words[0].lower())
    return next((part for word, part in _PARTS.items() if word in printed), None)
