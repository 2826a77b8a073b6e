"""Is a probability true? Of the quotes given 0.9, nine in ten should be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.evaluate.outcomes import Given

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The readings whose probability lies in one tenth: how likely they are, how many are right."""

    low: float
    high: float
    count: int
    probability: float  # mean
    right: float  # share


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bins that hold something, and the mean distance of probability and truth over them."""

    bins: tuple[Bin, ...]
    error: float  # expected calibration error: each bin weighs as much as it holds
    count: int


def reliability(given: Iterable[Given]) -> Reliability:
    """Return how true the probabilities of readings are.

    A reading is right where somebody marked its words and its source, or marked no source and none
    was given. Words that nobody marked count as wrong: their probability promised a speaker.
    """
    judged = [
        (one.said.quote.attribution.probability, one.is_right)
        for one in given
        if one.is_right is not None
    ]
    bins = [_bin(number, judged) for number in range(BINS)]
    held = tuple(one for one in bins if one.count)
    total = len(judged)
    error = sum(one.count * abs(one.probability - one.right) for one in held)
    return Reliability(held, error / total if total else 0.0, total)


def _bin(number: int, judged: Sequence[tuple[float, bool]]) -> Bin:
    """Return bin `number`; the last one holds 1.0 too."""
    held = [pair for pair in judged if min(int(pair[0] * BINS), BINS - 1) == number]
    count = len(held)
    return Bin(
        low=number / BINS,
        high=(number + 1) / BINS,
        count=count,
        probability=sum(probability for probability, _ in held) / count if count else 0.0,
        right=sum(right for _, right in held) / count if count else 0.0,
    )
