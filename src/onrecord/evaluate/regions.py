"""A text in, the stretches inside its quotation marks out: the ruler, not what is measured.

Corpora mark who said what, but not which of it stands in marks. This scanner says so, and shares
nothing with the engine's (onrecord.quotes.marks), so that an error there can't hide here. Each line
is scanned by itself; a quotation left open runs to the line's end; single marks count only where no
double marks stand around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.models import Span

_LINE = re.compile(r"[^\n]+")
_DOUBLE = re.compile(r"(?P<open>``|[“„‟«])|(?P<close>’’|[”»])|(?P<either>''|[\"＂])")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[\w\[$“\"])(?P<words>.*?[\w.,!?…])[’'](?!\w)")
# an apostrophe that opens a word: '90s, 'em
_ELISION = re.compile(r"\d\ds?\b|(?:em|til|tis|twas)\b")
# punctuation that belongs to quoted words where it opens them: "…and", "$5", "[He]"
_OPENING = "$#@[(…'‘’"


@dataclass(slots=True)
class _Open:
    """An opened quotation, its words beginning at `start`; a doubtful one may be a stray mark."""

    start: int
    is_sure: bool


def quoted_regions(text: str) -> list[Span]:
    """Return the stretches inside quotation marks in order, marks left out."""
    found = []
    for line in _LINE.finditer(text):
        doubles = list(_doubles(text, *line.span()))
        found += doubles
        found += _singles(text, *line.span(), doubles)
    found.sort(key=lambda span: span.start)
    return [span for span in (_trimmed(text, one) for one in found) if span]


def _doubles(text: str, start: int, end: int) -> Iterator[Span]:
    opened: int | None = None
    for mark in _DOUBLE.finditer(text, start, end):
        if _opens(text, mark, start, end, is_open=opened is not None):
            if opened is not None:
                yield Span(opened, mark.start())
            opened = mark.end()
        elif opened is not None:
            yield Span(opened, mark.start())
            opened = None
    if opened is not None:
        yield Span(opened, end)


def _opens(text: str, mark: re.Match[str], start: int, end: int, *, is_open: bool) -> bool:
    """Tell whether a mark opens a quotation: by its form, by what stands around it, or by turn."""
    if mark["open"]:
        return True
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if mark["close"]:
        # some outlets type ” at both ends
        return not is_open and (before.isspace() or before in "([—–") and after.isalnum()
    leads = before.isspace() or before in "([{—–-/‘'"
    trails = after.isspace() or after in ")]}.,;:!?—–-/’'"
    if leads != trails:
        return leads
    return not is_open


def _singles(text: str, start: int, end: int, doubles: list[Span]) -> Iterator[Span]:
    for mark in _SINGLE.finditer(text, start, end):
        words = Span(*mark.span("words"))
        if any(words.start < one.end and one.start < words.end for one in doubles):
            continue
        if not _ELISION.match(text, words.start):
            yield words


def _trimmed(text: str, span: Span) -> Span | None:
    """Return the stretch without what comes before its words; None where it has none."""
    start = span.start
    while start < span.end and not text[start].isalnum() and text[start] not in _OPENING:
        start += 1
    has_words = any(character.isalnum() for character in text[start : span.end])
    return Span(start, span.end) if has_words else None
