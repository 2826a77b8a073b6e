"""The rows of a table in their one order, a batch at a time.

What is exported, and hashed, is the answer to one statement a table: all described columns, ordered
by the primary key. SQLite compares keys byte by byte, so the order is the same everywhere, and it
reads them off the key's own index: nothing is sorted, and only one batch is in memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from onrecord.db.schema import Table
from onrecord.db.tables import SAID, TABLES

# what is exported: every table, and the one view that stands for all of them
EXPORTED: tuple[Table, ...] = (*TABLES, SAID)

# Rows in memory at once, and in a row group of Parquet: 30 MB of quotes
BATCH = 20_000

Value = str | int | float | None
Values = tuple[Value, ...]


def statement(table: Table) -> str:
    """Return the SELECT whose answer is the table.

    Names stand in brackets: a missing column in quotation marks SQLite would take for a text.
    """
    columns = ", ".join(f"[{column.name}]" for column in table.columns)
    order = ", ".join(f"[{name}]" for name in sorting_key(table))
    return f"select {columns} from [{table.name}] order by {order}"


def sorting_key(table: Table) -> tuple[str, ...]:
    """Return the columns that tell rows apart: the primary key, or a view's first column."""
    return table.key or (table.columns[0].name,)


def batches(connection: sqlite3.Connection, table: Table) -> Iterator[list[Values]]:
    """Yield the rows of a table, `BATCH` at a time."""
    cursor = connection.execute(statement(table))
    while rows := cursor.fetchmany(BATCH):
        yield rows
