"""One paragraph with everything that grammar alone says of it: tokens, phrases, cues."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.models import Span
from onrecord.quotes.cues import CueLink, find_cues
from onrecord.quotes.marks import pair_marks
from onrecord.quotes.mentions import Phrase, find_phrases
from onrecord.quotes.segment import Frame, segment

# links of cues that have a subject of their own, in their own clause
_OWN = frozenset(("subj", "appos", "inv", "acc"))

# RIGA — …; LVIV, Ukraine, Jan 5 (News) - …
_DATELINE = re.compile(
    r"\s*[A-ZÀ-Þ][A-ZÀ-Þ.'’ /-]{2,40}(?:,[^-—–()\n]{2,30})?\s?(?:\([^)\n]{2,40}\)\s?)?[-–—]{1,2}\s"
)


@dataclass(slots=True)
class Paragraph:
    """One paragraph's frame with its phrases and cues.

    `links[k]` are the cues whose subject is phrase `k`; `has_cue` tells whether any cue has a
    subject of its own; `number` is the paragraph's place in the article's list.
    """

    frame: Frame
    phrases: list[Phrase]
    cues: list[CueLink]
    links: dict[int, list[CueLink]]
    has_cue: bool
    number: int

    def span(self, k: int) -> Span:
        """Return where phrase `k` stands in the text."""
        phrase = self.phrases[k]
        return Span(self.frame.starts[phrase.first], self.frame.ends[phrase.last - 1])

    def nearest_cue(self, k: int, at: int) -> CueLink | None:
        """Return the cue of phrase `k` that stands nearest to token `at`, or None."""
        links = self.links.get(k)
        return min(links, key=lambda cue: abs(cue.at - at)) if links else None


def parse(text: str, start: int, end: int, number: int) -> Paragraph:
    """Return the paragraph `text[start:end]` with its tokens, phrases and cues."""
    frame = segment(text, start, end, pair_marks(text, start, end))
    line = _DATELINE.match(text, start, end)
    told = line.end() if line else start  # nobody speaks in a dateline: BRUSSELS, Feb 15 (News) -
    phrases = [phrase for phrase in find_phrases(frame) if frame.starts[phrase.first] >= told]
    cues = find_cues(frame, phrases)
    links: dict[int, list[CueLink]] = {}
    for cue in cues:
        if cue.subject >= 0:
            links.setdefault(cue.subject, []).append(cue)
    has_cue = any(cue.link in _OWN for cue in cues)
    return Paragraph(frame, phrases, cues, links, has_cue, number)
