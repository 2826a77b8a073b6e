"""Two reports of the same words in, what one leaves out, puts in or puts otherwise out.

Comes in: the fullest report of an utterance and another. Goes out: how the other stands to it, how
alike they are, and the stretches that make them differ, ready to be shown side by side. Refused: to
decide whether the two report one utterance (families.py does).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import LCSseq, Opcode

from onrecord.models import Op, Relation, Segment
from onrecord.utterances.words import Word, read_words

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_STOP = re.compile(r"[.!?…]++(?=\W*\s|\W*$)")
# Of more sentences only stretches about as long as the other report are tried
_FEW_SENTENCES = 12


@dataclass(frozen=True, slots=True)
class _Report:
    """The words of a report; `starts` has those that begin a sentence, and how many there are."""

    text: str
    words: list[Word]
    keys: list[str]
    starts: list[int]

    def printed(self, start: int, end: int) -> str:
        """Return the words from `start` to before `end` as printed, with the stop after them."""
        if start >= end:
            return ""
        last = self.words[end - 1].end
        stop = _STOP.match(self.text, last)
        return self.text[self.words[start].start : stop.end() if stop else last]


def compare(fullest: str, other: str) -> tuple[Relation, float, tuple[Segment, ...]]:
    """Return how `other` stands to the fullest report, their similarity, and the differences.

    The relation is exact (the same words), trimmed (nothing but words left out) or reworded. The
    similarity is twice the words in common over all words of both: 1 for exact, 0 for none shared.
    Marks, case, and British or American spelling count for nothing. Without a difference there are
    no segments; else they run from the first word of both to the last.
    """
    full, part = _read(fullest), _read(other)
    if full.keys == part.keys:
        return "exact", 1.0, ()
    steps = LCSseq.opcodes(full.keys, part.keys)
    common = sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    similarity = round(2 * common / (len(full.keys) + len(part.keys)), 3)
    is_trimmed = part.keys and {step.tag for step in steps} <= {"equal", "delete"}
    return "trimmed" if is_trimmed else "reworded", similarity, tuple(_segments(full, part))


def _read(text: str) -> _Report:
    words = read_words(text)
    places = [word.start for word in words]
    ends = (bisect_left(places, match.end()) for match in _SENTENCE_END.finditer(text))
    starts = sorted({0, *ends, len(words)})
    return _Report(text, words, [word.key for word in words], starts)


def _segments(full: _Report, part: _Report) -> Iterator[Segment]:
    """Yield the differences, the sentences of each that are most like the other laid together.

    Laid against all of a long speech, "with you" would meet any earlier "with" and tear the
    sentence apart.
    """
    a, b = _nearest(full, part.keys)
    c, d = _nearest(part, full.keys[a:b])
    steps = LCSseq.opcodes(full.keys[a:b], part.keys[c:d])
    inner = ((op, a + w, a + x, c + y, c + z) for op, w, x, y, z in _stretches(steps))
    whole: list[tuple[Op, int, int, int, int]] = [
        ("left-out", 0, a, c, c),
        ("inserted", a, a, 0, c),
        *inner,
        ("left-out", b, len(full.words), d, d),
        ("inserted", b, b, d, len(part.words)),
    ]
    told = (step for step in whole if step[1] < step[2] or step[3] < step[4])
    for op, run in groupby(told, key=lambda step: step[0]):
        steps_of_one = list(run)
        first, last = steps_of_one[0], steps_of_one[-1]
        yield Segment(op, full.printed(first[1], last[2]), part.printed(first[3], last[4]))


def _nearest(report: _Report, keys: Sequence[str]) -> tuple[int, int]:
    """Return the words of the sentences most like `keys`, the fewest of them."""
    starts = report.starts
    if len(starts) <= 2 or not keys:
        return 0, len(report.keys)
    widest = len(starts)
    if len(starts) > _FEW_SENTENCES:
        length = len(report.keys) / (len(starts) - 1)
        widest = 2 + round(len(keys) / length)
    windows = [
        (start, end)
        for at, start in enumerate(starts[:-1])
        for end in starts[at + 1 : at + 1 + widest]
    ]
    return max(windows, key=lambda window: (_alike(report, window, keys), window[0] - window[1]))


def _alike(report: _Report, window: tuple[int, int], keys: Sequence[str]) -> float:
    common = LCSseq.similarity(report.keys[slice(*window)], keys)
    return round(2 * common / (window[1] - window[0] + len(keys)), 3)


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


def packed(segments: Sequence[Segment]) -> list[str | list[str]]:
    """Return the segments in few words: what both have as printed in the other report, what
    differs as a pair, the fullest report's words first."""
    return [
        segment.other if segment.op == "same" else [segment.fullest, segment.other]
        for segment in segments
    ]
