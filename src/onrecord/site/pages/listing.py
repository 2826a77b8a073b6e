"""The page of a table: which of its columns are read, and what its ids stand for."""

from __future__ import annotations

from typing import Any

from onrecord.site import queries
from onrecord.site.reader import Reader
from onrecord.site.reading import READING


async def table_vars(reader: Reader, request: Any) -> dict[str, Any]:
    """Return the columns to be read of a table, and the names that its ids stand for."""
    table = request.url_vars["table"]
    topics = await reader.all(queries.TOPIC_NAMES) if table == "quotes" else []
    return {
        "reading": READING.get(table),
        "topic_names": {topic["id"]: topic["name"] for topic in topics},
    }
