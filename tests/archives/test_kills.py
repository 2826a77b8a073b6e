"""kill -9 of a child, a run and a merge at random points: what comes of it is the same.

`scripts/faults` tries more seeds than the tests do.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

from onrecord.archives.records import Job
from onrecord.archives.store import is_output
from onrecord.archives.supervise import run_unit
from onrecord.archives.units import units_of
from tests.archives.made import KilledOnce
from tests.archives.runs import COUNT, apart, database, job, merge_apart, outputs, read, read_apart


def test_children_killed_anywhere_change_nothing(
    undisturbed: Job, archive: Path, tmp_path: Path, seed: int, parts: list[bytes]
) -> None:
    for number in random.Random(seed).sample(range(COUNT), 2):
        offset = sum(map(len, parts[:number]))
        (tmp_path / f"kill-{offset}").touch()
    made = job(tmp_path / "out")
    for unit in units_of([archive])[seed % 3 :: 3]:
        run_unit(unit, made, reader=KilledOnce)
    shares = outputs(made)
    assert shares
    assert shares.items() <= outputs(undisturbed).items()


def test_a_run_killed_anywhere_goes_on_where_it_was(
    undisturbed: Job, archive: Path, tmp_path: Path, slow_seed: int
) -> None:
    chance, made = random.Random(slow_seed), job(tmp_path / "out")
    enough = chance.randrange(len(outputs(undisturbed)))
    with apart(read_apart, archive, tmp_path / "out") as process:
        while process.is_alive() and sum(map(is_output, outputs(made))) < enough:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.3))
    time.sleep(0.1)  # for its children to see that it ended
    left = outputs(made)
    read(archive, tmp_path / "out")
    assert outputs(made) == outputs(undisturbed)
    whole = {name: digest for name, digest in left.items() if is_output(name)}
    assert whole.items() <= outputs(undisturbed).items()


def test_a_merge_killed_anywhere_leaves_nothing_or_all(
    undisturbed: Job, merged: str, tmp_path: Path, few_seed: int
) -> None:
    chance, path = random.Random(few_seed), tmp_path / "onrecord.db"
    path.write_bytes(b"what stood there before")
    with apart(merge_apart, Path(undisturbed.out), path, tmp_path / "ready") as process:
        while process.is_alive() and not (tmp_path / "ready").exists():
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 1.5))
    assert path.read_bytes()[:6] in (b"what s", b"SQLite")
    assert database(undisturbed, path) == merged
    assert [file.name for file in tmp_path.glob("*.db")] == ["onrecord.db"]
