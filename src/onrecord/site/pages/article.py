"""The page of one article: its digest with each quote in place, and the quotes by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from onrecord.site import queries
from onrecord.site.reader import Reader, Row, key


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a digest; with the quote where it is somebody's words."""

    text: str
    quote: Row | None = None


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """What the page of one article shows; `paragraphs` only where its text is ours or open."""

    article: Row
    quotes: list[Row]
    paragraphs: list[list[Passage]]
    copies: list[Row]  # the other articles that print its text


async def article_vars(reader: Reader, request: Any) -> dict[str, Any]:
    """Return `article_page`; nothing for an article that isn't there."""
    article = await reader.one(queries.ONE_ARTICLE, key(request))
    if article is None:
        return {}
    quotes = await reader.all(queries.ARTICLE_QUOTES, article["id"])
    copies = await reader.all(queries.COPIES, article["syndication_id"], article["id"])
    paragraphs = _paragraphs(article, quotes)
    return {"article_page": ArticlePage(article, quotes, paragraphs, copies)}


def _paragraphs(article: Row, quotes: list[Row]) -> list[list[Passage]]:
    """Return the digest in paragraphs, with each quote in its place; nothing without a text."""
    text, start, end = article["text"], "start_offset", "end_offset"
    if text is None:
        text, start, end = article["summary"], "summary_start", "summary_end"
    if text is None:
        return []
    placed = [
        (quote[start], quote[end], quote)
        for quote in quotes
        if quote["part"] != "headline" and quote[start] is not None
    ]
    return _split(_passages(text, placed))


def _passages(text: str, placed: list[tuple[int, int, Row]]) -> list[Passage]:
    """Return the text cut where quotes begin and end; of nested quotes the inner one is shown."""
    cuts = sorted({0, len(text), *(cut for start, end, _ in placed for cut in (start, end))})
    innermost = sorted(placed, key=lambda span: span[1] - span[0])
    return [
        Passage(
            text[place:stop],
            next((quote for a, b, quote in innermost if a <= place and stop <= b), None),
        )
        for place, stop in pairwise(cuts)
    ]


def _split(passages: list[Passage]) -> list[list[Passage]]:
    paragraphs: list[list[Passage]] = [[]]
    for passage in passages:
        first, *rest = passage.text.split("\n\n")
        paragraphs[-1].append(Passage(first, passage.quote))
        paragraphs += [[Passage(piece, passage.quote)] for piece in rest]
    return [paragraph for paragraph in paragraphs if any(p.text.strip() for p in paragraph)]
