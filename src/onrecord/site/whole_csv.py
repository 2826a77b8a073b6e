"""A CSV from the site is whole, or it is refused in words; it never ends early unnoticed.

Datasette gives one page of a table unless `_stream=on` is asked for, gives 50 rows a query while it
streams, writes an error into the file and ends it as if that were all, and cuts a query's answer at
1,000 rows. Here a table without `_size` is streamed, in pages of 1,000; the rows that go by are
counted, and where they are not as many as the table has, the connection is broken off, which every
client notices. What would take too long is refused, with the way to the file that is ready.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from datasette.utils.asgi import Response

from onrecord.db.tables import TABLES, VIEWS
from onrecord.exports.folder import read_sums
from onrecord.site.downloads import PATH, downloads_folder
from onrecord.site.reader import DATABASE
from onrecord.site.security import App, Receive, Scope, Send

# Rows that are streamed at most. Of a table each thousand takes the same time, 20 ms; a view has no
# key to go on from, so that its last thousand takes as long as all before: half a second at 50,000.
MOST = {
    **{table.name: 200_000 for table in TABLES},
    **{view.name: 50_000 for view in VIEWS},
}
# what says which rows are sent, and how; the rest says which rows there are
_SENDING = {"_stream", "_size", "_next", "_dl", "_header", "_labels"}

Arguments = list[tuple[str, str]]


class CutShortError(ConnectionError):
    """The stream ended before the table did; the client must not take it for the whole."""


@dataclass(slots=True)
class _Lines:
    """Counts the lines of a CSV as they go by: Datasette sends each row by itself."""

    send: Send
    expected: int
    count: int = 0

    async def __call__(self, message: Any) -> None:
        body = message.get("body", b"")
        if body and not body.endswith(b"\n"):
            raise CutShortError(body.decode(errors="replace"))
        self.count += bool(body)
        is_end = message["type"] == "http.response.body" and not message.get("more_body")
        if is_end and self.count != self.expected:
            raise CutShortError(f"{self.count} of {self.expected} lines were sent")
        await self.send(message)


def keep_whole(app: App, datasette: Any) -> App:
    """Return the application with its CSV files whole or refused."""

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        name = _asked_for(scope, datasette)
        if name is None:
            await app(scope, receive, send)
        elif name in MOST:
            await _table(app, datasette, name, (scope, receive, send))
        else:
            await _query(app, datasette, name, (scope, receive, send))

    return guarded


def _asked_for(scope: Scope, datasette: Any) -> str | None:
    """Return the table or query that a CSV is asked of, "" for SQL; None for anything else."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    root = datasette.urls.path(f"/{DATABASE}")
    path: str = scope["path"]
    if not path.startswith(root) or not path.endswith(".csv"):
        return None
    name = path.removeprefix(root).removesuffix(".csv").removeprefix("/")
    return None if "/" in name else name


async def _table(app: App, datasette: Any, name: str, call: tuple[Scope, Receive, Send]) -> None:
    scope, receive, send = call
    asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    names = {key for key, _ in asked}
    if "_next" in names or ("_size" in names and "_stream" not in names):
        await app(scope, receive, send)  # one page was asked for
        return
    told = await _told(datasette, name, [*_rows(asked), ("_size", "0")])
    count = told.get("filtered_table_rows_count")
    if told.get("error") or count is None or count > MOST[name]:
        await _refusal(datasette, name, told).asgi_send(send)
        return
    # `_trace` makes a page of the CSV
    kept = [pair for pair in asked if pair[0] not in {"_stream", "_size", "_trace"}]
    query = urlencode([*kept, ("_stream", "on"), ("_size", "max")])
    lines = count + (("_header", "off") not in asked)
    await app({**scope, "query_string": query.encode()}, receive, _Lines(send, lines))


async def _query(app: App, datasette: Any, name: str, call: tuple[Scope, Receive, Send]) -> None:
    scope, receive, send = call
    asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    told = await _told(datasette, name, [*_rows(asked), ("_shape", "objects")])
    if told.get("error") or told.get("truncated"):
        await _refusal(datasette, name, told).asgi_send(send)
        return
    await app(scope, receive, send)


def _rows(asked: Arguments) -> Arguments:
    """Return the arguments that say which rows there are."""
    return [pair for pair in asked if pair[0] not in _SENDING]


async def _told(datasette: Any, name: str, asked: Arguments) -> dict[str, Any]:
    """Return what Datasette says of the same rows as JSON, or `error` and `status`.

    What fails in the answering stays a failure; a redirect leads to no rows.
    """
    path = f"/{DATABASE}/{quote(name, safe='')}.json" if name else f"/{DATABASE}.json"
    answer = await datasette.client.get(f"{path}?{urlencode(asked)}")
    is_json = answer.headers.get("content-type", "").startswith("application/json")
    told: dict[str, Any] = answer.json() if is_json else {}
    if answer.status_code == 200 and is_json:
        return told
    status = answer.status_code if answer.is_error else 404
    words = "the rows could not be read" if answer.is_server_error else "no such rows"
    return {"error": told.get("error") or words, "status": status}


def _refusal(datasette: Any, name: str, told: dict[str, Any]) -> Response:
    """Return why there is no such CSV, and where all the rows are."""
    if told.get("error"):
        return Response.text(f"{told['error']}\n", status=told["status"])
    count = told.get("filtered_table_rows_count")
    number = f"{count:,} rows" if count else "more rows than can be sent this way"
    folder = downloads_folder(datasette)
    ready = f"csv/{name}.csv"
    is_ready = folder is not None and ready in read_sums(folder)
    place = f"{PATH}/{ready}" if is_ready else f"/{DATABASE}.db"
    return Response.text(
        f"This is {number}. All of them are in one file: {datasette.urls.path(place)}\n"
        "Or ask for fewer: by a filter, or with limit and offset in SQL.\n",
        status=400,
    )
