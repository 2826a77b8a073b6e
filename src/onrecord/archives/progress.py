"""How far a run has come, as it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Done:
    """Counts of one run; pages of a child that was killed count as far as it came."""

    units: int  # that have their output, those of earlier runs too
    pages: int
    quotes: int
    refusals: int


Show = Callable[[Done], None]
