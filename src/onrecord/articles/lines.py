"""Text → its lines, as spans: one paragraph is one line of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.models import Span

# not str.splitlines: form feeds and the like stand inside a paragraph
LINE = re.compile(r"[^\n\r\u2028\u2029]+")


def split_lines(text: str) -> Iterator[Span]:
    """Yield the span of each line that is not blank, white space around it left out."""
    for match in LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + len(line) - len(line.lstrip())
            yield Span(start, start + len(stripped))
