"""One paragraph in, its quoted stretches out: which marks open, which close, which are apostrophes.

Knows curly and straight double marks, doubled singles (`` ''), guillemets both ways round,
low-high marks („…“), pairs that do not match (“…»), and single marks. Refuses to look past the
paragraph: one odd mark never harms another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# A token that may be a double mark. Doubled singles come first, so that '' is one mark.
_DOUBLE = re.compile(r"``|(?:(?<=[\s(\[—–-])|^)''|''(?!')|‘‘|’’|[“”„‟«»\"＂]")
_OPENS = frozenset("“„‟«") | {"``", "‘‘"}
_CLOSES = frozenset("”»") | {"’’"}
_BEFORE_OPEN = frozenset("([{—–-/‘'’:;…")
_AFTER_CLOSE = frozenset(")]}.,;:!?—–-/’'…*")

# A single mark opens at a word's start and closes at a word's or sentence's end.
_SINGLE_OPEN = re.compile(r"(?<![\w’'‘])[‘'’](?=[\w\[$£€#@“\"…])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…%\])”\"])[’'](?!\w)")
# words that begin with an apostrophe: '90s, 'em, 'tis
_ELISION = re.compile(r"[‘'’](?:\d\ds?|em|til|tis|twas|cause|bout|round|n)\b", re.IGNORECASE)
# a plural possessive before a noun: "the allies' plan"
_POSSESSIVE = re.compile(r"(?<=s)[’'](?=\s+[\w$£€])")


@dataclass(frozen=True, slots=True)
class Region:
    """A quoted stretch: `start` and `end` bound the words, `opened` and `shut` the marks too.

    `closed` is False where the paragraph ended before the quotation did.
    """

    start: int
    end: int
    opened: int
    shut: int
    closed: bool
    single: bool = False


def pair_marks(text: str, start: int = 0, end: int | None = None) -> list[Region]:
    """Return the quoted stretches of the paragraph `text[start:end]` in order, marks left out.

    Offsets count code points of `text`. A quotation left open runs to the paragraph's end: in
    news, speech that continues reopens in the next paragraph without closing. A ’ between two
    letters is an apostrophe, never a mark. A stray closing mark gives no region. Words inside
    single marks count where no double mark is open around them.
    Cases: tests/examples/marks.py
    """
    stop = len(text) if end is None else end
    doubles = _double_regions(text, start, stop)
    singles = _single_regions(text, start, stop, doubles)
    if not singles:
        return doubles
    inside = [
        d for d in doubles if not any(s.start <= d.opened and d.shut <= s.end for s in singles)
    ]
    return sorted(inside + singles, key=lambda region: region.start)


def nested_marks(text: str, outer: Region) -> list[Region]:
    """Return the quoted stretches inside another: single marks in double, or the reverse."""
    if outer.single:
        return _double_regions(text, outer.start, outer.end)
    return _single_regions(text, outer.start, outer.end, [])


def _role(text: str, at: int, mark: str, start: int, stop: int, opener: str) -> str:
    """Return o, c or ? for a mark that opens, closes, or could do either."""
    if mark == "“":
        return "c" if opener == "„" else "o"
    before = text[at - 1] if at > start else " "
    after_at = at + len(mark)
    after = text[after_at] if after_at < stop else " "
    if mark in _OPENS and not (mark == "«" and opener == "»"):
        return "o"
    if mark in _CLOSES:
        # some keyboards type the closing mark in both places: ”like this”
        opens = (before.isspace() or before in "([—–") and after.isalnum()
        return "?" if opens else "c"
    if mark == "«":
        return "c"
    opens = before.isspace() or before in _BEFORE_OPEN
    closes = after.isspace() or after in _AFTER_CLOSE
    if opens and not closes:
        return "o"
    return "c" if closes and not opens else "?"


def _double_regions(text: str, start: int, stop: int) -> list[Region]:
    regions: list[Region] = []
    opened, inner, opener = -1, -1, ""
    for found in _DOUBLE.finditer(text, start, stop):
        at, mark = found.start(), found.group()
        role = _role(text, at, mark, start, stop, opener)
        if role == "?":
            role = "o" if opened < 0 else "c"
        if role == "o":
            if opened >= 0:  # a second opening mark: the first was never closed, keep its words
                regions.append(Region(inner, at, opened, at, closed=False))
            opened, inner, opener = at, found.end(), mark
        elif opened >= 0:
            regions.append(Region(inner, at, opened, found.end(), closed=True))
            opened, opener = -1, ""
    if opened >= 0:
        regions.append(Region(inner, stop, opened, stop, closed=False))
    return _trimmed(text, regions)


def _single_regions(text: str, start: int, stop: int, taken: list[Region]) -> list[Region]:
    regions: list[Region] = []
    at = start
    while opening := _SINGLE_OPEN.search(text, at, stop):
        at = opening.end()
        if _ELISION.match(text, opening.start()):
            continue
        closing = _closing_single(text, at, stop)
        if closing is None:
            continue
        inner = Region(at, closing, opening.start(), closing + 1, closed=True, single=True)
        # what is inside or across double marks belongs to them; double marks wholly inside are ours
        if any(
            r.opened < inner.shut
            and inner.opened < r.shut
            and not (inner.start <= r.opened and r.shut <= inner.end)
            for r in taken
        ):
            continue
        regions.append(inner)
        at = closing + 1
    return _trimmed(text, regions)


def _closing_single(text: str, at: int, stop: int) -> int | None:
    """Return where the single mark opened before `at` closes: the first mark that can, but a
    plural possessive only where nothing better follows before the next opening mark."""
    fallback = None
    following = _SINGLE_OPEN.search(text, at, stop)
    limit = following.start() if following else stop
    for closing in _SINGLE_CLOSE.finditer(text, at, stop):
        if fallback is not None and closing.start() > limit:
            break
        if not _POSSESSIVE.match(text, closing.start()):
            return closing.start()
        if fallback is None:
            fallback = closing.start()
    return fallback


def _trimmed(text: str, regions: list[Region]) -> list[Region]:
    """Return the regions with white space left out, and without those that hold no word."""
    out = []
    for region in regions:
        start, end = region.start, region.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if any(char.isalnum() for char in text[start:end]):
            out.append(Region(start, end, region.opened, region.shut, region.closed, region.single))
    return out
