"""A quote in its sentence, with the words that say who says it marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from onrecord.site.reader import Row

Role = Literal["quote", "cue", "mention", "rest"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the sentence, and what they do in it."""

    text: str
    role: Role


def in_context(quote: Row) -> list[Piece]:
    """Return the sentence in pieces; the cue and the mention nearest to the quote are marked.

    Where they stand farther off than the sentence reaches, they are not marked.
    """
    prefix, text, suffix = quote["prefix"] or "", quote["text"], quote["suffix"] or ""
    whole = prefix + text + suffix
    marked: dict[tuple[int, int], Role] = {(len(prefix), len(prefix + text)): "quote"}
    for role, words in (("cue", quote["cue"]), ("mention", quote["speaker_mention"])):
        if span := _nearest(whole, words or "", len(prefix), len(prefix + text)):
            marked.setdefault(span, "cue" if role == "cue" else "mention")
    cuts = sorted({0, len(whole), *(end for span in marked for end in span)})
    return [Piece(whole[a:b], _role(a, b, marked)) for a, b in pairwise(cuts)]


def _nearest(whole: str, words: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where whole words stand outside the quote, the fewest letters away from it."""
    if not words.strip():
        return None
    found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", whole)
    spans = [match.span() for match in found if match.end() <= start or match.start() >= end]
    return min(spans, key=lambda span: max(start - span[1], span[0] - end), default=None)


def _role(start: int, end: int, marked: dict[tuple[int, int], Role]) -> Role:
    """Return what a piece does; of marks that lie in one another the inner one counts."""
    around = [span for span in marked if span[0] <= start and end <= span[1]]
    return marked[min(around, key=lambda span: span[1] - span[0])] if around else "rest"
