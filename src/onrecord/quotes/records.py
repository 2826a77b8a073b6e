"""From what was decided in tokens to the records that travel: quotes, mentions, cues, evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.models import (
    Attribution,
    Candidate,
    Cue,
    Mention,
    MentionType,
    Part,
    Quote,
    Span,
)
from onrecord.quotes.attribute import Source
from onrecord.quotes.chains import Chains
from onrecord.quotes.cues import CueLink
from onrecord.quotes.decide import Decision, kind_of
from onrecord.quotes.indirect import Proposal
from onrecord.quotes.lexicon import CUE_CLASSES
from onrecord.quotes.medium import medium_of
from onrecord.quotes.paragraph import Paragraph
from onrecord.quotes.rules import explain, rule_of

# tokens before and after the word that a cue of several words is found by: "in the words of"
_AROUND_CUE = {"according": (0, 1), "words": (2, 1), "put": (0, 1)}
NESTED = "nested"  # the rule of a quote inside another
_CONTRACTED = re.compile(r"['’]\w{1,2}$")
_PARTING = frozenset(",;:")
_SHOWN = 0.02  # losing candidates below this probability are not kept
_TYPES: dict[str, MentionType] = {"n": "name", "p": "pronoun", "o": "pronoun", "r": "pronoun"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One text being read: its paragraphs by number, and the chains of the article's names."""

    text: str
    part: Part
    paragraphs: Sequence[Paragraph]
    chains: Chains


def marked_quote(reading: Reading, decision: Decision, turn: int, *, goes_on: bool) -> Quote:
    """Return the record of a quote in marks; `goes_on` as in decide.kind_of."""
    region, text = decision.region, reading.text
    cue = _cue(reading, decision)
    other = decision.at
    if decision.chosen.number == decision.paragraph.number and decision.chosen.k >= 0:
        other = decision.paragraph.phrases[decision.chosen.k].first
    return Quote(
        kind=kind_of(text, decision, goes_on=goes_on),
        part=reading.part,
        medium=medium_of(decision.paragraph.frame, decision.at, cue),
        text=text[region.start : region.end],
        span=Span(region.start, region.end),
        turn=turn,
        sentence=_around(decision.paragraph, decision.at, other),
        attribution=_attribution(reading, decision, cue),
    )


def nested_quote(reading: Reading, decision: Decision | None, outer: Quote, span: Span) -> Quote:
    """Return the record of a quote inside another; its source is the one the outer words give it,
    or None."""
    attribution = Attribution(None, None, NESTED, 0.5)
    if decision is not None and decision.chosen.k >= 0:
        found = _attribution(reading, decision, _cue(reading, decision))
        attribution = replace(found, rule_id=NESTED)
    return Quote(
        kind="direct" if reading.text[span.start].isupper() else "mixed",
        part=outer.part,
        medium="unknown",
        text=reading.text[span.start : span.end],
        span=span,
        turn=outer.turn,
        sentence=outer.sentence,
        attribution=attribution,
    )


def statement_quote(reading: Reading, paragraph: Paragraph, proposal: Proposal, turn: int) -> Quote:
    """Return the record of an indirect statement."""
    frame, text = paragraph.frame, reading.text
    mention = _mention(reading, Source("here", paragraph.number, proposal.subject))
    first = proposal.first
    while first < proposal.last - 1 and text[frame.starts[first]] in _PARTING:
        first += 1  # "that, by waiting, the town": the comma is the reporter's
    span = Span(frame.starts[first], frame.ends[proposal.last - 1])
    cue = _cue_record(text, paragraph, proposal.at, proposal.base)
    cue = Cue(cue.span, cue.text, proposal.cue_class)
    why = f"its words belong to “{cue.text}”"
    return Quote(
        kind="indirect",
        part=reading.part,
        medium=medium_of(frame, proposal.at, cue),
        text=text[span.start : span.end],
        span=span,
        turn=turn,
        sentence=_around(paragraph, proposal.first, proposal.at),
        attribution=Attribution(
            mention,
            cue,
            "statement",
            proposal.probability,
            (Candidate(mention, proposal.probability, why),),
        ),
    )


