"""The dataset's database, asked on behalf of one page."""

from __future__ import annotations

from typing import Any

from datasette.utils import tilde_decode

DATABASE = "onrecord"
Row = Any  # sqlite3.Row, by Datasette's hand


class Reader:
    """Asks the dataset's database; each method returns rows."""

    def __init__(self, database: Any) -> None:
        """Ask `database`, which is Datasette's."""
        self._database = database

    async def all(self, sql: str, *values: str) -> list[Row]:
        """Return every row."""
        return list((await self._database.execute(sql, values)).rows)

    async def one(self, sql: str, *values: str) -> Row | None:
        """Return the first row, or None."""
        rows = await self.all(sql, *values)
        return rows[0] if rows else None


def key(request: Any) -> str:
    """Return the primary key that the address of a row's page holds."""
    return str(tilde_decode(request.url_vars["pks"]))
