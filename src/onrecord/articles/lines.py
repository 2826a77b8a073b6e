"""Text → its lines, as spans: one paragraph is one line, unless the text was wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.models import Span

# not str.splitlines: form feeds and the like stand inside a paragraph
# letters that mail programs and converters wrap lines at
WRAPPED = range(40, 121)
FEWEST_JOINTS = 3
LINE = re.compile(r"[^\n\r\u2028\u2029]+")


def split_lines(text: str) -> Iterator[Span]:
    """Yield the span of each line that is not blank, white space around it left out."""
    for match in LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + len(line) - len(line.lstrip())
            yield Span(start, start + len(stripped))


def unwrap(text: str, lines: Sequence[Span]) -> list[Span]:
    """Return the lines, or, of a text wrapped to a width, the blocks between its blank lines.

    It was wrapped where half of the lines that aren't the last of their block have a common width,
    break off inside a sentence, and go on in small letters. (The founding reports wrapped at 60 to
    100 letters: 57 to 93 %; as they are, one line in all.)
    """
    joints = [_runs_on(text, *pair) for pair in pairwise(lines) if not _is_apart(text, *pair)]
    if len(joints) < FEWEST_JOINTS or 2 * sum(joints) < len(joints):
        return list(lines)
    blocks = [lines[0]]
    for before, line in pairwise(lines):
        if _is_apart(text, before, line):
            blocks.append(line)
        else:
            blocks[-1] = Span(blocks[-1].start, line.end)
    return blocks


def _is_apart(text: str, before: Span, line: Span) -> bool:
    """Return whether a blank line stands between two lines."""
    return text.count("\n", before.end, line.start) > 1


def _runs_on(text: str, before: Span, line: Span) -> bool:
    """Return whether the first line is of a common width and the next continues its sentence."""
    width = before.end - before.start
    return width in WRAPPED and text[before.end - 1] not in ".!?:" and text[line.start].islower()
