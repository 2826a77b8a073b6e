"""The site answers: every page, table, question and download, with what it should hold."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlencode

import pytest
import yaml

from tests.site.conftest import Get

METADATA = yaml.safe_load((Path(__file__).parents[2] / "metadata.yml").read_text())
QUERIES = METADATA["databases"]["onrecord"]["queries"]


def table_names(database: sqlite3.Connection) -> list[str]:
    listed = database.execute("select name from sqlite_master where type in ('table', 'view')")
    # the others are the search boxes' own
    return [name for (name,) in listed if "_fts" not in name and not name.endswith("_search")]


def test_the_home_page_counts_what_is_there(get: Get, database: sqlite3.Connection) -> None:
    page = get("/")
    assert page.status_code == 200
    counted = (
        ("quotes", "quotes"),
        ("articles", "reports"),
        ("people where quote_count > 0", "speakers"),
    )
    for rows, noun in counted:
        (count,) = database.execute(f"select count(*) from {rows}").fetchone()
        assert f"<strong>{count}</strong> {noun}" in page.text


def test_the_home_page_sets_two_printings_of_the_same_words_side_by_side(get: Get) -> None:
    page = get("/").text
    collation = page[page.index('class="collation"') : page.index('class="key"')]
    assert collation.count("<li") >= 2
    assert "<ins>" in collation or "<del>" in collation


def test_quotes_are_counted_by_speaker(get: Get, database: sqlite3.Connection) -> None:
    assert get("/onrecord/quotes?_facet=speaker_id").status_code == 200
    facets = get("/onrecord/quotes.json?_facet=speaker_id").json()["facet_results"]
    found = {value["value"]: value["count"] for value in facets["speaker_id"]["results"]}
    counted = "select speaker_id, count(*) from quotes where speaker_id is not null group by 1"
    for speaker, count in database.execute(counted):
        assert found[speaker] == count


def test_speakers_and_outlets_are_shown_by_name(get: Get, database: sqlite3.Connection) -> None:
    page = get("/onrecord/quotes?_size=max").text
    for (name,) in database.execute("select name from outlets where quote_count > 0"):
        assert name in page
    assert '/onrecord/people/jens-stoltenberg">Jens Stoltenberg</a>' in page


def test_quotes_come_as_a_json_array(get: Get, database: sqlite3.Connection) -> None:
    rows = get("/onrecord/quotes.json?_shape=array&_size=max").json()
    (count,) = database.execute("select count(*) from quotes").fetchone()
    assert len(rows) == count
    assert {"id", "text", "speaker_id", "kind", "part"} <= set(rows[0])


def test_quotes_come_as_csv(get: Get, database: sqlite3.Connection) -> None:
    rows = list(csv.DictReader(io.StringIO(get("/onrecord/quotes.csv?_size=max").text)))
    texts = {text for (text,) in database.execute("select text from quotes")}
    assert {row["text"].replace("\r\n", "\n") for row in rows} == texts


def test_the_download_is_the_built_file(get: Get, built: Path) -> None:
    answer = get("/onrecord.db")
    assert answer.status_code == 200
    assert answer.content == (built / "onrecord.db").read_bytes()


def test_sql_through_the_address(get: Get) -> None:
    sql = "select count(*) as quotes from quotes where kind = :kind"
    query = urlencode({"sql": sql, "kind": "direct", "_shape": "array"})
    (row,) = get(f"/onrecord.json?{query}").json()
    assert row["quotes"] > 0
    assert "quotes" in get(f"/onrecord?{query}").text


@pytest.mark.parametrize("name", QUERIES)
def test_a_ready_question_is_answered(get: Get, name: str) -> None:
    page = get(f"/onrecord/{name}")
    assert page.status_code == 200
    assert QUERIES[name]["title"] in unescape(page.text)
    example = re.search(rf'href="({name})\?([^"#]+)', QUERIES[name]["description_html"])
    arguments = unescape(example[2]) if example else ""
    answer = get(f"/onrecord/{name}.json?{arguments}").json()
    assert answer["ok"]
    assert answer["rows"], "the question finds nothing in the repository's own data"


def test_every_ready_question_is_listed(get: Get) -> None:
    page = unescape(get("/onrecord").text)
    for query in QUERIES.values():
        assert query["title"] in page


@pytest.mark.parametrize("name", [name for name in QUERIES if "fragment" in QUERIES[name]])
def test_a_ready_chart_draws_columns_that_the_answer_has(get: Get, name: str) -> None:
    chart = parse_qs(QUERIES[name]["fragment"])
    columns = get(f"/onrecord/{name}.json").json()["columns"]
    assert chart["g.x_column"][0] in columns
    assert chart["g.y_column"][0] in columns


def test_every_table_and_its_first_row_has_a_page(get: Get, database: sqlite3.Connection) -> None:
    for table in table_names(database):
        assert get(f"/onrecord/{table}").status_code == 200, table
        rows = get(f"/onrecord/{table}.json?_size=1").json()
        if rows["primary_keys"] == ["id"] and rows["rows"]:
            identifier = rows["rows"][0][rows["columns"].index("id")]
            assert get(f"/onrecord/{table}/{identifier}").status_code == 200, table


def test_a_quote_has_its_words_its_source_and_its_day(
    get: Get, database: sqlite3.Connection
) -> None:
    quote = database.execute(
        "select q.id, q.text, a.url from quotes q join articles a on a.id = q.article_id"
        " where q.text like '%for as long as it takes%' and q.kind = 'direct'"
    ).fetchone()
    page = get(f"/onrecord/quotes/{quote['id']}").text
    assert quote["text"] in page
    assert quote["url"] in page
    assert "20 April 2023" in page
    assert "Jens Stoltenberg" in page


def test_an_article_says_whose_text_it_shows_and_marks_its_quotes(
    get: Get, database: sqlite3.Connection
) -> None:
    for article in database.execute("select id, url, text from articles where text is not null"):
        page = get(f"/onrecord/articles/{article['id']}").text
        assert "This text is ours" in page
        assert article["url"] in page
        digest = page[page.index('class="digest"') : page.index('id="quotes"')]
        quotes = "select id from quotes where article_id = ? and part != 'headline'"
        for (quote,) in database.execute(quotes, [article["id"]]):
            assert f"/onrecord/quotes/{quote}" in digest
        shown = unescape(re.sub(r"<[^>]+>", "", digest.partition(">")[2]))
        assert "".join(shown.split()).startswith("".join(article["text"].split()))


def test_a_person_has_offices_and_words(get: Get) -> None:
    page = get("/onrecord/people/jens-stoltenberg").text
    assert "Secretary General" in page or "secretary-general" in page.casefold()
    assert page.count("<blockquote>") > 1


def test_a_search_finds_words_and_speakers(get: Get) -> None:
    found = get("/onrecord/quotes.json?_search=Bakhmut&_shape=array").json()
    assert found
    assert all("Bakhmut" in row["text"] for row in found)
    found = get("/onrecord/quotes.json?_search=Stoltenberg&_shape=array").json()
    spoken = [row for row in found if row["speaker_id"] == "jens-stoltenberg"]
    assert any("Stoltenberg" not in row["text"] for row in spoken)


def test_an_address_that_leads_nowhere_says_so(get: Get) -> None:
    page = get("/onrecord/quotes/000000000000")
    assert page.status_code == 404
    assert '<html lang="en">' in page.text


def test_the_gallery_of_questions_leads_to_their_examples_and_charts(get: Get) -> None:
    links = re.findall(r'href="([^"#]*)[^"]*">(?:Example|Show as)', get("/onrecord").text)
    assert len(links) >= 8
    for link in links:
        assert get(unescape(link)).status_code == 200, link


def test_the_listing_of_people_is_of_those_who_speak(
    get: Get, database: sqlite3.Connection
) -> None:
    (path,) = set(re.findall(r'href="(/onrecord/people\?[^"]*)">People<', get("/").text))
    (speaking, everyone) = database.execute(
        "select sum(quote_count > 0), count(*) from people"
    ).fetchone()
    assert everyone > speaking > 0
    listed = get(path.replace("people?", "people.json?")).json()["filtered_table_rows_count"]
    whole = get("/onrecord/people.json").json()["filtered_table_rows_count"]
    assert (listed, whole) == (speaking, everyone)


SPELLINGS = "Zelensky Zelenskyy Zelenskiy Zelenskyi Selenskyj Zełenski Зеленський Зеленский".split()


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_of_a_name_is_searched_for(get: Get, spelling: str) -> None:
    found = get(f"/onrecord/people.json?{urlencode({'_search': spelling})}&_shape=objects").json()
    assert "volodymyr-zelenskyy" in {row["id"] for row in found["rows"]}


def test_a_page_that_is_not_there_leads_on(get: Get) -> None:
    page = get("/onrecord/quotes/000000000000").text
    assert "Nothing is here" in page
    assert 'action="/search"' in page
    assert 'href="/onrecord/corrections"' in page
