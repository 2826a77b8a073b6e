"""An article in, its sentences with the events that their words name out.

A sentence is a scene of an event when it has all parts of one of the event's alternatives, some of
them perhaps in the headline. It tells that the event is elsewhere when it speaks of what is yet to
come ("ahead of the summit") or of another one ("the 2008 NATO summit in Bucharest").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from onrecord.models import Article, Event
from onrecord.utterances.phrases import Phrases, tokens_of

Standing = Literal["here", "away"]

_SENTENCE_END = re.compile(r"(?<=[a-z\d)]{2})[.!?][”’\"']?\s+(?=[A-Z“‘\"'—–])|\n")
# The event is not where this is said: it is yet to come, or was missed.
_AWAY = re.compile(
    r"\b(?:"
    + "|".join(
        (
            r"ahead of|prior to|on the eve of|in the run-?up to|upcoming|forthcoming|scheduled",
            r"en route to|on (?:his|her|their) way to|(?:leaving|departing|bound|setting off) for",
            r"(?:days?|weeks?) (?:before|after)|(?:hours?|shortly|just) before",
            r"before (?:leaving|flying|heading|travell?ing|departing|attending)",
            r"(?:before|since) (?:the|this|next|a|his|her|their) (?:\w+ ){0,3}"
            r"(?:summit|meeting|visit|talks|conference|trip|gathering|session)",
            r"(?:next|last) (?:week|month|year)['’]s|(?:summit|meeting|visit|talks|conference|trip"
            r"|gathering) (?:\w+ ){0,3}(?:last|next) (?:week|month|year)",
            r"(?:will|would|due to|plans? to|planned to|set to|expected to|going to|hopes? to"
            r"|unable to|decided (?:not )?to|whether to) (?:\w+ )?"
            r"(?:attend|travel|visit|host|join|fly|take part|be held|go)",
            r"(?:did|do|does|would|will|could)(?: not|n['’]t) (?:\w+ )?"
            r"(?:attend|travel|take part|go|come|be)",
            r"skip(?:s|ped|ping)?|absent from|stay(?:s|ed|ing)? away from|boycott\w*|far from",
            r"not (?:attending|invited)|(?:excluded|missing|barred) from|without being invited",
            r"instead of (?:attending|travelling|flying)|watch(?:es|ed|ing)? the",
            r"(?:comment(?:s|ed|ing)?|react(?:s|ed|ing)?|reaction|responding|asked|referring"
            r"|speaking) (?:on|to|about|of) (?:the|what)",
        )
    )
    + r")\b",
    re.IGNORECASE,
)
# A town is where somebody speaks when it stands near the saying, or opens the sentence.
_SPOKEN = (
    r"(?:^\W*(?:In|At|From)"
    r"|\b(?:said|says|told|sp[eo]aking|spoke|speech|interview|reporters|journalists|address\w*"
    r"|conference|wrote|asked|briefing|statement|day)\b(?:\W+\w+){0,4}?\W+(?:in|at|from))"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and which parts of the events' words stand in it, as the file has them."""

    text: str
    parts: frozenset[str]


class Scenes:
    """The sentences of an article, each looked through when it is first asked for."""

    def __init__(self, sentences: Iterator[Sentence]) -> None:
        """Take them in order."""
        self._coming = sentences
        self._seen: list[Sentence] = []

    def __iter__(self) -> Iterator[Sentence]:
        """Yield them from the first on, as often as it is asked."""
        yield from self._seen
        for sentence in self._coming:
            self._seen.append(sentence)
            yield sentence


class Scenery:
    """Finds the scenes of some events; made once."""

    def __init__(self, events: Iterable[Event], towns: Iterable[str] = ()) -> None:
        """Take the events, and what other towns people may speak in."""
        listed = [*events]
        self._alternatives = {
            event.id: [frozenset(_parts(words)) for words in event.words] for event in listed
        }
        parts = {*chain.from_iterable(chain.from_iterable(self._alternatives.values()))}
        self._phrases = Phrases((part, part) for part in sorted(parts))
        self._places = {event.id: _venue(event) for event in listed}
        known = sorted({*towns, *chain.from_iterable(self._places.values())})
        names = "|".join(map(re.escape, known))
        self._towns = re.compile(rf"\b(?:in|at|from) ({names})\b")
        self._spoken_in = re.compile(rf"{_SPOKEN} ({names})\b")

    def sentence(self, text: str) -> Sentence:
        """Return a sentence with what stands in it."""
        found = self._phrases.find(tokens_of(text))
        return Sentence(text, frozenset(one.label for one in found))

    def sentences(self, article: Article) -> Iterator[Sentence]:
        """Yield the sentences of the body, in order."""
        for span in article.paragraphs:
            paragraph = article.text[span.start : span.end]
            yield from (self.sentence(text) for text in _SENTENCE_END.split(paragraph) if text)

    def standing(
        self, event: Event, sentence: Sentence, headline: Sentence, reporter: str | None = None
    ) -> Standing | None:
        """Tell whether the event is where the sentence plays; None: it doesn't speak of it.

        `reporter` are the reporter's own words of the sentence, where they are known.
        """
        both = sentence.parts | headline.parts
        if not any(
            words <= both and not words.isdisjoint(sentence.parts)
            for words in self._alternatives[event.id]
        ):
            return None
        words = sentence.text if reporter is None else reporter
        return "away" if _AWAY.search(words) or self._is_another(event, words) else "here"

    def is_named(self, event: Event, sentence: Sentence, reporter: str) -> bool:
        """Tell whether the sentence names the event by itself and by its place."""
        return any(place in reporter for place in self._places[event.id]) and (
            self.standing(event, sentence, self.sentence(""), reporter) == "here"
        )

    def is_elsewhere(self, event: Event, words: str) -> bool:
        """Tell whether the reporter's words have their speaker in another town."""
        venue = self._places[event.id]
        return any(town[1] not in venue for town in self._spoken_in.finditer(words))

    def _is_another(self, event: Event, words: str) -> bool:
        """Tell whether the words are of another year's or another town's event."""
        years = {year[0] for year in _YEAR.finditer(words)}
        if years and event.start[:4] not in years:
            return True
        venue = self._places[event.id]
        towns = {town[1] for town in self._towns.finditer(words)}
        return bool(towns) and not towns & venue and not any(one in words for one in venue)


def _venue(event: Event) -> frozenset[str]:
    """Return the names that the event's place goes by."""
    return frozenset(re.split(r" and |, ", event.place)) if event.place else frozenset()


def _parts(words: str) -> list[str]:
    return [part.strip() for part in words.split("+")]
