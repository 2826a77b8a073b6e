"""One paragraph in, its quoted stretches out: which marks open, which close, which are apostrophes.

Knows curly and straight double marks, doubled singles (`` ''), guillemets both ways round,
low-high marks („…“, ‚…‘), pairs that do not match (“…»), and single marks. Refuses to look past the
paragraph: one odd mark never harms another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

# A token that may be a double mark. Doubled singles come first, so that '' is one mark.
# The look-ahead comes first for speed: most characters fail it at once.
_DOUBLE = re.compile(
    r"(?=[`'‘’“”„‟«»\"＂])(?:``|(?:(?<=[\s(\[—–-])|^)''|''(?!')|‘‘|’’|[“”„‟«»\"＂])"
)
_OPENS = frozenset("“„‟«") | {"``", "‘‘"}
_CLOSES = frozenset("”»") | {"’’"}
_BEFORE_OPEN = frozenset("([{—–-/‘'’:;…")
_AFTER_CLOSE = frozenset(")]}.,;:!?—–-/’'…*")

# A single mark opens at a word's start and closes at a word's or sentence's end.
# A single mark before an elision opens too: ‘’Tis late,’ he said.
_SINGLE_OPEN = re.compile(r"[‘'’‚](?<![\w’'‘].)(?=[’']?[\w\[$£€#@“\"…])")
_SINGLE_CLOSE = re.compile(r"[’'‘](?<=[\w.,!?…%\])”\"].)(?<!['’]n.)(?!\w)")
# feet and inches: 6'2", 5’ 10”
_INCHES = re.compile(r"(?<=\d)[\"”]|(?<=\d½)[\"”]")
_FEET = re.compile(r"\d['’]\s?\d{1,2}½?$")
# words that begin with an apostrophe: '90s, 'em, 'tis
_ELISION = re.compile(r"[‘'’](?:\d\ds?|em|til|tis|twas|cause|bout|round|n)\b", re.IGNORECASE)
# a plural possessive before a noun: "the allies' plan"
_POSSESSIVE = re.compile(r"(?<=s)[’'](?=\s+[\w$£€])")


_INNER = {"“": "”", "„": "“", "«": "»", "»": "«", '"': '"'}  # what closes marks inside others
_NESTED = 600  # characters that marks are looked for in which close an inner or outer pair
_SPEECH = 20  # characters that speech left open has at least; a stray mark may have fewer


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
    starts = [region.start for region in singles]
    outside = [double for double in doubles if not _is_within(double, singles, starts)]
    return sorted(outside + singles, key=lambda region: region.start)


def _is_within(double: Region, singles: list[Region], starts: list[int]) -> bool:
    """Tell whether double marks stand wholly inside single ones."""
    place = bisect_right(starts, double.opened) - 1
    return place >= 0 and double.shut <= singles[place].end


def nested_marks(text: str, outer: Region) -> list[Region]:
    """Return the quoted stretches inside another: single marks in double, or the reverse."""
    doubles = _double_regions(text, outer.start, outer.end)
    return sorted(
        doubles + _single_regions(text, outer.start, outer.end, doubles), key=lambda r: r.start
    )


def _role(text: str, mark: re.Match[str], bounds: tuple[int, int], opener: str) -> str:
    """Return o, c or ? for a mark that opens, closes, or could do either."""
    printed = mark.group()
    if printed == "“":
        return "c" if opener == "„" else "o"
    if printed in _OPENS and not (printed == "«" and opener == "»"):
        return "o"
    if printed == "«":
        return "c"
    before = text[mark.start() - 1] if mark.start() > bounds[0] else " "
    after = text[mark.end()] if mark.end() < bounds[1] else " "
    if printed in _CLOSES:
        # some keyboards type the closing mark in both places: ”like this”
        return "?" if (before.isspace() or before in "([—–") and after.isalnum() else "c"
    opens = before.isspace() or before in _BEFORE_OPEN
    closes = after.isspace() or after in _AFTER_CLOSE
    if opens and not closes:
        return "o"
    return "c" if closes and not opens else "?"


def _double_regions(text: str, start: int, stop: int) -> list[Region]:
    regions: list[Region] = []
    opened, begins, opener, nested = -1, -1, "", start
    for found in _DOUBLE.finditer(text, start, stop):
        at, mark = found.start(), found.group()
        if at < nested or _is_inches(text, found, (start, stop), opened >= 0):
            continue
        role = _role(text, found, (start, stop), opener)
        if role == "?":
            role = "o" if opened < 0 else "c"
        if role == "o":
            closer = _INNER.get(mark, "") if opened >= 0 and mark != opener else ""
            inner = text.find(closer, at, min(stop, at + _NESTED)) if closer else -1
            if inner >= 0 and _closes_later(text, opener, inner + 1, stop):
                nested = inner + 1  # other marks inside these: they belong to the words
                continue
            if opened >= 0:  # a second opening mark: the first was never closed, keep its words
                regions.append(Region(begins, at, opened, at, closed=False))
            opened, begins, opener = at, found.end(), mark
        elif opened >= 0:
            regions.append(Region(begins, at, opened, found.end(), closed=True))
            opened, opener = -1, ""
    if opened >= 0:
        regions.append(Region(begins, stop, opened, stop, closed=False))
    return _trimmed(text, regions)


def _closes_later(text: str, opener: str, start: int, stop: int) -> bool:
    """Tell whether the outer marks close after the inner ones do."""
    return text.find(_INNER.get(opener, opener), start, min(stop, start + _NESTED)) >= 0


def _is_inches(text: str, mark: re.Match[str], bounds: tuple[int, int], is_open: bool) -> bool:
    """Tell whether a mark after a figure means inches: 6' 2", or a 12" pipe inside marks that
    close further on."""
    at = mark.start()
    if not _INCHES.match(text, at):
        return False
    if _FEET.search(text, max(bounds[0], at - 8), at):
        return True
    rest = text[at + 1 : min(bounds[1], at + _NESTED)]
    return is_open and rest[:1] == " " and rest[1:2].islower() and rest.count('"') % 2 == 1


def _single_regions(text: str, start: int, stop: int, doubles: list[Region]) -> list[Region]:
    """Return the stretches in single marks, save those inside or across double ones."""
    openings = [
        found.start()
        for found in _SINGLE_OPEN.finditer(text, start, stop)
        if not _ELISION.match(text, found.start())
    ]
    if not openings:
        return []
    closings = [found.start() for found in _SINGLE_CLOSE.finditer(text, start, stop)]
    starts = [double.opened for double in doubles]
    regions: list[Region] = []
    free = start  # where the last region ended
    for place, opening in enumerate(openings):
        if opening < free:
            continue
        limit = openings[place + 1] if place + 1 < len(openings) else stop
        closing = _closing_single(text, opening, closings, limit)
        closed = closing is not None
        if closing is None:
            if not _stays_open(text, opening, start, stop):
                continue
            closing = stop
        shut = closing + closed
        if _crosses(opening, shut, doubles, starts):
            continue
        regions.append(Region(opening + 1, closing, opening, shut, closed, single=True))
        free = shut
    return _trimmed(text, regions)


def _stays_open(text: str, opening: int, start: int, stop: int) -> bool:
    """Tell whether a single mark that nothing closes opens speech that the next paragraph goes on
    with: a curly mark before a capital, where a sentence can start."""
    before = text[max(start, opening - 3) : opening].rstrip()
    led = not before or before[-1] in ".,:!?’”"
    return text[opening] == "‘" and led and text[opening + 1].isupper() and stop - opening > _SPEECH


def _closing_single(text: str, opening: int, closings: list[int], limit: int) -> int | None:
    """Return where the single mark at `opening` closes: the first mark that can, but a plural
    possessive only where nothing better follows before the next opening mark."""
    fallback = None
    for place in range(bisect_right(closings, opening + 1), len(closings)):
        closing = closings[place]
        if fallback is not None and closing > limit:
            break
        if not _POSSESSIVE.match(text, closing):
            return closing
        if fallback is None:
            fallback = closing
    return fallback


def _crosses(opened: int, shut: int, doubles: list[Region], starts: list[int]) -> bool:
    """Tell whether a stretch overlaps double marks that are not wholly inside it."""
    place = bisect_right(starts, opened) - 1
    if place >= 0 and opened < doubles[place].shut:
        return True
    last = bisect_right(starts, shut) - 1
    return last >= 0 and doubles[last].opened > opened and doubles[last].shut > shut


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
