"""One unit, read by a child process that is killed and replaced when a record is too much for it.

A record that a process ended at is tried once more, before all others; where that ends as well it
is refused and the rest is read past it. So a kill from outside costs time and nothing else.
"""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess

from onrecord.archives.child import CLOCK, CPU, RECORD, Pulse, Task, UnitReader, serve
from onrecord.archives.records import Job, Unit
from onrecord.archives.store import has_output
from onrecord.errors import OnRecordError
from onrecord.models import Refusal

Watch = Callable[[BaseProcess, Pulse], None]
NOT_YET = -1.0  # in a pulse: no record was begun
LOOK = 0.1  # seconds between two looks at a child
TRIES = 3  # of starting a child that ends before its first record


class StoppedError(Exception):
    """Somebody asked for the end of the run."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one record may take, in seconds; the slowest of 137 saved pages takes 0.2."""

    cpu: float = 6.0
    clock: float = 60.0


def run_unit(  # noqa: PLR0913
    unit: Unit,
    job: Job,
    *,
    watch: Watch | None = None,
    stop: threading.Event | None = None,
    bounds: Bounds = Bounds(),
    reader: type[UnitReader] = UnitReader,
) -> bool:
    """Read a unit and write its output; return False where it stood there, whole.

    `watch` is shown each child and its pulse. Raises OnRecordError where nothing can be read or
    written, and StoppedError when `stop` is set.
    """
    if has_output(unit, job):
        return False
    deaths: Counter[int] = Counter()
    refused: dict[int, Refusal] = {}
    while True:
        suspects = tuple(offset for offset in deaths if offset not in refused)
        task = Task(unit, job, suspects, refused, reader)
        ended = _run_child(task, watch, stop or threading.Event(), bounds)
        if ended is None:
            return True
        deaths[ended.offset] += 1
        if ended.offset < 0 or ended.offset >= unit.stop:
            if deaths[ended.offset] >= TRIES:
                raise OnRecordError(f"{unit.archive}: the process that reads it ends at once")
            continue
        if deaths[ended.offset] > 1:
            refused[ended.offset] = _refusal(unit, ended, bounds)


@dataclass(frozen=True, slots=True)
class _Ended:
    """A child that left no output: at which record, and whether its time was over."""

    offset: int
    timed_out: bool


def _refusal(unit: Unit, ended: _Ended, bounds: Bounds) -> Refusal:
    place = f"{unit.archive}@{ended.offset}"
    if ended.timed_out:
        within = f"{bounds.cpu:g} seconds of CPU and {bounds.clock:g} by the clock"
        return Refusal(place, "timed-out", f"not read within {within}, twice")
    return Refusal(place, "unreadable", "the process that read it broke down, twice")


def _run_child(
    task: Task, watch: Watch | None, stop: threading.Event, bounds: Bounds
) -> _Ended | None:
    """Return None when a child has written the output, else where it ended."""
    context = _context()
    pulse = context.RawArray("d", 6)
    pulse[RECORD] = NOT_YET
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=serve, args=(task, pulse, theirs), daemon=True)
    child.start()
    theirs.close()
    timed_out = False
    try:
        while child.is_alive() and not timed_out:
            if stop.is_set():
                raise StoppedError
            if watch:
                watch(child, pulse)
            child.join(LOOK)
            timed_out = _is_over(child, pulse, bounds)
    finally:
        child.kill()
        child.join()
    return _judge(ours, int(pulse[RECORD]), timed_out=timed_out)


def _judge(pipe: Connection, offset: int, *, timed_out: bool) -> _Ended | None:
    try:
        problem = pipe.recv() if pipe.poll() else ""
    except EOFError:
        problem = ""
    if problem is None:
        return None
    if problem:
        raise OnRecordError(problem)
    return _Ended(offset, timed_out)


def _is_over(child: BaseProcess, pulse: Pulse, bounds: Bounds) -> bool:
    """Return whether a child has spent more on its record than it may."""
    offset, clock, cpu = pulse[RECORD], pulse[CLOCK], pulse[CPU]
    if offset < 0:
        return False
    spent = cpu_of(child) - cpu
    late = time.monotonic() - clock > bounds.clock or spent > bounds.cpu
    # a new record was begun meanwhile: the figures are of two
    return late and pulse[RECORD] == offset and pulse[CLOCK] == clock


def cpu_of(child: BaseProcess) -> float:
    """Return the CPU seconds of a process; 0 where it has ended or the system doesn't tell."""
    if child.pid is None:
        return 0.0
    try:
        # Linux's number for the clock of another process: its id inverted, three bits for the kind
        return time.clock_gettime((~child.pid << 3) | 2)
    except OSError:
        return 0.0


@cache
def _context() -> ForkServerContext:
    """Return a server that forks children with all imports done: 10 ms each, and no threads."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["onrecord.archives.child", "onrecord.articles.extract"])
    return context
