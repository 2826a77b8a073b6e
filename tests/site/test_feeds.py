"""The feeds hold the latest words, each with its own address."""

from __future__ import annotations

import sqlite3

from lxml import etree

from tests.site.conftest import Get

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def entries(text: str) -> list[etree._Element]:
    found: list[etree._Element] = etree.fromstring(text.encode()).findall("a:entry", ATOM)
    return found


def test_the_feed_of_all_begins_with_the_latest_report(
    get: Get, database: sqlite3.Connection
) -> None:
    answer = get("/feed.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    (latest,) = database.execute("select max(published) from articles").fetchone()
    found = entries(answer.text)
    assert found[0].findtext("a:updated", namespaces=ATOM) == f"{latest}T00:00:00+00:00"
    updated = [entry.findtext("a:updated", namespaces=ATOM) for entry in found]
    assert updated == sorted(updated, reverse=True)


def test_an_entry_leads_to_its_quote(get: Get) -> None:
    first = entries(get("/feed.atom").text)[0]
    address = first.findtext("a:id", namespaces=ATOM)
    assert get(address.removeprefix("http://localhost")).status_code == 200


def test_a_persons_feed_has_that_persons_words_only(get: Get) -> None:
    found = entries(get("/feed/jens-stoltenberg.atom").text)
    names = {entry.findtext("a:author/a:name", namespaces=ATOM) for entry in found}
    assert names == {"Jens Stoltenberg"}


def test_somebody_silent_has_an_empty_feed_and_nobody_has_none(
    get: Get, database: sqlite3.Connection
) -> None:
    silent = database.execute("select id from people where quote_count = 0").fetchone()[0]
    assert entries(get(f"/feed/{silent}.atom").text) == []
    assert get("/feed/nobody-at-all.atom").status_code == 404
