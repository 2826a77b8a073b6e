"""A marked article and what the engine read in it → an Outcome.

Stretches in marks are cut at line ends on both sides and compared one by one; an indirect statement
is compared as a whole. A quote inside another is no stretch of its own: it is looked for among the
nested ones. An indirect statement read where people marked words in marks is neither right nor
wrong, and left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.evaluate.letters import Letters
from onrecord.evaluate.names import is_same_person
from onrecord.evaluate.outcomes import Given, Outcome, Wanted
from onrecord.evaluate.records import GoldArticle, GoldAttribution
from onrecord.evaluate.sources import names_source
from onrecord.models import Span
from onrecord.said import Said

EXACT = 0.8  # of all letters and digits that either of two stretches has
FOUND = 0.5  # of those of one stretch


@dataclass(frozen=True, slots=True)
class _Marked:
    span: Span
    attribution: GoldAttribution


@dataclass(frozen=True, slots=True)
class _Read:
    span: Span
    said: Said


def judge(article: GoldArticle, said: Sequence[Said]) -> Outcome:
    """Return how what was read in the article's text compares with its marks."""
    letters = Letters(article.text)
    marked, inner = _outer_and_inner(letters, article)
    read = list(_read_pieces(letters, said))
    statements = [_Read(one.quote.span, one) for one in said if one.quote.kind == "indirect"]
    nested = [inner_quote.span for one in said for inner_quote in one.nested]
    return Outcome(
        article,
        *_judge_pieces(letters, marked, read),
        tuple(_wanted_statement(letters, one, statements) for one in _indirect(article)),
        tuple(_given_statements(letters, article, statements)),
        tuple(any(letters.likeness(one, other) >= EXACT for other in nested) for one in inner),
    )


def _outer_and_inner(letters: Letters, article: GoldArticle) -> tuple[list[_Marked], list[Span]]:
    """Return the marked stretches in marks, and apart from them those that stand inside others."""
    every = [
        _Marked(line, attribution)
        for attribution in article.attributions
        if attribution.cls != "indirect"
        for piece in attribution.pieces
        for line in letters.lines(piece)
    ]
    outer = [one for one in every if not any(_is_inside(one.span, other.span) for other in every)]
    inner = [one.span for one in every if any(_is_inside(one.span, other.span) for other in every)]
    return outer, inner


