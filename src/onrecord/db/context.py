"""The words on either side of a quote: enough to find it in the report, too few to stand for it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from onrecord.models import Article, Quote, Span

LONGEST = 160  # characters on a side; a right to quote is not a right to reprint

_IN_WORD = re.compile(r"[^\W_]")
# begins with the mark and then looks back: what begins so is found twice as fast
_SENTENCE_END = re.compile(r"[.!?…](?<![.!?…][.!?…])[.!?…]*[\"'”’»)\]]*\s+(?=[\"'“‘«(\[—–-]*\w)")


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
        span = quote.span
        if quote.part == "headline":
            text, start, end = self.article.headline, 0, None
        else:
            text, (start, end) = self.article.text, self._paragraph_of(span)
        return _last_sentence(text[start : span.start]), _first_sentence(text[span.end : end])

    def _paragraph_of(self, span: Span) -> tuple[int, int]:
        """Return where the body lines that `span` lies in start and end: one, or several of a post.

        A line that it juts out of ends with it.
        """
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end, first)
        if first == last:
            return span.start, span.end
        return min(self._starts[first], span.start), max(self._ends[last - 1], span.end)


def _last_sentence(text: str) -> str:
    starts = [end.end() for end in _SENTENCE_END.finditer(text) if _IN_WORD.search(text, end.end())]
    sentence = text[starts[-1] :] if starts else text
    if len(sentence) <= LONGEST:
        return sentence
    kept = sentence[-LONGEST:]
    return kept.partition(" ")[2] or kept


def _first_sentence(text: str) -> str:
    end = _SENTENCE_END.search(text)
    while end and not _IN_WORD.search(text, 0, end.end()):
        end = _SENTENCE_END.search(text, end.end())
    if end:
        text = text[: end.end()].rstrip()
    if len(text) <= LONGEST:
        return text
    kept = text[:LONGEST]
    return kept.rpartition(" ")[0] or kept
