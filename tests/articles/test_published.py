"""The day of a report on all the evidence of its page: what counts, before what, and what doesn't.

Each case is a page saved as text: what stands above the report, its first words, what stands below.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.articles.evidence import NO_DATE, Published
from onrecord.articles.known import Known
from onrecord.articles.pages import Page, read_page
from onrecord.articles.published import Lines, date_report
from onrecord.models import DatePrecision, DateSource

HEADLINE = "Ferry sails again from Riverton after long repairs"
FIRST = "The ferry sailed at nine in the morning and the whole harbour of Riverton waved to it."
BODY = (
    "The harbour master had waited for years, and said that the wait was over at long last.\n"
    "Repairs to the engine had taken the yard longer than anybody in the town had thought.\n"
    "The road around the bay, which all had to take in the meantime, will stay open to lorries."
)
Evidence = tuple[str | None, DatePrecision, DateSource | None]
NOTHING: Evidence = (None, "unknown", None)


def read(above: str = "", first: str = FIRST, below: str = "", known: Known | None = None) -> Page:
    text = "\n".join(part for part in (HEADLINE, above, first, BODY, below) if part)
    page = read_page("page.txt", text.encode(), known or Known(headline=HEADLINE))
    assert isinstance(page, Page)
    return page


def evidence(page: Page) -> Evidence:
    return page.published.date, page.published.precision, page.published.found_in


def day(written: str, found_in: DateSource = "text") -> Evidence:
    return written, "day", found_in


ABOVE: list[tuple[str, Evidence]] = [
    ("Published: 3 April 2024", day("2024-04-03")),
    ("Published on April 3, 2024 at 2:05 p.m. EDT", day("2024-04-03")),
    ("First published: Wed 3 Apr 2024 14.05 BST", day("2024-04-03")),
    ("Posted by Ann Lee on April 3, 2024", day("2024-04-03")),
    ("Issued on: 23/04/2024 - 14:05", day("2024-04-23")),
    ("Date: 2024-04-03", day("2024-04-03")),
    ("April 3, 2024 14:05", day("2024-04-03")),
    ("Wednesday, 3 April 2024", day("2024-04-03")),
    ("3 Apr 2024, 14:05 UTC+3", day("2024-04-03")),
    ("03.04.2024 14:05", day("2024-04-03")),
    ("By Ann Lee | April 3, 2024 | 3 min read", day("2024-04-03")),
    ("World | 3 April 2024", day("2024-04-03")),
    ("3 April 2024 • Reuters", day("2024-04-03")),
    ("Опубліковано: 3 квітня 2024 р., 14:05", day("2024-04-03")),
    ("середа, 3 квітня 2024", day("2024-04-03")),
    ("Опубликовано 3 апреля 2024 г. в 14:05", day("2024-04-03")),
    ("3 апреля 2024, 14:05", day("2024-04-03")),
    ("Veröffentlicht am 3. April 2024 um 14:05 Uhr", day("2024-04-03")),
    ("Mittwoch, 3. April 2024", day("2024-04-03")),
    ("Publié le mercredi 3 avril 2024 à 14h05", day("2024-04-03")),
    ("Le 1er mai 2024", day("2024-05-01")),
    ("Published 3 April 2024, updated 5 April 2024", day("2024-04-03")),
    ("Updated: 5 April 2024\nPublished: 3 April 2024", day("2024-04-03")),
    ("Last updated: 5 April 2024", day("2024-04-05", "changed")),
    ("Modified on April 5, 2024 at 09:00", day("2024-04-05", "changed")),
    ("Stand: 05.04.2024", day("2024-04-05", "changed")),
    ("Mis à jour le 5 avril 2024", day("2024-04-05", "changed")),
    ("Оновлено: 5 квітня 2024", day("2024-04-05", "changed")),
    # a guess between March and April would be one
    ("Published: 03/04/2024", ("2024", "year", "text")),
    ("Updated 5 hours ago", NOTHING),
    ("Published yesterday", NOTHING),
    ("3 April", NOTHING),
    ("Published: April 2024", NOTHING),
    ("31 February 2024", NOTHING),
    ("© 2024 Harbour Post", NOTHING),
    ("Copyright 3 April 2024 Harbour Post", NOTHING),
    ("Photo: Ann Lee, 3 April 2021", NOTHING),
    ("File photo | 3 April 2021", NOTHING),
    ("Archive | 3 April 2021", NOTHING),
    ("Retrieved 3 April 2024", NOTHING),
    ("Events | 3 May 2024", NOTHING),
    ("Summer Summit, 11 July 2024", NOTHING),
    ("Bridge opens to lorries - 12 March 2022", NOTHING),
    ("Related: Bridge opens, 12 March 2022", NOTHING),
    ("Offer ends 3 April 2024", NOTHING),
    ("Since April 3, 2024, we carry no advertisements on these pages", NOTHING),
    ("A reader since 3 April 2019", NOTHING),
    ("3 April 2024\n4 April 2024", NOTHING),
]


@pytest.mark.parametrize(("above", "expected"), ABOVE)
def test_a_line_above_the_report(above: str, expected: Evidence) -> None:
    assert evidence(read(above)) == expected


BELOW: list[tuple[str, Evidence]] = [
    ("Published: 3 April 2024", day("2024-04-03")),
    ("This article was first published on 3 April 2024.", NOTHING),
    ("3 April 2024", NOTHING),
    ("Bridge opens to lorries\n12 March 2022", NOTHING),
    ("Last updated: 5 April 2024", day("2024-04-05", "changed")),
]


@pytest.mark.parametrize(("below", "expected"), BELOW)
def test_a_line_below_the_report_counts_only_by_its_label(below: str, expected: Evidence) -> None:
    assert evidence(read(below=below)) == expected


BY_DATELINE: list[tuple[str, Evidence]] = [
    ("RIVERTON, 3 April 2024 — ", day("2024-04-03", "dateline")),
    ("RIVERTON, Sweden, Apr. 3, 2024 (AP) — ", day("2024-04-03", "dateline")),
    ("RIVERTON – April 3, 2024 – ", day("2024-04-03", "dateline")),
    ("Riverton, 3. April 2024 (dpa) - ", day("2024-04-03", "dateline")),
    ("RIVERTON, Sweden, Apr. 3 (Reuters) – ", NOTHING),
    ("RIVERTON (Reuters) – ", NOTHING),
    ("RIVERTON, 31 February 2024 — ", NOTHING),
]


@pytest.mark.parametrize(("dateline", "expected"), BY_DATELINE)
def test_a_dateline(dateline: str, expected: Evidence) -> None:
    assert evidence(read(first=dateline + FIRST)) == expected


EVENTS = [
    "The treaty of 4 April 1999 bound them, and on 3 April 2014 it was for Riverton to join.",
    "On Thursday, 24 February 2022, the ferry sank in the harbour of Riverton, a town of men.",
    "The ministers will meet in Riverton on Thursday, April 18, the harbour office said.",
    "Talks go on until Thursday (April 18), the harbour office of Riverton said in a letter.",
    "July 11 — the day on which the ferry sailed — was a day of joy for all who live in Riverton.",
    "NATO agreed on 11 July 2023 - a day of rain - that the harbour was to be built up once again.",
]


@pytest.mark.parametrize("first", EVENTS)
def test_days_of_events_are_none_of_the_report(first: str) -> None:
    assert evidence(read(first=first)) == NOTHING


DATELINE = "RIVERTON, Wednesday, Apr. 3 (Reuters) – "
NO_WEEKDAY = "RIVERTON, Apr. 3 (Reuters) – "
AUTHOR = "— Ann Lee (@annlee) April 2, 2024"
POST = f"We sail tomorrow.\n{AUTHOR}\n"
SAID_SUNDAY = "The ferry will sail, the harbour master said on Sunday (December 22) at the quay. "
YEARS: list[tuple[str, Known, Evidence]] = [
    (NO_WEEKDAY, Known(url="https://a.example/2024/ferry"), ("2024-04-03", "range", "dateline")),
    (NO_WEEKDAY, Known(url="https://a.example/2024/04/x"), ("2024-04-03", "range", "dateline")),
    (NO_WEEKDAY, Known(url="https://a.example/2024/05/x"), ("2024-05", "month", "url")),
    (DATELINE, Known(retrieved_at="2025-01-09T08:00:00Z"), ("2024-04-03", "range", "dateline")),
    (NO_WEEKDAY, Known(retrieved_at="2024-04-09T08:00:00Z"), NOTHING),
    (DATELINE, Known(), NOTHING),
    (SAID_SUNDAY, Known(url="https://a.example/2024/ferry"), ("2024-12-22", "range", "text")),
    (SAID_SUNDAY, Known(retrieved_at="2025-01-09T08:00:00Z"), ("2024-12-22", "range", "text")),
    (SAID_SUNDAY, Known(), NOTHING),
]


@pytest.mark.parametrize(("first", "known", "expected"), YEARS)
def test_a_year_that_is_not_printed(first: str, known: Known, expected: Evidence) -> None:
    assert evidence(read(first=first + FIRST, known=replace(known, headline=HEADLINE))) == expected


def test_a_post_tells_the_year() -> None:
    page = read(first=f"{NO_WEEKDAY}{FIRST}\n{POST}")
    assert evidence(page) == ("2024-04-03", "range", "dateline")
    before = read(first=f"RIVERTON, Dec. 3 (Reuters) – {FIRST}\n{POST}")
    assert evidence(before) == ("2024-04-02", "range", "post")


SAID = "The harbour master said {} that the ferry would sail again and that all might come to see."
POSTED: list[tuple[str, Evidence]] = [
    (FIRST, ("2024-04-02", "range", "post")),
    (SAID.format("on Tuesday"), ("2024-04-02", "range", "post")),
    (SAID.format("on Thursday"), ("2024-04-04", "range", "text")),
    # rather the day before the post than six days after it
    (SAID.format("on Monday"), ("2024-04-02", "range", "post")),
]


@pytest.mark.parametrize(("first", "expected"), POSTED)
def test_a_post_and_the_weekday_of_the_lead(first: str, expected: Evidence) -> None:
    assert evidence(read(first=f"{first}\n{POST}")) == expected


def test_the_latest_post_counts() -> None:
    lines = Lines([], ["— Ann Lee (@annlee) April 1, 2024", AUTHOR, "Rain on May 1, 2024"])
    assert date_report(NO_DATE, lines, Known()) == Published("2024-04-02", "range", "post")
    assert date_report(NO_DATE, Lines([], ["Rain on May 1, 2024"]), Known()) == NO_DATE


def test_no_report_is_older_than_its_posts_or_younger_than_its_capture() -> None:
    captured = Known(headline=HEADLINE, retrieved_at="2024-04-09T08:00:00Z")
    assert evidence(read("Published: 1 May 2024", known=captured)) == NOTHING
    assert evidence(read("Published: 03/05/2024", known=captured)) == day("2024-03-05")
    older = read("Published: 3 April 2023", first=f"{FIRST}\n{POST}")
    assert evidence(older) == ("2024-04-02", "range", "post")


RANKED: list[tuple[Published, Known, DateSource]] = [
    (Published("2024-04-03", "day", "json-ld"), Known(listed="2024-04-05"), "json-ld"),
    (NO_DATE, Known(url="https://a.example/2024/04/03/x", listed="2024-04-05"), "url"),
    (Published("2024-04-01", "day", "page"), Known(listed="2024-04-03"), "feed"),
    (Published("2024-04-03", "day", "page"), Known(), "page"),
    (Published("2024-04-09", "day", "changed"), Known(), "text"),
    (NO_DATE, Known(), "text"),
]


@pytest.mark.parametrize(("told", "known", "found_in"), RANKED)
def test_the_best_evidence_counts(told: Published, known: Known, found_in: DateSource) -> None:
    lines = Lines(["Published: 3 April 2024"], ["RIVERTON, 4 April 2024 — " + FIRST])
    assert date_report(told, lines, known) == Published("2024-04-03", "day", found_in)


def test_the_day_of_a_change_counts_before_a_post_and_not_against_the_address() -> None:
    changed = Published("2024-04-09", "day", "changed")
    lines = Lines([], [AUTHOR])
    assert date_report(changed, lines, Known()) == changed
    known = Known(url="https://a.example/2024/03/ferry")
    month = Published("2024-03", "month", "url")
    assert date_report(changed, Lines([], []), known) == month
    assert date_report(NO_DATE, Lines([], []), Known(url="https://a.example/2024/x")) == NO_DATE
