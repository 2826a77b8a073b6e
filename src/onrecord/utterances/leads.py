"""A headline's fragment and the lead's: one claim in two words.

A headline restates the claim of the report's first sentences, and may take another word for it:
‘doable’ above a lead that says the plan is “possible”. No likeness of the words shows that; what
does is that both are a fragment or two words long, by one speaker, said of the same matter by a cue
of the same class. Refused: leads that share names only with the headline, which every lead does.
"""

from __future__ import annotations

import re

from onrecord.models import Statement
from onrecord.utterances.terms import is_content, terms
from onrecord.utterances.units import Unit

_LEAD_PARAGRAPHS = 3
_FRAGMENT_WORDS = 2


def is_lead_of(lead: Unit, headline: Unit) -> bool:
    """Tell whether a body unit says by other words what a unit of its headline says."""
    one, other = headline.first, lead.first
    return (
        one.quote.part == "headline"
        and other.quote.part == "body"
        and one.article.id == other.article.id
        and _is_fragment(headline)
        and _is_fragment(lead)
        and _stands_in_lead(other)
        and _cue_class(one) == _cue_class(other)
        and _is_one_matter(one, other)
    )


def _is_fragment(unit: Unit) -> bool:
    return unit.first.quote.kind == "mixed" and len(unit.whole.words) <= _FRAGMENT_WORDS


def _stands_in_lead(statement: Statement) -> bool:
    return any(
        paragraph.start <= statement.quote.span.start < paragraph.end
        for paragraph in statement.article.paragraphs[:_LEAD_PARAGRAPHS]
    )


def _cue_class(statement: Statement) -> str:
    cue = statement.quote.attribution.cue
    return cue.cue_class if cue else "none"


def _is_one_matter(headline: Statement, lead: Statement) -> bool:
    """Tell whether the words around both fragments share two, and one that is no name is what the
    lead's fragment is said of: "membership is ‘possible’", not "‘furious’ about membership"."""
    words, before = _frame(lead), _frame(lead, is_before=True)
    ours = _matters(_frame(headline))
    common = " ".join(re.findall(r"\b[a-z]\w+", before))
    return len(ours & _matters(words)) >= 2 and bool(ours & _matters(common))


def _frame(statement: Statement, *, is_before: bool = False) -> str:
    """Return the sentence around a quote without its words, its cue and its mention.

    With `is_before` only the clause before it, as far as commas tell.
    """
    quote = statement.quote
    text = statement.article.headline if quote.part == "headline" else statement.article.text
    cue, mention = quote.attribution.cue, quote.attribution.mention
    out = [quote.span, *([cue.span] if cue else []), *([mention.span] if mention else [])]
    sentence = text[quote.sentence.start : quote.sentence.end]
    for span in out:
        start = max(span.start - quote.sentence.start, 0)
        end = max(span.end - quote.sentence.start, 0)
        sentence = sentence[:start] + " " * (min(end, len(sentence)) - start) + sentence[end:]
    if is_before:
        return sentence[: quote.span.start - quote.sentence.start].rpartition(",")[2]
    return sentence


def _matters(words: str) -> set[str]:
    return set(filter(is_content, terms(words)))
