"""A day as pages write it → ISO 8601: machine forms, and words and figures in six languages."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain

# each month as a page may call it; the first three letters do not tell in French and Spanish
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar jänner janvier enero ene janeiro gennaio januari",
            "feb february februar feber février fevrier febrero fevereiro febbraio februari",
            "mar march märz maerz mär mars marzo março maart",
            "apr april avril abril abr aprile",
            "may mai mayo maio maggio mei",
            "jun june juni juin junio junho giugno",
            "jul july juli juillet julio julho luglio",
            "aug august août aout agosto ago augustus",
            "sep sept september septembre septiembre setembro settembre",
            "oct october oktober okt octobre octubre outubro ottobre",
            "nov november novembre noviembre novembro",
            "dec december dezember dez décembre decembre diciembre dic dezembro dicembre",
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
EARLIEST = 1995  # the first news sites


def iso_day(written: str) -> str | None:
    """Return the day at the start of an ISO 8601 or compact stamp; None: it is no such stamp."""
    text = written.strip()
    return _day(ISO.match(text) or COMPACT.match(text))


def day_in_words(text: str) -> str | None:
    """Return the first day that a short text names, as in "Posted on 3 May 2024 by Ann Lee".

    12/5/2024 is read as Europe writes it unless only the other way gives a day.
    """
    patterns = (DAY_FIRST, MONTH_FIRST, ISO, FIGURES)
    found = chain.from_iterable(pattern.finditer(text) for pattern in patterns)
    return next((day for match in found if (day := _day(match))), None)


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
