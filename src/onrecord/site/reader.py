"""The dataset's database, asked on behalf of one page."""

from __future__ import annotations

from typing import Any

from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound

DATABASE = "onrecord"
Row = Any  # sqlite3.Row, by Datasette's hand


class Reader:
    """Asks the dataset's database; each method returns rows."""

    def __init__(self, database: Any) -> None:
        """Ask `database`, which is Datasette's."""
        self._database = database

    async def all(self, sql: str, *values: object) -> list[Row]:
        """Return every row."""
        return list((await self._database.execute(sql, values)).rows)

    async def one(self, sql: str, *values: object) -> Row | None:
        """Return the first row, or None."""
        rows = await self.all(sql, *values)
        return rows[0] if rows else None


def key(request: Any) -> str:
    """Return the primary key that the address of a row's page holds."""
    return str(tilde_decode(request.url_vars["pks"]))


def open_reader(datasette: Any) -> Reader:
    """Return a reader of the dataset; raises NotFound where the server has none."""
    if DATABASE not in datasette.databases:
        raise NotFound(f"No database {DATABASE} is served here")
    return Reader(datasette.get_database(DATABASE))
