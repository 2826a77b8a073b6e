"""Archives made for the tests: reports of the subject, other pages, and records that misbehave."""

from __future__ import annotations

import errno
import gzip
import io
import itertools
import os
import re
import resource
import signal
import time
from pathlib import Path

from onrecord.archives.child import UnitReader
from onrecord.archives.members import Member
from onrecord.archives.records import Job, Outcome, Unit
from tests.articles.test_warc import record

HEAD = '<html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>'
FILLER = (
    "<p>The talks in the capital went on for most of the day, and those who took part in them said"
    " that it was too early to tell what would come of the plan for the autumn.</p>"
)
SECRET = "Nobody outside the hall heard of the green ledger until the evening of that day."


def report(number: int) -> bytes:
    """Return a report of the subject, no two alike."""
    return (
        HEAD.format(title=f"Alliance weighs plan number {number}")
        + f"<p>NATO and Ukraine agreed on plan number {number} after talks in Kyiv.</p>{FILLER}"
        f"<p>{SECRET} It was the clerk of room {number} who had kept it. {SECRET}</p>"
        f"<p>“Plan number {number} is the one that we need for the winter,” Jens Stoltenberg said"
        f" on Tuesday. “There is no other plan than number {number}.”</p></article></body></html>"
    ).encode()


def other(number: int) -> bytes:
    """Return a page that has nothing to do with the subject."""
    text = f"<p>The bakery in street {number} sells bread and cakes to those that pass by it.</p>"
    return (HEAD.format(title=f"Bread {number}") + text * 6 + "</article></body></html>").encode()


def raw(url: str, body: bytes, status: int = 200) -> bytes:
    """Return the bytes of a record, not compressed."""
    out = io.BytesIO()
    record(url, status, body, "text/html; charset=utf-8").write(out)
    return out.getvalue()


def records(count: int) -> list[bytes]:
    """Return records: every third a report, the others not."""
    return [
        raw(f"https://post.example/2024/05/02/plan-number-{n}-is-weighed", report(n))
        if n % 3 == 0
        else raw(f"https://post.example/bread-{n}", other(n), 200 if n % 3 == 1 else 404)
        for n in range(count)
    ]


def zipped(parts: list[bytes]) -> list[bytes]:
    """Return each record as a member of a gzipped archive."""
    return [gzip.compress(part, mtime=0) for part in parts]


class Poisoned(UnitReader):
    """Meets records that hang, break the process down, or want 2 GB of memory and more."""

    def read(self, unit: Unit, member: Member) -> Outcome | str | None:
        """Do what the record's address says, then read it."""
        if b"/hangs" in member.data:
            while True:
                time.sleep(0.01)
        if b"/spins" in member.data:
            re.match("(a+)+b", "a" * 60)  # in C, where no signal reaches it, for centuries
        if b"/crashes" in member.data:
            os.kill(os.getpid(), signal.SIGSEGV)
        if b"/devours" in member.data:
            held = [bytearray(2 << 30) for _ in range(2)]
            assert not held, "there is no bound"
        return super().read(unit, member)


class _WithFullDisk(UnitReader):
    """Meets a disk that takes no byte more than so many of each file."""

    takes: int

    def __init__(self, job: Job) -> None:
        """Bound the files of this process."""
        super().__init__(job)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self.takes, self.takes))


class DiskFullAtOnce(_WithFullDisk):
    """Meets a disk that is full."""

    takes = 0


class DiskFullSoon(_WithFullDisk):
    """Meets a disk that fills up in the midst of an output."""

    takes = 1_000


def _raise(error: Exception) -> None:
    raise error


class DiskFullAtLast(UnitReader):
    """Meets a disk that takes the bytes of an output, and says only when asked that it can't."""

    def __init__(self, job: Job) -> None:
        """Let fsync fail."""
        super().__init__(job)
        error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        setattr(os, "fsync", lambda _: _raise(error))  # noqa: B010  # for mypy


class ClockSetBack(UnitReader):
    """Lives where the clock of the wall goes a day back at each look."""

    def __init__(self, job: Job) -> None:
        """Let time go backwards."""
        super().__init__(job)
        days = itertools.count(1)
        now = time.time()
        time.time = lambda: now - 86_400.0 * next(days)


class KilledOnce(UnitReader):
    """Is killed at the records whose offsets stand in the file `kills` beside the archive."""

    def read(self, unit: Unit, member: Member) -> Outcome | str | None:
        """End this process the first time that the record is met."""
        mark = Path(unit.place).with_name(f"kill-{member.offset}")
        if mark.exists():
            mark.unlink()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().read(unit, member)


def write(path: Path, parts: list[bytes]) -> Path:
    """Write an archive of these members."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"".join(parts))
    return path
