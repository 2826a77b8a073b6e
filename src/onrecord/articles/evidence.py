"""A day of publication with its precision and its source, and what an address says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from onrecord.models import DatePrecision, DateSource

URL_DATE = re.compile(
    r"[/_-](?P<year>(?:19|20)\d\d)(?:(?P<sep>[/_-])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)"
    r"|(?P<month_2>\d\d)(?P<day_2>\d\d))(?!\d)"
)
# /2023/04/ferry: no day, yet the month
URL_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?:(?P<month>0[1-9]|1[0-2])/)?")
PRECISIONS: dict[int, DatePrecision] = {4: "year", 7: "month", 10: "day"}


@dataclass(frozen=True, slots=True)
class Published:
    """A day, month or year of publication as ISO 8601; None: no evidence at all."""

    date: str | None = None
    precision: DatePrecision = "unknown"
    found_in: DateSource | None = None  # what says so; None: not told
    moment: str | None = None  # the stamp that the day is of, if it tells more


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


def month_by_url(url: str) -> Published:
    """Return the month or the year that an address names, as /2023/04/ and /2023/ do."""
    found = URL_MONTH.search(url)
    return as_published("-".join(filter(None, found.groups())), "url") if found else NO_DATE
