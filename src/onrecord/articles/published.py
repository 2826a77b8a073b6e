"""All the evidence on a page of the day it was published → the best of it.

In this order: what the page tells machines, its address, the feed that listed it, a day that it
shows; a line such as
"Published: 3 April 2024"; the dateline, "KYIV, Jan. 5 (Reuters) –"; the day it was last changed; a
weekday with its date in the lead, "on Sunday (December 22)"; the latest embedded post, with the
weekday that the lead speaks of; the month in its address. A day that isn't told but worked out has
the precision `range`: the report came on that day or the next. A year that isn't printed comes from
the address, from a post or from the weekday, and where none of them tells there is no date: the
year of the capture alone would be a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.articles.boilerplate import reports
from onrecord.articles.date_lines import WEEKDAY, DateLine, Meaning, read_date_line
from onrecord.articles.datelines import read_dateline
from onrecord.articles.days import Written, find_days
from onrecord.articles.evidence import (
    NO_DATE,
    Published,
    as_published,
    month_by_url,
    published_by_url,
)
from onrecord.articles.known import Known
from onrecord.articles.posts import post_date

TOLD = frozenset({"json-ld", "metadata", "url"})
# lines on each side of a report that may date it; menus and lists of other reports have hundreds
NEAREST = 60
LEAD = 4  # paragraphs in which a report says what is new
# from an embedded post to the report that shows it
SOON = timedelta(days=31)
# a weekday after the post's is the day of the report only if it isn't the one before: 3 of 7 days
NEAR = timedelta(days=3)
YEARS_BACK = 5  # the same date falls on the same weekday again after five, six or eleven
WEEKDAYS = "mon tue wed thu fri sat sun".split()
# in the lead, of the past: "until Friday" and "next Friday" are not
SAID_ON = re.compile(
    r"(?<!next )(?<!until )(?<!till )(?<!before )(?<!since )(?<!by )\bon"
    r" (?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?P<rest>,? \(?[^.;]{0,16})"
)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a page: what stands above the report, the report itself, what stands below."""

    above: Sequence[str]
    body: Sequence[str]
    below: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What days found in words are held against."""

    url: Published  # the month or the year in the address
    post: date | None  # the day of the latest post
    retrieved: date | None


def date_report(told: Published, lines: Lines, known: Known, url: str | None = None) -> Published:
    """Return the best evidence of the day of a report.

    `told` is what the page says of itself, `url` the address that it gives itself.
    """
    address = known.url or url or ""
    firm = [
        told if told.found_in in TOLD else NO_DATE,
        published_by_url(address),
        as_published(known.listed, "feed"),
        told if told.found_in == "page" else NO_DATE,
    ]
    return next((one for one in firm if one.date), None) or _from_words(told, lines, known, address)


def _from_words(told: Published, lines: Lines, page: Known, address: str) -> Published:
    """Return the best evidence in the words of a page."""
    months = month_by_url(address)
    known = _Known(months, _latest_post(lines), _as_day(page.retrieved_at))
    written = _date_lines(lines)
    changed = [_told_change(told, months), *_by_line(*written, "changed", known)]
    ranked = [
        *_by_line(*written, "published", known),
        *_by_line(*written, "bare", known),
        *_by_dateline(lines, known),
        *changed,
        *_by_lead(lines, known),
        _by_post(lines, known),
        months if months.precision == "month" else NO_DATE,
    ]
    return next((one for one in ranked if one.date), NO_DATE)


def _date_lines(lines: Lines) -> tuple[list[DateLine], list[DateLine]]:
    """Return the days in lines above the report, and in those in it and below it, the nearest."""
    below = [*lines.body[:2], *lines.below[:NEAREST]]
    above, others = (
        [day for line in place for day in read_date_line(line)]
        for place in (lines.above[-NEAREST:], below)
    )
    return above, others


def _by_line(
    above: Sequence[DateLine], others: Sequence[DateLine], meaning: Meaning, known: _Known
) -> Iterator[Published]:
    """Yield the day that lines around the report give it, unless they give two."""
    for place in (above,) if meaning == "bare" else (above, others):
        found = [one for one in place if one.meaning == meaning]
        days = {_published(one.day, one.weekday, known) for one in found} - {NO_DATE}
        if len(days) == 1:
            yield replace(days.pop(), found_in="changed" if meaning == "changed" else "text")


def _by_dateline(lines: Lines, known: _Known) -> Iterator[Published]:
    for paragraph in lines.body[:LEAD]:
        dateline = read_dateline(paragraph)
        if dateline and dateline.day:
            weekday = WEEKDAY.search(paragraph[: dateline.day.start])
            day = _published(dateline.day, weekday.group() if weekday else None, known)
            yield replace(day, found_in="dateline") if day.date else NO_DATE


def _by_lead(lines: Lines, known: _Known) -> Iterator[Published]:
    """Yield the days that the lead gives with their weekday and no year: those of the news."""
    for paragraph in filter(reports, lines.body[:LEAD]):
        for said in SAID_ON.finditer(paragraph):
            days = find_days(said["rest"])
            if days and days[0].year is None and days[0].start <= 3:
                day = _published(days[0], said["weekday"], known)
                yield replace(day, found_in="text") if day.date else NO_DATE


def _by_post(lines: Lines, known: _Known) -> Published:
    """Return the day of the latest post, or the weekday soon after it that the lead speaks of."""
    if known.post is None:
        return NO_DATE
    said = next((one for line in lines.body[:LEAD] for one in SAID_ON.finditer(line)), None)
    if said and reports(said.string):
        number = WEEKDAYS.index(said["weekday"][:3].casefold())
        later = timedelta(days=(number - known.post.weekday()) % 7)
        if timedelta() < later <= NEAR:
            return Published((known.post + later).isoformat(), "range", "text")
    return Published(known.post.isoformat(), "range", "post")


def _told_change(told: Published, months: Published) -> Published:
    """Return the day a page says it was changed, unless its address is of another month."""
    if months.precision == "month" and not (told.date or "").startswith(months.date or ""):
        return NO_DATE
    return told


def _published(written: Written, weekday: str | None, known: _Known) -> Published:
    """Return a written day as one of publication; nothing where its year can't be told."""
    if written.is_ambiguous:
        return _ambiguous(written, known)
    years = [written.year] if written.year else _years(written, weekday, known)
    days = [day for year in years if (day := written.within(year)) and _is_possible(day, known)]
    if len(days) != 1:
        return NO_DATE
    return Published(days[0].isoformat(), "day" if written.year else "range")


