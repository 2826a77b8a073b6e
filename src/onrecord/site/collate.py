"""Two printings of one utterance set against each other, as an editor's apparatus would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from onrecord.utterances.differences import Segment, compare

# A gap longer than this is shown as an ellipsis: a headline keeps three words of sixty, and
# fifty-seven struck-out words would bury them.
LONGEST_GAP = 7

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a collation: `gap` stands for words of the fullest that are not shown."""

    kind: Literal["same", "only-fullest", "only-here", "gap"]
    text: str


def collate(fullest: str, other: str) -> list[Stretch]:
    """Return `other` as stretches, with the words of `fullest` that it lacks in their places.

    The sentences of each that are most like the other are laid together. Laid against all of a long
    speech, "with you" would meet any earlier "with" and tear the sentence apart.
    """
    before, sentences, after = _nearest(fullest, other)
    own_before, own, own_after = _nearest(other, sentences)
    _, _, segments = compare(sentences, own)
    whole = [
        Segment("left-out", before, ""),
        Segment("inserted", "", own_before),
        *segments,
        Segment("left-out", after, ""),
        Segment("inserted", "", own_after),
    ]
    told = [segment for segment in whole if segment.fullest or segment.other]
    return [stretch for segment in _joined(told) for stretch in _stretches(segment)]


def _joined(segments: list[Segment]) -> Iterator[Segment]:
    """Yield the segments with stretches left out one after the other as one."""
    for op, run in groupby(segments, key=lambda segment: segment.op):
        if op == "left-out":
            yield Segment(op, " ".join(segment.fullest for segment in run if segment.fullest), "")
        else:
            yield from run


def _nearest(fullest: str, other: str) -> tuple[str, str, str]:
    """Return the text before, of and after the sentences most like `other`, the fewest of them."""
    ends = [match.start() for match in SENTENCE_END.finditer(fullest)]
    starts = [0, *(match.end() for match in SENTENCE_END.finditer(fullest))]
    windows = [
        (start, end) for start in starts for end in (*ends, len(fullest)) if start < end
    ] or [(0, len(fullest))]
    start, end = max(
        windows,
        key=lambda window: (compare(fullest[slice(*window)], other)[1], window[0] - window[1]),
    )
    return fullest[:start].strip(), fullest[start:end], fullest[end:].strip()


def _stretches(segment: Segment) -> Iterator[Stretch]:
    if segment.op == "same":
        yield Stretch("same", segment.other)
        return
    if segment.fullest:
        is_long = len(segment.fullest.split()) > LONGEST_GAP
        yield Stretch("gap" if is_long else "only-fullest", segment.fullest)
    if segment.other:
        yield Stretch("only-here", segment.other)
