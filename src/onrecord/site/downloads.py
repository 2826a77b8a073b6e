"""The downloads: the page that lists them, and the files themselves, whole or in part.

They lie beside the database, where `onrecord export` puts them. Only what SHA256SUMS lists is sent,
and its sum is the ETag: whoever goes on with half a file, or asks again for one that is there,
compares the content and not a date. A part is asked for by `Range`, as DuckDB does for a column of
a Parquet file; a front server that serves the folder by itself does the same.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from datasette.utils.asgi import NotFound, Response

from onrecord.exports.folder import SUMS, read_sums
from onrecord.exports.layout import DATABASE, LOGICAL, media_type, purpose
from onrecord.site.reader import DATABASE as SERVED

PATH = "/downloads"
CHUNK = 1 << 18
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")

Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Offered:
    """A file as the page lists it."""

    name: str
    about: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Part:
    """The bytes that are sent of a file, the end excluded."""

    start: int
    end: int
    size: int  # of the whole
    # A part that was asked for is answered as one though it be the whole: polars asks for the end
    # of a small file by a range that covers it, and takes 200 for a server that knows no ranges.
    is_part: bool = False


def downloads_folder(datasette: Any) -> Path | None:
    """Return the folder of downloads, beside the database; None where there is none."""
    database = datasette.databases.get(SERVED)
    folder = Path(database.path).parent / "downloads" if database and database.path else None
    return folder if folder and (folder / SUMS).is_file() else None


def offered_files(datasette: Any) -> list[Offered]:
    """Return what can be downloaded: the database first, then by name."""
    folder = downloads_folder(datasette)
    if folder is None:
        return []
    sums = read_sums(folder)
    names = sorted(sums, key=lambda name: (not name.startswith(DATABASE), "/" in name, name))
    return [
        Offered(name, purpose(name), (folder / name).stat().st_size, sums[name]) for name in names
    ]


async def page(request: Any, datasette: Any) -> Response:
    """Return the page that lists the downloads."""
    files = offered_files(datasette)
    sums = {file.name: file.sha256 for file in files}
    served = datasette.databases.get(SERVED)
    shown = {
        "files": files,
        "sums": SUMS,
        "logical": LOGICAL,
        # after a new build, until the next export
        "is_older": bool(files and served and served.hash and served.hash != sums.get(DATABASE)),
    }
    html = await datasette.render_template("downloads.html", {"downloads": shown}, request=request)
    return Response.html(html)


async def file(request: Any, datasette: Any, send: Send) -> Response | None:
    """Send a file or the part asked for; raises NotFound for what is not listed."""
    name = request.url_vars["name"]
    folder = downloads_folder(datasette)
    sums = read_sums(folder) if folder else {}
    if folder is None or (name not in sums and name != SUMS):
        raise NotFound(f"No download {name}")
    path = folder / name
    headers = {
        "accept-ranges": "bytes",
        "cache-control": "public, no-cache",
        "access-control-expose-headers": "accept-ranges, content-length, content-range, etag",
    }
    if name in sums:
        headers["etag"] = f'"{sums[name]}"'
        if request.headers.get("if-none-match") == headers["etag"]:
            return Response("", status=304, headers=headers)
    part = _asked_for(request.headers, path.stat().st_size, headers.get("etag"))
    if part is None:
        headers["content-range"] = f"bytes */{path.stat().st_size}"
        return Response.text("No such part of the file\n", status=416, headers=headers)
    headers["content-type"] = media_type(name)
    with path.open("rb") as opened:
        await _send(send, opened, part, headers, has_body=request.method != "HEAD")
    return None


def _asked_for(headers: Any, size: int, etag: str | None) -> Part | None:
    """Return the part that a request asks for; None where the file is too short to have it.

    Several parts at once, and a part of another version of the file, get the whole.
    """
    whole = Part(0, size, size)
    found = _RANGE.fullmatch(headers.get("range", "").strip())
    if found is None or headers.get("if-range", etag) != etag:
        return whole
    first, last = found.groups()
    if first:
        start, end = int(first), min(size, int(last) + 1) if last else size
    elif last:
        start, end = max(0, size - int(last)), size
    else:
        return whole
    return Part(start, end, size, is_part=True) if start < end else None


async def _send(
    send: Send, opened: BinaryIO, part: Part, headers: dict[str, str], *, has_body: bool
) -> None:
    headers["content-length"] = str(part.end - part.start)
    if part.is_part:
        headers["content-range"] = f"bytes {part.start}-{part.end - 1}/{part.size}"
    await send(
        {
            "type": "http.response.start",
            "status": 206 if part.is_part else 200,
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }
    )
    opened.seek(part.start)
    left = part.end - part.start if has_body else 0
    while left and (chunk := await asyncio.to_thread(opened.read, min(CHUNK, left))):
        left -= len(chunk)
        await send({"type": "http.response.body", "body": chunk, "more_body": True})
    await send({"type": "http.response.body", "body": b"", "more_body": False})
