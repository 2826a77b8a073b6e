"""What the page's own words and address say of a report: its day and its agency."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.articles.posts import post_date
from onrecord.models import DatePrecision, DateSource

URL_DATE = re.compile(
    r"[/_-](?P<year>(?:19|20)\d\d)(?:(?P<sep>[/_-])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)"
    r"|(?P<month_2>\d\d)(?P<day_2>\d\d))(?!\d)"
)
# KYIV (Reuters) –   BRUSSELS, April 20 (AFP) -   LVIV, Ukraine (AP) —
DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’/-]+[ ,]{0,2}){1,5}(?:[A-Z][\w.]+[ ,]{0,2}){0,2}(?:\d{1,2} ?){0,2}"
    r"\((?P<agency>[A-Z][\w/. -]{1,30})\) ?[-–—]"
)
PRECISIONS: dict[int, DatePrecision] = {4: "year", 7: "month", 10: "day"}


@dataclass(frozen=True, slots=True)
class Published:
    """A day, month or year of publication as ISO 8601; None: no evidence at all."""

    date: str | None = None
    precision: DatePrecision = "unknown"
    found_in: DateSource | None = None  # what says so; None: not told


NO_DATE = Published()


def as_published(written: str | None, found_in: DateSource | None = None) -> Published:
    """Return what an ISO 8601 date or time says; nothing where it is none."""
    day = (written or "").strip()[:10]
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", day, re.ASCII):
        return NO_DATE
    try:
        date.fromisoformat((day + "-01-01")[:10])
    except ValueError:
        return NO_DATE
    return Published(day, PRECISIONS[len(day)], found_in)


def published_by_url(url: str) -> Published:
    """Return the day an address names, as /2023/04/20/ does."""
    found = URL_DATE.search(url)
    if not found:
        return NO_DATE
    month, day = found["month"] or found["month_2"], found["day"] or found["day_2"]
    return as_published(f"{found['year']}-{int(month):02}-{int(day):02}", "url")


def published_by_posts(lines: Iterable[str]) -> Published:
    """Return the day of the latest embedded post: the report came that day or soon after it."""
    days = [day for line in lines if (day := post_date(line))]
    return Published(max(days).isoformat(), "range", "post") if days else NO_DATE


def agency_of(paragraph: str) -> str | None:
    """Return the agency that a dateline names, as Reuters in "KYIV (Reuters) – …"."""
    found = DATELINE.match(paragraph)
    return found["agency"] if found else None
