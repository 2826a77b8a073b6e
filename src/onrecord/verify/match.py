"""Words and a text → whether the words stand there, and what stands there instead."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from rapidfuzz import fuzz

from onrecord.models import Verification

# printed one way or another without a word being another
SAME_MARKS = str.maketrans(
    {
        **dict.fromkeys("“”„«»‟″", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        "\u00ad": None,  # soft hyphen
        "\u200b": None,  # zero-width space
        "\ufeff": None,
    }
)
# Of 100, over the stretch most like the words. Other words of the same length and subject reach 65;
# one word left out of ten, or two exchanged, give 85 to 95.
NEAR = 82.0


@dataclass(frozen=True, slots=True)
class Match:
    """What came of looking; `found` is the stretch most alike, where it is not the same."""

    result: Verification
    found: str | None = None


def look_up(words: str, text: str) -> Match:
    """Return whether `words` stand in `text`: as they are, but for marks and space, nearly, or not.

    Time grows with the length of the text times that of the words only where they aren't found.
    """
    if words in text:
        return Match("exact")
    wanted, there = _normalised(words), _normalised(text)
    if wanted in there:
        return Match("normalised")
    place = fuzz.partial_ratio_alignment(wanted, there, score_cutoff=NEAR)
    if place is None:
        return Match("absent")
    return Match("near", _whole_words(there, place.dest_start, place.dest_end))


def _normalised(text: str) -> str:
    """Return the text with one kind of each mark and one space for any stretch of white space."""
    composed = unicodedata.normalize("NFKC", text.translate(SAME_MARKS))
    return " ".join(composed.translate(SAME_MARKS).split())


def _whole_words(text: str, start: int, end: int) -> str:
    """Return a stretch made wider to where its first and last word begin and end."""
    before, after = text[:start].rpartition(" ")[2], text[end:].partition(" ")[0]
    return before + text[start:end] + after
