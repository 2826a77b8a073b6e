"""A web of small sites on 127.0.0.1, well-behaved and not, under any names a test gives them.

Every name ending in `.test` has a public address as far as the guard can see, and its requests end
at this server; other names have the addresses in `Web.addresses`.
"""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Self

import httpcore

from onrecord.captures.addresses import GuardedNetwork

PUBLIC = "9.9.9.9"  # never connected to: `_Detour` leads it to this machine
PARAGRAPH = (
    "<p>“The harbour bridge will open in spring,” Mayor Ada Quill said on Tuesday. The city has "
    "waited nine years for it, and the ferry, which carried forty thousand people a day last "
    "summer, will keep running until the trams have been tested over the winter.</p>"
)
PAGE = (
    "<html lang='en'><head><title>{0}</title></head><body><article><h1>{0}</h1>" + PARAGRAPH * 2
) + "</article></body></html>"

Behave = Callable[[socket.socket, "Request"], None]


@dataclass(frozen=True, slots=True)
class Request:
    host: str  # without the port
    path: str
    headers: dict[str, str]
    at: float


def answer(status: int = 200, body: bytes | str = "", **headers: str) -> Behave:
    """Return what sends one whole answer; `_` in a header's name is a hyphen."""
    data = body.encode() if isinstance(body, str) else body
    told = {"content_type": "text/html", "content_length": str(len(data)), **headers}
    return raw(_head(status, told) + data)


def raw(data: bytes, then: Iterable[bytes] = (), every: float = 0.0) -> Behave:
    """Return what sends these bytes and then the others, one each `every` seconds."""

    def behave(connection: socket.socket, request: Request) -> None:
        connection.sendall(data)
        for piece in then:
            time.sleep(every)
            connection.sendall(piece)

    return behave


def page(headline: str = "Bridge to open in spring", **headers: str) -> Behave:
    return answer(200, PAGE.format(headline), **headers)


def redirect(to: str, status: int = 302) -> Behave:
    return answer(status, "", location=to)


def zipped(body: bytes, **headers: str) -> Behave:
    return answer(200, gzip.compress(body), content_encoding="gzip", **headers)


@dataclass
class Web:
    """The server: what stands at which host and path, and what was asked of it."""

    pages: dict[tuple[str, str], Behave] = field(default_factory=dict)
    addresses: dict[str, list[list[str]]] = field(default_factory=dict)  # of each look-up in turn
    asked: list[Request] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self._listening.close()

    def put(self, host: str, path: str, *behaviours: Behave) -> str:
        """Put what happens at a place, in turn if there are several, and return its address."""
        rest = list(behaviours)

        def behave(connection: socket.socket, request: Request) -> None:
            (rest.pop(0) if len(rest) > 1 else rest[0])(connection, request)

        self.pages[host, path] = behave
        return self.url(host, path)

    def url(self, host: str, path: str) -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self, host: str) -> list[str]:
        """Return the paths asked for at a host, in order."""
        return [request.path for request in self.asked if request.host == host]

    def network(self) -> GuardedNetwork:
        """Return the guarded network by which these sites look public."""
        return GuardedNetwork(self._resolve, _Detour())

    async def _resolve(self, host: str, port: int) -> list[str]:
        if host in self.addresses:
            found = self.addresses[host]
            return found.pop(0) if len(found) > 1 else found[0]
        return [PUBLIC] if host.endswith(".test") else [host]

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return  # closed: the test is over
            threading.Thread(target=self._serve_one, args=(connection,), daemon=True).start()

    def _serve_one(self, connection: socket.socket) -> None:
        with connection:
            request = _read(connection)
            if request is None:
                return
            self.asked.append(request)
            behave = self.pages.get((request.host, request.path), answer(404, "nothing here"))
            try:
                behave(connection, request)
            except OSError:
                return  # the client has had enough


class _Detour(httpcore.AnyIOBackend):
    """Leads connections to PUBLIC to this machine; no other may be asked for in a test."""

    async def connect_tcp(self, host: str, *args: Any, **kwargs: Any) -> Any:
        assert host == PUBLIC, f"the guard let {host} pass"
        return await super().connect_tcp("127.0.0.1", *args, **kwargs)


def _read(connection: socket.socket) -> Request | None:
    data = b""
    while b"\r\n\r\n" not in data:
        chunk = connection.recv(65_536)
        if not chunk:
            return None
        data += chunk
    lines = data.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    headers = {
        name.casefold(): value for name, _, value in (line.partition(": ") for line in lines[1:])
    }
    return Request(
        headers["host"].partition(":")[0], lines[0].split(" ")[1], headers, time.monotonic()
    )


def _head(status: int, headers: dict[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {status} Said"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
