"""The words on either side of a quote: enough to find it in the report, too few to stand for it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from onrecord.models import Article, Quote, Span

LONGEST = 160  # characters on a side; a right to quote is not a right to reprint

_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[—–-]*\w)")


class Surroundings:
    """What stands around the quotes of one article."""

    __slots__ = ("_ends", "_starts", "article")

    def __init__(self, article: Article) -> None:
        self.article = article
        self._starts = [line.start for line in article.paragraphs]
        self._ends = [line.end for line in article.paragraphs]

    def of(self, quote: Quote) -> tuple[str, str]:
        """Return what stands right before and right after a quote in its paragraph or headline.

        Each is at most one sentence and at most 160 characters, whole words, and touches the quote:
        `text[start - len(before):start] == before`. Of a page only body lines are shown.
        """
        if quote.part == "headline":
            headline = self.article.headline
            return _sides(headline, Span(0, len(headline)), quote.span)
        return _sides(self.article.text, self._paragraph_of(quote.span), quote.span)

    def _paragraph_of(self, span: Span) -> Span:
        """Return the body lines that `span` lies in: one, or several for a post."""
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end, first)
        if first == last:
            return span
        return Span(min(self._starts[first], span.start), max(self._ends[last - 1], span.end))


def _sides(text: str, around: Span, span: Span) -> tuple[str, str]:
    before = text[around.start : span.start]
    after = text[span.end : around.end]
    return _last_sentence(before), _first_sentence(after)


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
