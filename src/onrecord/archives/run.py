"""Many units read at once on one machine: each thread looks after one child process."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from onrecord.archives.child import UnitReader
from onrecord.archives.counts import Counts
from onrecord.archives.folders import folder_of
from onrecord.archives.progress import Show
from onrecord.archives.records import Job, Unit
from onrecord.archives.supervise import run_unit


def run_units(
    units: Sequence[Unit],
    job: Job,
    workers: int,
    show: Show = lambda _: None,
    reader: type[UnitReader] = UnitReader,
) -> None:
    """Read all units that have no output yet, `workers` at a time; `show` is told how it goes.

    Raises OnRecordError when one can't be read or written, once the others at hand are stopped.
    """
    folder_of(job.out).prepare()
    counts, stop = Counts(), threading.Event()

    def one(unit: Unit) -> None:
        run_unit(unit, job, watch=counts.watch(unit), stop=stop, reader=reader)
        counts.finish(unit)

    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(one, unit) for unit in units]
        try:
            for done in _as_done(futures):
                show(counts.now(done))
        finally:
            stop.set()
            pool.shutdown(cancel_futures=True)


def _as_done(futures: Sequence[Future[None]]) -> Iterator[int]:
    """Yield how many are done, four times a second; raises what one of them raised."""
    left = set(futures)
    while left:
        done, left = wait(left, timeout=0.25, return_when=FIRST_COMPLETED)
        for future in done:
            future.result()
        yield len(futures) - len(left)
