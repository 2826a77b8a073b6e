"""Stretches of one text, compared by their letters and digits: marks, spaces and stops weigh
nothing, so that a comma inside or outside the marks makes no difference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from onrecord.models import Span

_WORD = re.compile(r"\w+(?:[-.'’]\w+)*")
_LINE = re.compile(r"[^\n]+")


class Letters:
    """One text, ready to be asked how much of a stretch another one has."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._before = list(accumulate(map(str.isalnum, text), initial=0))

    def size(self, span: Span) -> int:
        """Return the number of letters and digits in a stretch."""
        return self._before[span.end] - self._before[span.start] if span.start < span.end else 0

    def shared(self, one: Span, other: Span) -> int:
        """Return the number of letters and digits that two stretches have in common."""
        return self.size(Span(max(one.start, other.start), min(one.end, other.end)))

    def shared_with(self, one: Span, others: Iterable[Span]) -> int:
        """Return how much of a stretch is in any of the others."""
        total, done = 0, one.start
        for other in sorted(others, key=lambda span: (span.start, span.end)):
            rest = Span(max(done, other.start), min(one.end, other.end))
            total += self.size(rest)
            done = max(done, rest.end)
        return total

    def likeness(self, one: Span, other: Span) -> float:
        """Return what two stretches share over what they cover together, 0 to 1."""
        shared = self.shared(one, other)
        together = self.size(one) + self.size(other) - shared
        return shared / together if together else 0.0

    def words(self, span: Span) -> int:
        """Return the number of words in a stretch; "Mr." and "well-known" are one each."""
        return len(_WORD.findall(self.text, span.start, span.end))

    def lines(self, span: Span) -> Iterator[Span]:
        """Yield a stretch cut at its line breaks, without lines that hold no letter or digit."""
        for line in _LINE.finditer(self.text, span.start, span.end):
            piece = Span(*line.span())
            if self.size(piece):
                yield piece
