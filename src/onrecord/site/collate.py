"""Two printings of one utterance set against each other, as an editor's apparatus would.

The words that differ stand in the database (`variants.differences`); here they are only set out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

# A gap longer than this is shown as an ellipsis: a headline keeps three words of sixty, and
# fifty-seven struck-out words would bury them.
LONGEST_GAP = 7


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a collation: `gap` stands for words of the fullest that are not shown."""

    kind: Literal["same", "only-fullest", "only-here", "gap"]
    text: str


def collate(text: str, differences: str | None) -> list[Stretch]:
    """Return a report's words as stretches, those of the fullest that it lacks in their places.

    `differences` is JSON as `variants.differences` has it; None: the report lacks none.
    """
    if differences is None:
        return [Stretch("same", text)]
    return [stretch for segment in json.loads(differences) for stretch in _stretches(segment)]


def _stretches(segment: str | list[str]) -> Iterator[Stretch]:
    if isinstance(segment, str):
        yield Stretch("same", segment)
        return
    fullest, here = segment
    if fullest:
        is_long = len(fullest.split()) > LONGEST_GAP
        yield Stretch("gap" if is_long else "only-fullest", fullest)
    if here:
        yield Stretch("only-here", here)
