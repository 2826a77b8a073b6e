"""Tables as they are read: which columns, under which headings, and where a row leads."""

from __future__ import annotations

import re
import sqlite3

import pytest

from onrecord.db.tables import TABLES, VIEWS
from onrecord.site.reading import READING
from tests.site.conftest import Get

COLUMNS = {table.name: [column.name for column in table.columns] for table in (*TABLES, *VIEWS)}


@pytest.mark.parametrize("table", READING)
def test_what_is_read_is_in_the_table(table: str) -> None:
    reading = READING[table]
    assert {*reading.columns, reading.key} <= {*COLUMNS[table]}
    assert reading.leads_to in COLUMNS


@pytest.mark.parametrize("table", READING)
def test_a_table_is_read_under_its_headings_and_each_row_leads_on(get: Get, table: str) -> None:
    page = get(f"/onrecord/{table}").text
    headings = re.findall(r'<th scope="col"[^>]* data-column="(\w+)"', page)
    assert headings == list(READING[table].columns)
    leads = re.findall(r'<td class="col-\w+ lead[^"]*"[^>]*><a href="([^"]+)"', page)
    assert len(leads) == page.count("<tr>") - 1
    assert leads[0].startswith("http") or get(leads[0]).status_code == 200


@pytest.mark.parametrize("table", ["quotes", "articles", "said"])
def test_all_columns_are_one_click_away(get: Get, table: str) -> None:
    page = get(f"/onrecord/{table}").text
    (address,) = re.findall(r'<a href="([^"]+)">show all</a>', page)
    every = get(address).text
    assert all(f'data-column="{name}"' in every for name in COLUMNS[table])


def test_a_day_is_shown_as_exactly_as_it_is_known(get: Get, database: sqlite3.Connection) -> None:
    ranges = "select 1 from quotes where date_said = '2022-09-01' and date_said_end = '2022-09-30'"
    assert database.execute(ranges).fetchone()
    page = get("/onrecord/quotes?date_precision=month").text
    assert re.search(r'class="col-date_said"[^>]*>September 2022</td>', page)


def test_a_facet_asked_for_twice_is_shown_once_and_an_empty_one_never(get: Get) -> None:
    assert get("/onrecord/quotes?_facet=speaker_id").text.count('id="facet-speaker_id"') == 1
    nothing = get("/onrecord/quotes?_search=xyzzy&_facet=speaker_id").text
    assert "Nothing matches" in nothing
    assert 'class="facet"' not in nothing


def test_topics_are_shown_by_name(get: Get) -> None:
    facet = get("/onrecord/quotes").text.partition('id="facet-topics"')[2]
    assert "Membership and invitation" in facet
    assert ">membership<" not in facet


def test_ids_in_views_and_answers_are_links(get: Get) -> None:
    answer = get("/onrecord/most_quoted").text
    assert '<a href="/onrecord/people/jens-stoltenberg">jens-stoltenberg</a>' in answer
    view = get("/onrecord/same_words?_columns=all").text
    assert re.search(r'<a href="/onrecord/utterances/(\w{12})">\1</a>', view)
    # Datasette's own link says the name
    assert '">jens-stoltenberg</a>' not in get("/onrecord/quotes?_columns=all").text


@pytest.mark.parametrize(
    "path", ["events/vilnius-summit-2023", "outlets/voi", "topics/membership", "people/kremlin"]
)
def test_a_row_that_quotes_hang_on_lists_them(get: Get, path: str) -> None:
    assert "<blockquote>" in get(f"/onrecord/{path}").text
