"""The reporter's own words around a saying, and which expression of time goes with it.

Comes in: a quote with its cue and mention. Goes out: whether an expression of its sentence dates
the saying, the passage or some other event. It reads clauses by their closed words (who, that,
since, would …) instead of parsing them, and says no where it can't tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from onrecord.models import Quote, Span
from onrecord.utterances.expressions import Expression, find_expressions

_BLOT = "\ufffc"  # stands for each code point of quoted words, so that offsets hold
_MARKED = re.compile(r'“[^”»]*[”»]?|«[^»”]*[»”]?|"[^"]*"?')
_SENTENCE_END = re.compile(
    r"(?<=[\w\ufffc)]{3}[.!?])\s+(?=[A-Z“\"\ufffc])|[.!?]?\ufffc\s+(?=[A-Z])"
)


def _words(listed: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(listed.split())})\b(?!-)", re.IGNORECASE)


# Between a saying and its day none of these may stand: they open a clause of its own, whose day it
# then is: "said he would go on Monday", "said Lee, who was hurt on Monday", "first since May"
_OPENS_CLAUSE = _words(
    "that who whom whose which when where while as because if since until till unless although"
    " though after before than whether by following ahead due scheduled expected planned set"
    " he she it they we i you there would will was were is are had has have could can might"
    " should must did does do been be said says told"
)
# "Mr Lee told the meeting", "in an interview published on Monday" speak of the saying itself
_MOVES_ON = re.compile(
    r"\b(?!united\b|published\b|aired\b|posted\b|released\b|speaking\b|addressing\b|talking\b"
    r"|writing\b|meeting\b|briefing\b|hearing\b|gathering\b|morning\b|evening\b|during\b)"
    r"[a-z]+(?:ed|ing)\b"
)
# "urged Kyiv to go on Monday", but "wrote to ministers on Monday"
_TO_VERB = re.compile(
    r"\bto\s+(?!the\b|an?\b|his\b|her\b|its\b|their\b|(?:reporters|journalists|lawmakers|ministers"
    r"|diplomats|parliament|allies|soldiers|troops|students|voters)\b)[a-z]"
)
_BREAK = re.compile(r"[;:!?—–]|(?<=[a-z]{3})\.\s")
_VERB_FOLLOWS = re.compile(
    r"\s+(?:would|will|was|were|is|are|had|has|have|could|can|may|might|should|must|did|does)\b"
)
_SAY = re.compile(r"sa(?:id|ys?|ying)\b", re.IGNORECASE)
_ADVERBIAL = re.compile(
    r"\s*(?:and\s+)?(?:in|at|on|during|to|via|through|from|speaking|addressing|talking|writing"
    r"|earlier|late|later|separately)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\s*(?:(?:but|and|also|then|meanwhile|separately|earlier|late)\b,?\s*)?"
    r"(?:(?:in|at|during|on|speaking|addressing|talking|writing)\b[^.;]{0,80})?",
    re.IGNORECASE,
)
# the Thursday trip, his May speech, since May: the expression belongs to a noun or a span of time
_GOVERNED = re.compile(
    r"(?:\b(?:the|an?|this|that|his|her|their|its|our|my|of|since|until|till|by|from|before|after"
    r"|for|between|ahead of|following)|['’]s|s['’])\s+(?:(?:late|early|mid)[ -])?$",
    re.IGNORECASE,
)
_OWNS = re.compile(r"['’]s?\b|['’](?=\s)")
_AHEAD = _words("will would due set scheduled expected planned plans")
_ASIDE = _words("that who which whose when since after before until than by had")


@dataclass(frozen=True, slots=True)
class Clause:
    """A paragraph with its quoted words blotted out, and where the saying stands in it.

    All spans count in `paragraph`. `mention` and `cue` are empty, at the place where the saying
    starts, where the quote has none or the mention stands in another sentence.
    """

    paragraph: str
    sentence: Span
    mention: Span
    cue: Span

    @property
    def head(self) -> int:
        """Where the reporting clause starts: at its mention or its cue, whichever is first."""
        return min(self.mention.start, self.cue.start)


def blot(paragraph: str) -> str:
    """Return the paragraph, as long as it was, with all that stands in marks blotted out."""
    return _MARKED.sub(lambda quoted: _BLOT * len(quoted[0]), paragraph)


def read_clause(quote: Quote, text: str, published: date) -> Clause:
    """Return the clause that reports the quote; `text` is what the quote's spans count in."""
    cue, mention = quote.attribution.cue, quote.attribution.mention
    at = cue.span.start if cue else quote.sentence.start
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    paragraph = blot(text[start : end if end >= 0 else len(text)])
    paragraph = _without(paragraph, _shift(_hidden(quote, published), start))
    sentence = _sentence_at(paragraph, at - start)
    if quote.sentence.start <= at < quote.sentence.end:
        own = _shift(quote.sentence, start)
        sentence = Span(max(own.start, 0), min(own.end, len(paragraph)))
    named = _shift(mention.span, start) if mention else None
    if named and not sentence.start <= named.start < sentence.end:
        named = None
    said = _shift(cue.span, start) if cue else named or Span(sentence.start, sentence.start)
    return Clause(paragraph, sentence, named or Span(said.start, said.start), said)