def _is_inside(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end and one != other


def _read_pieces(letters: Letters, said: Sequence[Said]) -> Iterator[_Read]:
    """Yield the stretches in marks that were read; of two on the same words, one with a source."""
    by_span: dict[Span, Said] = {}
    for one in said:
        if one.quote.kind == "indirect":
            continue
        for line in letters.lines(one.quote.span):
            known = by_span.get(line)
            if known is None or known.speaker is None:
                by_span[line] = one
    return (_Read(span, one) for span, one in by_span.items())


def _judge_pieces(
    letters: Letters, marked: Sequence[_Marked], read: Sequence[_Read]
) -> tuple[tuple[Wanted, ...], tuple[Given, ...]]:
    pairs = _pair(letters, [one.span for one in marked], [one.span for one in read])
    exact_marked = {i for i, _ in pairs}
    exact_read = {k for _, k in pairs}
    wanted = tuple(
        _wanted_piece(letters, one, read, is_exact=i in exact_marked)
        for i, one in enumerate(marked)
    )
    given = tuple(
        _given_piece(letters, one, marked, is_exact=k in exact_read) for k, one in enumerate(read)
    )
    return wanted, given


def _pair(letters: Letters, marked: Sequence[Span], read: Sequence[Span]) -> list[tuple[int, int]]:
    """Return pairs of nearly the same stretch, the likest first, each stretch in one pair."""
    likely = [
        (letters.likeness(one, other), i, k)
        for i, one in enumerate(marked)
        for k, other in enumerate(read)
        if one.start < other.end and other.start < one.end
    ]
    used_marked: set[int] = set()
    used_read: set[int] = set()
    pairs = []
    for likeness, i, k in sorted(likely, reverse=True):
        if likeness >= EXACT and i not in used_marked and k not in used_read:
            used_marked.add(i)
            used_read.add(k)
            pairs.append((i, k))
    return pairs


def _wanted_piece(
    letters: Letters, one: _Marked, read: Sequence[_Read], *, is_exact: bool
) -> Wanted:
    is_found = _is_covered(letters, [one.span], [other.span for other in read])
    best = max(read, key=lambda other: letters.shared(one.span, other.span), default=None)
    said = best.said if best and is_found else None
    return _wanted(letters, one.attribution, (one.span,), said, is_exact=is_exact)


def _wanted_statement(
    letters: Letters, attribution: GoldAttribution, read: Sequence[_Read]
) -> Wanted:
    spans = attribution.contents
    is_found = _is_covered(letters, spans, [other.span for other in read])
    best = max(read, key=lambda other: _shared(letters, spans, other.span), default=None)
    said = best.said if best and is_found else None
    is_exact = best is not None and any(letters.likeness(s, best.span) >= EXACT for s in spans)
    return _wanted(letters, attribution, spans, said, is_exact=is_exact)


def _wanted(
    letters: Letters,
    attribution: GoldAttribution,
    spans: tuple[Span, ...],
    said: Said | None,
    *,
    is_exact: bool,
) -> Wanted:
    sources = attribution.sources
    return Wanted(
        attribution,
        spans,
        words=sum(map(letters.words, spans)),
        is_exact=is_exact,
        is_found=said is not None,
        is_right=names_source(letters, said, sources) if sources else None,
        is_named=is_same_person(said, attribution.speaker) if said else None,
        best=said,
    )


def _given_piece(
    letters: Letters, one: _Read, marked: Sequence[_Marked], *, is_exact: bool
) -> Given:
    is_found = _is_covered(letters, [one.span], [other.span for other in marked])
    best = max(marked, key=lambda other: letters.shared(other.span, one.span), default=None)
    attribution = best.attribution if best and is_found else None
    return _given(letters, one, attribution, is_exact=is_exact)


def _given_statements(
    letters: Letters, article: GoldArticle, read: Sequence[_Read]
) -> Iterator[Given]:
    indirect = list(_indirect(article))
    contents = list(chain.from_iterable(one.contents for one in indirect))
    in_marks = [s for one in article.attributions if one.cls != "indirect" for s in one.contents]
    for one in read:
        best = max(indirect, key=lambda a: _shared(letters, a.contents, one.span), default=None)
        if _is_covered(letters, [one.span], contents):
            exact = best and any(letters.likeness(s, one.span) >= EXACT for s in best.contents)
            yield _given(letters, one, best, is_exact=bool(exact))
        elif not _is_covered(letters, [one.span], in_marks):
            yield _given(letters, one, None, is_exact=False)


def _given(
    letters: Letters, one: _Read, attribution: GoldAttribution | None, *, is_exact: bool
) -> Given:
    is_right: bool | None = False
    if attribution and attribution.sources:
        is_right = names_source(letters, one.said, attribution.sources)
    elif attribution:
        is_right = True if one.said.speaker is None else None
    words = letters.words(one.span)
    return Given(
        one.said, one.span, words, is_exact, attribution is not None, is_right, attribution
    )


def _indirect(article: GoldArticle) -> Iterator[GoldAttribution]:
    return (one for one in article.attributions if one.cls == "indirect")


def _shared(letters: Letters, spans: Sequence[Span], other: Span) -> int:
    return sum(letters.shared(span, other) for span in spans)


def _is_covered(letters: Letters, spans: Sequence[Span], others: Sequence[Span]) -> bool:
    """Tell whether at least half of the letters of `spans` are in `others`."""
    size = sum(map(letters.size, spans))
    return size > 0 and sum(letters.shared_with(span, others) for span in spans) / size >= FOUND
