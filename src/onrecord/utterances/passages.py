"""A report's paragraphs, each with its expressions of time worked out.

Quoted words are blotted out, since days named in them date nothing outside. A paragraph is read
once, in order, because "the next day" counts from a day told of before it. Refused: what counts
from something whose day the text does not tell.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from onrecord.models import Article, Quote, Span
from onrecord.utterances import calendar
from onrecord.utterances.calendar import DAY, Period
from onrecord.utterances.expressions import Expression, find_expressions
from onrecord.utterances.occasions import Occasion, find_occasion, find_occasions
from onrecord.utterances.readings import Shift, Today

BLOT = "\ufffc"  # stands for each code point of quoted words, so that offsets hold
_MARKED = re.compile(r'“[^”»\n]*[”»]?|«[^»”\n]*[»”]?|"[^"\n]*"?')
# the class comes first and what stands before it after: so most places are passed over at once
_SENTENCE_END = re.compile(r"[.!?](?<=[\w\ufffc)]{3}[.!?])\s+(?=[A-Z“\"\ufffc])|\ufffc\s+(?=[A-Z])")
# RIGA, Jan. 5 (News) – …; LVIV, Ukraine, 5 January —
_DATELINE = re.compile(
    r"\s*[A-ZÀ-Þ][A-ZÀ-Þ.'’/ -]{2,40}(?:,\s[A-Z][\w. ]{2,20})?,?\s(?=[^(—–]*\d)"
    r"(?P<date>[A-Z\d][\w.]*\s[\w.]+(?:,?\s\d{4})?)\s*(?:\([^)]{2,30}\))?\s?[-–—:]+\s"
)
# how far behind "a day after" what it counts from may stand: "the council met in Riga on March 4"
FAR = 80
# how many paragraphs back "the next day" may count from
BACK = 3
# days: a text printed again keeps its dateline, and one of the far east may be of tomorrow
OLDEST = 400


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with its quoted words blotted out, and the expressions outside them.

    Spans count in `words`, which begins at `start` of the article's text, or of its headline.
    """

    start: int
    words: str
    expressions: tuple[Expression, ...]
    settings: tuple[Expression, ...]  # those that date the main clause they stand in

    def sentence_at(self, at: int) -> Span:
        """Return the sentence that has the place `at` in it."""
        starts = _sentences(self.words)
        number = bisect_right(starts, at)
        end = len(self.words) if number == len(starts) else starts[number]
        return Span(starts[number - 1], end)


@lru_cache(maxsize=64)
def _sentences(words: str) -> tuple[int, ...]:
    """Return where the sentences of a paragraph begin."""
    return (0, *(end.end() for end in _SENTENCE_END.finditer(words)))


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What a report's expressions are worked out with."""

    today: Today
    occasions: tuple[Occasion, ...] = ()
    dateline: int = -1  # where the day in the dateline stands, which is no day of any clause


def dateline(article: Article, published: date) -> Expression | None:
    """Return the day in the dateline of a report: RIGA, Jan. 5 (News) – …"""
    for span in article.paragraphs[:2]:
        found = _DATELINE.match(article.text[span.start : min(span.end, span.start + 200)])
        if found is None:
            continue
        read = find_expressions(found["date"], Today(published + DAY))
        if len(read) == 1 and read[0].text == found["date"]:
            shift = span.start + found.start("date")
            spot = Span(read[0].span.start + shift, read[0].span.end + shift)
            period = read[0].period
            if period and period.precision == "day" and (published - period.start).days < OLDEST:
                return replace(read[0], span=spot, is_ahead=False)
    return None


def read_passages(
    article: Article, quotes: Iterable[Quote], reckoning: Reckoning
) -> tuple[Passage, ...]:
    """Return the paragraphs of the article in order."""
    return tuple(_passages(_blotted(article.text, quotes), list(_lines(article)), reckoning))


def read_headline(headline: str, reckoning: Reckoning) -> Passage:
    """Return the headline as a passage."""
    return next(_passages(headline, [Span(0, len(headline))], reckoning))


