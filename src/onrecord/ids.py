"""Ids that come from content: the same words in the same report have the same id on any machine."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from onrecord.models import Part

_WORD = re.compile(r"\w+")
# 48 bits: among a million quotes the odds that any two share an id are 1 in 560, and then the
# build stops, as ids are the table's key
_DIGITS = 12


def spoken_words(text: str) -> list[str]:
    """Return the words of `text` without case, marks and punctuation: what was said, not how
    it is printed. `Don’t` and `don't` give the same two."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def quote_id(article_id: str, part: Part, text: str, occurrence: int) -> str:
    """Return the id of the quote that is the `occurrence`th (from 1) with these words there."""
    words = " ".join(spoken_words(text))
    return content_id(article_id, part, words, str(occurrence))


def content_id(*values: str | None) -> str:
    """Return twelve hex digits that stand for these values in this order."""
    joined = "\n".join(value or "" for value in values)
    return hashlib.sha256(joined.encode()).hexdigest()[:_DIGITS]
