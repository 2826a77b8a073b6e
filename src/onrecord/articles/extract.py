"""HTML → the words of its article and what it says of itself; the only door to trafilatura.

Comments are left out; quotations, headings and embedded posts stay, each a line. What trafilatura
takes for article text may still hold furniture: that is `furniture`'s matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document


@dataclass(frozen=True, slots=True)
class Extracted:
    """An HTML page as trafilatura reads it; None: the page doesn't say."""

    text: str
    headline: str | None
    byline: str | None
    published: str | None  # YYYY-MM-DD
    site: str | None
    language: str | None  # as in <html lang>, region left out
    url: str | None


def extract(html: bytes | str) -> Extracted | None:
    """Return the article of an HTML page, or None where there is none to be found."""
    tree = load_html(html)
    if tree is None:
        return None
    language = re.split(r"[-_]", str(tree.get("lang") or ""))[0].casefold()
    document = bare_extraction(tree, include_comments=False, with_metadata=True)
    if not isinstance(document, Document) or not document.text:
        return None
    return Extracted(
        text=document.text,
        headline=document.title or None,
        byline=document.author or None,
        published=document.date or None,
        site=document.sitename or None,
        language=language or None,
        url=document.url or None,
    )