def _lines(article: Article) -> Iterator[Span]:
    """Yield the line that each paragraph stands in, once."""
    last = -1
    for span in article.paragraphs:
        if span.start > last:
            start = article.text.rfind("\n", 0, span.start) + 1
            end = article.text.find("\n", span.start)
            last = end if end >= 0 else len(article.text)
            yield Span(start, last)


def _blotted(text: str, quotes: Iterable[Quote]) -> str:
    """Return the text, as long as it was, with the words of all quotes blotted out."""
    pieces, at = [], 0
    for quote in quotes:
        if quote.part == "body" and quote.kind != "indirect" and quote.span.start >= at:
            pieces += [text[at : quote.span.start], BLOT * (quote.span.end - quote.span.start)]
            at = quote.span.end
    return "".join([*pieces, text[at:]])


def _passages(text: str, lines: Sequence[Span], reckoning: Reckoning) -> Iterator[Passage]:
    """Yield a passage for each line; their expressions are looked for in one go."""
    told = "\n".join(text[line.start : line.end] for line in lines)
    told = _MARKED.sub(lambda quoted: BLOT * len(quoted[0]), told)
    found = _found(told, reckoning)
    starts = [expression.span.start for expression in found]
    before: list[Expression] = []  # the last that set the time, and in which passage
    at = last = 0
    for number, line in enumerate(lines):
        end = at + line.end - line.start
        own = [
            _moved(expression, -at)
            for expression in found[bisect_left(starts, at) : bisect_left(starts, end)]
            if line.start + expression.span.start - at != reckoning.dateline
        ]
        passage = Passage(line.start, told[at:end], (), ())
        if own:
            near = before if number - last <= BACK else []
            passage = _with_times(passage, own, reckoning, near)
        if passage.settings:
            before, last = [passage.settings[-1]], number
        yield passage
        at = end + 1


def _moved(expression: Expression, by: int) -> Expression:
    span = Span(expression.span.start + by, expression.span.end + by)
    return replace(expression, span=span)


def _with_times(
    passage: Passage,
    found: Sequence[Expression],
    reckoning: Reckoning,
    before: Sequence[Expression],
) -> Passage:
    """Return the passage with its expressions; `before` has the last that set the time before."""
    known = tuple(_worked_out(found, passage, reckoning, before))
    settings = tuple(e for e in known if e.period and not e.is_ahead and sets_time(passage, e))
    return replace(passage, expressions=known, settings=settings)


def _found(words: str, reckoning: Reckoning) -> list[Expression]:
    found = find_expressions(words, reckoning.today)
    named = find_occasions(words, reckoning.today.day, reckoning.occasions)
    if not named:
        return found
    ends = [0, *(e.span.end for e in named)]
    free = [e for e in found if not _within(e.span, named, ends)]
    return sorted([*free, *named], key=lambda e: e.span.start)


def _within(span: Span, named: Sequence[Expression], ends: Sequence[int]) -> bool:
    number = bisect_right(ends, span.start) - 1
    return number < len(named) and named[number].span.start < span.end


def _worked_out(
    found: Sequence[Expression],
    passage: Passage,
    reckoning: Reckoning,
    before: Sequence[Expression],
) -> Iterator[Expression]:
    """Yield the expressions, those that count from another one with their days and all their words;
    what such a one counts from is part of it.
    """
    last = before[-1] if before else None
    taken = 0
    for number, expression in enumerate(found):
        if expression.span.start < taken:
            continue
        known = expression
        if expression.shift:
            after = found[number + 1 : number + 2]
            known = _counted(expression, expression.shift, passage, after, last, reckoning)
            taken = known.span.end
        if known.period and not known.is_ahead:
            last = known
        yield known


def _counted(  # noqa: PLR0913, PLR0917  # what a day may be counted from stands in many places
    expression: Expression,
    shift: Shift,
    passage: Passage,
    after: Sequence[Expression],
    before: Expression | None,
    reckoning: Reckoning,
) -> Expression:
    """Return an expression such as "a day later" with its days, if the text tells them."""
    base = _tied_to(expression, passage, after, reckoning) if shift.is_tied else before
    if base is None or base.period is None:
        return expression
    period = _shifted(base.period, shift)
    if shift.is_tied and _may_be_next(base, shift, reckoning.today.day):
        return expression
    if period is None or period.start > reckoning.today.day:
        return replace(expression, is_ahead=period is not None)
    period = calendar.until(period, reckoning.today.day)
    end = base.span.end if shift.is_tied else expression.span.end
    words = passage.words[expression.span.start : end]
    return replace(expression, span=Span(expression.span.start, end), text=words, period=period)


