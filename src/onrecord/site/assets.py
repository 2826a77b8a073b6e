"""The plugin's own style sheet and scripts, served under addresses that change with their content.

Datasette would serve static/ itself, but only for a plugin that is a package, and without any
cache header: every page view would fetch every file anew.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from datasette.utils.asgi import NotFound, Response

PREFIX = "/-/static-plugins/onrecord/"
CONTENT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """One static file as it is sent."""

    body: bytes
    content_type: str
    etag: str


@cache
def load_assets() -> dict[str, Asset]:
    """Return the files of static/ by name; read once, they are part of the release."""
    return {
        path.name: _read(path)
        for path in sorted((Path(__file__).parent / "static").iterdir())
        if path.suffix in CONTENT_TYPES
    }


def _read(path: Path) -> Asset:
    body = path.read_bytes()
    return Asset(body, CONTENT_TYPES[path.suffix], hashlib.sha256(body).hexdigest()[:16])


def asset_path(name: str) -> str:
    """Return the address of a static file, its content's hash included."""
    return f"{PREFIX}{name}?{load_assets()[name].etag}"


async def serve_asset(request: Any) -> Any:
    """Return a static file; one asked for by its hash may be kept for a year."""
    name = request.url_vars["name"]
    asset = load_assets().get(name)
    if asset is None:
        raise NotFound(f"No file named {name}")
    is_pinned = request.query_string == asset.etag
    lifetime = "max-age=31536000, immutable, public" if is_pinned else "max-age=60, public"
    headers = {"cache-control": lifetime, "etag": f'"{asset.etag}"'}
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response("", status=304, headers=headers)
    return Response(asset.body, headers=headers, content_type=asset.content_type)
