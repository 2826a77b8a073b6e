"""Quoted words in, what they are about out: by the word lists of data/topics.yml and nothing else.

A whole sentence is looked through by itself. A fragment says nothing alone: "feasible" is about
what the reporter's clause around it is about. Refused: topics that only other sentences would give.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from onrecord.models import Article, Quote, Topic

# where the reporter turns to something else: "…, but he offered no date"
_TURN = re.compile(r";|,?\s(?:but|while|whereas|although|though)\s", re.IGNORECASE)


def find_topics(words: str, topics: Iterable[Topic]) -> tuple[str, ...]:
    """Return the ids of the topics that the words have, in the order of `topics`; often none.

    A topic's words are whole words or phrases in any case; a * ends a stem, so that "weapon*" finds
    weapons and weaponry. A curly apostrophe is a straight one, and any space may be a line's end.
    """
    words = words.replace("’", "'")
    return tuple(
        topic.id for topic in topics if topic.words and _pattern(topic.words).search(words)
    )


def topical_words(quote: Quote, article: Article) -> str:
    """Return the words that tell what a quote is about: its own, or a fragment's whole clause.

    That clause stands on the fragment's side of the cue, without what the reporter goes on to:
    [said the plan was “feasible”], but warned of delays.
    """
    if quote.kind != "mixed":
        return quote.text
    text = article.headline if quote.part == "headline" else article.text
    start, end = quote.sentence.start, quote.sentence.end
    cue = quote.attribution.cue
    if cue and cue.span.end <= quote.span.start:
        start = max(start, cue.span.end)
    elif cue and quote.span.end <= cue.span.start:
        end = min(end, cue.span.start)
    start = max([start, *(turn.end() for turn in _TURN.finditer(text, start, quote.span.start))])
    after = _TURN.search(text, quote.span.end, end)
    return text[start : after.start() if after else end]


@lru_cache(maxsize=1024)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(_expression(word.replace('’', chr(39))) for word in words)})",
        re.IGNORECASE,
    )


def _expression(word: str) -> str:
    escaped = r"\s+".join(re.escape(part) for part in word.removesuffix("*").split())
    return escaped if word.endswith("*") else rf"{escaped}(?!\w)"
