"""One request → one answer within its bounds, or the reason why there is none.

Redirects are not followed here. A page's size is bounded as sent and as unpacked, and the time is
of the whole answer, so that neither a packed bomb nor a server that drips holds a run up.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Self

import httpcore
import httpx

from onrecord.captures.records import OK, Answer, Bounds, RefusedError
from onrecord.captures.unpack import unpacker_of

ACCEPT = "text/html,application/xhtml+xml;q=0.9,application/xml;q=0.5,*/*;q=0.1"


class Client:
    """Asks servers through `network`, by the name `user_agent`; to be used as `async with`."""

    def __init__(
        self, user_agent: str, bounds: Bounds, network: httpcore.AsyncNetworkBackend
    ) -> None:
        self._bounds = bounds
        self._user_agent = user_agent
        self._pool = httpcore.AsyncConnectionPool(
            network_backend=network,
            max_connections=None,
            # what a server sends after its answer would be read as the next one, and be stored as
            # a page that it isn't: each request has a connection of its own
            max_keepalive_connections=0,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._pool.aclose()

    async def get(self, url: httpx.URL, headers: Mapping[str, str] | None = None) -> Answer:
        """Return the answer to one GET; raises RefusedError."""
        try:
            async with asyncio.timeout(self._bounds.page_time):
                return await self._get(url, headers or {})
        except (TimeoutError, httpcore.TimeoutException) as error:
            detail = f"no whole answer in {self._bounds.page_time:g} seconds"
            raise RefusedError("fetch-failed", detail) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            detail = f"{error}" or type(error).__name__
            raise RefusedError("fetch-failed", f"no whole answer: {detail}") from error

    async def _get(self, url: httpx.URL, headers: Mapping[str, str]) -> Answer:
        asked = {
            "Host": url.netloc.decode("ascii"),
            "User-Agent": self._user_agent,
            "Accept": ACCEPT,
            "Accept-Encoding": "gzip",
            "Connection": "close",
            **headers,
        }
        target = httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        )
        timeout = {"connect": self._bounds.connect_time}
        async with self._pool.stream(
            "GET", target, headers=list(asked.items()), extensions={"timeout": timeout}
        ) as response:
            told = _headers(response)
            body = await self._body(response, told) if response.status == OK else b""
            return Answer(str(url), response.status, told, body)

    async def _body(self, response: httpcore.Response, headers: Mapping[str, str]) -> bytes:
        most = self._bounds.most_bytes
        too_large = RefusedError("too-large", f"more than {most:,} bytes", status=OK)
        length = headers.get("content-length", "")
        if length.isdecimal() and int(length) > most:
            raise too_large
        unpacker = unpacker_of(headers.get("content-encoding", ""))
        body, sent = bytearray(), 0
        async for chunk in response.aiter_stream():
            sent += len(chunk)
            body += unpacker.unpack(chunk, most + 1 - len(body))
            if len(body) > most or sent > most:
                raise too_large
        unpacker.finish()
        return bytes(body)


def _headers(response: httpcore.Response) -> dict[str, str]:
    told: dict[str, str] = {}
    for name, value in response.headers:
        key, text = name.decode("latin-1").casefold(), value.decode("latin-1")
        told[key] = f"{told[key]}, {text}" if key in told else text
    return told