def _without(paragraph: str, hidden: Span) -> str:
    start, end = max(hidden.start, 0), min(hidden.end, len(paragraph))
    return paragraph[:start] + _BLOT * (end - start) + paragraph[max(start, end) :]


def _shift(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start)


def _hidden(quote: Quote, published: date) -> Span:
    """Return the words said; a paraphrase leaves out the day it opens with, which is its cue's:
    said [on Thursday] the war was over.
    """
    cue = quote.attribution.cue
    if quote.kind == "indirect" and cue and cue.span.end <= quote.span.start:
        opening = find_expressions(quote.text[:40], published)
        if opening and opening[0].span.start == 0:
            return Span(quote.span.start + opening[0].span.end, quote.span.end)
    return quote.span


def _sentence_at(paragraph: str, at: int) -> Span:
    """Return the sentence of the paragraph that has the place `at` in it."""
    start = 0
    for end in _SENTENCE_END.finditer(paragraph):
        if end.end() > at:
            return Span(start, end.start())
        start = end.end()
    return Span(start, len(paragraph))


def expression_of_saying(clause: Clause, published: date) -> Expression | None:
    """Return the expression that tells when the saying was done, the nearest to its cue."""
    near = [
        expression
        for expression in _expressions(clause.paragraph, clause.sentence, published)
        if expression.period and _goes_with_saying(clause, expression)
    ]
    return min(near, key=lambda e: abs(e.span.start - clause.cue.start), default=None)


def expression_of_passage(clause: Clause, published: date) -> tuple[Expression, bool] | None:
    """Return the last expression before the reporting clause that says when its passage is told
    of, and whether it opens a sentence of its own: Last week, Lee was in Riga. "…," she said.
    """
    for expression in reversed(find_expressions(clause.paragraph[: clause.head], published)):
        is_exact = expression.period and expression.period.precision != "year"
        if is_exact and sets_time(clause.paragraph, expression):
            sentence = _sentence_at(clause.paragraph, expression.span.start)
            opens = sentence.start == expression.span.start < clause.sentence.start
            return expression, opens
    return None


def sets_time(paragraph: str, expression: Expression) -> bool:
    """Tell whether an expression dates the main clause it stands in, and not a noun, a stretch of
    time, a clause inside that one, or something yet to come.
    """
    sentence = _sentence_at(paragraph, expression.span.start)
    clause = re.split(r"[,;:—–]", paragraph[sentence.start : expression.span.start])[-1]
    return not (
        _is_governed(paragraph, expression) or _ASIDE.search(clause) or _AHEAD.search(clause)
    )


def _expressions(paragraph: str, sentence: Span, published: date) -> list[Expression]:
    return [
        expression
        for expression in find_expressions(paragraph[: sentence.end], published)
        if expression.span.start >= sentence.start
    ]


def _is_governed(paragraph: str, expression: Expression) -> bool:
    """Tell whether it belongs to a noun or to since and the like: Thursday's talks, since May."""
    return bool(
        _GOVERNED.search(paragraph, 0, expression.span.start)
        or _OWNS.match(paragraph, expression.span.end)
    )


