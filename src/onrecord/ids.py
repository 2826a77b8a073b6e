"""Ids that come from content: the same words in the same report have the same id on any machine."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from onrecord.models import Part

_WORD = re.compile(r"\w+")
# what is no letter, digit or underscore parts words; so do the marks of print, which no rule of
# Unicode joins with their neighbours
_PARTED = bytes(code if _WORD.match(chr(code)) else ord(" ") for code in range(128)).ljust(256)
_MARKS = "“”‘’–—…"
# 48 bits: among a million quotes the odds that any two share an id are 1 in 560, and then the
# build stops, as ids are the table's key
_DIGITS = 12


def spoken_words(text: str) -> list[str]:
    """Return the words of `text` without case, marks and punctuation: what was said, not how
    it is printed. `Don’t` and `don't` give the same two."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def count_words(text: str) -> int:
    """Return how many `spoken_words` a text has; of English in a quarter of the time."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
        if not text.isascii():
            return len(spoken_words(text))
    return len(text.encode().translate(_PARTED).split())


def quote_id(article_id: str, part: Part, text: str, occurrence: int) -> str:
    """Return the id of the quote that is the `occurrence`th (from 1) with these words there."""
    words = " ".join(spoken_words(text))
    return content_id(article_id, part, words, str(occurrence))


def content_id(*values: str | None) -> str:
    """Return twelve hex digits that stand for these values in this order."""
    joined = "\n".join(value or "" for value in values)
    return hashlib.sha256(joined.encode()).hexdigest()[:_DIGITS]
