"""The reporter's own words around a saying, and which expression of time goes with it.

Comes in: a quote with its cue and mention. Goes out: whether an expression of its sentence dates
the saying, the passage or some other event. It reads clauses by their closed words (who, that,
since, would …) instead of parsing them, and says no where it can't tell.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.models import Quote, Span
from onrecord.utterances.expressions import Expression
from onrecord.utterances.passages import BLOT, Passage, is_governed


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
_AND_VERB = (
    r"\b(?:and|but|then)\s+(?:left|went|came|flew|met|held|took|gave|made|got|became|began|fell|rose"
    r"|sold|bought|lost|won|found|led|ran|sent|spent|stood|drove|chose|quit|put|set|cut)\b"
)
_MOVES_ON = re.compile(
    r"\b(?!united\b|published\b|aired\b|posted\b|released\b|speaking\b|addressing\b|talking\b"
    r"|writing\b|meeting\b|briefing\b|dated\b|hearing\b|gathering\b|morning\b|evening\b|during\b)"
    rf"[a-z]+(?:ed|ing)\b|{_AND_VERB}"
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
# what follows is whom it was said to: told the council last week
_TELL = re.compile(
    r"t(?:old|ells?|elling)\b|(?:inform|assur|remind)(?:ed|s|ing|es)\b", re.IGNORECASE
)
_SUBORDINATING = _words(
    "who which whose when where since after before until than as if because"
    " would will could should may might must"
)
_JUST = re.compile(r"(?:just|only|as (?:recently|late|early) as)\s*$", re.IGNORECASE)
_TOLD = re.compile(r"\s(?:said|told|\w+ed)\b")
_ADVERBIAL = re.compile(
    r"\s*(?:and\s+)?(?:in|at|on|during|to|via|through|from|speaking|addressing|talking|writing"
    r"|earlier|late|later|separately)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\s*(?:(?:but|and|also|just|only|then|meanwhile|separately|earlier|late)\b,?\s*)?"
    r"(?:(?:in|at|during|on|[a-z]+ing|asked|pressed|questioned|reached|contacted)\b[^.;]{0,80})?",
    re.IGNORECASE,
)
# testifying before the panel
_BEFORE_WHOM = re.compile(r"\bbefore\s+(?:the|a|an|lawmakers|parliament|congress|judges)\b", re.I)

# When he took office last year, Lee said: at that time
_WHEN = re.compile(r"\s*(?:when|while|as|upon)\b[^,.;:]*$", re.IGNORECASE)
_BEFORE = re.compile(r"\s*(?:before|until|prior to|ahead of)\b", re.IGNORECASE)
_THEN = re.compile(r"\b(?:when|while|before|until)\s[^,.;:]*$", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"^\s*(?:[a-z]+ing|(?:reached|contacted)(?:\s+by)?|asked|pressed|questioned)\b", re.IGNORECASE
)
_DOES = re.compile(_AND_VERB)

# how much of a sentence is looked at before and after its cue; longer ones are lists or lack stops
LONG = 1_000


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence with all quoted words blotted out, and where the saying stands in it.

    `words` begins at `start` of its passage; all spans count in `words`. `mention` and `cue` are
    empty, at the place where the saying starts, where the quote has none or the mention stands in
    another sentence. `expressions` are the sentence's own; those among what was said, `said`, date
    nothing, but where they may belong to the cue: announced a plan last May.
    """

    passage: Passage
    start: int
    words: str
    mention: Span
    cue: Span
    expressions: tuple[Expression, ...]
    said: tuple[Expression, ...]

    @property
    def head(self) -> int:
        """Where the reporting clause starts: at its mention or its cue, whichever is first."""
        return min(self.mention.start, self.cue.start)


