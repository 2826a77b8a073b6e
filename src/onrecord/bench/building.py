"""What writing a database of many quotes costs, and whether it is the same file twice.

`python -m onrecord.bench.building QUOTES FOLDER` does it in a process of its own, for its memory.
Making the quotes up is not counted.
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

from onrecord.bench.peak import peak
from onrecord.bench.synthetic import synthetic_dataset
from onrecord.db.folder import NAME
from onrecord.db.write import write_database


@dataclass(frozen=True, slots=True)
class BuildCost:
    """What one database of so many quotes costs to write."""

    quotes: int
    seconds: float  # of CPU: rows, indexes, full-text search, checks; the less of two
    megabytes: float  # of the file
    peak_megabytes: float  # of the process, the made-up quotes included
    sha256: str
    is_same_twice: bool


def measure_build(quotes: int, folder: Path) -> BuildCost:
    """Return what building a database in `folder` costs, measured in a process of its own."""
    command = [sys.executable, "-m", "onrecord.bench.building", str(quotes), str(folder)]
    done = subprocess.run(command, capture_output=True, check=True)
    values: dict[str, Any] = json.loads(done.stdout)
    return BuildCost(**values)


def build_made_up(quotes: int, folder: Path) -> BuildCost:
    """Return what building it costs in this process; the database stays in `folder`."""
    dataset = synthetic_dataset(quotes)
    seconds, digests = [], []
    for _ in range(2):
        start = time.process_time()
        write_database(dataset, folder / NAME)
        seconds.append(time.process_time() - start)
        with (folder / NAME).open("rb") as file:
            digests.append(hashlib.file_digest(file, "sha256").hexdigest())
    return BuildCost(
        quotes=quotes,
        seconds=min(seconds),
        megabytes=(folder / NAME).stat().st_size / 1e6,
        peak_megabytes=peak(),
        sha256=digests[0],
        is_same_twice=digests[0] == digests[1],
    )


if __name__ == "__main__":
    print(json.dumps(asdict(build_made_up(int(sys.argv[1]), Path(sys.argv[2])))))
