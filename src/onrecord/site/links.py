"""Ids in views and in answers to SQL, made links to what they name.

Datasette links what a foreign key says, and only tables have those.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from onrecord.db.tables import TABLES, VIEWS

TABLE_NAMES = frozenset(table.name for table in TABLES)
# `id` names a row of whatever was asked, so only a view that describes it may say of what
ROW_OF: Mapping[str, str] = MappingProxyType(
    {
        column.name: column.references
        for table in (*TABLES, *VIEWS)
        for column in table.columns
        if column.references and column.name != "id"
    }
)


def link_to_row(value: object, column: str, table: str | None, urls: Any) -> Markup | None:
    """Return a link to the row that an id names; None: it names none, or Datasette's link stands.

    `table` is the table or view that the cell is of, None for an answer to SQL.
    """
    if table in TABLE_NAMES or not isinstance(value, str) or column not in ROW_OF:
        return None
    address = urls.row("onrecord", ROW_OF[column], value)
    return Markup('<a href="{}">{}</a>').format(address, value)
