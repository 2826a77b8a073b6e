from __future__ import annotations

import sqlite3
from typing import Any, get_args

import pytest

from onrecord import models
from onrecord.db.schema import (
    Column,
    Table,
    create_index,
    create_table,
    create_to_fill,
    indexed_columns,
    indexes,
)
from onrecord.db.tables import TABLES, VIEWS

# the names that URLs, queries and other people's programs rely on
CONTRACT = {
    "outlets": "id name country wikidata url note",
    "articles": "id outlet_id url archive_url headline byline agency published "
    "published_precision published_from language translated_from basis rights text summary "
    "word_count quote_count syndication_id capture_sha256 retrieved_at",
    "people": "id name kind description country wikidata quote_count",
    "name_forms": "person_id form language script",
    "positions": "person_id title organisation_id start end source",
    "quotes": "id article_id outlet_id turn_id utterance_id speaker_id speaker_mention kind part "
    "medium text wording prefix suffix start_offset end_offset summary_start summary_end cue "
    "cue_class rule_id probability date_said date_said_end date_precision date_expression "
    "date_rule event_id language_said verification word_count",
    "quote_speakers": "quote_id person_id named",
    "candidates": "quote_id person_id mention rank probability why",
    "utterances": "id speaker_id date_said event_id text quote_count outlet_count report_count",
    "variants": "quote_id utterance_id relation similarity",
    "events": "id name start end place wikidata",
    "topics": "id name description",
    "quote_topics": "quote_id topic_id",
    "rules": "id kind description example precision support",
    "sources": "url outlet headline published language status",
    "quote_counts": "by_column by_value of_column value quote_count",
    "quoted_together": "person_id other_id article_count",
    "refusals": "id source reason detail",
    "corrections": "target field before after reason source by made",
    "corrected_rows": "table_name row_id correction_id effect leads_to",
    "build_info": "key value",
    "said": "",
    "quotes_by_month": "",
    "same_words": "",
    "needs_review": "",
}
CLOSED_SETS = [
    ("people", "kind", models.PersonKind),
    ("people", "body", models.BodyKind),
    ("people", "body", models.BodyKind),
    ("articles", "published_precision", models.DatePrecision),
    ("articles", "published_from", models.DateSource),
    ("articles", "basis", models.Basis),
    ("quotes", "kind", models.Kind),
    ("quotes", "part", models.Part),
    ("quotes", "medium", models.Medium),
    ("quotes", "cue_class", models.CueClass),
    ("quotes", "date_precision", models.DatePrecision),
    ("quotes", "verification", models.Verification),
    ("utterances", "date_precision", models.DatePrecision),
    ("variants", "relation", models.Relation),
    ("quotes", "wording", models.Relation),
    ("rules", "kind", models.RuleKind),
    ("refusals", "reason", models.RefusalReason),
    ("corrections", "field", models.CorrectionField),
    ("corrected_rows", "table_name", models.CorrectedTable),
    ("corrected_rows", "effect", models.Effect),
]


@pytest.mark.parametrize("name", CONTRACT)
def test_the_contract_holds(name: str, connection: sqlite3.Connection) -> None:
    stored = {row[1] for row in connection.execute(f"pragma table_info({name})")}
    assert stored >= set(CONTRACT[name].split())


@pytest.mark.parametrize("table", (*TABLES, *VIEWS), ids=lambda table: table.name)
def test_the_database_has_the_columns_described(
    table: Table, connection: sqlite3.Connection
) -> None:
    stored = [row[1] for row in connection.execute(f"pragma table_info({table.name})")]
    assert stored == [column.name for column in table.columns]


def test_everything_in_the_database_is_described(connection: sqlite3.Connection) -> None:
    names = connection.execute(
        "select name from sqlite_master where type in ('table', 'view')"
        " and name not like 'sqlite_%' and name not like '%_fts%' and name not like '%_search'"
    )
    assert {row[0] for row in names} == {table.name for table in (*TABLES, *VIEWS)}


@pytest.mark.parametrize(("table", "column", "values"), CLOSED_SETS)
def test_a_closed_set_is_closed(
    table: str, column: str, values: Any, connection: sqlite3.Connection
) -> None:
    described = next(t for t in TABLES if t.name == table)
    assert next(c.values for c in described.columns if c.name == column) == get_args(values)
    for value in get_args(values):
        connection.execute(f"update {table} set {column} = ?", (value,))
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(f"update {table} set {column} = 'something else'")


def test_every_literal_column_is_listed_above() -> None:
    closed = {(t.name, c.name) for t in TABLES for c in t.columns if c.values}
    assert closed - {("sources", "status")} == {(table, column) for table, column, _ in CLOSED_SETS}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_facets_sort_and_references_are_indexed(
    table: Table, connection: sqlite3.Connection
) -> None:
    leading = {
        connection.execute(f"pragma index_info({index[1]})").fetchone()[2]
        for index in connection.execute(f"pragma index_list({table.name})")
    }
    wanted = {c.name for c in table.columns if (c.is_facet and not c.is_array) or c.references}
    assert leading >= wanted | ({table.sort, table.sort_desc} - {None})


def test_a_table_reads_as_it_is_described() -> None:
    table = Table(
        name="pens",
        description="Pens.",
        key=("id",),
        covering=(("owner_id", "colour"),),
        columns=(
            Column(name="id", description="Name."),
            Column(name="colour", description="Ink.", values=("red", "blue"), is_facet=True),
            Column(name="owner_id", description="Whose.", references="people", is_required=True),
        ),
    )
    assert create_table(table) == (
        'CREATE TABLE "pens" (\n'
        '  "id" TEXT NOT NULL,\n'
        "  \"colour\" TEXT CHECK (\"colour\" IN ('red', 'blue')),\n"
        '  "owner_id" TEXT NOT NULL REFERENCES "people" ("id"),\n'
        '  PRIMARY KEY ("id")\n'
        ")"
    )
    assert indexed_columns(table) == ["colour", "owner_id"]
    assert indexes(table) == [("colour",), ("owner_id", "colour")]


def test_a_table_that_is_its_key_says_so_from_the_start() -> None:
    table = Table(
        name="pens",
        description="Pens.",
        key=("id",),
        without_rowid=True,
        columns=(Column(name="id", description="Name."),),
    )
    assert create_to_fill(table) == create_table(table)
    assert create_table(table).endswith('PRIMARY KEY ("id")\n) WITHOUT ROWID')


def test_few_rows_with_a_value_are_all_an_index_holds() -> None:
    ink = Column(name="ink", description="Its maker.", is_facet=True, is_sparse=True)
    table = Table(
        name="pens",
        description="Pens.",
        key=("id",),
        covering=(("ink", "id"),),
        columns=(Column(name="id", description="Name."), ink),
    )
    assert create_index(table, ("ink", "id")) == (
        'CREATE INDEX "idx_pens_ink" ON "pens" ("ink", "id") WHERE "ink" IS NOT NULL'
    )


@pytest.mark.parametrize(
    ("table", "column"),
    [(table.name, column.name) for table in TABLES for column in table.columns if column.is_sparse],
)
def test_a_filter_and_a_facet_read_the_index_of_a_sparse_column(
    table: str, column: str, connection: sqlite3.Connection
) -> None:
    for question in (
        f"select * from {table} where {column} = ?",
        f"select {column}, count(*) from {table} where {column} is not null group by {column}",
    ):
        (plan,) = connection.execute(f"explain query plan {question}", "x" * question.count("?"))
        assert f"INDEX idx_{table}_{column}" in plan[3]
