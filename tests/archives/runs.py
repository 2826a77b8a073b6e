"""Runs of the tests: what they read, and the hashes of what came of it."""

from __future__ import annotations

import hashlib
import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path

from onrecord.archives import units
from onrecord.archives.child import UnitReader
from onrecord.archives.merge import read_archived
from onrecord.archives.records import Job
from onrecord.archives.run import run_units
from onrecord.archives.supervise import Bounds, run_unit
from onrecord.archives.units import job_of, units_of
from onrecord.curated import default_directory
from onrecord.db.write import write_database
from onrecord.pipeline import build_dataset

COUNT = 24  # records of the archive that most tests read
SMALLEST = 4_000  # bytes of a slice of it
QUICK = Bounds(cpu=0.5, clock=1.0)


def job(out: Path) -> Job:
    out.mkdir(parents=True, exist_ok=True)
    return job_of(default_directory(), out)


def read(archive: Path, out: Path, workers: int = 2, reader: type[UnitReader] = UnitReader) -> Job:
    made = job(out)
    if reader is UnitReader:
        run_units(units_of([archive]), made, workers)
    else:
        for unit in units_of([archive]):
            run_unit(unit, made, bounds=QUICK, reader=reader)
    return made


def outputs(made: Job) -> dict[str, str]:
    """Return the hashes of all files that are in the folder of outputs, drafts too."""
    files = sorted(Path(made.out).iterdir())
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def database(made: Job, path: Path) -> str:
    write_database(build_dataset(made.data, archived=read_archived(made)), path)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_apart(archive: Path, out: Path) -> None:
    """Read an archive in a process of its own, which a test kills."""
    units.SMALLEST = SMALLEST
    read(archive, out)


def merge_apart(out: Path, path: Path, ready: Path) -> None:
    """Merge in a process of its own, which a test kills."""
    units.SMALLEST = SMALLEST
    made = job(out)
    ready.touch()
    database(made, path)


@contextmanager
def apart(target: Callable[..., None], *arguments: Path) -> Iterator[BaseProcess]:
    """Give a process that runs a function; it is killed when it still does at the end."""
    process = multiprocessing.get_context("forkserver").Process(target=target, args=arguments)
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join()
