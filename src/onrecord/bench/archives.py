"""What reading an archive costs, against a bare parse of its pages, and what a second worker gains.

Page by page in turn, so that whatever else the machine does slows all alike; the ratios are of CPU
time. The pages are read as if they were of the subject, then as they are. What a second worker
gains is of the clock, and true on a quiet machine only; `by_ourselves`, the CPU time of the process
that looks after all others, tells anywhere what could not be shared.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic, process_time

from lxml import html

from onrecord.archives.child import MOST_OF_MEMBER, UnitReader
from onrecord.archives.folders import folder_of
from onrecord.archives.gate import Lexicon, lexicon_of
from onrecord.archives.members import Member, members
from onrecord.archives.records import Job, Outcome, Unit
from onrecord.archives.run import run_units
from onrecord.archives.supervise import cpu_of, run_unit
from onrecord.archives.units import job_of, units_of
from onrecord.curated import default_directory, load_curated

EVERYTHING = Lexicon((), frozenset())
COPIES = 40  # of each page, so that two workers have half a minute's work


@dataclass(frozen=True, slots=True)
class ArchiveCost:
    """Multiples of a bare parse, and shares of what is supervised."""

    pages: int
    read_in_full: int
    unzipping: float  # of each page, which comes on top of the others
    default_reading: float
    fast_reading: float
    without_a_word: float  # a page that nowhere has a word of the subject
    word_in_menu: float
    word_in_passing: float  # in its text, and yet not of the subject
    supervision: float


@dataclass(frozen=True, slots=True)
class Speedup:
    """One worker and two at the same pages: seconds by the clock."""

    pages: int
    one: float
    two: float
    ratio: float
    by_ourselves: float  # the CPU time of this process, as a share of what one worker takes


@dataclass(frozen=True, slots=True)
class _Page:
    data: bytes
    member: Member


class _Open(UnitReader):
    """Reads every page in full that is in English."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self._lexicon = EVERYTHING


def read_pages(folder: Path) -> list[bytes]:
    """Return the saved pages (.html.gz) of a folder."""
    return [gzip.decompress(path.read_bytes()) for path in sorted(folder.glob("*.gz"))]


def measure(pages: Sequence[bytes], folder: Path) -> ArchiveCost:
    """Return what reading the pages costs; files go to `folder`."""
    unit = units_of([write_archive(folder / "a.warc.gz", pages)])[0]
    whole = replace(unit, stop=unit.size)
    job = job_of(default_directory(), folder / "out")
    found = members(unit.place, 0, unit.size, MOST_OF_MEMBER)
    both = [_Page(*pair) for pair in zip(pages, found, strict=True)]
    full, fast, gated = _Open(job), _Open(replace(job, fast=True)), UnitReader(job)
    english = [page for page in both if isinstance(full.read(whole, page.member), Outcome)]
    subject = lexicon_of(load_curated(job.data))
    passed = [page for page in both if isinstance(gated.read(whole, page.member), str)]
    bare = [page for page in passed if not subject.may_be_in(page.data)]
    spoken = [page for page in passed if subject.may_be_in(page.data)]
    menus = [_with_menu(page) for page in bare]

    def by_gate(page: _Page) -> object:
        return gated.read(whole, page.member)

    return ArchiveCost(
        pages=len(both),
        read_in_full=len(english),
        unzipping=_unzipping(unit, pages),
        default_reading=cost(english, lambda page: full.read(whole, page.member)),
        fast_reading=cost(english, lambda page: fast.read(whole, page.member)),
        without_a_word=cost(bare, by_gate),
        word_in_menu=cost(menus, by_gate),
        word_in_passing=cost(spoken, by_gate),
        supervision=supervision(folder / "a.warc.gz", job),
    )


def measure_speedup(pages: Sequence[bytes], folder: Path) -> Speedup:
    """Return how long one worker and two take for copies of the pages; files go to `folder`."""
    units = units_of([write_archive(folder / "b.warc.gz", [*pages] * COPIES)])
    job = job_of(default_directory(), folder / "warm")
    run_units(units_of([write_archive(folder / "c.warc.gz", pages[:1])]), job, 1)
    began = process_time()
    one = _seconds(units, replace(job, out=folder / "one"), 1)
    spent = process_time() - began
    two = _seconds(units, replace(job, out=folder / "two"), 2)
    return Speedup(
        pages=len(pages) * COPIES,
        one=round(one, 1),
        two=round(two, 1),
        ratio=round(one / two, 2),
        by_ourselves=round(spent / one, 3),
    )


def _seconds(units: Sequence[Unit], job: Job, workers: int) -> float:
    began = monotonic()
    run_units(units, job, workers, reader=_Open)
    return monotonic() - began


def cost(pages: Iterable[_Page], read: Callable[[_Page], object]) -> float:
    """Return the CPU time of reading pages over that of parsing them."""
    parsing = reading = 0.0
    for page in pages:
        times = [_once(page, read) for _ in range(3)]
        parsing += min(parse for parse, _ in times)
        reading += min(full for _, full in times)
    return round(reading / parsing, 2)


def _unzipping(unit: Unit, pages: Sequence[bytes]) -> float:
    """Return the CPU time of taking an archive apart over that of parsing its pages."""
    both: list[tuple[float, float]] = []
    for _ in range(3):
        began = process_time()
        for _ in members(unit.place, 0, unit.size, MOST_OF_MEMBER):
            pass
        apart = process_time()
        for page in pages:
            html.fromstring(page)
        both.append((apart - began, process_time() - apart))
    return round(min(apart for apart, _ in both) / min(parse for _, parse in both), 2)


def _once(page: _Page, read: Callable[[_Page], object]) -> tuple[float, float]:
    start = process_time()
    html.fromstring(page.data)
    parsed = process_time()
    read(page)
    return parsed - start, process_time() - parsed


def supervision(archive: Path, job: Job) -> float:
    """Return the supervisor's CPU time over that of the child it looks after."""
    unit = units_of([archive])[0]
    folder_of(job.out).prepare()
    spent = [0.0]

    def watch(child: BaseProcess, _: object) -> None:
        spent[0] = max(spent[0], cpu_of(child))

    began = process_time()
    run_unit(unit, job, watch=watch, reader=_Open)
    return round((process_time() - began) / spent[0], 3)


def write_archive(path: Path, pages: Iterable[bytes]) -> Path:
    """Write an archive with one record a page and return its path."""
    named = enumerate(pages)
    path.write_bytes(b"".join(gzip.compress(_record(number, page)) for number, page in named))
    return path


def _record(number: int, page: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    url = f"https://post{number}.example/2024/05/02/report-number-{number}"
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2024-05-03T10:11:12Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def _with_menu(page: _Page) -> _Page:
    """Return a page with a word of the subject in its menu."""
    data = page.data + b"<a>NATO</a>"
    return _Page(data, replace(page.member, data=_record(0, data)))
