"""The address of a row that is gone: 410 with the reason, or the way to where it is now.

Datasette asks once it found no row, so a row that is there is never hidden.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound, Response

from onrecord.site.corrected import leaving
from onrecord.site.reader import DATABASE, Reader, Row

# the part of our own addresses that holds an id, and the table of the row it is of
NAMED: Mapping[str, str] = MappingProxyType({"quote": "quotes", "person": "people"})
WHAT: Mapping[str, str] = MappingProxyType(
    {"quotes": "quote", "articles": "article", "people": "person", "utterances": "utterance"}
)
# a merge may be taken back, so nobody is to remember for good where it led
_REMEMBERED = {"cache-control": "max-age=3600, public"}

# an utterance has the id of its earliest quote: one that is not the earliest any more leads on
_UTTERANCE_NOW = """
select utterance_id as id from quotes where id = ?1
union all
select leads_to from corrected_rows
where table_name = 'quotes' and row_id = ?1 and effect = 'moved' limit 1
"""


async def answer_for_gone(datasette: Any, request: Any, exception: Exception) -> Any:
    """Return 410 for a row that was taken down, a redirect for one that moved, else None."""
    place = _place(request)
    if not isinstance(exception, NotFound) or place is None or DATABASE not in datasette.databases:
        return None
    table, written = place
    reader = Reader(datasette.get_database(DATABASE))
    row = await leaving(reader, table, tilde_decode(written))
    if row is None:
        return await _follow(reader, request, written) if table == "utterances" else None
    if row["effect"] == "moved":
        return _redirect(request, written, row["leads_to"])
    return await _gone(datasette, request, row)


def _place(request: Any) -> tuple[str, str] | None:
    """Return the table and the id, as written in it, that an address is for; None: for no row."""
    named = (request.scope.get("url_route") or {}).get("kwargs") or {}
    if named.get("pks") and named.get("database") == DATABASE:
        return tilde_decode(named["table"]), named["pks"]
    return next(((table, named[part]) for part, table in NAMED.items() if part in named), None)


def _redirect(request: Any, written: str, leads_to: str) -> Any:
    before, _, after = request.path.rpartition(written)
    query = f"?{request.query_string}" if request.query_string else ""
    return Response.redirect(f"{before}{leads_to}{after}{query}", status=301, headers=_REMEMBERED)


async def _follow(reader: Reader, request: Any, written: str) -> Any:
    """Return the way to the utterance that a quote is of now; None where there is no such quote."""
    now = await reader.one(_UTTERANCE_NOW, tilde_decode(written))
    return _redirect(request, written, now["id"]) if now else None


async def _gone(datasette: Any, request: Any, row: Row) -> Any:
    what = WHAT[row["table_name"]]
    if request.path.endswith(".json"):
        told = {name: row[name] for name in ("reason", "by", "made", "source")}
        error = f"This {what} was taken down."
        body = {"ok": False, "error": error, "status": 410, "title": "Taken down", **told}
        return Response.json({**body, "correction": row["id"]}, status=410)
    page = await datasette.render_template("gone.html", {"gone": row, "what": what}, request)
    return Response.html(page, status=410)
