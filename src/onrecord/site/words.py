"""How values read on a page: dates, numbers and quoted words."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from onrecord.people.offices import office

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# what says when a report was published, behind the day
EVIDENCE = {
    "sidecar": "as noted when the page was saved",
    "digest": "as noted in our digest",
    "json-ld": "as the page tells machines",
    "metadata": "as the page tells machines",
    "url": "by its address",
    "feed": "as the outlet lists it",
    "page": "as the page shows it",
    "text": "by its own words",
    "dateline": "by the line before its first sentence",
    "changed": "the day the page last changed, for want of another",
    "post": "by the latest post in it, for want of another",
}


def long_date(iso: str | None) -> str:
    """Return `2023-04-20` as `20 April 2023`, to the precision it has; nothing for no date."""
    if not iso:
        return ""
    year, *rest = iso.split("-")
    named = [MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *named, year])


def date_range(start: str | None, end: str | None) -> str:
    """Return `20 April 2023`, `9–21 December 2024`, or a whole month or year by its name.

    What both ends share is said once.
    """
    if not start or not end or start == end:
        return long_date(start)
    if whole := _whole(start, end):
        return long_date(whole)
    if start[8:] and start[:7] == end[:7]:
        return f"{int(start[8:])}–{long_date(end)}"
    first = long_date(start)
    return f"{first.removesuffix(f' {end[:4]}')} – {long_date(end)}"


def _whole(start: str, end: str) -> str | None:
    """Return the month or year that two days are the first and the last of."""
    if start[:7] == end[:7] and start.endswith("-01") and end[8:] == str(_length(start[:7])):
        return start[:7]
    if start[:4] == end[:4] and start[4:] == "-01-01" and end[4:] == "-12-31":
        return start[:4]
    return None


def _length(month: str) -> int:
    year, number = map(int, month.split("-"))
    return monthrange(year, number)[1]


def set_words(text: str) -> str:
    """Return quoted words as they stand alone on a page: without the comma before their cue."""
    return text.removesuffix(",")


def headed(quote: Any) -> str:
    """Return a quote in one line, as a title: `Ann Lee: “We won”`; a paraphrase has no marks."""
    who = quote["speaker"] or quote["speaker_mention"] or "Nobody named"
    words = shorten(" ".join(set_words(quote["text"]).split()))
    return f"{who}: {words}" if quote["kind"] == "indirect" else f"{who}: “{words}”"


def shorten(text: str, longest: int = 90) -> str:
    """Return a text of at most `longest` characters, cut between words where it is longer."""
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + "…"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return `1 quote`, `1,204 quotes`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def evidence(found_in: str | None) -> str:
    """Return what says when a report was published, in plain words; "" where nothing does."""
    return EVIDENCE.get(found_in or "", "")


def code_marks(text: str | None) -> Markup:
    """Return a description with what stands in backticks set as code, everything else escaped."""
    parts = escape(text or "").split("`")
    odd = [Markup("<code>{}</code>").format(part) for part in parts[1::2]]
    parts[1::2] = odd
    return Markup("").join(parts)


FILTERS: dict[str, Callable[..., Any]] = {
    "long_date": long_date,
    "date_range": date_range,
    "set_words": set_words,
    "count_of": count,
    "headed": headed,
    "shorten": shorten,
    "code_marks": code_marks,
    "office": office,
    "evidence": evidence,
    "from_json": json.loads,
}
