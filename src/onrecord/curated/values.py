"""What a value of a data file must look like, by the name of its field.

A field means the same in every file, so its name is enough. Comes in: one value as written.
Goes out: what is wrong with it and what to do, in words, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

ADVICE_VERSION = "write year, month and number, as in 2026.11.0"
ADVICE_DATE = "write YYYY, YYYY-MM or YYYY-MM-DD"


def is_date(value: str) -> bool:
    """Return whether `value` is a day, a month or a year of the calendar: 2023-04-20, 2023-04."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", value, re.ASCII):
        return False
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _matches(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda value: compiled.fullmatch(value) is not None


def is_country(value: str) -> bool:
    """Return whether `value` looks like a country's two letters: UA."""
    return re.fullmatch(r"[A-Z]{2}", value) is not None


_DATE = (is_date, ADVICE_DATE)
_URL = (_matches(r"https?://[^\s/]+\S*"), "write the whole address, from https:// on")

FIELDS: dict[str, tuple[Callable[[str], bool], str]] = {
    "archive_url": _URL,
    "country": (is_country, "write the two letters of ISO 3166-1, as in UA"),
    "end": _DATE,
    "id": (
        _matches(r"[a-z0-9]+(-[a-z0-9]+)*"),
        "use lower-case letters, digits and single hyphens",
    ),
    "language": (_matches(r"[a-z]{2,3}"), "write the letters of ISO 639, as in uk"),
    "made": _DATE,
    "published": _DATE,
    "script": (_matches(r"[A-Z][a-z]{3}"), "write the four letters of ISO 15924, as in Cyrl"),
    "start": _DATE,
    "timezone": (
        _matches(r"UTC|[A-Z][A-Za-z]{1,20}(?:/[\w+-]{1,30}){1,3}"),
        "write the zone's name, as in Europe/Kyiv",
    ),
    "translated_from": (_matches(r"[a-z]{2,3}"), "write the letters of ISO 639, as in id"),
    "url": _URL,
    "version": (_matches(r"\d{4}\.(1[0-2]|[1-9])\.(0|[1-9]\d*)"), ADVICE_VERSION),
    "wikidata": (_matches(r"Q[1-9][0-9]*"), "write the item's number, as in Q212"),
}


def complaint(field: str, value: str) -> str | None:
    """Return what is wrong with `value` as the value of `field` and what to do; None: nothing."""
    if not value.strip():
        return f"`{field}` is empty; give it a value or leave the key out"
    check, advice = FIELDS.get(field, (None, ""))
    if check is None or check(value):
        return None
    return f"`{field}` can't be {value!r}; {advice}"


def runs_backwards(start: str | None, end: str | None) -> bool:
    """Return whether `end` lies before `start`, as far as both say: 2019-05 to 2019 is no range."""
    if not start or not end:
        return False
    shared = min(len(start), len(end))
    return end[:shared] < start[:shared]
