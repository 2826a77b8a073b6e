"""Lines around a report → the day they say it was published or changed.

"Published: 3 April 2024", "Thursday 20 April 2023 14.05 BST", "By Ann Lee | May 3, 2024". A line is
read only where nothing stands in it but a day, what names it, times, weekdays, bylines and short
labels set apart by a bar: the days of events, pictures, archives, offers and other reports have
words of their own beside them. "Updated 5 hours ago" names no day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.articles.bylines import AGENCIES
from onrecord.articles.days import Written, find_days

Meaning = Literal["published", "changed", "bare"]

LONGEST = 160  # letters
PUBLISHED = re.compile(
    r"(?:\b(?:(?:first|originally)\s)?(?:published|posted|issued|released)(?:\s(?:on|at|in|online))?"
    r"|\b(?:publication |publish |release |posting )?date\b|\bpubli[ée]e?(?: le)?"
    r"|\bmis en ligne(?: le)?"
    r"|\b(?:veröffentlicht|erschienen|erstellt|publiziert)(?: am)?|\bdatum\b|\bpublicado(?: el)?"
    r"|\bpubblicato(?: il)?|\b(?:опубліковано|опубликовано|розміщено|размещено)"
    r"|\bдата(?: публікації| публикации)?)\s*:?",
    re.IGNORECASE,
)
CHANGED = re.compile(
    r"(?:\b(?:(?:last|latest|recently)[\s-])?(?:updated?|modified|modification|revised|edited|changed)"
    r"(?:\s(?:on|at))?|\b(?:zuletzt\s)?(?:aktualisiert|geändert)(?: am)?|\bstand\b"
    r"|\b(?:dernière\s)?(?:mise? à jour|modifi[ée]e?)(?: le)?|\bactualizado(?: el)?"
    r"|\b(?:востаннє\s)?(?:оновлено|обновлено|змінено|изменено))\s*:?",
    re.IGNORECASE,
)
WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|(?:mo|di|mi|do|fr|sa|so)\b|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|понеділок|вівторок|середа|четвер|п[’']ятниця|субота|неділя"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\b\.?",
    re.IGNORECASE,
)
# times, zones, how long it takes to read, and the small words that stand between
FITTING = re.compile(
    r"\b\d{1,2}(?:[:.h]\s?\d\d){1,2}\b|\b\d{1,2}\s?(?=[ap]\.?m)|\b[ap]\.?m\b\.?"
    r"|\b(?:utc|gmt|[cew]es?t|bst|msk|[ecmp][sd]t|eest|ist|wib|uhr|hrs?)\b(?:\s?[+-]\s?\d{1,2}(?::\d\d)?)?"
    r"|\b\d{1,3}\s?(?:min(?:ute)?s?|мин|хв)\b(?:\.?\s(?:read|lesezeit|de lecture))?"
    r"|\b(?:at|on|in|um|à|le|am|den|el|о|в|г|р|року|года|time|and|edition|local)\b",
    re.IGNORECASE,
)
BY = re.compile(
    r"\b(?:[Bb]y|[Vv]on|[Pp]ar)\s+(?:[^\W\d_][\w'’.-]*[ ,]{0,2}(?:and\s|und\s|et\s)?){1,8}"
)
MARKS = re.compile(r"[\s,.;:()\[\]|•·/–—-]+")
BAR = re.compile(r"(?:(?<!\s)\s+)?[|•·]\s*|(?<!\s)\s+[–—/-]+\s+")
# a label that says the day is of something else: "Archive | 3 May 2022"
OTHER = re.compile(
    r"©|\b(?:archiv\w*|events?|photos?|pictures?|images?|video|file|retrieved|accessed|captured"
    r"|related|read (?:more|also|next)|more|next|previous|subscribe|offers?|copyright|born|died"
    r"|since|until|deadline|expires?|calendar|issue|vol|summit|conference|webinar|comments?)\b",
    re.IGNORECASE,
)
LONGEST_LABEL = 3  # words


@dataclass(frozen=True, slots=True)
class DateLine:
    """A day in a line, and what the line says of it; `bare`: nothing."""

    day: Written
    meaning: Meaning
    weekday: str | None = None  # as written in the line; None: none is


def read_date_line(line: str) -> tuple[DateLine, ...]:
    """Return the days that a line gives a report; none for a line that is about anything else."""
    if len(line) > LONGEST or not any(map(str.isdigit, line)):
        return ()
    days = find_days(line)
    if not days or OTHER.search(line):
        return ()
    found, before = [], 0
    for day in days:
        found.append(DateLine(day, _meaning(line[before : day.start]), _weekday(line)))
        before = day.end
    return tuple(found) if _is_fitting(line, days, found) else ()


def _meaning(before: str) -> Meaning:
    """Return what the words before a day say of it; the last of them counts."""
    places: dict[Meaning, int] = {
        "published": max((one.end() for one in PUBLISHED.finditer(before)), default=-1),
        "changed": max((one.end() for one in CHANGED.finditer(before)), default=-1),
        "bare": 0,
    }
    return max(places, key=lambda meaning: places[meaning])


def _weekday(line: str) -> str | None:
    found = WEEKDAY.search(line)
    return found.group().casefold() if found else None


def _is_fitting(line: str, days: list[Written], found: list[DateLine]) -> bool:
    """Return whether nothing but what belongs to a date line is left of it without its days."""
    rest = line
    for day in reversed(days):
        rest = f"{rest[: day.start]} | {rest[day.end :]}"
    for pattern in (PUBLISHED, CHANGED):
        rest = pattern.sub(" | ", rest)
    for pattern in (BY, WEEKDAY, FITTING):
        rest = pattern.sub(" ", rest)
    parts = [part for piece in BAR.split(rest) if (part := MARKS.sub(" ", piece).strip())]
    set_apart = len(BAR.findall(line)) > 0 or any(one.meaning != "bare" for one in found)
    return not parts or (set_apart and len(parts) <= 2 and all(map(_is_label, parts)))


def _is_label(part: str) -> bool:
    """Return whether a piece of a date line is a section, an outlet, a place or a name."""
    words = part.split()
    named = part.casefold() in AGENCIES or all(not word[0].islower() for word in words)
    return named and len(words) <= LONGEST_LABEL and not any(word.isdigit() for word in words)
