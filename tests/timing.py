"""How the time of some work grows with what it works on, on a machine that may be busy."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

# As measured linear work takes 2 to 6 times as long for four times the text: memos fill up, caches
# run over. A square would take 16.
RATIO = 12
# below two hundredths of a second the clock counts other things
LEAST = 0.02


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the time that some work takes the processor.

    The garbage collector rests: what it walks through is the whole test run's.
    """
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()


def growth(seconds: Callable[[str], float], small: str, large: str) -> float:
    """Return how many times as long the large text takes, at best of four tries."""
    ratio = float("inf")
    for _ in range(4):  # a busy machine may have slowed one of the two
        ratio = min(ratio, seconds(large) / max(min(seconds(small), seconds(small)), LEAST))
        if ratio <= RATIO:
            break
    return ratio
