"""A site of more quotes than are counted at every visit: what it reads is what it would count."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette

from onrecord.bench.synthetic import synthetic_dataset
from onrecord.db.write import write_database
from onrecord.site import queries

FIVE = "_facet=speaker_id&_facet=kind&_facet=outlet_id&_facet=month&_facet_array=topics"
# narrows nothing, but is none of the filters whose counts are kept: each facet is counted
COUNTED = "&_where=1"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site of 9,000 made-up quotes, more than a thousand of one speaker."""
    folder = tmp_path_factory.mktemp("many")
    write_database(synthetic_dataset(9000), folder / "onrecord.db")
    return folder


@pytest.fixture(scope="module")
def many(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(folder / "onrecord.db")) as connection:
        yield connection


@pytest.fixture(scope="module")
def often(many: sqlite3.Connection) -> dict[str, str]:
    """Return the row of each table that has most quotes."""
    sql = "select id from {} order by quote_count desc, id limit 1"
    return {table: many.execute(sql.format(table)).fetchone()[0] for table in queries.COLUMN_OF}


@dataclass(frozen=True, slots=True)
class Page:
    """What a page of the quotes says of all those that it narrows them to."""

    count: int
    facets: dict[str, list[tuple[str, int]]]


def visit(folder: Path, argument: str) -> Page:
    """Return the count of the quotes, and the values and counts of each facet."""
    with asyncio.Runner() as runner:
        site = Datasette(config_dir=folder, settings={"facet_time_limit_ms": 20_000})
        path = f"/onrecord/quotes.json?{FIVE}&_size=0{argument}"
        answer = runner.run(site.client.get(path)).json()
    facets = {
        name: [(value["value"], value["count"]) for value in facet["results"]]
        for name, facet in answer["facet_results"].items()
    }
    return Page(answer["filtered_table_rows_count"], facets)


@pytest.mark.parametrize(
    "narrowed", ["", "people", "outlets", "topics", "kind", "precision", "nobody"]
)
def test_what_is_read_is_what_is_counted(
    folder: Path, often: dict[str, str], narrowed: str
) -> None:
    argument = {
        "": "",
        "kind": "&kind=indirect",
        "precision": "&date_precision=day",
        "nobody": "&speaker_id=nobody",
    }.get(narrowed)
    if argument is None:
        argument = f"&{queries.QUOTES_OF[narrowed][1]}={often[narrowed]}"
    read = visit(folder, argument)
    assert len(read.facets) >= 5
    assert read == visit(folder, argument + COUNTED)


def test_counts_are_read_and_not_made(folder: Path, often: dict[str, str], tmp_path: Path) -> None:
    """The database here holds wrong counts, and they are what the page says."""
    shutil.copytree(folder, tmp_path / "wrong")
    with closing(sqlite3.connect(tmp_path / "wrong" / "onrecord.db")) as connection, connection:
        connection.execute("update quote_counts set quote_count = 7000000")
    for column in ("speaker_id", "topics__arraycontains"):
        of = "topics" if column.startswith("topics") else "people"
        page = visit(tmp_path / "wrong", f"&{column}={often[of]}")
        assert page.count == 7_000_000
        assert page.facets["kind"][0][1] == 7_000_000


def test_a_question_that_ends_like_a_count_is_asked(folder: Path) -> None:
    sql = "select count(*) from people union all select count(*) from quotes where kind = :kind"
    with asyncio.Runner() as runner:
        site = Datasette(config_dir=folder)
        asked = urlencode({"sql": sql, "kind": "direct", "_shape": "arrays"})
        answer = runner.run(site.client.get(f"/onrecord.json?{asked}")).json()
    assert len(answer["rows"]) == 2


@pytest.mark.parametrize("table", [table for table in queries.COLUMN_OF if table != "topics"])
def test_the_quotes_of_a_row_are_counted(
    folder: Path, many: sqlite3.Connection, often: dict[str, str], table: str
) -> None:
    column = queries.COLUMN_OF[table]
    for key in (often[table], "nobody"):
        sql = f"select count(*) from quotes where {column} = ?"
        (counted,) = many.execute(sql, (key,)).fetchone()
        assert rows_pointing(folder, table, key) == counted


def rows_pointing(folder: Path, table: str, key: str) -> int:
    """Return how many quotes a row's page counts; none of a row that isn't there."""
    with asyncio.Runner() as runner:
        site = Datasette(config_dir=folder)
        path = f"/onrecord/{table}/{key}.json?_extras=foreign_key_tables"
        pointing = runner.run(site.client.get(path)).json().get("foreign_key_tables", [])
    return sum(
        one["count"]
        for one in pointing
        if one["other_column"] == queries.COLUMN_OF[table] and one["other_table"] == "quotes"
    )


def test_a_facet_that_is_asked_for_again_is_shown_once(folder: Path) -> None:
    names = set(visit(folder, "").facets)
    assert names == {name.removesuffix("_2") for name in names}


@pytest.mark.parametrize("of", ["speaker_id", "outlet_id", "topics", "event_id", "month"])
@pytest.mark.parametrize("table", queries.COLUMN_OF)
def test_a_ranking_that_is_read_is_the_one_that_is_counted(
    many: sqlite3.Connection, often: dict[str, str], table: str, of: str
) -> None:
    sql = queries.counted(queries.COLUMN_OF[table], of)
    read = sorted(many.execute(sql, (often[table],)))
    many.execute("create temp table quote_counts as select * from main.quote_counts where 0")
    try:
        assert read == sorted(many.execute(sql, (often[table],)))
    finally:
        many.execute("drop table temp.quote_counts")


NAMED = (
    *("COUNTS", "TELLING", "DIFFERENT_WORDS", "PRINTINGS", "SPEAKERS", "MONTHS", "REPORTS"),
    *("SPEAKERS_MONTHS", "ONE_QUOTE", "CANDIDATES", "ONE_ARTICLE", "LATEST", "ARTICLE_QUOTES"),
    *("BESIDE", "MOST_PRINTED", "OUTLET_REPORTS", "COPIES"),
)
PAGE_QUERIES = {
    **{name: getattr(queries, name) for name in NAMED},
    **{f"months of {table}": sql for table, sql in queries.MONTHS_OF.items()},
    **{f"{aspect} of {table}": sql for (table, aspect), sql in queries.RANKED.items()},
    **{
        f"quotes of {table}": queries.LISTED.format(condition=condition)
        for table, (condition, _) in queries.QUOTES_OF.items()
    },
}
BIG = {"quotes", "q", "articles", "a", "utterances", "u", "variants", "v", "candidates", "c", "t"}
# that stand for the few rows which an inner query has found
FEW = {"REPORTS": {"a"}, "DIFFERENT_WORDS": {"u"}}


@pytest.mark.parametrize("name", PAGE_QUERIES)
def test_no_page_reads_a_whole_table(many: sqlite3.Connection, name: str) -> None:
    sql = PAGE_QUERIES[name]
    values = 2 if "?2" in sql else 1 if "?1" in sql else sql.count("?")
    plan = [row[3] for row in many.execute(f"explain query plan {sql}", ["x"] * values)]
    scanned = [step.split()[1] for step in plan if step.startswith("SCAN") and "USING" not in step]
    assert not BIG & set(scanned) - FEW.get(name, set()), plan