def read_clause(quote: Quote, passage: Passage) -> Clause:
    """Return the clause that reports the quote; `passage` has its cue in it."""
    cue, mention = quote.attribution.cue, quote.attribution.mention
    at = (cue.span.start if cue else quote.sentence.start) - passage.start
    sentence = _sentence(quote, passage, at)
    hidden = _shift(_hidden(quote, passage), passage.start)
    words = _without(passage.words, sentence, hidden)
    base = passage.start + sentence.start
    own = tuple(_expressions(passage, sentence))
    named = _shift(mention.span, base) if mention else None
    if named and not 0 <= named.start < len(words):
        named = None
    said = _shift(cue.span, base) if cue else named or Span(0, 0)
    return Clause(
        passage=passage,
        start=sentence.start,
        words=words,
        mention=named or Span(said.start, said.start),
        cue=said,
        expressions=tuple(e for e in own if not _is_within(e, hidden, sentence.start)),
        said=tuple(e for e in own if _is_within(e, hidden, sentence.start)),
    )


def _sentence(quote: Quote, passage: Passage, at: int) -> Span:
    """Return the sentence of the saying: the quote's own if its cue stands in it."""
    own = _shift(quote.sentence, passage.start)
    if not own.start <= at < own.end:
        own = passage.sentence_at(at)
    return Span(max(own.start, at - LONG, 0), min(own.end, at + LONG, len(passage.words)))


def _without(words: str, sentence: Span, hidden: Span) -> str:
    """Return the sentence with what is hidden blotted out."""
    start = min(max(hidden.start, sentence.start), sentence.end)
    end = max(min(hidden.end, sentence.end), start)
    return words[sentence.start : start] + BLOT * (end - start) + words[end : sentence.end]


def _shift(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start)


def _hidden(quote: Quote, passage: Passage) -> Span:
    """Return the words said; a paraphrase leaves out the day it opens with, which is its cue's:
    said [on Thursday] the war was over.
    """
    cue = quote.attribution.cue
    if quote.kind == "indirect" and cue and cue.span.end <= quote.span.start:
        opening = _first_from(passage, quote.span.start - passage.start)
        if opening and opening.span.start == quote.span.start - passage.start:
            return Span(passage.start + opening.span.end, quote.span.end)
    return quote.span


def _first_from(passage: Passage, at: int) -> Expression | None:
    """Return the first expression of the passage that starts at the place or after it."""
    number = bisect_left(passage.expressions, at, key=lambda e: e.span.start)
    return passage.expressions[number] if number < len(passage.expressions) else None


def _expressions(passage: Passage, sentence: Span) -> Iterator[Expression]:
    """Yield the expressions of the sentence, counted in it."""
    number = bisect_left(passage.expressions, sentence.start, key=lambda e: e.span.start)
    for expression in passage.expressions[number:]:
        if expression.span.start >= sentence.end:
            return
        yield replace(expression, span=_shift(expression.span, sentence.start))


def _is_within(expression: Expression, hidden: Span, start: int) -> bool:
    return hidden.start <= expression.span.start + start < hidden.end


def expression_of_saying(clause: Clause) -> Expression | None:
    """Return the expression that tells when the saying was done: of the most exact ones the nearest
    to its cue.
    """
    near = [e for e in clause.expressions if _is_told(e) and _goes_with_saying(clause, e)]
    at = clause.cue.start
    return min(near, key=lambda e: (_breadth(e), abs(e.span.start - at)), default=None)


def _breadth(expression: Expression) -> int:
    """Sort the last two: an event by its name, and what only tells its month or year."""
    if expression.is_occasion:
        return 1
    period = expression.period
    return 2 * (period is not None and period.precision in ("month", "year"))


def counts_to(clause: Clause) -> Expression | None:
    """Return what counts from the saying: Poe left Riga [a day after] Lee accused him."""
    return next(
        (
            e
            for e in clause.expressions
            if e.shift
            and e.shift.is_tied
            and e.period is None
            and e.span.end <= clause.head
            and not clause.words[e.span.end : clause.head].strip()
        ),
        None,
    )


