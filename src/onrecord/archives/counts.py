"""The pulses of children → how far they have come."""

from __future__ import annotations

import threading
from multiprocessing.process import BaseProcess

from onrecord.archives.child import PAGES, QUOTES, REFUSALS, Pulse
from onrecord.archives.progress import Done


class Counts:
    """What the children say of themselves."""

    def __init__(self) -> None:
        self._pulses: dict[int, Pulse] = {}
        self._lock = threading.Lock()

    def watch(self, _: BaseProcess, pulse: Pulse) -> None:
        """Count what the pulse of a child says."""
        with self._lock:
            self._pulses[id(pulse)] = pulse

    def now(self, units: int) -> Done:
        """Return the counts as they are, with so many units done."""
        with self._lock:
            pulses = list(self._pulses.values())
        sums = (int(sum(pulse[place] for pulse in pulses)) for place in (PAGES, QUOTES, REFUSALS))
        return Done(units, *sums)