def _ambiguous(written: Written, known: _Known) -> Published:
    """Return the day of 3/4/2024 where only one reading is possible, else its year."""
    swapped = replace(written, month=written.day, day=written.month)
    year = written.year or 0
    days = [
        day for one in (written, swapped) if (day := one.within(year)) and _is_possible(day, known)
    ]
    if len(days) == 1:
        return Published(days[0].isoformat(), "day")
    return Published(str(year), "year") if days else NO_DATE


def _years(written: Written, weekday: str | None, known: _Known) -> list[int]:
    """Return the years that evidence gives a day written without one."""
    if known.url.date:
        return [int(known.url.date[:4])]
    if post := known.post:
        days = (written.within(year) for year in (post.year, post.year + 1))
        return [day.year for day in days if day and post <= day <= post + SOON]
    number = _weekday_number(weekday)
    if number is None or known.retrieved is None:
        return []
    years = range(known.retrieved.year - YEARS_BACK + 1, known.retrieved.year + 1)
    return [y for y in years if (day := written.within(y)) and day.weekday() == number]


def _weekday_number(weekday: str | None) -> int | None:
    short = (weekday or "")[:3].casefold()
    return WEEKDAYS.index(short) if short in WEEKDAYS else None


def _is_possible(day: date, known: _Known) -> bool:
    """Return whether a report can be of a day: after its posts, before its capture, as its URL."""
    too_late = known.retrieved is not None and day > known.retrieved + timedelta(days=1)
    too_early = known.post is not None and not known.post <= day + timedelta(days=1)
    month = known.url.date if known.url.precision == "month" else None
    return not (too_late or too_early) and day.isoformat().startswith(month or "")


def _latest_post(lines: Lines) -> date | None:
    return max((day for line in lines.body if (day := post_date(line))), default=None)


def _as_day(written: str | None) -> date | None:
    day = as_published(written)
    return date.fromisoformat(day.date) if day.date and day.precision == "day" else None
