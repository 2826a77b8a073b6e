"""A dated quote in, the event it was said at out.

An event takes a quote when one of its participants said it, on one of its days, in a report that
has all of its words in headline or body. Refused: quotes whose day is not known to lie within the
event, and events without words or participants, which are fixed points of the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from onrecord.models import Article, Dating, Event, Quote


def find_event(
    dating: Dating,
    speaker_ids: Sequence[str],
    quote: Quote,
    article: Article,
    events: Iterable[Event],
) -> str | None:
    """Return the id of the event the quote was said at, or None.

    Of several the one whose words stand nearest wins: in the quote's sentence, then in the
    headline, then in the body; after that the shorter one, then the first by id.
    """
    if dating.start is None or dating.end is None or not speaker_ids:
        return None
    fitting = [
        (_distance(event, quote, article), _days(event), event.id)
        for event in events
        if event.words
        and _holds(event, dating.start, dating.end)
        and set(event.participants) & set(speaker_ids)
        and _has_words(event, _report(article))
    ]
    return min(fitting)[2] if fitting else None


def _holds(event: Event, start: str, end: str) -> bool:
    """Tell whether both days lie within the event, to the precision its own days are known."""
    last = event.end
    return event.start <= start[: len(event.start)] and (last is None or end[: len(last)] <= last)


def _days(event: Event) -> tuple[bool, bool]:
    """Sort events of one day first, those still going on last."""
    return event.end is None, event.end != event.start


def _distance(event: Event, quote: Quote, article: Article) -> int:
    text = article.headline if quote.part == "headline" else article.text
    sentence = text[quote.sentence.start : quote.sentence.end]
    places = (sentence, article.headline)
    return next((n for n, place in enumerate(places) if _has_words(event, place)), len(places))


@lru_cache(maxsize=64)
def _report(article: Article) -> str:
    body = (article.text[span.start : span.end] for span in article.paragraphs)
    return "\n".join((article.headline, *body))


def _has_words(event: Event, text: str) -> bool:
    return all(
        re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) for word in event.words
    )
