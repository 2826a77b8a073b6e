"""Two reports of the same words in, what one leaves out, puts in or puts otherwise out.

Comes in: the fullest report of an utterance and another. Goes out: how the other stands to it, how
alike they are, and the stretches that make them differ, ready to be shown side by side. Refused: to
decide whether the two report one utterance (families.py does).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import LCSseq, Opcode

from onrecord.models import Relation
from onrecord.utterances.words import Word, read_words

Op = Literal["same", "left-out", "inserted", "replaced"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the comparison, as printed; `fullest` or `other` is empty where it has none."""

    op: Op
    fullest: str
    other: str


def compare(fullest: str, other: str) -> tuple[Relation, float, tuple[Segment, ...]]:
    """Return how `other` stands to the fullest report, their similarity, and the differences.

    The relation is exact (the same words), trimmed (nothing but words left out) or reworded. The
    similarity is twice the words in common over all words of both: 1 for exact, 0 for none shared.
    Marks, case, and British or American spelling count for nothing.
    """
    full, part = read_words(fullest), read_words(other)
    steps = LCSseq.opcodes([word.key for word in full], [word.key for word in part])
    ops = {step.tag for step in steps}
    common = sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    similarity = round(2 * common / (len(full) + len(part)), 3) if full or part else 1.0
    relation: Relation = "exact"
    if ops - {"equal"}:
        relation = "trimmed" if part and ops <= {"equal", "delete"} else "reworded"
    segments = [
        Segment(op, _printed(fullest, full[a:b]), _printed(other, part[c:d]))
        for op, a, b, c, d in _stretches(steps)
    ]
    return relation, similarity, tuple(segments)


def _stretches(steps: Iterable[Opcode]) -> Iterator[tuple[Op, int, int, int, int]]:
    """Yield the steps with words put in beside words left out as one replacement."""
    for is_same, run in groupby(steps, key=lambda step: step.tag == "equal"):
        changed = list(run)
        a, b = changed[0].src_start, changed[-1].src_end
        c, d = changed[0].dest_start, changed[-1].dest_end
        op: Op = "same" if is_same else "replaced"
        if a == b or c == d:
            op = "inserted" if a == b else "left-out"
        yield op, a, b, c, d


def _printed(text: str, words: list[Word]) -> str:
    return text[words[0].start : words[-1].end] if words else ""