def is_of_other_time(clause: Clause) -> bool:
    """Tell whether the sentence tells of a time before or after the saying: "Before his arrest in
    2022, Lee said", "Lee called it a show and left for Riga on Monday".
    """
    if _BEFORE.match(clause.words):
        return any(e.period and e.span.start < clause.head for e in clause.expressions)
    return any(
        e.period
        and (
            _DOES.search(clause.words, clause.cue.end, e.span.start)
            or (not _is_day(e) and _THEN.search(clause.words, clause.cue.end, e.span.start))
        )
        for e in clause.expressions
    )


def _is_day(expression: Expression) -> bool:
    return expression.period is not None and expression.period.precision == "day"


def may_be_of_cue(clause: Clause) -> Expression | None:
    """Return the first expression in a paraphrase that may date the cue as well as a noun in what
    was said: announced its bid last May; not: accused him of leaving last May.
    """
    said = clause.passage.words[clause.start : clause.start + len(clause.words)]
    for expression in clause.said:
        gap = said[clause.cue.end : expression.span.start]
        is_noun = is_governed(said, expression) or _VERB_FOLLOWS.match(said, expression.span.end)
        if gap and expression.period and not is_noun and _is_clear(gap):
            return expression
    return None


def _is_told(expression: Expression) -> bool:
    """Tell whether it is a time gone by, if only vaguely told: a few days ago."""
    if expression.period is None:
        return not expression.is_ahead and not (expression.shift and expression.shift.is_tied)
    return True


def expression_of_passage(clause: Clause) -> tuple[Expression, bool] | None:
    """Return the last expression before the reporting clause that says when its passage is told
    of, and whether it opens a sentence of its own: Last week, Lee was in Riga. "…," she said.
    """
    passage, head = clause.passage, clause.start + clause.head
    number = bisect_left(passage.settings, head, key=lambda e: e.span.start)
    for expression in reversed(passage.settings[max(number - 3, 0) : number]):
        if expression.period and expression.period.precision != "year":
            place = Span(expression.span.start - clause.start, expression.span.end - clause.start)
            if place.start >= 0 and BLOT in clause.words[place.start : place.end]:
                continue  # it is among the words said
            opens = passage.sentence_at(expression.span.start).start == expression.span.start
            return expression, opens and expression.span.start < clause.start
    return None


def _goes_with_saying(clause: Clause, expression: Expression) -> bool:
    at, words = expression.span, clause.words
    if is_governed(words, expression):
        return False
    if at.end <= clause.head:
        return _opens(clause, at)
    if at.end <= clause.cue.start:  # Lee on Tuesday said
        gap = words[clause.mention.end : at.start]
        # Lee told reporters in Riga on Tuesday, adding
        is_participle = words[: clause.cue.end].endswith("ing")
        if is_participle and words[at.end : clause.cue.start].strip() == ",":
            return not (
                _SUBORDINATING.search(gap) or _TO_VERB.search(gap)
            )  # she repeated that vow on Tuesday, saying
        return _is_clear(_TOLD.sub("", gap) if is_participle else gap)
    if at.start < clause.cue.end:
        return False
    return _follows(clause, expression)


def _opens(clause: Clause, at: Span) -> bool:
    """On Tuesday, Lee said; In a speech in Riga on Tuesday, Lee said."""
    before = clause.words[: at.start]
    after = clause.words[at.end : clause.head]
    if _WHEN.match(before):
        return after.startswith(",")
    return (
        _OPENING.fullmatch(before) is not None
        and _is_clear(_PARTICIPLE.sub("", _BEFORE_WHOM.sub("", before)))
        and (after.startswith(",") or len(after.split()) <= 3)
        and not _BREAK.search(after)
        # On Tuesday, ten came, according to Lee: the day is theirs
        and not clause.words.startswith("according", clause.cue.start)
    )


