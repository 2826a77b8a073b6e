"""What every answer carries, what no visitor may see, and how much one query may ask for."""

from __future__ import annotations

import re
import secrets
import sqlite3
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass
from typing import Any

from datasette import handle_exception

Headers = Iterable[tuple[bytes, bytes]]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

# Ten times the longest text of the dataset. SQLite's own limit is a gigabyte, and one public
# `select hex(zeroblob(300000000))` would take twice that.
LONGEST_VALUE = 10_000_000

# Datasette's pages for the operator: file paths, threads, forms that change cookies.
CLOSED = re.compile(
    r"/-/(?:allow-debug|auth-token|databases|logout|messages|patterns|permissions|threads)"
    r"(?:\.\w+)?/?$"
)

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


@dataclass(slots=True)
class Page:
    """What the page being made tells the headers; the templates fill it in."""

    nonce: str
    is_https: bool = False
    has_charts: bool = False  # datasette-vega compiles its expressions: only there 'unsafe-eval'


def limit_connection(conn: sqlite3.Connection) -> None:
    """Keep one query from asking for gigabytes or opening another file."""
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    conn.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)


def log_plainly() -> None:
    """Keep local variables out of the log.

    Where rich is installed Datasette prints a page of them for every answer that is not 200: a
    mistyped address would bury the real errors.
    """
    handle_exception.rich = None


def content_security_policy(page: Page) -> str:
    """Return the policy of one page: everything from here, nothing inline that runs."""
    evaluation = " 'unsafe-eval'" if page.has_charts else ""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'nonce-{page.nonce}'{evaluation}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def _with_ours(headers: Headers, page: Page) -> Headers:
    """Return the headers with ours, which take the place of Datasette's of the same name."""
    theirs = {name.decode().lower(): value.decode("latin-1") for name, value in headers}
    ours = {
        "content-security-policy": content_security_policy(page),
        "x-content-type-options": "nosniff",
        "referrer-policy": "strict-origin-when-cross-origin",
        "permissions-policy": PERMISSIONS,
    }
    if page.is_https:
        ours["strict-transport-security"] = "max-age=31536000"
    if not theirs.get("content-type", "").startswith("text/html"):
        # data may be asked for from anybody's page; there is nothing private to ask for
        ours["access-control-allow-origin"] = "*"
    kept = [(name, value) for name, value in headers if name.decode().lower() not in ours]
    return [*kept, *((name.encode(), value.encode()) for name, value in ours.items())]


def secure(app: App) -> App:
    """Return the application with its closed pages closed and its headers on every answer."""

    async def secured(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        page = Page(nonce=secrets.token_urlsafe(16), is_https=scope.get("scheme") == "https")
        scope = {**_without_closed_path(scope), "onrecord.page": page}

        async def send_secured(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _with_ours(message["headers"], page)}
            await send(message)

        await app(scope, receive, send_secured)

    return secured


def _without_closed_path(scope: Scope) -> Scope:
    path = (scope.get("raw_path") or scope["path"].encode()).decode("latin-1")
    if not CLOSED.search(path.partition("?")[0]):
        return scope
    return {**scope, "path": "/-/closed", "raw_path": b"/-/closed"}
