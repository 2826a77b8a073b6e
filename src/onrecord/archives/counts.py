"""The pulses of children → how far they have come."""

from __future__ import annotations

import threading
from multiprocessing.process import BaseProcess

from onrecord.archives.child import PAGES, QUOTES, RECORD, REFUSALS, Pulse
from onrecord.archives.progress import Done
from onrecord.archives.records import Unit
from onrecord.archives.supervise import Watch


class Counts:
    """What the children say of themselves."""

    def __init__(self) -> None:
        self._pulses: dict[int, Pulse] = {}
        self._shares: dict[Unit, float] = {}
        self._lock = threading.Lock()

    def watch(self, unit: Unit) -> Watch:
        """Return what takes note of the pulses of those who read a unit."""

        def note(_: BaseProcess, pulse: Pulse) -> None:
            with self._lock:
                self._pulses[id(pulse)] = pulse
                self._shares[unit] = max(pulse[RECORD] - unit.start, 0) / (unit.stop - unit.start)

        return note

    def finish(self, unit: Unit) -> None:
        """Take note that a unit is done."""
        with self._lock:
            self._shares[unit] = 1.0

    def now(self, units: int) -> Done:
        """Return the counts as they are, with so many units done."""
        with self._lock:
            pulses = list(self._pulses.values())
            share = sum(self._shares.values())
        places = (PAGES, QUOTES, REFUSALS)
        pages, quotes, refusals = (int(sum(one[place] for one in pulses)) for place in places)
        return Done(units, pages, quotes, refusals, share)
