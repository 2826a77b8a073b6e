"""One unit read from its first member to its output, in a process that may be killed at any time.

The record at hand, and since when, is written where the supervisor sees it. Nothing is written to
disk but the whole output.
"""

from __future__ import annotations

import os
import resource
import threading
import time
from collections.abc import Mapping
from ctypes import Array, c_double
from dataclasses import dataclass, field
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait

from onrecord.archives.gate import Lexicon, gate, lexicon_of
from onrecord.archives.members import Member, members
from onrecord.archives.records import Job, Outcome, Output, Unit
from onrecord.archives.store import without_text, write_output
from onrecord.articles.assemble import assemble
from onrecord.articles.known import Known
from onrecord.articles.pages import MOST_BYTES, read_page
from onrecord.articles.supervise import MOST_MEMORY
from onrecord.articles.warc import Record, WarcError, read_member
from onrecord.curated import load_curated
from onrecord.errors import OnRecordError
from onrecord.models import Curated, Refusal
from onrecord.people.registry import Registry
from onrecord.statements import read_statements

Pulse = Array[c_double]
# places in a pulse: the record at hand, the clock and this process's CPU seconds when it began,
# and counts
RECORD, CLOCK, CPU, PAGES, QUOTES, REFUSALS = range(6)
MOST_OF_MEMBER = MOST_BYTES + 1_000_000  # a page and its headers


class UnitReader:
    """Reads the records of archives one by one."""

    def __init__(self, job: Job) -> None:
        """Take the data files that a job names."""
        self._curated: Curated = load_curated(job.data)
        self._registry = Registry(self._curated.people.values())
        self._lexicon: Lexicon = lexicon_of(self._curated)
        self._fast = job.fast

    def read(self, unit: Unit, member: Member) -> Outcome | str | None:
        """Return what came of a record; a word for why it was passed over; None: it is no page."""
        place = f"{unit.archive}@{member.offset}"
        if member.problem:
            return Outcome(member.offset, Refusal(place, "unreadable", member.problem))
        try:
            record = read_member(member.data, MOST_BYTES)
        except WarcError as error:
            return Outcome(member.offset, Refusal(place, "unreadable", str(error)))
        if record is None:
            return None
        if record.status != 200:
            return "status"
        return gate(record.data, self._lexicon) or self._in_full(member.offset, record)

    def _in_full(self, offset: int, record: Record) -> Outcome:
        known = Known(
            url=record.url, retrieved_at=record.retrieved_at, content_type=record.content_type
        )
        page = read_page(record.url, record.data, known, fast=self._fast)
        if isinstance(page, Refusal):
            return Outcome(offset, page)
        article = assemble(page, known, None, self._curated)
        said, speakers = read_statements(article, self._registry, self._curated)
        bare, kept = without_text(article, said)
        met = {one.id: one for one in speakers if one.id not in self._curated.people}
        return Outcome(offset, None, bare, tuple(kept), tuple(met.values()))


@dataclass(frozen=True, slots=True)
class Task:
    """What one child has to do.

    The records at the offsets `suspects`, at which a process ended before, are tried first; those
    `refused` are not read again.
    """

    unit: Unit
    job: Job
    suspects: tuple[int, ...] = ()
    refused: Mapping[int, Refusal] = field(default_factory=dict)
    reader: type[UnitReader] = UnitReader


def serve(task: Task, pulse: Pulse, pipe: Connection) -> None:
    """Read a unit and write its output; say None when that stands, or what is in the way."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    unit = task.unit
    try:
        reading = _Reading(unit, pulse, task.reader(task.job), dict(task.refused))
        for offset in task.suspects:
            reading.run(offset, offset + 1)
        output = reading.run(unit.start, unit.stop)
        pulse[RECORD] = unit.stop
        write_output(output, task.job)
        pipe.send(None)
    except (OSError, OnRecordError) as error:
        pipe.send(str(error))


def _end_with_parent() -> None:
    """End this process when the one that started it has ended, however that did."""
    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)


class _Reading:
    """What came of the records of a unit so far; each is read once."""

    def __init__(
        self, unit: Unit, pulse: Pulse, reader: UnitReader, refused: dict[int, Refusal]
    ) -> None:
        self._unit = unit
        self._pulse = pulse
        self._reader = reader
        self._done: dict[int, Outcome | str | None] = {
            offset: Outcome(offset, refusal) for offset, refusal in refused.items()
        }

    def run(self, start: int, stop: int) -> Output:
        """Read the members that begin between two offsets; return what came of all so far."""
        for member in members(self._unit.place, start, stop, MOST_OF_MEMBER):
            if member.offset not in self._done:
                self._begin(member.offset)
                self._done[member.offset] = self._count(self._read(member))
        output = Output(self._unit)
        output.outcomes += (one for one in self._done.values() if isinstance(one, Outcome))
        output.passed_over.update(one for one in self._done.values() if isinstance(one, str))
        return output

    def _read(self, member: Member) -> Outcome | str | None:
        try:
            return self._reader.read(self._unit, member)
        except MemoryError:
            detail = f"needs more than {MOST_MEMORY // 2**30} GB of memory"
            place = f"{self._unit.archive}@{member.offset}"
            return Outcome(member.offset, Refusal(place, "too-large", detail))

    def _begin(self, offset: int) -> None:
        self._pulse[CLOCK] = time.monotonic()
        self._pulse[CPU] = time.process_time()
        self._pulse[RECORD] = offset

    def _count(self, outcome: Outcome | str | None) -> Outcome | str | None:
        self._pulse[PAGES] += outcome is not None
        if isinstance(outcome, Outcome):
            self._pulse[QUOTES] += len(outcome.statements)
            self._pulse[REFUSALS] += outcome.refusal is not None
        return outcome
