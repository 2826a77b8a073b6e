"""Full disks, broken outputs, two at once, no right to write, clocks that are wrong, cut archives.

After each the run is repeated, and its outputs and database are those of an undisturbed one.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zstandard

from onrecord.archives.child import UnitReader
from onrecord.archives.merge import read_archived
from onrecord.archives.records import Job
from onrecord.archives.run import run_units
from onrecord.archives.store import read_output
from onrecord.archives.units import units_of
from onrecord.errors import OnRecordError
from tests.archives.conftest import MANY
from tests.archives.made import (
    ClockSetBack,
    DiskFullAtLast,
    DiskFullAtOnce,
    DiskFullSoon,
    records,
    write,
    zipped,
)
from tests.archives.runs import apart, database, job, merge_apart, outputs, read, read_apart


@pytest.mark.parametrize("reader", [DiskFullAtOnce, DiskFullSoon, DiskFullAtLast])
def test_a_full_disk_ends_the_run_in_words_and_leaves_nothing(
    undisturbed: Job, archive: Path, tmp_path: Path, reader: type[UnitReader]
) -> None:
    with pytest.raises(OnRecordError, match=r"File too large|No space left on device"):
        read(archive, tmp_path / "out", reader=reader)
    assert outputs(job(tmp_path / "out")) == {}
    assert outputs(read(archive, tmp_path / "out")) == outputs(undisturbed)


def test_a_disk_that_is_full_at_the_merge_leaves_the_old_database(
    undisturbed: Job, merged: str, tmp_path: Path, slow_seed: int
) -> None:
    path = tmp_path / "onrecord.db"
    path.write_bytes(b"what stood there before")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    takes = random.Random(slow_seed).randrange(1_000_000)
    resource.setrlimit(resource.RLIMIT_FSIZE, (takes, before[1]))
    try:
        with pytest.raises((OnRecordError, OSError)):
            database(undisturbed, path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert [file.name for file in tmp_path.iterdir()] == ["onrecord.db"]
    assert path.read_bytes() == b"what stood there before"
    assert database(undisturbed, path) == merged


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Give a function that makes a disk of so many kilobytes; a folder of it is what it returns."""
    mounted: list[Path] = []

    def make(kilobytes: int) -> Path:
        mounted.append(tmp_path / "disk")
        mounted[0].mkdir()
        size = f"size={kilobytes}k"
        command = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(mounted[0])]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            mounted.pop()
            pytest.skip("no disk can be mounted here")
        return tmp_path / "disk"

    yield make
    for disk in mounted:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.skipif(not MANY, reason="mounts a disk: for scripts/faults")
def test_a_small_disk_that_is_given_more_room(
    undisturbed: Job,
    merged: str,
    archive: Path,
    small_disk: Callable[[int], Path],
    slow_seed: int,
) -> None:
    disk = small_disk(random.Random(slow_seed).randrange(16, 60))
    with pytest.raises(OnRecordError, match="No space left on device"):
        read(archive, disk / "out")
    subprocess.run(["mount", "-o", "remount,size=1m", disk], check=True)
    made = read(archive, disk / "out")
    assert outputs(made) == outputs(undisturbed)
    with pytest.raises((OnRecordError, OSError)):
        database(made, disk / "onrecord.db")
    assert [file.name for file in disk.iterdir()] == ["out"]
    subprocess.run(["mount", "-o", "remount,size=100m", disk], check=True)
    assert database(made, disk / "onrecord.db") == merged


def garbled(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def zeroed(data: bytes, chance: random.Random) -> bytes:
    """Return the data with a page of the disk that was never written."""
    at = chance.randrange(len(data))
    return data[:at] + bytes(len(data[at : at + 4096])) + data[at + 4096 :]


BREAKS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "empty": lambda _, __: b"",
    "short": lambda data, chance: data[: chance.randrange(len(data))],
    "a bit turned": garbled,
    "a page of zeros": zeroed,
    "something else": lambda _, __: b"PAR1 and no table PAR1",
    "longer": lambda data, _: data + b"\0" * 4096,
}


def test_outputs_that_a_power_cut_broke_are_made_again(
    undisturbed: Job, archive: Path, tmp_path: Path, few_seed: int
) -> None:
    chance, made = random.Random(few_seed), job(tmp_path / "out")
    names = list(outputs(undisturbed))
    broken = chance.sample(names, chance.randrange(1, len(names)))
    for name in names:
        data = Path(undisturbed.out, name).read_bytes()
        if name in broken:
            data = BREAKS[chance.choice(list(BREAKS))](data, chance)
        (tmp_path / "out" / name).write_bytes(data)
    with pytest.raises(OnRecordError, match="no whole output"):
        read_archived(made)
    read(archive, tmp_path / "out")
    assert outputs(made) == outputs(undisturbed)


