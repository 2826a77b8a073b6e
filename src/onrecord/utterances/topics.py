"""Quoted words in, what they are about out: by the word lists of data/topics.yml and nothing else.

Refused: topics that only the words around a quote would give it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from onrecord.models import Topic


def find_topics(quote_text: str, topics: Iterable[Topic]) -> tuple[str, ...]:
    """Return the ids of the quote's topics, in the order of `topics`; often none.

    A topic's words are whole words or phrases in any case; a * ends a stem, so that "weapon*" finds
    weapons and weaponry. A curly apostrophe is a straight one, and any space may be a line's end.
    """
    words = quote_text.replace("’", "'")
    return tuple(
        topic.id for topic in topics if topic.words and _pattern(topic.words).search(words)
    )


@lru_cache(maxsize=1024)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(_expression(word.replace('’', chr(39))) for word in words)})",
        re.IGNORECASE,
    )


def _expression(word: str) -> str:
    escaped = r"\s+".join(re.escape(part) for part in word.removesuffix("*").split())
    return escaped if word.endswith("*") else rf"{escaped}(?!\w)"