def _follows(clause: Clause, expression: Expression) -> bool:
    """Said on Tuesday; told reporters in Riga on Tuesday; said Lee, speaking in Riga on Tuesday."""
    words, at = clause.words, expression.span
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
    is_wide = expression.period is not None and expression.period.precision != "day"
    is_strict = _SAY.match(verb) or (is_wide and not _TELL.match(verb))
    gap = _JUST.sub("", gap.lstrip(" ,"))
    if not is_strict or not gap or _ADVERBIAL.match(gap):
        return True
    return gap.rstrip(" ,").endswith(BLOT) and not _SAY.match(verb)  # warned of "ruin" in May


def _is_clear(gap: str) -> bool:
    return not any(stop.search(gap) for stop in (_OPENS_CLAUSE, _MOVES_ON, _TO_VERB, _BREAK))


_ADVERBS = r"(?:previously|long|repeatedly|often|always|consistently|frequently|regularly|once)"
_EARLIER = r"earlier(?!\s+(?:on|today|this|in\s+the\s+day)\b)"
_PERFECT = re.compile(r"\b(?:has|have|had|having)\s+(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)
# Lee has been against it for years and called it a mistake: both verbs hang on the auxiliary
_PERFECT_PREDICATE = re.compile(r"\s+(?:has|have|had)\b", re.IGNORECASE)
_BEFORE_CUE = re.compile(rf"\b(?:{_ADVERBS}|{_EARLIER})\b(?!-)", re.IGNORECASE)
_AFTER_CUE = re.compile(
    rf"\s+(?:previously|repeatedly|in the past|{_EARLIER}"
    r"|in (?:his|her|their|an?) (?:[\w’'-]+ )?(?:memoirs?|autobiography|diar(?:y|ies)))\b",
    re.IGNORECASE,
)
_IS = re.compile(r"\b(?:is|are|am)\s+(?:[\w’'-]+\s+)?$", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:which|what|whom)\s+$")
# will say, would have said, is expected to say, the need to say; but "would not say", "went on to
# say", "used a speech to say"
_UNSAID = re.compile(
    r"\b(?:will|would|could|should|may|might|must|can|shall)\s+(?!not\b)(?:[\w’'-]+\s+){0,2}$"
    r"|(?<!went on )(?<!goes on )\bto\s+(?:[\w’'-]+ly\s+)?$",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:after|before|since|until|when|once)\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE
)


def is_unsaid(clause: Clause) -> bool:
    """Tell whether the saying is only to come, possible or asked for: will say, is due to say."""
    return _UNSAID.search(clause.words, 0, clause.cue.start) is not None


def is_relative(clause: Clause) -> bool:
    """Tell whether the saying only describes what is spoken of: what she calls, which Lee says."""
    return _RELATIVE.search(clause.words, 0, clause.head) is not None


def is_going_on(clause: Clause) -> bool:
    """Tell whether it is a state of things: is promising, it is assumed."""
    return _IS.search(clause.words, 0, clause.cue.start) is not None


def is_background(clause: Clause) -> bool:
    """Tell whether the saying is told as earlier than the report's own story: has said, had long
    argued, previously suggested, said earlier, wrote in her memoirs, a day after Lee accused.
    """
    words, cue = clause.words, clause.cue
    after_mention = clause.mention.end <= cue.start and clause.mention.start < clause.mention.end
    before = words[clause.mention.end if after_mention else 0 : cue.start]
    is_participle = words[cue.start : cue.end].endswith("ing")
    return bool(
        _PERFECT.search(words, 0, cue.start)
        or _AUXILIARY.match(words, cue.start, cue.end)
        or (is_participle and _AUXILIARY.search(before))
        or (after_mention and _PERFECT_PREDICATE.match(before))
        or (after_mention and _BEFORE_CUE.search(before))
        or _AFTER_CUE.match(words, cue.end)
        or _SUBORDINATE.search(words, 0, clause.head)
    )
