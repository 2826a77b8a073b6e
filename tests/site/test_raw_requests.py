"""Bytes that are no requests, and requests without end: the server stays up and answers others."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import httpx
import pytest

from tests.site.conftest import Server

HOST = b"Host: a\r\n"
RAW = {
    "nothing": b"",
    "no request": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20,
    "a line without an end": b"GET /" + b"a" * 200_000,
    "a long line": b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "a long query": b"GET /search?q=" + b"a" * 60_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "letters that are no ASCII": b"GET /\xff\xfe\xc3\xa9?q=\xff HTTP/1.1\r\n" + HOST + b"\r\n",
    "bytes that are no UTF-8": b"GET /%ff%fe/%c0%af HTTP/1.1\r\n" + HOST + b"\r\n",
    "two slashes": b"GET //localhost/%20 HTTP/1.1\r\n" + HOST + b"\r\n",
    "a whole address": b"GET http://localhost/ HTTP/1.1\r\n" + HOST + b"\r\n",
    "no path": b"GET HTTP/1.1\r\n" + HOST + b"\r\n",
    "a star": b"OPTIONS * HTTP/1.1\r\n" + HOST + b"\r\n",
    "a way through": b"CONNECT a:443 HTTP/1.1\r\n" + HOST + b"\r\n",
    "another version": b"GET / HTTP/9.9\r\n" + HOST + b"\r\n",
    "an odd method": b"\x00GET / HTTP/1.1\r\n" + HOST + b"\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "many headers": b"GET / HTTP/1.1\r\n"
    + HOST
    + b"".join(b"a%d: b\r\n" % n for n in range(20_000)),
    "a long header": b"GET / HTTP/1.1\r\n" + HOST + b"a: " + b"b" * 300_000 + b"\r\n\r\n",
    "a header in two lines": b"GET / HTTP/1.1\r\n" + HOST + b"a: b\r\n c\r\n\r\n",
    "a header with a NUL": b"GET / HTTP/1.1\r\n" + HOST + b"a: b\0c\r\n\r\n",
    "two lengths": b"POST / HTTP/1.1\r\n"
    + HOST
    + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
    "a length that is none": b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: -1\r\n\r\n",
    "a length that lies": b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 99999999\r\n\r\nabc",
    "a length beside pieces": (
        b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"
    ),
    "pieces that are none": (
        b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n"
    ),
    "many requests at once": (b"GET /robots.txt HTTP/1.1\r\n" + HOST + b"\r\n") * 50,
    "a change of protocol": (
        b"GET / HTTP/1.1\r\n" + HOST + b"Connection: Upgrade\r\nUpgrade: websocket\r\n"
        b"Sec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n\r\n"
    ),
}
STATUS = b"HTTP/1.1 "


def connect(server: str) -> socket.socket:
    place = urlsplit(server)
    assert place.hostname and place.port
    return socket.create_connection((place.hostname, place.port), timeout=5)


def send(server: str, sent: bytes) -> bytes:
    """Return what the server answers until it closes or has nothing more to say."""
    answer = b""
    with connect(server) as visitor:
        try:
            visitor.sendall(sent)
            visitor.settimeout(0.3)
            while piece := visitor.recv(65_536):
                answer += piece
                visitor.settimeout(0.1)
        except (TimeoutError, ConnectionError):
            pass
    return answer


@pytest.mark.parametrize("name", RAW)
def test_no_bytes_bring_the_server_down(process: Server, name: str) -> None:
    answer = send(process.address, RAW[name])
    assert not any(STATUS + b"5%02d" % code in answer for code in range(100)), answer[:300]
    assert b"Traceback" not in answer
    assert httpx.get(f"{process.address}/robots.txt").status_code == 200


def test_visitors_who_never_finish_keep_nobody_out(process: Server) -> None:
    with ExitStack() as open_ones:
        for _ in range(100):
            visitor = open_ones.enter_context(connect(process.address))
            visitor.sendall(b"GET / HTTP/1.1\r\nHost: a\r\na: ")
        for _ in range(3):
            assert httpx.get(f"{process.address}/robots.txt", timeout=5).status_code == 200


def test_a_form_of_unknown_length_is_not_read(process: Server) -> None:
    def endless() -> Iterator[bytes]:
        yield b"queries="

    answer = httpx.post(f"{process.address}/reconcile/people", content=endless())
    assert answer.status_code == 411
