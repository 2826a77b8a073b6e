"""A visitor who asks the site, in this process, for whatever bytes he likes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from datasette.app import Datasette

Message = MutableMapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and the processor's time it took."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float


class Visitor:
    """Asks as a server passes requests on: the path as sent and decoded, the query as sent."""

    def __init__(self, folder: Path, runner: asyncio.Runner) -> None:
        self._runner = runner
        self._site = Datasette(config_dir=folder)
        runner.run(self._site.invoke_startup())
        self._app = self._site.app()

    def ask(
        self,
        target: str,
        method: str = "GET",
        headers: tuple[tuple[str, str], ...] = (),
        body: bytes = b"",
    ) -> Answer:
        """Return the answer to a request; raises what the application raises."""
        path, _, query = target.partition("?")
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(path),
            "raw_path": path.encode("latin-1", "replace"),
            "query_string": query.encode("latin-1", "replace"),
            "headers": [
                (name.encode(), value.encode("latin-1", "replace"))
                for name, value in (("host", "127.0.0.1"), *headers)
            ],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 80),
        }
        start = time.process_time()
        sent = self._runner.run(self._send(scope, body))
        seconds = time.process_time() - start
        begun = next(one for one in sent if one["type"] == "http.response.start")
        told = {name.decode().lower(): value.decode("latin-1") for name, value in begun["headers"]}
        return Answer(begun["status"], told, b"".join(_bodies(sent)), seconds)

    async def _send(self, scope: Message, body: bytes) -> list[Message]:
        sent: list[Message] = []
        waiting = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> Message:
            return waiting.pop() if waiting else {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            sent.append(message)

        await self._app(scope, receive, send)
        return sent


def _bodies(sent: list[Message]) -> Iterator[bytes]:
    return (one.get("body", b"") for one in sent if one["type"] == "http.response.body")
