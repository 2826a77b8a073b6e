"""Rows come in the order of their keys, a batch at a time, and nothing is sorted for it."""

from __future__ import annotations

import sqlite3

import pytest

from onrecord.db.schema import Column, Table
from onrecord.exports import rows
from onrecord.exports.rows import EXPORTED, batches, sorting_key, statement

LETTERS = Table(
    name="letters",
    description="Some.",
    key=("id",),
    columns=(Column(name="id", description="Key."), Column(name="n", description="A number.")),
)


@pytest.fixture
def connection() -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.execute("create table letters (id text primary key, n integer)")
    database.executemany("insert into letters values (?, ?)", zip("eadbcÄz", range(7), strict=True))
    return database


def test_rows_come_by_key_in_batches(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "BATCH", 3)
    found = list(batches(connection, LETTERS))
    assert [len(batch) for batch in found] == [3, 3, 1]
    assert [key for batch in found for key, _ in batch] == list("abcdezÄ")


@pytest.mark.parametrize("table", EXPORTED, ids=lambda table: table.name)
def test_no_table_is_sorted_in_memory(built: object, table: Table) -> None:
    """SQLite says so in its plan: it walks an index."""
    with sqlite3.connect(f"file:{built}/onrecord.db?mode=ro", uri=True) as database:
        plan = database.execute(f"explain query plan {statement(table)}").fetchall()
    database.close()
    assert not [step for *_, step in plan if "TEMP B-TREE" in step]


@pytest.mark.parametrize("table", EXPORTED, ids=lambda table: table.name)
def test_the_order_leaves_nothing_to_chance(built: object, table: Table) -> None:
    key = ", ".join(sorting_key(table))
    with sqlite3.connect(f"file:{built}/onrecord.db?mode=ro", uri=True) as database:
        repeated = database.execute(
            f"select {key} from {table.name} group by {key} having count(*) > 1"
        ).fetchall()
    database.close()
    assert repeated == []
