"""A day as pages write it → ISO 8601: machine forms, and words and figures in eight languages.

The patterns are ours since no library tells when it doesn't know: dateparser 1.5 makes the 21st of
this month of "Jan. 5 (Reuters)" and yesterday of "1 day", and reads 5.4.2024 as the 4th of May;
htmldate 1.11 makes the 1st of January of any year that it meets, "Copyright 2023" included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# each month as a page may call it; the first three letters do not tell in French and Spanish
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar jänner janvier enero ene janeiro gennaio januari"
            " січня січень січ января январь янв",
            "feb february februar feber février fevrier febrero fevereiro febbraio februari"
            " лютого лютий лют февраля февраль фев",
            "mar march märz maerz mär mars marzo março maart березня березень бер марта март",
            "apr april avril abril abr aprile квітня квітень квіт апреля апрель апр",
            "may mai mayo maio maggio mei травня травень трав мая май",
            "jun june juni juin junio junho giugno червня червень черв июня июнь июн",
            "jul july juli juillet julio julho luglio липня липень лип июля июль июл",
            "aug august août aout agosto ago augustus серпня серпень серп августа август авг",
            "sep sept september septembre septiembre setembro settembre"
            " вересня вересень вер сентября сентябрь сен сент",
            "oct october oktober okt octobre octubre outubro ottobre"
            " жовтня жовтень жовт октября октябрь окт",
            "nov november novembre noviembre novembro"
            " листопада листопад лист ноября ноябрь ноя нояб",
            "dec december dezember dez décembre decembre diciembre dic dezembro dicembre"
            " грудня грудень груд декабря декабрь дек",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
ISO = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)(?!\d)")
COMPACT = re.compile(r"(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:T?\d{4,6}\w*)?$")
FIGURES = re.compile(
    r"(?<![\d.])(?P<d>\d\d?)[./-] ?(?P<m>\d\d?)[./-] ?(?P<y>(?:19|20)\d\d|\d\d)(?![\d.]*\d)"
)
DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<d>\d\d?)(?:st|nd|rd|th|er)?\.?[\s/-]*(?:de |of )?(?P<m>{_MONTH})\b"
    rf"[.,]?[\s/-]*(?:de )?(?P<y>(?:19|20)\d\d)",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    rf"\b(?P<m>{_MONTH})\.?\s+(?P<d>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)", re.IGNORECASE
)
# the same without a year: Jan. 5, 11 July; a year or a time right behind makes it another form
NO_YEAR = re.compile(
    rf"\b(?:(?P<m>{_MONTH})\b\.?\s(?P<d>\d\d?)(?:st|nd|rd|th)?"
    rf"|(?P<d_2>\d\d?)(?:st|nd|rd|th|er)?\.?\s(?:of |de )?(?P<m_2>{_MONTH})\b)"
    r"(?!,?\s?\d{4}|[\d:])",
    re.IGNORECASE,
)
EARLIEST = 1995  # the first news sites
LEAP = 2000


@dataclass(frozen=True, slots=True)
class Written:
    """A day as it is written at `start` to `end` of a text."""

    start: int
    end: int
    month: int
    day: int
    year: int | None = None  # None: it isn't written
    is_ambiguous: bool = False  # 3/4/2024 may be in March or in April

    def within(self, year: int) -> date | None:
        """Return the day as one of a year; None: that year doesn't have it."""
        try:
            return date(year, self.month, self.day) if year >= EARLIEST else None
        except ValueError:  # 31 Smarch
            return None


def iso_day(written: str) -> str | None:
    """Return the day at the start of an ISO 8601 or compact stamp; None: it is no such stamp."""
    text = written.strip()
    return _day(ISO.match(text) or COMPACT.match(text))


def day_at(stamp: str, timezone: str | None) -> str:
    """Return the day that a moment falls on where the outlet is, as ISO 8601.

    A stamp without an offset from UTC, or with no time of day, is taken to be local already, and
    so is every stamp where the zone is not known.
    """
    try:
        moment = datetime.fromisoformat(stamp)
        zone = ZoneInfo(timezone or "")
        return (moment.astimezone(zone) if moment.tzinfo else moment).date().isoformat()
    except (ValueError, OverflowError, OSError, ZoneInfoNotFoundError):  # a folder is an OSError
        return stamp[:10]


def day_in_words(text: str) -> str | None:
    """Return the first day that a short text names, as in "Posted on 3 May 2024 by Ann Lee".

    12/5/2024 is read as Europe writes it unless only the other way gives a day.
    """
    patterns = (DAY_FIRST, MONTH_FIRST, ISO, FIGURES)
    found = chain.from_iterable(pattern.finditer(text) for pattern in patterns)
    return next((day for match in found if (day := _day(match))), None)


def find_days(text: str) -> list[Written]:
    """Return the days that a text writes, with or without a year, in its order."""
    patterns = (ISO, DAY_FIRST, MONTH_FIRST, FIGURES, NO_YEAR)
    days: list[Written] = []
    for written in chain.from_iterable(_written(pattern, text) for pattern in patterns):
        if all(written.end <= one.start or one.end <= written.start for one in days):
            days.append(written)
    return sorted(days, key=lambda one: one.start)


def _written(pattern: re.Pattern[str], text: str) -> Iterator[Written]:
    """Yield the days of one form; those that no calendar has are left out."""
    for match in pattern.finditer(text):
        if pattern is NO_YEAR:
            month = _month(match["m"] or match["m_2"])
            written = Written(*match.span(), month, int(match["d"] or match["d_2"]))
            if written.within(LEAP):
                yield written
        elif day := _day(match):
            year, month, number = map(int, day.split("-"))
            slashed = pattern is FIGURES and "/" in match.group()
            ambiguous = slashed and max(month, number) <= 12 and month != number
            yield Written(*match.span(), month, number, year, ambiguous)


def _day(found: re.Match[str] | None) -> str | None:
    if not found:
        return None
    year, month, day = int(found["y"]), _month(found["m"]), int(found["d"])
    year += 2000 if year < 100 else 0
    if month > 12 >= day:
        month, day = day, month
    try:
        return date(year, month, day).isoformat() if year >= EARLIEST else None
    except ValueError:  # 31 Smarch
        return None


def _month(written: str) -> int:
    return int(written) if written.isdigit() else MONTHS[written.casefold()]
