"""An article in, its statements out: each quote with its id, speakers, day, event and topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.ids import quote_id, spoken_words
from onrecord.models import Article, Candidate, Curated, Person, Quote, Statement
from onrecord.people.registry import Registry
from onrecord.people.resolve import Resolver
from onrecord.quotes import read_quotes
from onrecord.quotes.repeats import drop_repeats
from onrecord.utterances.dates import date_quotes
from onrecord.utterances.events import calendar
from onrecord.utterances.spoken_in import languages_said
from onrecord.utterances.topics import topic_finder, topical_words, words_around


def read_statements(
    article: Article, registry: Registry, curated: Curated
) -> tuple[list[Statement], list[Person]]:
    """Return who said what in the article, in reading order, and everyone who speaks in it."""
    quotes = drop_repeats([q for q in read_quotes(article) if _is_likely(q)], article)
    ids = list(_ids(quotes, article))
    resolver = Resolver(article, registry)
    speakers = resolver.speakers(quotes)
    outlet = curated.outlets.get(article.source.outlet_id)
    datings = date_quotes(quotes, article, curated.events.values(), outlet)
    languages = languages_said(quotes, article)
    statements = []
    for id_, quote, people, dating, language in zip(
        ids, quotes, speakers, datings, languages, strict=True
    ):
        speaker_ids = tuple(person.id for person in people)
        candidates, candidate_ids = resolver.weigh(quote, people)
        topics = topic_finder(curated).find(
            topical_words(quote, article), words_around(quote, article)
        )
        statements.append(
            Statement(
                id=id_,
                article=article,
                quote=_with(quote, candidates),
                speaker_ids=speaker_ids,
                dating=dating,
                event_id=calendar(curated).find(dating, speaker_ids, quote, article),
                topic_ids=tuple(topic.topic_id for topic in topics),
                topic_words=tuple(topic.words for topic in topics),
                inside_id=None if quote.inside is None else ids[quote.inside],
                language_said=language,
                candidate_ids=candidate_ids,
            )
        )
    return statements, [person for people in speakers for person in people]


def _is_likely(quote: Quote) -> bool:
    """Tell whether a quote goes into the dataset: a paraphrase only when three in five like it are
    right. The others are for those who ask `onrecord extract`."""
    return quote.kind != "indirect" or quote.attribution.probability >= 0.6


def _ids(quotes: Sequence[Quote], article: Article) -> Iterator[str]:
    """Give the id of each quote; the same words again in the same part are a second occurrence."""
    seen: Counter[tuple[str, ...]] = Counter()
    for quote in quotes:
        words = (quote.part, *spoken_words(quote.text))
        seen[words] += 1
        yield quote_id(article.id, quote.part, quote.text, seen[words])


def _with(quote: Quote, candidates: tuple[Candidate, ...]) -> Quote:
    return replace(quote, attribution=replace(quote.attribution, candidates=candidates))
