"""Keys, indexes, views and full-text search, added to tables once they are full.

What is sorted when all of it is there costs a fraction of what is kept in order row by row, and
lies in the file without a gap.
"""

from __future__ import annotations

import sqlite3
from typing import cast

import apsw
from sqlite_utils import Database

from onrecord.db.schema import (
    Table,
    create_index,
    create_key_index,
    create_table,
    indexes,
    key_index,
    search_index,
    search_view,
)
from onrecord.db.tables import TABLES, VIEWS
from onrecord.errors import BuildError

_FTS_MEMORY = 256 << 20  # bytes; SQLite's own megabyte is for files that change


def add_keys(connection: apsw.Connection) -> None:
    """Give each table, made without one, its primary key; names a row whose key another has.

    In the file a primary key is two things: an index of a certain name with no statement of its
    own, and some words in the statement of its table (SQLite's file format, section 2.6).
    """
    connection.execute("pragma writable_schema = on")
    for table in TABLES:
        if table.without_rowid:
            continue  # it has had it from the start
        try:
            connection.execute(create_key_index(table))
        except apsw.ConstraintError as error:
            which = _row_given_twice(connection, table)
            raise BuildError(f"table {table.name}, row {which}: {error}") from error
        for name, sql in ((table.name, create_table(table)), (key_index(table), None)):
            connection.execute("update sqlite_master set sql = ? where name = ?", (sql, name))
    connection.execute("pragma writable_schema = reset")  # and what is written there is read again


def _row_given_twice(connection: apsw.Connection, table: Table) -> str:
    key = ", ".join(f'"{name}"' for name in table.key)
    (row,) = connection.execute(
        f"select {key} from {table.name} group by {key} having count(*) > 1 limit 1"
    )
    return ", ".join(f"{name} {value!r}" for name, value in zip(table.key, row, strict=True))


def add_indexes(connection: apsw.Connection) -> None:
    """Add the indexes of every table, and the views."""
    for table in TABLES:
        for columns in indexes(table):
            connection.execute(create_index(table, columns))
    for view in VIEWS:
        _database(connection).create_view(view.name, view.sql or "")


def add_search(connection: apsw.Connection) -> None:
    """Index the words of each table with a search box; the index keeps no second copy of them."""
    for table in TABLES:
        if table.search:
            _add_search(_database(connection), table, table.search)


def add_statistics(connection: apsw.Connection) -> None:
    """Note how many rows share a value of each index, by which SQLite plans what to read first.

    It begins a join at its rarer side then: a speaker in `said`, 0.6 s instead of 2 s.
    """
    _database(connection).analyze()


def _database(connection: apsw.Connection) -> Database:
    """Return what sqlite-utils makes of a connection: it asks nothing that APSW's has not."""
    return Database(cast("sqlite3.Connection", connection))


def _add_search(database: Database, table: Table, words: str) -> None:
    view, index = search_view(table), search_index(table)
    database.create_view(view, words)
    columns = ", ".join(name for name in database[view].columns_dict if name != "rowid")
    database.execute(
        f'CREATE VIRTUAL TABLE "{index}" USING fts5({columns}, content="{view}",'
        ' tokenize="unicode61 remove_diacritics 2")'
    )
    # one segment, written when it is whole: the merging of many takes longer than the reading
    database.execute(f"insert into {index}({index}, rank) values ('hashsize', {_FTS_MEMORY})")
    database.execute(f"insert into {index}({index}) values ('rebuild')")
