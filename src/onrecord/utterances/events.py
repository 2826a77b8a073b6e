"""A dated quote in, the event it was said at out.

An event takes a quote when one who took part said it, on one of its days, in a report that sets the
scene there. Refused: what was said about an event elsewhere, before or after it; events that go on
for more than a month; events without words, which are fixed points of the story.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from onrecord.models import Article, Body, Curated, Dating, Event, Person, Quote
from onrecord.utterances.participants import took_part
from onrecord.utterances.scenes import Scenery, Scenes, Sentence

LONGEST = timedelta(days=31)
# Said on the day, but in another place than where the others met.
_OTHER_VENUE = re.compile(
    r"\b(?:(?:nightly|evening|daily|weekly|regular) (?:video )?(?:address|message|briefing|speech)"
    r"|video (?:address|message)|interview|podcast|newspaper|radio|Bundestag|House of Commons"
    r"|(?:his|her|their|the) (?:own )?parliament|on (?:the )?(?:phone|telephone))\b",
    re.IGNORECASE,
)
# what ties words of an unknown day: [at the summit in Vilnius]
_SAID_AT = re.compile(r"\b(?:at|during|on the sidelines of|told|addressing|opening)\b")


class Calendar:
    """Finds events; made once, since it works out who took part in each."""

    def __init__(
        self,
        events: Iterable[Event],
        people: Mapping[str, Person],
        bodies: Mapping[str, Body] | None = None,
    ) -> None:
        """Take the events, and the people and bodies that take part in them."""
        self._events = [event for event in events if event.words and _is_short(event)]
        self._took_part = {
            event.id: took_part(event, people, bodies or {}) for event in self._events
        }
        self._scenery = Scenery(self._events, _towns(people.values()))
        self._by_day: dict[str, list[Event]] = defaultdict(list)
        for event in self._events:
            for day in _days_of(event):
                self._by_day[day].append(event)
        self._last: tuple[Article, Sentence, Scenes] | None = None

    def find(
        self, dating: Dating, speaker_ids: Sequence[str], quote: Quote, article: Article
    ) -> str | None:
        """Return the id of the event the quote was said at, or None.

        Of several the one whose words stand nearest wins: in the quote's sentence, then in the
        headline, then in the body; after that the shorter one, then the first by id. Where the day
        is not known, only the words "at the summit in Vilnius" in the quote's own sentence tie it.
        """
        fitting = [
            event
            for event in self._by_day.get(dating.start or "", ())
            if _lasts_to(event, dating.end) and self._may_speak(event, speaker_ids)
        ]
        if not fitting:
            is_known = dating.precision == "day"
            return None if is_known else self._named(dating, speaker_ids, quote, article)
        headline, body = self._read(article)
        own, reporter = self._own(quote, article)
        near = [
            (distance, _days(event), event.id)
            for event in fitting
            if (distance := self._distance(event, own, reporter, headline, body)) is not None
        ]
        return min(near)[2] if near else None

    def _named(
        self, dating: Dating, speaker_ids: Sequence[str], quote: Quote, article: Article
    ) -> str | None:
        """Return the one event that the quote's sentence says it was said at, by town and name."""
        own, reporter = self._own(quote, article)
        if not _SAID_AT.search(reporter):
            return None
        published = article.source.published or ""
        named = [
            event.id
            for event in self._events
            if event.start <= published
            and _may_lie_in(event, dating)
            and self._may_speak(event, speaker_ids)
            and self._scenery.is_named(event, own, reporter)
        ]
        return named[0] if len(named) == 1 else None

    def _may_speak(self, event: Event, speaker_ids: Sequence[str]) -> bool:
        return not self._took_part[event.id].isdisjoint(speaker_ids)

    def _read(self, article: Article) -> tuple[Sentence, Scenes]:
        """Return the headline and the sentences of the article, kept while its quotes are read."""
        if self._last is None or self._last[0] is not article:
            headline = self._scenery.sentence(article.headline)
            self._last = (article, headline, Scenes(self._scenery.sentences(article)))
        return self._last[1], self._last[2]

    def _own(self, quote: Quote, article: Article) -> tuple[Sentence, str]:
        """Return the quote's sentence, and what of it is the reporter's."""
        text = article.headline if quote.part == "headline" else article.text
        start, end = quote.sentence.start, quote.sentence.end
        reporter = f"{text[start : quote.span.start]} … {text[quote.span.end : end]}"
        return self._scenery.sentence(text[start:end]), reporter

    def _distance(
        self,
        event: Event,
        own: Sentence,
        reporter: str,
        headline: Sentence,
        body: Iterable[Sentence],
    ) -> int | None:
        """Return how near to the quote the scene of the event is set; None: nowhere."""
        standing = self._scenery.standing(event, own, headline, reporter)
        if standing:
            return 0 if standing == "here" else None
        if self._scenery.is_elsewhere(event, reporter) or _OTHER_VENUE.search(reporter):
            return None
        scenes: Iterator[Sentence] = iter((headline, *body))
        return next(
            (
                number
                for number, one in enumerate(scenes, start=1)
                if self._scenery.standing(event, one, headline) == "here"
            ),
            None,
        )


@lru_cache(maxsize=4)
def calendar(curated: Curated) -> Calendar:
    """Return the calendar of a data folder's events, made once."""
    return Calendar(curated.events.values(), curated.people, curated.bodies)


def _is_short(event: Event) -> bool:
    """Tell whether all that is said in an event's days may be said at it."""
    if event.end is None or len(event.start) < len("2023-07") or len(event.end) < len("2023-07"):
        return False
    return _day(event.end) - _day(event.start) <= LONGEST


def _days_of(event: Event) -> Iterator[str]:
    """Yield each day of a short event; of a month, all its days."""
    day, last = (_day(written) for written in (event.start, event.end or event.start))
    while day <= last or day.isoformat().startswith(event.end or event.start):
        yield day.isoformat()
        day += timedelta(days=1)


def _day(written: str) -> date:
    return date.fromisoformat(f"{written}-01"[:10])


def _lasts_to(event: Event, day: str | None) -> bool:
    last = event.end or event.start
    return day is not None and day[: len(last)] <= last


def _may_lie_in(event: Event, dating: Dating) -> bool:
    """Tell whether one of the days that it can have been is one of the event's."""
    if dating.start is None or dating.end is None:
        return True
    return dating.start <= (event.end or "") and event.start <= dating.end


def _days(event: Event) -> bool:
    """Sort events of one day first."""
    return event.end != event.start


def _towns(people: Iterable[Person]) -> Iterator[str]:
    """Yield the capitals, which go by the names of their governments."""
    for person in people:
        if person.body == "metonym" and (person.stands_for or "").startswith("government-"):
            yield person.name