def _goes_with_saying(clause: Clause, expression: Expression) -> bool:
    at, words = expression.span, clause.paragraph
    if _is_governed(words, expression):
        return False
    if at.end <= clause.head:
        return _opens(clause, at)
    if at.end <= clause.cue.start:  # Lee on Tuesday said
        return _is_clear(words[clause.mention.end : at.start])
    if at.start < clause.cue.end:
        return False
    return _follows(clause, expression)


def _opens(clause: Clause, at: Span) -> bool:
    """On Tuesday, Lee said; In a speech in Riga on Tuesday, Lee said."""
    before = clause.paragraph[clause.sentence.start : at.start]
    after = clause.paragraph[at.end : clause.head]
    return (
        _OPENING.fullmatch(before) is not None
        and _is_clear(before)
        and (after.startswith(",") or len(after.split()) <= 3)
        and not _BREAK.search(after)
        # On Tuesday, ten came, according to Lee: the day is theirs
        and not clause.paragraph.startswith("according", clause.cue.start)
    )


def _follows(clause: Clause, expression: Expression) -> bool:
    """Said on Tuesday; told reporters in Riga on Tuesday; said Lee, speaking in Riga on Tuesday."""
    words, at = clause.paragraph, expression.span
    inverted = clause.mention.start >= clause.cue.end and clause.mention.end <= at.start
    gap = words[clause.mention.end if inverted else clause.cue.end : at.start]
    aside = gap.rpartition(",")[2] if "," in gap else ""
    if aside.strip() and not _ADVERBIAL.match(aside):
        return False
    if not _is_clear(gap) or _VERB_FOLLOWS.match(words, at.end):
        return False
    # after "said", and for anything wider than a day, a noun would be what the day belongs to:
    # "said the summit in June", "called the strike last week"
    verb = words[clause.cue.start : clause.cue.end]
    is_strict = _SAY.match(verb) or (expression.period and expression.period.precision != "day")
    gap = gap.lstrip(" ,")
    return not is_strict or not gap or _ADVERBIAL.match(gap) is not None


def _is_clear(gap: str) -> bool:
    return not any(stop.search(gap) for stop in (_OPENS_CLAUSE, _MOVES_ON, _TO_VERB, _BREAK))


_ADVERBS = r"(?:previously|long|repeatedly|often|always|consistently|frequently|regularly|once)"
_EARLIER = r"earlier(?!\s+(?:on|today|this|in\s+the\s+day)\b)"
_PERFECT = re.compile(r"\b(?:has|have|had|having)\s+(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)
# Lee has been against it for years and called it a mistake: both verbs hang on the auxiliary
_PERFECT_PREDICATE = re.compile(r"\s+(?:has|have|had)\b", re.IGNORECASE)
_BEFORE_CUE = re.compile(rf"\b(?:{_ADVERBS}|{_EARLIER})\b(?!-)", re.IGNORECASE)
_AFTER_CUE = re.compile(rf"\s+(?:previously|repeatedly|in the past|{_EARLIER})\b", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\b(?:after|before|since|until|when|once)\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE
)


def is_background(clause: Clause) -> bool:
    """Tell whether the saying is told as earlier than the report's own story: has said, had long
    argued, previously suggested, said earlier, a day after Lee accused.
    """
    words, cue = clause.paragraph, clause.cue
    after_mention = clause.mention.end <= cue.start and clause.mention.start < clause.mention.end
    before = words[clause.mention.end if after_mention else clause.sentence.start : cue.start]
    is_participle = words[cue.start : cue.end].endswith("ing")
    return bool(
        _PERFECT.search(words, clause.sentence.start, cue.start)
        or _AUXILIARY.match(words, cue.start, cue.end)
        or (is_participle and _AUXILIARY.search(before))
        or (after_mention and _PERFECT_PREDICATE.match(before))
        or (after_mention and _BEFORE_CUE.search(before))
        or _AFTER_CUE.match(words, cue.end)
        or _SUBORDINATE.search(words, clause.sentence.start, clause.head)
    )
