"""How far a run has come, as it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Done:
    """Counts of one run; pages of a child that was killed count as far as it came."""

    units: int = 0  # that have their output, those of earlier runs too
    pages: int = 0
    quotes: int = 0
    refusals: int = 0
    share: float = 0.0  # units, those at hand as far as they are read

    def __add__(self, other: Done) -> Done:
        return Done(*(one + more for one, more in zip(astuple(self), astuple(other), strict=True)))


Show = Callable[[Done], None]
