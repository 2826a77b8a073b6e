"""Words per CPU second of the whole reading, of a bare loop over the same words, and their ratio.

Machines differ and so do their hours; the two are measured by turns in one run, so that the ratio
means the same everywhere.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle
from statistics import median

from onrecord.articles.plain import read_plain
from onrecord.quotes import read_quotes
from onrecord.quotes.lexicon import CUE_FORMS

ROUNDS = 5
FEWEST_WORDS = 50_000  # of all texts together: less is over before the clock can tell
WORDS = frozenset(sorted(CUE_FORMS)[:600])
SIZES = (100, 1_000, 10_000, 100_000)
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Speed:
    """Words per CPU second: medians of ROUNDS rounds."""

    words: int
    reading: float
    word_loop: float
    ratio: float


@dataclass(frozen=True, slots=True)
class Growth:
    """What one article of so many words costs."""

    words: int
    seconds: float
    words_per_second: float


def measure_speed(texts: Sequence[str]) -> Speed:
    """Return how fast texts are read; they are taken again until there are FEWEST_WORDS."""
    kept = enough(texts, FEWEST_WORDS)
    words = sum(map(count_words, kept))
    read_all(kept)  # once before the clock runs: tables are built at the first use
    rounds = [(cpu_seconds(read_all, kept), cpu_seconds(loop_all, kept)) for _ in range(ROUNDS)]
    reading = words / median(one for one, _ in rounds)
    word_loop = words / median(other for _, other in rounds)
    return Speed(words, reading, word_loop, reading / word_loop)


def measure_growth(texts: Sequence[str]) -> list[Growth]:
    """Return what single articles of growing size cost: paragraphs of the texts, one after another.

    Small ones are read several times, for the clock's sake.
    """
    paragraphs = [line for text in texts for line in text.splitlines() if line.strip()]
    found = []
    for size in SIZES:
        text = "\n".join(enough(paragraphs, size))
        words = count_words(text)
        times = max(1, FEWEST_WORDS // words)
        seconds = median(cpu_seconds(read_all, [text] * times) for _ in range(3)) / times
        found.append(Growth(words, seconds, words / seconds))
    return found


def enough(texts: Sequence[str], words: int) -> list[str]:
    """Return the texts, from the first again where they are few, until they have so many words."""
    kept: list[str] = []
    total = 0
    for text in cycle(texts):
        if total >= words:
            break
        kept.append(text)
        total += count_words(text)
    return kept


def count_words(text: str) -> int:
    """Return the number of words between white space."""
    return len(text.split())


def read_all(texts: Sequence[str]) -> None:
    """Read each text with the whole engine, as `onrecord extract --plain` does."""
    for text in texts:
        read_quotes(read_plain("bench", text))


def loop_all(texts: Sequence[str]) -> None:
    """Look at each word once: less than this no reading can do."""
    for text in texts:
        [(m.start(), m.end(), m.group().lower() in WORDS) for m in _TOKEN.finditer(text)]


def cpu_seconds(work: Callable[[Sequence[str]], None], texts: Sequence[str]) -> float:
    """Return the CPU time of one run of `work`."""
    start = time.process_time()
    work(texts)
    return time.process_time() - start
