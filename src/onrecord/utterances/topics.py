"""Quoted words in, what they are about out, with the words that say so: by data/topics.yml alone.

A whole sentence is looked through by itself. A fragment says nothing alone: "feasible" is about
what the reporter's clause around it is about. Refused: topics that only other sentences would give.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from onrecord.models import Article, Curated, Quote, Topic
from onrecord.utterances.phrases import Found, Phrases, Tokens, tokens_of

_List = Literal["words", "weak", "beside", "never"]
_Label = tuple[str, _List]  # a topic, and the list that a phrase is in
_Found = Found[list[_Label]]

# where the reporter turns to something else: "…, but he offered no date"
_TURN = re.compile(r";|,?\s(?:but|while|whereas|although|though)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hit:
    """A topic of some words, and which of them say so, as printed: `invitation + NATO; join`."""

    topic_id: str
    words: str


@dataclass(slots=True)
class _Standing:
    """What of one topic's lists stands in some words, as printed."""

    words: list[str] = field(default_factory=list)
    weak: list[str] = field(default_factory=list)


class TopicFinder:
    """Finds topics; made once, since it puts the lists of all of them in order."""

    def __init__(self, topics: Collection[Topic]) -> None:
        """Take the topics in the order that those of a quote are given in."""
        self._ids = {topic.id: number for number, topic in enumerate(topics)}
        self._phrases = _filed(topics, ["words", "weak", "never"])
        self._beside = _filed(topics, ["beside"])

    def find(self, words: str, around: str = "") -> tuple[Hit, ...]:
        """Return the topics of the words, in the order of the file; often none.

        `around` is the sentence they stand in and the headline: what is weak by itself may lean on
        them, but nothing in them gives a topic alone.
        """
        tokens = tokens_of(words)
        here = self._standing(tokens)
        weak = {id_ for id_, standing in here.items() if standing.weak}
        leans = self._leans(tokens, weak)
        if around and not weak <= leans.keys():
            for id_, printed in self._leans(tokens_of(around), weak).items():
                leans[id_] += printed
        ids = sorted(here, key=self._ids.__getitem__)
        hits = (Hit(id_, _told(here[id_], leans[id_])) for id_ in ids)
        return tuple(hit for hit in hits if hit.words)

    def _standing(self, tokens: Tokens) -> dict[str, _Standing]:
        """Return what stands there by topic, what must not count left out."""
        found = [(id_, name, one) for one in self._phrases.find(tokens) for id_, name in one.label]
        never: dict[str, list[_Found]] = defaultdict(list)
        for id_, name, one in found:
            if name == "never":
                never[id_].append(one)
        here: dict[str, _Standing] = defaultdict(_Standing)
        for id_, name, one in found:
            if name != "never" and not any(_overlap(one, other) for other in never.get(id_, ())):
                getattr(here[id_], name).append(tokens.printed(one.start, one.end))
        return here

    def _leans(self, tokens: Tokens, topics: Collection[str]) -> dict[str, list[str]]:
        """Return what the weak words of some topics may lean on there."""
        leans: dict[str, list[str]] = defaultdict(list)
        if topics:
            for one in self._beside.find(tokens):
                for id_, _ in one.label:
                    if id_ in topics:
                        leans[id_].append(tokens.printed(one.start, one.end))
        return leans


@lru_cache(maxsize=4)
def topic_finder(curated: Curated) -> TopicFinder:
    """Return the finder of a data folder's topics, made once."""
    return TopicFinder(curated.topics.values())


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


def words_around(quote: Quote, article: Article) -> str:
    """Return what a weak word may lean on: the headline and the quote's sentence."""
    if quote.part == "headline":
        return article.headline
    return f"{article.headline}\n{article.text[quote.sentence.start : quote.sentence.end]}"


def _filed(topics: Collection[Topic], lists: Collection[_List]) -> Phrases[list[_Label]]:
    """Return the phrases of some lists, each once, with the topics and lists it is in."""
    labels: dict[str, list[_Label]] = defaultdict(list)
    for topic in topics:
        for name in lists:
            for phrase in getattr(topic, name):
                labels[phrase].append((topic.id, name))
    return Phrases(labels.items())


def _told(standing: _Standing, leans: Sequence[str]) -> str:
    """Return the words that give the topic, each once; empty where nothing does."""
    leaning = (
        f"{weak} + {lean}"
        for weak in standing.weak
        if (lean := next((one for one in leans if _is_another(one, weak)), None))
    )
    return "; ".join(dict.fromkeys([*standing.words, *leaning]))


def _is_another(one: str, other: str) -> bool:
    """Tell whether neither is part of the other: no word leans on itself."""
    one, other = one.lower(), other.lower()
    return one not in other and other not in one


def _overlap(one: _Found, other: _Found) -> bool:
    return one.start < other.end and other.start < one.end