def _around(paragraph: Paragraph, token: int, other: int) -> Span:
    """Return the sentences from the one token's to the other's."""
    frame = paragraph.frame
    first = frame.heads[frame.sentence[min(token, other)]]
    after = frame.sentence[max(token, other)] + 1
    last = frame.heads[after] - 1 if after < len(frame.heads) else len(frame.tags) - 1
    return Span(frame.starts[first], frame.ends[last])


def _attribution(reading: Reading, decision: Decision, cue: Cue | None) -> Attribution:
    chosen, paragraph, at = decision.chosen, decision.paragraph, decision.at
    ranked = sorted(zip(decision.likely, decision.sources, strict=False), key=lambda pair: -pair[0])
    offered = tuple(
        Candidate(_mention(reading, source), probability, explain(paragraph, at, source))
        for probability, source in ranked
        if source.k >= 0 and (probability >= _SHOWN or source == chosen)
    )
    return Attribution(
        mention=_mention(reading, chosen) if chosen.k >= 0 else None,
        cue=cue,
        rule_id=rule_of(paragraph, at, chosen),
        probability=decision.likely[decision.sources.index(chosen)],
        candidates=offered,
    )


def _mention(reading: Reading, source: Source) -> Mention:
    paragraph = reading.paragraphs[source.number]
    joined = _joined(paragraph, source.k)
    first, last = paragraph.span(joined[0]), paragraph.span(source.k)
    span = Span(first.start, last.end)
    printed = reading.text[span.start : span.end]
    shape = paragraph.phrases[source.k].shape
    if (shape == "s" and printed.endswith(("'s", "’s"))) or shape == "p":
        printed = _CONTRACTED.sub("", printed)  # "Lee’s" names Lee, "he’d" names him
        span = Span(span.start, span.start + len(printed))
    names = [reading.chains.name(reading.paragraphs, source.number, k) for k in joined]
    known = [name for name in names if name]
    return Mention(
        span=span,
        text=printed,
        type=_TYPES.get(shape, "nominal"),
        name=" and ".join(known) if len(known) == len(names) else None,
    )


def _joined(paragraph: Paragraph, k: int) -> tuple[int, ...]:
    """Return the phrases that speak together with phrase `k`, itself last: "Lee and Kim said"."""
    frame, phrase = paragraph.frame, paragraph.phrases[k]
    before = paragraph.phrases[k - 1] if k else None
    if before is None or before.last != phrase.first - 1 or frame.words[before.last] != "and":
        return (k,)
    together = (
        before.shape == phrase.shape == "n"
        and frame.sentence[before.first] == (frame.sentence[phrase.first])
    )
    led = before.first and frame.tags[before.first - 1] in "IVCT"
    speaks = any(cue.link == "subj" for cue in paragraph.links.get(k, ()))
    return (k - 1, k) if together and speaks and not led else (k,)


def _cue(reading: Reading, decision: Decision) -> Cue | None:
    """Return the chosen source's cue: one between it and the quote before one beyond either."""
    chosen = decision.chosen
    if chosen.k < 0:
        return None
    paragraph = reading.paragraphs[chosen.number]
    links = paragraph.links.get(chosen.k)
    if not links:
        return None
    best: CueLink = links[-1]
    if paragraph is decision.paragraph:
        lo, hi = sorted((decision.at, paragraph.phrases[chosen.k].first))
        best = min(links, key=lambda cue: (not lo <= cue.at <= hi, abs(cue.at - decision.at)))
    return _cue_record(reading.text, paragraph, best.at, best.base)


def _cue_record(text: str, paragraph: Paragraph, at: int, base: str) -> Cue:
    """Return the cue at token `at`, one of several words in full."""
    back, on = _AROUND_CUE.get(base, (0, 0))
    starts, ends = paragraph.frame.starts, paragraph.frame.ends
    span = Span(starts[max(0, at - back)], ends[at + on])
    return Cue(span, text[span.start : span.end], CUE_CLASSES.get(base, "speech"))
