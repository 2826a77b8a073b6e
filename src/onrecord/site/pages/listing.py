"""Tables, and the rows that have no page of their own hand."""

from __future__ import annotations

from typing import Any

from onrecord.site import queries
from onrecord.site.reader import Reader, key
from onrecord.site.reading import READING


async def table_vars(reader: Reader, request: Any) -> dict[str, Any]:
    """Return the columns to be read of a table, and the names that its ids stand for."""
    table = request.url_vars["table"]
    topics = await reader.all(queries.TOPIC_NAMES) if table == "quotes" else []
    return {
        "reading": READING.get(table),
        "topic_names": {topic["id"]: topic["name"] for topic in topics},
    }


async def row_vars(reader: Reader, request: Any) -> dict[str, Any]:
    """Return `listed`, the quotes that belong to the row."""
    sql = queries.QUOTES_OF.get(request.url_vars["table"])
    return {"listed": await reader.all(sql, key(request)) if sql else []}