@pytest.mark.parametrize("way", BREAKS)
def test_a_broken_output_is_told_wherever_it_is_broken(
    undisturbed: Job, tmp_path: Path, way: str, seed: int
) -> None:
    chance, made = random.Random(seed), job(tmp_path / "out")
    name = chance.choice(list(outputs(undisturbed)))
    data = Path(undisturbed.out, name).read_bytes()
    (tmp_path / "out" / name).write_bytes(data)
    assert read_output(made, name)
    (tmp_path / "out" / name).write_bytes(BREAKS[way](data, chance))
    with pytest.raises(OnRecordError, match="no whole output"):
        read_output(made, name)


def test_two_runs_at_once_on_one_folder(undisturbed: Job, archive: Path, tmp_path: Path) -> None:
    with apart(read_apart, archive, tmp_path / "out") as other:
        made = read(archive, tmp_path / "out")
        other.join()
        assert other.exitcode == 0
    assert outputs(made) == outputs(undisturbed)


def test_two_merges_at_once_into_one_file(undisturbed: Job, merged: str, tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    with apart(merge_apart, Path(undisturbed.out), path, tmp_path / "ready") as other:
        while other.is_alive() and not (tmp_path / "ready").exists():
            time.sleep(0.01)
        assert database(undisturbed, path) == merged
        other.join()
        assert other.exitcode == 0
    assert database(undisturbed, path) == merged
    assert not list(tmp_path.glob("*.tmp-*"))


# without the right of root to write anywhere; for others it does nothing
BOUND = """
import ctypes, os, sys
for right in (1, 2):
    ctypes.CDLL(None).prctl(24, right, 0, 0, 0)
code = "from onrecord.cli import main; main()"
os.execv(sys.executable, [sys.executable, "-c", code, *sys.argv[1:]])
"""


def bound(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command that no file or folder lets in whose permissions don't."""
    command = [sys.executable, "-c", BOUND, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_where_nothing_may_be_written_it_says_so(tmp_path: Path) -> None:
    archive = write(tmp_path / "b.warc.gz", zipped(records(1)))
    read = tmp_path / "read"
    assert bound("run", archive, "--out", read, "--workers", "1").returncode == 0
    archive.chmod(0o444)
    out = tmp_path / "out"
    out.mkdir(mode=0o555)
    done = bound("run", archive, "--out", out, "--workers", "1")
    assert (done.returncode, done.stdout) == (1, "")
    assert "error: " in done.stderr
    assert "Permission denied" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(out.iterdir())
    done = bound("merge", read, "--out", out / "onrecord.db")
    assert done.returncode == 1
    assert done.stderr == f"error: {out / 'onrecord.db'}: unable to open database file\n"
    assert not list(out.iterdir())


def test_what_is_read_need_not_be_writable(undisturbed: Job, archive: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    for file in undisturbed.data.glob("*.yml"):
        (data / file.name).write_bytes(file.read_bytes())
        (data / file.name).chmod(0o444)
    data.chmod(0o555)
    archive.chmod(0o444)
    done = bound("run", archive, "--out", tmp_path / "out", "--data", data, "--workers", "1")
    assert done.returncode == 0, done.stderr
    assert "articles: 8" in done.stdout


def test_a_clock_that_is_set_back_changes_nothing(
    undisturbed: Job,
    merged: str,
    archive: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out, now = tmp_path / "out", time.time()
    made = job(out)
    name = next(iter(outputs(undisturbed)))
    (out / f".{name}.abandoned.part").write_bytes(b"by a process of tomorrow")
    os.utime(out / f".{name}.abandoned.part", (now + 86_400, now + 86_400))
    os.utime(archive, (now + 86_400, now + 86_400))
    monkeypatch.setattr(time, "time", lambda: now - 86_400)
    run_units(units_of([archive])[:2], made, 1)
    for output in out.iterdir():
        os.utime(output, (0, 0))
    read(archive, out, reader=ClockSetBack)
    assert outputs(made) == outputs(undisturbed)
    assert database(made, tmp_path / "onrecord.db") == merged


FORMS: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "a.warc": list,
    "a.warc.gz": zipped,
    "a.warc.zst": lambda parts: [zstandard.ZstdCompressor().compress(part) for part in parts],
}


@pytest.mark.parametrize("name", FORMS)
def test_an_archive_that_is_whole_at_last_leaves_nothing_of_its_half(
    tmp_path: Path, name: str, slow_seed: int
) -> None:
    parts = FORMS[name](records(7))
    whole = write(tmp_path / "whole" / name, parts)
    expected = read_archived(read(whole, tmp_path / "expected"))
    cut = random.Random(slow_seed).randrange(1, whole.stat().st_size)
    half = write(tmp_path / name, [whole.read_bytes()[:cut]])
    offsets = [len(b"".join(parts[:at])) for at in range(len(parts) + 1)]
    # what ends a record that is not compressed may be missing
    last = 4 if name == "a.warc" else 0
    complete = [at for at in range(len(parts)) if offsets[at + 1] - last <= cut]
    archived = read_archived(read(half, tmp_path / "out"))
    assert len(archived.articles) == sum(at % 3 == 0 for at in complete)
    assert len(archived.refusals) == (cut > offsets[len(complete)])
    assert read_archived(read(whole, tmp_path / "out")) == expected
