"""The pages of people, outlets, events and topics sum up their quotes, and lead to them."""

from __future__ import annotations

import re
import sqlite3
from html import unescape

import pytest

from tests.site.conftest import Get

BIGGEST = {
    table: f"select id, name, quote_count from {table} order by quote_count desc, id limit 1"
    for table in ("people", "outlets", "events", "topics")
}


@pytest.mark.parametrize("table", BIGGEST)
def test_the_page_names_counts_and_lists(
    get: Get, database: sqlite3.Connection, table: str
) -> None:
    row = database.execute(BIGGEST[table]).fetchone()
    page = unescape(get(f"/onrecord/{table}/{row['id']}").text)
    assert f"<h1>{row['name']}</h1>" in page
    assert f"{row['quote_count']} quotes" in page
    assert len(set(re.findall(r'<blockquote><a href="/onrecord/quotes/(\w+)"', page))) == min(
        40, row["quote_count"]
    )


@pytest.mark.parametrize("table", BIGGEST)
def test_a_sum_counts_what_it_leads_to(get: Get, database: sqlite3.Connection, table: str) -> None:
    row = database.execute(BIGGEST[table]).fetchone()
    page = unescape(get(f"/onrecord/{table}/{row['id']}").text)
    found = re.findall(
        r'<li><a href="(/onrecord/quotes\?[^"]+)">[^<]+</a>\s+<span class="number">([\d,]+)', page
    )
    assert found or row["quote_count"] < 10
    for address, count in found:
        rows = get(address.replace("quotes?", "quotes.json?") + "&_size=max").json()["rows"]
        assert len(rows) == int(count.replace(",", "")), address


def test_joint_statements_are_everyones(get: Get, database: sqlite3.Connection) -> None:
    counted = database.execute("select id, quote_count from people where quote_count > 0")
    for person, count in map(tuple, counted.fetchall()):
        rows = get(f"/onrecord/quotes.json?_speaker={person}&_size=max").json()["rows"]
        assert len(rows) == count, person
    both = get("/onrecord/quotes.json?_speaker=jens-stoltenberg&kind=direct&_shape=array").json()
    assert {(row["kind"], row["speaker_id"]) for row in both} == {("direct", "jens-stoltenberg")}
    assert get("/onrecord/people.json?_speaker=jens-stoltenberg").json()["rows"]


def test_a_person_without_a_word_has_a_page(get: Get, database: sqlite3.Connection) -> None:
    silent = database.execute("select id from people where quote_count = 0").fetchone()[0]
    answer = get(f"/onrecord/people/{silent}")
    assert answer.status_code == 200
    assert 'id="quotes"' not in answer.text


def test_a_spelling_that_languages_share_is_shown_once(
    get: Get, database: sqlite3.Connection
) -> None:
    stored = "select form from name_forms where person_id = 'jens-stoltenberg'"
    forms = [str(row[0]) for row in database.execute(stored)]
    assert len(set(forms)) < len(forms)
    page = get("/onrecord/people/jens-stoltenberg").text
    shown = re.findall(r'<span lang="\w+">([^<]+)</span>', page)
    assert sorted(shown) == sorted(set(forms))
    assert shown[:2] == ["@jensstoltenberg", "Jens Stoltenberg"]
