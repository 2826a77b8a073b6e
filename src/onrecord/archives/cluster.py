"""Many units read at once on many machines: Dask hands them out, and each is read as everywhere.

The only door to Dask, which nothing else of the engine knows of. An output is written by the worker
that made it, so archives, data files and outputs have to be at the same paths or addresses for all.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import current_process

from dask.distributed import Client, KilledWorker, LocalCluster, as_completed

from onrecord.archives.counts import Counts
from onrecord.archives.folders import folder_of
from onrecord.archives.places import absolute
from onrecord.archives.progress import Done, Show
from onrecord.archives.records import LOCAL, Job, Unit
from onrecord.archives.supervise import run_unit
from onrecord.archives.units import job_of
from onrecord.errors import OnRecordError

# of a unit whose worker says that something is in the way; on another where there is one
RETRIES = 3


def run_on_cluster(  # noqa: PLR0913, PLR0917
    units: Sequence[Unit],
    job: Job,
    scheduler: str,
    workers: int,
    show: Show,
    tell: Callable[[str], None],
) -> None:
    """Read all units that have no output yet on the workers of a scheduler.

    `workers` counts for a cluster of our own; `tell` is given the address of the dashboard. Raises
    OnRecordError when a unit can't be read or written, or was on four workers that ended.
    """
    folder_of(job.out).prepare()
    job = replace(job, data=job.data.absolute(), out=absolute(job.out))
    with _connected(scheduler, workers) as client:
        tell(f"{len(client.scheduler_info()['workers'])} workers; see {client.dashboard_link}")
        there = [replace(unit, place=absolute(unit.place)) for unit in units]
        names = [job.name(unit) for unit in units]
        futures = client.map(read_there, there, job=job, key=names, retries=RETRIES)
        done = Done()
        try:
            for future in as_completed(futures):
                done += future.result()
                show(done)
        except KilledWorker as error:
            raise OnRecordError(f"{error.task}: each worker that read it ended") from error
        except CancelledError as error:
            raise OnRecordError(f"{scheduler}: the scheduler ended, or forgot us") from error
        finally:
            client.cancel(futures)


@contextmanager
def _connected(scheduler: str, workers: int) -> Iterator[Client]:
    if scheduler != LOCAL:
        try:
            client = Client(scheduler)
        except (OSError, ValueError) as error:
            raise OnRecordError(f"{scheduler}: no scheduler answers there ({error})") from error
        with client:
            yield client
        return
    # a task waits for a child process, so that one thread a worker is one core
    with (
        LocalCluster(
            n_workers=workers, threads_per_worker=1, dashboard_address="127.0.0.1:0"
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client


def read_there(unit: Unit, job: Job) -> Done:
    """Read a unit on the worker where this is called; return what was done."""
    if job_of(job.data, job.out, fast=job.fast).key != job.key:
        host = socket.gethostname()
        raise OnRecordError(f"{host}: another onrecord, or other files in {job.data}, than here")
    # Dask's workers are daemons to multiprocessing, which gives those no children lest they be left
    # behind; ours end by themselves when their parent does.
    vars(current_process())["_config"]["daemon"] = False
    counts = Counts()
    run_unit(unit, job, watch=counts.watch(unit))
    counts.finish(unit)
    return counts.now(1)
