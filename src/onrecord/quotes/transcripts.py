"""Transcripts and interviews: lines that open with the speaker's label, `LEE: We will not wait.`

A text is a transcript where at least three lines open with a label and one label comes back; a
single "Note: …" is none. Lines between two labelled ones belong to the first if somebody speaks in
them. Their kind follows the definition: direct where the line stands in marks, else indirect,
although the words are the speaker's; the rule `transcript` tells them from a paraphrase.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.models import Attribution, Candidate, Mention, Quote, Span
from onrecord.quotes.chains import Chains
from onrecord.quotes.decide import STRUCTURE
from onrecord.quotes.labelled import LABELS

_LABEL = re.compile(
    r"\s*+(?:[\"“”«]\s*+)?(?P<label>[A-ZÀ-ÞА-ЯЄІЇҐ][A-ZÀ-ÞА-ЯЄІЇҐ.’'\-/& ]{0,38}[A-ZÀ-ÞА-ЯЄІЇҐ.]"
    r"|[A-ZÀ-Þ][\w’'\-]+(?: [A-ZÀ-Þ][\w.’'\-]+){0,3}|Q|A)\s?(?:\([^)]{1,40}\))?:\s+(?=\S)"
)
# an empty line, or a stage direction: (CROSSTALK), [Laughter.]
_STAGE = re.compile(r"(?>\W*[(\[])[^)\]]*[)\]]\W*$|\W*$")
_CLOSING = re.compile(r"(?<![\"”»\s])[\"”»\s]+$")
# a line without a label goes on with the speech only if somebody speaks in it; else it narrates
_SPEAKS = re.compile(r"\b(?:I|we|you|my|our|your|us|me)\b", re.IGNORECASE)
_MARKS = '"“”„«'
_NOT_LABELS = LABELS | frozenset(
    "note update related read watch photo correction photos video more".split()
)


@dataclass(frozen=True, slots=True)
class TranscriptLine:
    """One line of a transcript: who (the label's span) and the words after it."""

    label: Span
    words: Span
    line: int  # index of its paragraph


def find_transcript(text: str, paragraphs: Sequence[Span]) -> list[TranscriptLine]:
    """Return the lines of a transcript in order; empty where the text is none."""
    found: dict[int, re.Match[str]] = {}
    for i, span in enumerate(paragraphs):
        label = _LABEL.match(text, span.start, span.end)
        if label and label.group("label").lower() not in _NOT_LABELS:
            found[i] = label
    labels = Counter(match.group("label") for match in found.values())
    if len(found) < 3 or max(labels.values()) < 2:
        return []
    kept = [i for i, match in sorted(found.items()) if _is_label(match, labels, first=not i)]
    out: list[TranscriptLine] = []
    for position, i in enumerate(kept):
        who = Span(*found[i].span("label"))
        out.append(TranscriptLine(who, _words(text, found[i].end(), paragraphs[i].end), i))
        following = kept[position + 1] if position + 1 < len(kept) else i + 1
        out += [
            TranscriptLine(who, _words(text, paragraphs[k].start, paragraphs[k].end), k)
            for k in range(i + 1, following)
            if _SPEAKS.search(text, paragraphs[k].start, paragraphs[k].end)
        ]
    return [line for line in out if _is_speech(text, line.words)]


def _is_label(match: re.Match[str], labels: Counter[str], *, first: bool) -> bool:
    """Tell whether a label is a speaker's: it comes back, stands in capitals, or has two words and
    is not the text's first line, a headline like "Ann Lee: we will not wait"."""
    label = match.group("label")
    return labels[label] > 1 or label.isupper() or (" " in label and not first)


def _is_speech(text: str, words: Span) -> bool:
    """Tell whether a line holds words: no stage direction ("(CROSSTALK)"), no bare figure."""
    if _STAGE.match(text, words.start, words.end):
        return False
    return any(char.islower() for char in text[words.start : words.end])


def _words(text: str, start: int, end: int) -> Span:
    while start < end and (text[start] in _MARKS or text[start].isspace()):
        start += 1
    closing = _CLOSING.search(text, start, end)
    return Span(start, closing.start() if closing else end)


def transcript_quotes(
    text: str, lines: Sequence[TranscriptLine], chains: Chains, turns: Iterator[int]
) -> Iterator[Quote]:
    """Yield one quote for each line of a transcript; lines under one label are one turn."""
    label, turn = None, -1
    for line in lines:
        if line.label != label:
            label, turn = line.label, next(turns)
        printed = text[line.label.start : line.label.end]
        mention = Mention(line.label, printed, "name", chains.named(printed))
        evidence = (Candidate(mention, STRUCTURE, "the label that opens the line"),)
        yield Quote(
            kind="direct" if _is_marked(text, line.words) else "indirect",
            part="body",
            medium="spoken",
            text=text[line.words.start : line.words.end],
            span=line.words,
            turn=turn,
            sentence=line.words,
            attribution=Attribution(mention, None, "transcript", STRUCTURE, evidence),
        )


def _is_marked(text: str, words: Span) -> bool:
    """Tell whether a line stands in quotation marks, its label inside them or not."""
    line_start = text.rfind("\n", 0, words.start) + 1
    return any(mark in text[line_start : words.start] for mark in _MARKS)
