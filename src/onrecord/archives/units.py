"""Archives → the units of work: slices of a size that comes from the archive alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.archives.engine import engine
from onrecord.archives.places import Place, absolute, name_of, shown, size_of
from onrecord.archives.records import Job, Unit
from onrecord.errors import OnRecordError

# 2,000 records of 25 KB, as a gzipped archive of news has them
LARGEST = 50_000_000
SMALLEST = 2_000_000
PIECES = 8  # a small archive is cut up for several processes, too
# what readings depend on; the other data files count when the database is made
READ = ("outlets", "people", "institutions", "bodies", "events", "topics")


def job_of(data: Path, out: Place, *, fast: bool = False) -> Job:
    """Return the job of reading with the engine and the data files as they are."""
    total = hashlib.sha256(f"{engine()} {fast} {LARGEST} {SMALLEST} {PIECES}".encode())
    for name in READ:
        path = data / f"{name}.yml"
        total.update(name.encode() + (path.read_bytes() if path.is_file() else b""))
    return Job(data, out, total.hexdigest(), fast)


def units_of(places: Sequence[Place]) -> list[Unit]:
    """Return the units of all archives, in order of their names.

    Raises OnRecordError for two archives of one name, whose outputs could not be told apart.
    """
    named: dict[str, Place] = {}
    for place in places:
        other = named.setdefault(name_of(place), place)
        if absolute(other) != absolute(place):
            both = f"{shown(other)} and {shown(place)}"
            raise OnRecordError(f"{both} have one name; give one of them another")
    return [unit for name in sorted(named) for unit in _slices(named[name])]


def shard(units: Sequence[Unit], number: int, of: int) -> list[Unit]:
    """Return the units of one shard, `number` from 1; all shards together have each unit once."""
    return list(units[number - 1 :: of])


def _slices(place: Place) -> Iterator[Unit]:
    size = size_of(place)
    step = min(max(-(-size // PIECES), SMALLEST), LARGEST)
    for start in range(0, size, step):
        yield Unit(place, size, start, min(start + step, size))
