"""The stretch before a report's first sentence: place, day and agency, "KYIV, Jan. 5 (Reuters) –".

It is one where it ends in a dash, in an agency's mark, or in both, and where nothing else stands in
it than names of places, a day and an agency. Places in small letters count only with an agency that
is known, or with a day and its year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.articles.bylines import AGENCIES
from onrecord.articles.days import Written, find_days

LONGEST = 120  # letters
MOST_PLACES = 9  # words: "NEAR THE VILLAGE OF UPPER SEDGE, Sweden"
# a dash, or what stands right after an agency: (ANI): …, /TASS/. …, (PTI) …
END = re.compile(r"\s[-–—]{1,2}\s?|(?<=[)/])\s?[-–—:.]{1,2}(?=\s)|(?<=\))(?=\s[^\W\d_])")
AGENCY = re.compile(r"\((?P<name>[^\W\d][\w/. &-]{1,40})\)|/(?P<marked>[A-Z][\w -]{1,20})/")
FILLER = re.compile(r"\b(?:near|the|village|town|of|de|on|in|upon|am|la|el)\b")
WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.IGNORECASE
)
STRANGE = re.compile(r"[^\w\s,.'’/\[\]()|:–—-]")
NO_PLACE = frozenset("a an as at by for from he her his i in it on she the they this to we".split())


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; None: it doesn't."""

    agency: str | None = None
    day: Written | None = None  # places in the paragraph


def read_dateline(paragraph: str) -> Dateline | None:
    """Return what the dateline of a paragraph says; None: it has none, or one of a place alone."""
    ends = list(END.finditer(paragraph[:LONGEST]))
    found = (_read(paragraph[: end.start()], is_marked=bool(end[0])) for end in reversed(ends))
    return next((line for line in found if line), None)


def _read(head: str, *, is_marked: bool) -> Dateline | None:
    """Return what the words before an end say if they are a dateline.

    An end that no dash marks counts only after a day and an agency that is known.
    """
    days = find_days(head)
    if len(days) > 1:
        return None
    day = days[0] if days else None
    rest = f"{head[: day.start]} {head[day.end :]}" if day else head
    mark = AGENCY.search(rest)
    agency = (mark["name"] or mark["marked"]) if mark else None
    is_known = (agency or "").casefold() in AGENCIES
    if not (is_marked or (is_known and day)) or not (
        is_known or agency is None or agency[0].isupper()
    ):
        return None
    places = WEEKDAY.sub(" ", AGENCY.sub(" ", rest, count=1))
    is_sure = is_known or (day is not None and day.year is not None)
    if not (agency or day) or STRANGE.search(places) or not _are_places(places, is_sure=is_sure):
        return None
    return Dateline(AGENCIES.get((agency or "").casefold(), agency), day)


def _are_places(written: str, *, is_sure: bool) -> bool:
    """Return whether words are names of places: the first in capitals, or of something sure."""
    words = re.findall(r"[^\W_][\w'’.-]*", FILLER.sub(" ", written))
    if not words or len(words) > MOST_PLACES or words[0].casefold() in NO_PLACE:
        return False
    if words[0].isupper() and len(words[0]) > 1:
        return all(not word[0].islower() for word in words)
    return is_sure and len(words) <= 4 and all(word[0].isupper() for word in words)
