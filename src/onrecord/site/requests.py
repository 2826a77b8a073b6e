"""What nothing here answers, refused in words: methods that would change something, addresses whose
bytes are no text, and what Datasette fails at because of what it was asked. That is logged: it may
be our fault after all.
"""

from __future__ import annotations

import errno
import logging
import sqlite3
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, unquote_to_bytes

from datasette.handle_exception import handle_exception
from datasette.utils.asgi import BadRequest, Base400, Response
from datasette.views.base import DatasetteError

from onrecord.site import reconcile
from onrecord.site.security import App, Receive, Scope, Send

# Datasette raises these where a parameter is no number, name or JSON, or a key has too few parts
_OF_THE_ASKED = (
    *(ValueError, LookupError, TypeError, OverflowError, OSError),
    sqlite3.ProgrammingError,
)
_OF_A_NAME = (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ)  # not of a disk that fails
_OURS = str(Path(__file__).parents[1])
_HANDS_ON = str(Path(__file__).with_name("counted.py"))  # stands in for Datasette's own `execute`
_READING = ("GET", "HEAD", "OPTIONS")
_log = logging.getLogger(__name__)


def only_sound(app: App) -> App:
    """Return the application, asked only what it can answer."""

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (refusal := _refusal(scope)):
            await refusal.asgi_send(send)
        else:
            await app(scope, receive, send)

    return guarded


def _refusal(scope: Scope) -> Response | None:
    takes_forms = scope["path"].endswith(reconcile.PATH)
    methods = (*_READING, "POST") if takes_forms else _READING
    if scope["method"] not in methods:
        allow = {"allow": ", ".join(methods)}
        return _told(HTTPStatus.METHOD_NOT_ALLOWED, f"Only {allow['allow']} are answered.", allow)
    if scope["method"] == "POST" and not any(n == b"content-length" for n, _ in scope["headers"]):
        # a body of unknown length would be read whole before anybody could count it
        return _told(HTTPStatus.LENGTH_REQUIRED, "Say how long the form is.", {})
    path: bytes = scope.get("raw_path") or scope["path"].encode()
    if path.startswith(b"//"):  # a redirect there would lead to another site
        return _told(HTTPStatus.BAD_REQUEST, "An address here begins with one slash.", {})
    if not _is_text(path) or b"%00" in path or _has_nul(scope["query_string"]):
        return _told(HTTPStatus.BAD_REQUEST, "The address is no text in UTF-8 without NUL.", {})
    return None


def _is_text(path: bytes) -> bool:
    try:
        path.decode("ascii")
        unquote_to_bytes(path).decode()
    except UnicodeDecodeError:
        return False
    return True


def _has_nul(query: bytes) -> bool:
    """Return whether NUL stands in one of Datasette's parameters, as `_facet`."""
    if b"%00" not in query:
        return False
    asked = parse_qsl(query.decode("latin-1"))
    return any(name.startswith("_") and "\0" in value for name, value in asked)


def _told(status: HTTPStatus, words: str, headers: dict[str, str]) -> Any:
    return Response.text(f"{status.phrase}. {words}\n", status=status, headers=headers)


async def answer_for_unsound(datasette: Any, request: Any, exception: Exception) -> Any:
    """Return 400 for what failed in Datasette because of what was asked, else None.

    What fails in our own code is our fault, whatever was asked.
    """
    if isinstance(exception, DatasetteError) and exception.status >= 500:
        exception.status = HTTPStatus.BAD_REQUEST  # said of an unknown column, or of FTS's grammar
        _note(request, exception)
    if isinstance(exception, Base400) or not isinstance(exception, _OF_THE_ASKED):
        return None
    if isinstance(exception, OSError) and exception.errno not in _OF_A_NAME:
        return None
    files = _files(exception.__traceback__)
    if any(file.startswith(_OURS) and file != _HANDS_ON for file in files):
        return None
    _note(request, exception)
    # what the system says of a file has its place in it
    told = exception.strerror if isinstance(exception, OSError) else exception
    words = f"No answer to this was possible ({told}): look at its address and its parameters"
    return await handle_exception(datasette, request, BadRequest(words))()


def _note(request: Any, exception: Exception) -> None:
    """Log which path was answered 400, without its query; Datasette prints the traceback itself."""
    _log.warning("answered 400: %r: %s", request.path, type(exception).__name__)


def _files(traceback: TracebackType | None) -> Iterator[str]:
    while traceback:
        yield traceback.tb_frame.f_code.co_filename
        traceback = traceback.tb_next
