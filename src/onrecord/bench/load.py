"""What a server answers to many visitors at once, and what memory it takes meanwhile."""

from __future__ import annotations

import asyncio
import itertools
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

from onrecord.bench.serving import Server

VISITORS = 16
SECONDS = 30.0
_MEMORY = re.compile(r"VmRSS:\s+(\d+)")


@dataclass(frozen=True, slots=True)
class Load:
    """What a server answered to sixteen visitors in half a minute."""

    answers: int
    errors: int
    a_second: float
    median_ms: float
    slowest_in_hundred_ms: float
    megabytes_warm: float | None  # of the server after a third of the time; None: no /proc here
    megabytes_after: float | None


def measure_load(server: Server, paths: Sequence[str], seconds: float = SECONDS) -> Load:
    """Return what the server answers when sixteen visitors ask for `paths` in turn."""
    return asyncio.run(_visit(server, paths, seconds))


async def _visit(server: Server, paths: Sequence[str], seconds: float) -> Load:
    times: list[float] = []
    errors: list[str] = []
    turns = itertools.cycle(paths)
    end = time.monotonic() + seconds
    async with httpx.AsyncClient(base_url=server.address, timeout=60) as client:
        visitors = [
            asyncio.create_task(_ask(client, turns, end, times, errors)) for _ in range(VISITORS)
        ]
        await asyncio.sleep(seconds / 3)
        warm = _megabytes(server.pid)
        await asyncio.gather(*visitors)
    ranked = sorted(times) or [0.0]
    return Load(
        answers=len(times),
        errors=len(errors),
        a_second=len(times) / seconds,
        median_ms=1000 * ranked[len(ranked) // 2],
        slowest_in_hundred_ms=1000 * ranked[len(ranked) * 99 // 100],
        megabytes_warm=warm,
        megabytes_after=_megabytes(server.pid),
    )


async def _ask(
    client: httpx.AsyncClient,
    turns: Iterator[str],
    end: float,
    times: list[float],
    errors: list[str],
) -> None:
    while time.monotonic() < end:
        path = next(turns)
        start = time.perf_counter()
        try:
            (await client.get(path)).raise_for_status()
        except httpx.HTTPError:
            errors.append(path)
        else:
            times.append(time.perf_counter() - start)


def _megabytes(pid: int) -> float | None:
    status = Path(f"/proc/{pid}/status")
    found = _MEMORY.search(status.read_text()) if status.exists() else None
    return int(found[1]) / 1000 if found else None
