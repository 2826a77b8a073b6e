"""What the engine got wrong, by kind, each with the line it stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.evaluate.outcomes import Given, Outcome, Wanted
from onrecord.models import Span
from onrecord.said import Said

_AROUND = 160  # characters shown on each side
Faults = Callable[[Outcome], Iterator[Wanted | Given]]

# kind → what counts as one
KINDS: dict[str, Faults] = {
    "missed": lambda o: (one for one in o.wanted_pieces if not one.is_found),
    "invented": lambda o: (one for one in o.given_pieces if not one.is_found),
    "boundary": lambda o: (one for one in o.wanted_pieces if one.is_found and not one.is_exact),
    "source": lambda o: (o for o in o.wanted_pieces if o.is_found and o.is_right is False),
    "person": lambda o: (
        one for one in (*o.wanted_pieces, *o.wanted_statements) if one.is_named is False
    ),
    "statement-missed": lambda o: (one for one in o.wanted_statements if not one.is_found),
    "statement-invented": lambda o: (one for one in o.given_statements if not one.is_found),
    "statement-source": lambda o: (
        one for one in o.wanted_statements if one.is_found and one.is_right is False
    ),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One error: `words` stand in `line`, part of a paragraph; what was wanted, what was read."""

    article: str
    line: str
    words: Span  # in `line`
    wanted: str
    read: str


def faults(outcome: Outcome, kind: str) -> Iterator[Fault]:
    """Yield the article's errors of one of KINDS, in order."""
    for one in KINDS[kind](outcome):
        span = one.spans[0] if isinstance(one, Wanted) else one.span
        yield _fault(outcome, span, one)


def _fault(outcome: Outcome, span: Span, one: Wanted | Given) -> Fault:
    text = outcome.article.text
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    end = text.find("\n", span.end)
    end = min(end if end >= 0 else len(text), span.end + _AROUND)
    return Fault(
        outcome.article.id,
        text[start:end],
        Span(span.start - start, span.end - start),
        _wanted(text, one),
        _read(one.best if isinstance(one, Wanted) else one.said),
    )


def _wanted(text: str, one: Wanted | Given) -> str:
    attribution = one.attribution if isinstance(one, Wanted) else one.marked
    if attribution is None:
        return "nothing"
    sources = [text[span.start : span.end] for span in attribution.sources]
    cues = [text[span.start : span.end] for span in attribution.cues]
    name = f" = {attribution.speaker}" if attribution.speaker else ""
    return f"{' … '.join(sources) or 'no source'}{name}, cue {' … '.join(cues) or 'none'}"


def _read(said: Said | None) -> str:
    if said is None:
        return "nothing"
    attribution = said.quote.attribution
    mention = attribution.mention.text if attribution.mention else "no source"
    name = f" = {said.speaker}" if said.speaker not in (None, mention) else ""
    rule = f"{attribution.rule_id} {attribution.probability:.2f}"
    return f"“{said.quote.text}” by {mention}{name} ({rule})"
