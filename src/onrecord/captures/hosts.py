"""A host's turn: one request at a time, a pause after each, and silence where it asks for that."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from onrecord.captures.records import Bounds, RefusedError


class Host:
    """One host during one run; every request to it happens inside `turn`."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._busy = asyncio.Lock()
        self._delay = bounds.delay
        self._free_at = 0.0  # by the loop's clock

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait until the host may be asked; raises RefusedError where that is too far off."""
        async with self._busy:
            wait = self._free_at - _now()
            if wait > self._longest_wait:
                detail = f"the host asks to be left alone for {wait:.0f} seconds more"
                raise RefusedError("fetch-failed", detail)
            await asyncio.sleep(wait)
            try:
                yield
            finally:
                self._free_at = max(self._free_at, _now() + self._delay)

    def slow_down(self, delay: float) -> None:
        """Keep to the delay that the host's robots.txt asks for, if it is the longer one.

        Raises RefusedError where it is longer than we wait.
        """
        if delay > self._bounds.longest_delay:
            detail = f"robots.txt asks for {delay:g} seconds between two pages: too long for us"
            raise RefusedError("robots", detail)
        self._delay = max(self._delay, delay)

    def pause(self, seconds: float) -> None:
        """Ask nothing of the host for so long."""
        self._free_at = max(self._free_at, _now() + seconds)

    @property
    def _longest_wait(self) -> float:
        return max(self._bounds.longest_pause, self._delay)


def _now() -> float:
    return asyncio.get_running_loop().time()
