"""What writing a database of many quotes costs, and whether it is the same file twice.

`python -m onrecord.bench.building QUOTES FOLDER` does it in a process of its own, for its memory,
and tells on stderr where the time goes. Making the quotes up is not counted.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from onrecord.bench.peak import peak
from onrecord.bench.synthetic import synthetic_dataset
from onrecord.db.folder import NAME
from onrecord.db.write import write_database
from onrecord.models import Dataset


@dataclass(frozen=True, slots=True)
class BuildCost:
    """What one database of so many quotes costs to write."""

    quotes: int
    seconds: float  # of CPU: rows, indexes, full-text search, checks; the less of two
    megabytes: float  # of the file
    peak_megabytes: float  # of the process, the made-up quotes included
    sha256: str
    is_same_twice: bool
    stages: dict[str, float]  # seconds of each: tables by their names, and what comes after them


def measure_build(quotes: int, folder: Path) -> BuildCost:
    """Return what building a database in `folder` costs, measured in a process of its own."""
    command = [sys.executable, "-m", "onrecord.bench.building", str(quotes), str(folder)]
    done = subprocess.run(command, capture_output=True, check=True)
    values: dict[str, Any] = json.loads(done.stdout)
    return BuildCost(**values)


def build_made_up(quotes: int, folder: Path) -> BuildCost:
    """Return what building it costs in this process; the database stays in `folder`."""
    dataset = synthetic_dataset(quotes)
    runs, digests = [], []
    for _ in range(2):
        runs.append(_stages(dataset, folder / NAME))
        with (folder / NAME).open("rb") as file:
            digests.append(hashlib.file_digest(file, "sha256").hexdigest())
    stages = min(runs, key=lambda run: sum(run.values()))
    return BuildCost(
        quotes=quotes,
        seconds=sum(stages.values()),
        megabytes=(folder / NAME).stat().st_size / 1e6,
        peak_megabytes=peak(),
        sha256=digests[0],
        is_same_twice=digests[0] == digests[1],
        stages=stages,
    )


def _stages(dataset: Dataset, path: Path) -> dict[str, float]:
    """Return the seconds of CPU that each stage of writing a database takes."""
    stages: dict[str, float] = {}
    last = time.process_time()

    def done(stage: str) -> None:
        nonlocal last
        now = time.process_time()
        stages[stage], last = now - last, now

    write_database(dataset, path, done=done)
    return stages


def _show(cost: BuildCost) -> None:
    for stage, seconds in sorted(cost.stages.items(), key=lambda one: -one[1]):
        if seconds >= cost.seconds / 200:
            print(f"{seconds:8.2f}  {stage}", file=sys.stderr)
    print(f"{cost.seconds:8.2f}  seconds of CPU in all", file=sys.stderr)


@click.command()
@click.argument("quotes", type=click.IntRange(min=1))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def main(quotes: int, folder: Path) -> None:
    """Print what a database of so many made-up QUOTES costs to write; it stays in FOLDER."""
    found = build_made_up(quotes, folder)
    _show(found)
    print(json.dumps(asdict(found)))


if __name__ == "__main__":
    main()
