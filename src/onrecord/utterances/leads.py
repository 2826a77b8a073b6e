"""A headline's fragment and the lead's: one claim in two words.

A headline restates the claim of the report's first sentences, and may take another word for it:
‘doable’ above a lead that says the plan is “possible”. No likeness of the words shows that; what
does is that both are a fragment or two words long, by one speaker, said of the same matter by a cue
of the same class. Refused: leads that share names only with the headline, which every lead does.
"""

from __future__ import annotations

import re

from onrecord.models import Statement
from onrecord.utterances.units import Unit
from onrecord.utterances.words import is_content, word_keys

_LEAD_PARAGRAPHS = 3
_FRAGMENT_WORDS = 2
# one matter under many words in these reports
_MATTERS = dict.fromkeys(
    "accede accession admission enter entry join joining joins member members".split(), "membership"
)


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
    """Tell whether the words around both fragments share two, one of them no name: membership."""
    words = _frame(lead)
    shared = _matters(_frame(headline)) & _matters(words)
    common = re.findall(r"\b[a-z]\w+", words)
    return len(shared) >= 2 and bool(shared & _matters(" ".join(common)))


def _frame(statement: Statement) -> str:
    """Return the sentence around a quote without its words, its cue and its mention."""
    quote = statement.quote
    text = statement.article.headline if quote.part == "headline" else statement.article.text
    cue, mention = quote.attribution.cue, quote.attribution.mention
    out = [quote.span, *([cue.span] if cue else []), *([mention.span] if mention else [])]
    sentence = text[quote.sentence.start : quote.sentence.end]
    for span in out:
        start = max(span.start - quote.sentence.start, 0)
        end = max(span.end - quote.sentence.start, 0)
        sentence = sentence[:start] + " " * (min(end, len(sentence)) - start) + sentence[end:]
    return sentence


def _matters(words: str) -> set[str]:
    return {
        _MATTERS.get(key, key.removesuffix("'s")) for key in word_keys(words) if is_content(key)
    }
