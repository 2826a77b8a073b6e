"""Pages read in a child process, each under its own bound of time and memory.

No page can hold up those after it: a child that takes too long is ended and another takes over.
Only so does a bound hold in libraries written in C, which no signal interrupts. One child serves a
whole batch, so that a page costs a message there and back, 0.2 ms.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import threading
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Self

from onrecord.articles.known import NOTHING, Known
from onrecord.articles.pages import Page, read_page
from onrecord.models import Refusal

# of wall time; the slowest of 137 saved pages takes 0.2 s on a busy machine
SECONDS = 8.0
# more than any page below the limit of bytes was seen to need: 0.5 GB
MOST_MEMORY = 3 * 2**30


@dataclass(slots=True)
class PageReader:
    """Reads pages one after another in a child process, which ends with the `with` block."""

    seconds: float = SECONDS
    fast: bool = False  # as `extract` has it
    _child: BaseProcess | None = field(default=None, init=False)
    _pipe: Connection | None = field(default=None, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._end()

    def read(self, source: str, data: bytes, known: Known = NOTHING) -> Page | Refusal:
        """Return what `read_page` does; a page that breaks its bounds is refused."""
        pipe = self._pipe or self._start()
        try:
            pipe.send((source, data, known))
            if not pipe.poll(self.seconds):
                self._end()
                return Refusal(source, "timed-out", f"not read after {self.seconds:g} seconds")
            answer: Page | Refusal = pipe.recv()
        except (EOFError, OSError):
            self._end()
            return Refusal(source, "unreadable", "the process that read it broke down")
        return answer

    def _start(self) -> Connection:
        # a fork takes 10 ms, a fresh interpreter 600; with threads about a fork may never wake up
        forks = sys.platform == "linux" and threading.active_count() == 1
        fork, spawn = multiprocessing.get_context("fork"), multiprocessing.get_context("spawn")
        self._pipe, theirs = multiprocessing.Pipe()
        make = fork.Process if forks else spawn.Process
        self._child = make(target=_serve, args=(theirs, self.fast), daemon=True)
        self._child.start()
        theirs.close()
        return self._pipe

    def _end(self) -> None:
        if self._child and self._pipe:
            self._pipe.close()
            self._child.kill()
            self._child.join()
        self._child = self._pipe = None


def _serve(pipe: Connection, fast: bool) -> None:
    """Answer each message with a Page or a Refusal until the other end is closed."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    while True:
        try:
            source, data, known = pipe.recv()
        except (EOFError, KeyboardInterrupt):
            return
        pipe.send(_read(source, data, known, fast=fast))


def _read(source: str, data: bytes, known: Known, *, fast: bool) -> Page | Refusal:
    try:
        return read_page(source, data, known, fast=fast)
    except MemoryError:
        return Refusal(source, "too-large", f"needs more than {MOST_MEMORY // 2**30} GB of memory")
