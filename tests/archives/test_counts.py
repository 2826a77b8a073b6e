"""How far a run has come is told by the bytes that are read, slices at hand too."""

from __future__ import annotations

from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from onrecord.archives.child import PAGES, RECORD
from onrecord.archives.counts import Counts
from onrecord.archives.progress import Done
from onrecord.archives.records import Unit


def test_a_unit_counts_as_far_as_it_is_read() -> None:
    first, second = Unit(Path("a.warc"), 300, 0, 100), Unit(Path("a.warc"), 300, 100, 300)
    counts, pulse = Counts(), BaseContext().RawArray("d", 6)
    pulse[RECORD], pulse[PAGES] = -1, 0
    counts.watch(second)(BaseProcess(), pulse)
    assert counts.now(0) == Done()
    pulse[RECORD], pulse[PAGES] = 150, 7
    counts.watch(second)(BaseProcess(), pulse)
    assert counts.now(0) == Done(pages=7, share=0.25)
    counts.finish(first)
    assert counts.now(1) == Done(units=1, pages=7, share=1.25)
    assert Done(1, 2, 3, 4, 0.5) + Done(1, 1, 1, 1, 1.0) == Done(2, 3, 4, 5, 1.5)