def _tied_to(
    expression: Expression, passage: Passage, after: Sequence[Expression], reckoning: Reckoning
) -> Expression | None:
    """Return what "a day after" is followed by: an event by its name, or a day near by."""
    at = expression.span.end
    end = min(passage.sentence_at(at - 1).end, at + FAR)
    words = passage.words[at:end]
    blank = len(words) - len(words.lstrip())
    named = find_occasion(words.lstrip(), reckoning.today.day, reckoning.occasions)
    if named:
        place = Span(named.span.start + at + blank, named.span.end + at + blank)
        return replace(named, span=place)
    if not after or after[0].span.end > end or after[0].shift:
        return None
    gap = passage.words[at : after[0].span.start]
    if _OWNS.match(passage.words, after[0].span.end) and len(gap.split()) > 2:
        return None  # a day after Lee called last week's vote a sham
    return None if re.search(r"[,;:.\ufffc]|\b(?:said|says|told)\b", gap) else after[0]


def _may_be_next(base: Expression, shift: Shift, today: date) -> bool:
    """Tell whether "a day before the vote on Friday" may be said of the Friday to come."""
    period = base.period
    if period is None or period.precision != "day" or re.search(r"\d", base.text):
        return False
    coming = replace(period, start=period.start + 7 * DAY, end=period.end + 7 * DAY)
    before = _shifted(coming, shift)
    return shift.count < 0 and before is not None and before.start <= today


def _shifted(base: Period, shift: Shift) -> Period | None:
    if shift.weekday is None:
        return calendar.shifted(base, shift.count, shift.unit)
    if base.precision not in ("day", "range"):
        return None
    if shift.count < 0:
        return calendar.one_day(calendar.back_to_weekday(base.start - DAY, shift.weekday))
    return calendar.one_day(calendar.back_to_weekday(base.end + 7 * DAY, shift.weekday))


# the Thursday trip, his May speech, since May: the expression belongs to a noun or a span of time
_GOVERNED = re.compile(
    r"(?:\b(?:the|an?|this|that|his|her|their|its|our|my|of|since|until|till|by|from|before|after"
    r"|for|between|ahead of|following)|['’]s|s['’])\s+(?:(?:late|early|mid)[ -])?$",
    re.IGNORECASE,
)
_OWNS = re.compile(r"['’]s?\b|['’](?=\s)")
_AHEAD = re.compile(r"\b(?:will|would|due|set|scheduled|expected|planned|plans)\b(?!-)", re.I)
_ASIDE = re.compile(
    r"\b(?:that|who|which|whose|when|since|after|before|until|than|had"
    r"|by(?!\s+(?:phone|telephone|e-?mail)))\b(?!-)",
    re.IGNORECASE,
)
# no clause is longer; a paragraph without stops is cut there
LONG = 400


def sets_time(passage: Passage, expression: Expression) -> bool:
    """Tell whether an expression dates the main clause it stands in, and not a noun, a stretch of
    time, a clause inside that one, or something yet to come.
    """
    at = expression.span.start
    start = max(passage.sentence_at(at).start, at - LONG)
    clause = re.split(r"[,;:—–]", passage.words[start:at])[-1]
    return not (
        is_governed(passage.words, expression) or _ASIDE.search(clause) or _AHEAD.search(clause)
    )


def is_governed(words: str, expression: Expression) -> bool:
    """Tell whether it belongs to a noun or to since and the like: Thursday's talks, since May."""
    span = expression.span
    # on the eve of Thursday's talks: what it counts from may belong to a noun
    is_owner = not (expression.shift and expression.shift.is_tied)
    near = max(span.start - 30, 0)
    return bool(
        _GOVERNED.search(words, near, span.start) or (is_owner and _OWNS.match(words, span.end))
    )
