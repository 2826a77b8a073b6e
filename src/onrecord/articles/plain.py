"""Text taken as it is: nothing is cut, nothing is known of its source."""

from __future__ import annotations

from onrecord.articles.lines import split_lines
from onrecord.models import Article, Source


def read_plain(id: str, text: str) -> Article:  # noqa: A002  # the record's word for it
    """Return `text` as an article: no headline, and every line that is not blank a paragraph."""
    source = Source(url="", outlet_id="", basis="capture")
    return Article(id, source, headline="", text=text, paragraphs=tuple(split_lines(text)))
