"""Texts made to be slow: what each costs, whether the cost grows with the length, and its memory.

Each is a stretch repeated; reading four times as many must take about four times as long. What
grows faster is named.
"""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.bench.speed import cpu_seconds, read_all

# each text is read in these shares of its length, the smallest first
_SHARES = (16, 4, 1)
# seconds; a share that took longer is the last, so that one bad text doesn't stop the rest
_PATIENCE = 5
# time may grow by the length to this power: 1 is linear, 2 a square; on a busy machine linear texts
# were measured at up to 1.37
STEEPEST = 1.5
_SOON = 0.05  # seconds; what is over sooner is too short to say how it grows
_MARKS = "“ ” „ ‟ « » \" ＂ ‘ ’ ' `` '' ‘‘ ’’".split()


@dataclass(frozen=True, slots=True)
class Hostile:
    """A stretch repeated so often; `{n}` in it is a word of its own each time."""

    name: str
    unit: str
    times: int

    def text(self, share: int = 1) -> str:
        """Return the text, or that of one `share`th of the repetitions."""
        times = self.times // share
        if "{n}" not in self.unit:
            return self.unit * times
        return "".join(self.unit.replace("{n}", _word(number)) for number in range(times))


@dataclass(frozen=True, slots=True)
class Cost:
    """What one hostile text costs; `growth` is the power of its length that the time grows with."""

    name: str
    megabytes: float
    seconds: float
    seconds_per_megabyte: float
    growth: float | None  # None: over too soon to tell
    peak_megabytes: float  # of the whole process

    @property
    def is_steep(self) -> bool:
        """Tell whether the time grows faster than the length."""
        return self.growth is not None and self.growth > STEEPEST


def hostile_texts() -> Iterator[Hostile]:
    """Yield the texts."""
    for mark in _MARKS:
        yield Hostile(f"10,000 × {mark}", f"{mark} ", 10_000)
        yield Hostile(f"10,000 × {mark}word", f"{mark}word ", 10_000)
    yield Hostile("one line of 1 MB", "The mayor said that the bridge “must hold” in May. ", 19_500)
    yield Hostile("1 MB in lines", "The mayor said that the bridge “must hold” in May.\n", 19_500)
    yield Hostile("1 MB without a space", "a", 1_000_000)
    yield Hostile("1 MB of spaces", " ", 999_999)
    yield Hostile("100,000 capitalised words", "Word ", 100_000)
    yield Hostile("100,000 names", "{n} ", 100_000)
    yield Hostile("100,000 commas", ", ", 100_000)
    yield Hostile("100,000 brackets", "(", 100_000)
    yield Hostile("100,000 dashes", "— ", 100_000)
    yield Hostile("100,000 stops", ". ", 100_000)
    yield Hostile("50,000 × he said,", "he said, ", 50_000)
    yield Hostile("50,000 × Lee said that", "Lee said that ", 50_000)
    yield Hostile("50,000 × Lee, who", "Lee, who ", 50_000)
    yield Hostile("50,000 × Lee and", "Lee and ", 50_000)
    yield Hostile("50,000 × told reporters (", "told reporters ( ", 50_000)
    yield Hostile("50,000 × according to Lee", "according to Lee ", 50_000)
    yield Hostile("20,000 × called “bad” by Lee", "was called “bad” by Lee ", 20_000)
    yield Hostile("20,000 × “We won,” he said.", "“We won,” he said. ", 20_000)
    yield Hostile("20,000 lines “We won,” she said.", "“We won,” she said.\n", 20_000)
    yield Hostile("20,000 speakers", "“We won,” said {n} {n}.\n", 20_000)
    yield Hostile(
        "10,000 heads of something", "Mr {n}, the head, won. The head said “no”.\n", 10_000
    )
    yield Hostile("20,000 × ‘one’ “two”", "‘one more’ “and two” ", 20_000)
    yield Hostile("20,000 quotes in one", "“He told us ‘not this one’ then ", 20_000)
    yield Hostile("20,000 transcript lines", "LEE: We will.\nROE: We will not.\n", 10_000)
    yield Hostile("10,000 posts", "We won.\n— Ann Lee (@annlee) May 1, 2020\n\n", 10_000)
    yield Hostile("20,000 × — Ann Lee", "— Ann Lee ", 20_000)


def measure(hostile: Hostile) -> Cost:
    """Return what reading a hostile text costs, or as much of it as there was patience for."""
    text, seconds, growth = "", 0.0, None
    for share in _SHARES:
        smaller, before = text, seconds
        text = hostile.text(share)
        seconds = cpu_seconds(read_all, [text])
        if smaller and seconds > _SOON:
            growth = math.log(seconds / before, len(text) / len(smaller))
        if seconds > _PATIENCE:
            break
    megabytes = len(text.encode()) / 1e6
    peak = peak_megabytes(text)
    return Cost(hostile.name, megabytes, seconds, seconds / megabytes, growth, peak)


def peak_megabytes(text: str) -> float:
    """Return the most memory that a process of its own needs to read a text, Python included."""
    command = [sys.executable, "-m", "onrecord.bench.peak"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return float(done.stdout)


def _word(number: int) -> str:
    """Return a capitalised word of five letters, another for each number."""
    letters = []
    for _ in range(5):
        number, letter = divmod(number, 26)
        letters.append(chr(ord("a") + letter))
    return "".join(letters).capitalize()
