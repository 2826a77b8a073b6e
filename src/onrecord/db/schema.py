"""How a table is described, once, and what SQLite is told about it.

`tables.py` and `views.py` hold the descriptions; the database, `metadata.yml` and the data
dictionary are all made from them, so that none can say something the others do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["TEXT", "INTEGER", "REAL"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table or view."""

    name: str
    description: str
    type: ColumnType = "TEXT"
    references: str | None = None  # the table whose `id` the column holds
    values: tuple[str, ...] = ()  # the closed set it is taken from; empty: any value
    unit: str | None = None
    is_required: bool = False
    is_facet: bool = False
    is_array: bool = False  # holds a JSON array
    is_sparse: bool = False  # few rows have one, and only they are in its index
    is_indexed: bool = False  # besides facets, references and the sort column, which always are


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table, or one view when `sql` is given."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    label: str | None = None  # the column that stands for a row wherever another row points at it
    sort: str | None = None
    sort_desc: str | None = None
    without_rowid: bool = False  # the table is its key, in whose order its rows come
    covering: tuple[tuple[str, ...], ...] = ()  # indexes that answer a count by themselves
    search: str | None = None  # SELECT of `rowid` and the columns that the search box looks through
    sql: str | None = None  # SELECT of a view


def create_table(table: Table) -> str:
    """Return the CREATE TABLE statement, laid out to be read: Datasette shows it to the public."""
    statement = _create(table, [*_columns(table), f"PRIMARY KEY ({_names(table.key)})"])
    return f"{statement} WITHOUT ROWID" if table.without_rowid else statement


def create_to_fill(table: Table) -> str:
    """Return the CREATE TABLE statement for filling it: without its key, where that can wait."""
    return create_table(table) if table.without_rowid else _create(table, _columns(table))


def key_index(table: Table) -> str:
    """Return the name that SQLite gives, and looks for, the index of a primary key."""
    return f"sqlite_autoindex_{table.name}_1"


def create_key_index(table: Table) -> str:
    """Return the CREATE INDEX statement for what keeps the rows of the table apart."""
    return f'CREATE UNIQUE INDEX "{key_index(table)}" ON "{table.name}" ({_names(table.key)})'


def indexes(table: Table) -> list[tuple[str, ...]]:
    """Return the columns of each index: every facet, sort and foreign-key column leads one."""
    return [
        columns
        for name in indexed_columns(table)
        for columns in [c for c in table.covering if c[0] == name] or [(name,)]
    ]


def index_name(table: Table, columns: tuple[str, ...]) -> str:
    """Return the name of an index: its first column's; of a second one on it, every column's."""
    first = next(one for one in indexes(table) if one[0] == columns[0])
    return f"idx_{table.name}_{columns[0] if columns == first else '_'.join(columns)}"


def create_index(table: Table, columns: tuple[str, ...]) -> str:
    """Return the CREATE INDEX statement for these columns of the table."""
    statement = f'CREATE INDEX "{index_name(table, columns)}" ON "{table.name}" ({_names(columns)})'
    is_sparse = any(column.is_sparse for column in table.columns if column.name == columns[0])
    return f'{statement} WHERE "{columns[0]}" IS NOT NULL' if is_sparse else statement


def insert_row(table: Table) -> str:
    """Return the INSERT statement for one row, given as values in the order of the columns.

    Their names are left out: APSW looks the statement up for every row, and by each letter of it.
    """
    return f'INSERT INTO "{table.name}" VALUES ({",".join("?" * len(table.columns))})'


def indexed_columns(table: Table) -> list[str]:
    """Return the columns that need an index of their own, in the table's order."""
    asked = {table.sort, table.sort_desc}
    return [
        column.name
        for column in table.columns
        # the primary key is an index already, for its first column
        if column.name != table.key[0]
        and not column.is_array
        and (column.is_indexed or column.is_facet or column.references or column.name in asked)
    ]


def search_index(table: Table) -> str:
    """Return the name of the full-text index of a table."""
    return f"{table.name}_fts"


def search_view(table: Table) -> str:
    """Return the name of the view that the full-text index reads its words from."""
    return f"{table.name}_search"


def _create(table: Table, lines: Sequence[str]) -> str:
    body = ",\n  ".join(lines)
    return f'CREATE TABLE "{table.name}" (\n  {body}\n)'


def _columns(table: Table) -> list[str]:
    return [_define(column, is_key=column.name in table.key) for column in table.columns]


def _define(column: Column, *, is_key: bool) -> str:
    parts = [f'"{column.name}" {column.type}']
    if column.is_required or is_key:
        parts.append("NOT NULL")
    if column.references:
        parts.append(f'REFERENCES "{column.references}" ("id")')
    if column.values:
        allowed = ", ".join(f"'{value}'" for value in column.values)
        parts.append(f'CHECK ("{column.name}" IN ({allowed}))')
    return " ".join(parts)


def _names(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
