"""The words on either side of a quote: enough to find it in the report, too few to stand for it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from onrecord.models import Article, Quote, Span

LONGEST = 160  # characters on a side; a right to quote is not a right to reprint

_START, _END = attrgetter("start"), attrgetter("end")
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[—–-]*\w)")


def context(article: Article, quote: Quote) -> tuple[str, str]:
    """Return what stands right before and right after a quote in its paragraph or headline.

    Each is at most one sentence and at most 160 characters, whole words, and touches the quote:
    `text[start - len(before):start] == before`. Of a page only body lines are shown.
    """
    if quote.part == "headline":
        return _sides(article.headline, Span(0, len(article.headline)), quote.span)
    return _sides(article.text, _paragraph_of(article, quote.span), quote.span)


def _sides(text: str, around: Span, span: Span) -> tuple[str, str]:
    before = text[around.start : span.start]
    after = text[span.end : around.end]
    return _last_sentence(before), _first_sentence(after)


def _paragraph_of(article: Article, span: Span) -> Span:
    """Return the body lines that `span` lies in: one, or several for a post."""
    lines = article.paragraphs
    first = bisect_right(lines, span.start, key=_END)
    last = bisect_left(lines, span.end, first, key=_START)
    if first == last:
        return span
    return Span(min(lines[first].start, span.start), max(lines[last - 1].end, span.end))


def _last_sentence(text: str) -> str:
    starts = [end.end() for end in _SENTENCE_END.finditer(text) if _has_word(text[end.end() :])]
    sentence = text[starts[-1] :] if starts else text
    if len(sentence) <= LONGEST:
        return sentence
    kept = sentence[-LONGEST:]
    return kept.partition(" ")[2] or kept


def _first_sentence(text: str) -> str:
    for end in _SENTENCE_END.finditer(text):
        if _has_word(text[: end.end()]):
            text = text[: end.end()].rstrip()
            break
    if len(text) <= LONGEST:
        return text
    kept = text[:LONGEST]
    return kept.rpartition(" ")[0] or kept


def _has_word(text: str) -> bool:
    return any(character.isalnum() for character in text)
