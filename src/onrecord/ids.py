"""Ids that come from content: the same words in the same report have the same id on any machine."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from onrecord.models import Part


def _stays_a_letter(character: str) -> bool:
    same = unicodedata.is_normalized("NFKC", character)
    return same and character.isalpha() and character.casefold().isalpha()


_WORD = re.compile(r"\w+")
# What is no letter, digit or underscore parts words; so do the marks of print, which no rule of
# Unicode joins with their neighbours. Beyond ASCII a letter has several bytes, all above 127.
_IN_WORDS = bytes(
    ord("x") if code >= 128 or _WORD.match(chr(code)) else ord(" ") for code in range(256)
)
_MARKS = "“”‘’–—…"
# of Latin, Greek and Cyrillic what stays one letter without case, whatever its form: its bytes may
# be counted as they are
_LETTERS = "".join(filter(_stays_a_letter, map(chr, range(128, 0x530))))
_READY = re.compile(rf"[\x00-\x7f{_LETTERS}]*")
# 48 bits: among a million quotes the odds that any two share an id are 1 in 560, and then the
# build stops, as ids are the table's key
_DIGITS = 12


def spoken_words(text: str) -> list[str]:
    """Return the words of `text` without case, marks and punctuation: what was said, not how
    it is printed. `Don’t` and `don't` give the same two."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def count_words(text: str) -> int:
    """Return how many `spoken_words` a text has, in a quarter of the time."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
        if not _READY.fullmatch(text):
            return len(spoken_words(text))
    return (b" " + text.encode().translate(_IN_WORDS)).count(b" x")


def quote_id(article_id: str, part: Part, text: str, occurrence: int) -> str:
    """Return the id of the quote that is the `occurrence`th (from 1) with these words there."""
    words = " ".join(spoken_words(text))
    return content_id(article_id, part, words, str(occurrence))


def content_id(*values: str | None) -> str:
    """Return twelve hex digits that stand for these values in this order."""
    joined = "\n".join(value or "" for value in values)
    return hashlib.sha256(joined.encode()).hexdigest()[:_DIGITS]
