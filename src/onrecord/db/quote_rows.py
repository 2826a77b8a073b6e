"""The rows of quotes: each statement with its words, its day, its speaker and how it was read.

There are as many of them as of nothing else, so that they are bare values, in the order of the
columns, and not mappings.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby

from onrecord.db.context import Surroundings
from onrecord.db.counts import month_of, reports_of
from onrecord.db.values import Values
from onrecord.ids import count_words
from onrecord.models import Article, Dataset, Dating, Person, Quote
from onrecord.people.offices import office, offices_on, turning_days


def quotes(dataset: Dataset) -> Iterator[Values]:
    """Yield a row for each statement, in their order."""
    reports = reports_of(dataset)
    office_of = _offices({person.id: person for person in dataset.people})
    for article_id, said in groupby(dataset.statements, lambda one: one.article.id):
        turns: dict[int, str] = {}
        around: Surroundings | None = None
        for statement in said:
            id_, article, quote = statement.id, statement.article, statement.quote
            summary = statement.summary_span
            if around is None or around.article is not article:
                around = Surroundings(article)
            dating, attribution = statement.dating, quote.attribution
            mention, cue = attribution.mention, attribution.cue
            speaker = statement.speaker_ids[0] if statement.speaker_ids else None
            title, is_title_sure = office_of(speaker, dating)
            prefix, suffix = statement.context or around.of(quote)
            utterance, wording = reports.get(id_, (id_, None))
            yield (
                id_,
                quote.text,
                speaker,
                title,
                is_title_sure,
                mention.text if mention else None,
                quote.kind,
                quote.part,
                quote.medium,
                _post_url(quote, article) if quote.part == "post" else None,
                dating.start,
                dating.end,
                dating.precision,
                dating.expression,
                dating.rule_id,
                month_of(dating),
                article_id,
                article.source.outlet_id,
                statement.event_id,
                _array(statement.topic_ids),
                utterance,
                wording,
                turns.setdefault(quote.turn, id_),
                statement.inside_id,
                cue.text if cue else None,
                cue.cue_class if cue else "none",
                attribution.rule_id,
                _shown(attribution.probability),
                prefix,
                suffix,
                quote.span.start,
                quote.span.end,
                summary.start if summary else None,
                summary.end if summary else None,
                statement.language_said,
                statement.verification,
                count_words(quote.text),
            )


@cache
def _array(values: tuple[str, ...]) -> str:
    return json.dumps(values)


def _post_url(quote: Quote, article: Article) -> str | None:
    """Return the address of the embedded post that a quote is of, where the page gave it."""
    start = quote.span.start
    posts = article.posts
    return next((one.url for one in posts if one.span.start <= start < one.span.end), None)


def _offices(people: Mapping[str, Person]) -> Callable[[str | None, Dating], Values]:
    """Return what tells the office of a speaker on a day; days of one term are looked up once."""
    known: dict[tuple[str, tuple[int, int], tuple[int, int]], Values] = {}
    turning = {one.id: turning_days(one.positions) for one in people.values() if one.positions}

    def office_of(speaker_id: str | None, day: Dating) -> Values:
        first, last = day.start, day.end
        if speaker_id not in turning or first is None or last is None:
            return None, None
        days = turning[speaker_id]
        start = bisect_left(days, first), bisect_right(days, first)
        end = start if first == last else (bisect_left(days, last), bisect_right(days, last))
        asked = speaker_id, start, end
        found = known.get(asked)
        if found is None:
            found = known[asked] = _office(people[speaker_id], day, people)
        return found

    return office_of


def _office(speaker: Person, day: Dating, people: Mapping[str, Person]) -> Values:
    """Return the office that the speaker held when it was said, and whether that is sure."""
    for held in offices_on(speaker.positions, day.start, day.end):
        body = people.get(held.position.organisation or "")
        return office(held.position.title, body.name if body else None), int(held.is_sure)
    return None, None


@lru_cache(maxsize=10_000)
def _shown(probability: float) -> float:
    """Return a probability as precisely as it is known; no reading is certain."""
    return min(round(probability, 3), 0.999)


def quote_speakers(dataset: Dataset) -> Iterator[Values]:
    """Yield a row for each speaker of each quote, the first named first."""
    for statement in dataset.statements:
        for named, person in enumerate(statement.speaker_ids, start=1):
            yield statement.id, person, named


def quote_topics(dataset: Dataset) -> Iterator[Values]:
    """Yield a row for each topic of each quote, with the words that tell it."""
    for statement in dataset.statements:
        words = statement.topic_words or (None,) * len(statement.topic_ids)
        for topic, told in zip(statement.topic_ids, words, strict=True):
            yield statement.id, topic, told


def candidates(dataset: Dataset) -> Iterator[Values]:
    """Yield a row for each speaker that was weighed for a quote, the likeliest first."""
    for statement in dataset.statements:
        weighed = statement.quote.attribution.candidates
        people = statement.candidate_ids or (None,) * len(weighed)
        for rank, (candidate, person) in enumerate(zip(weighed, people, strict=True), start=1):
            shown = _shown(candidate.probability)
            yield statement.id, rank, person, candidate.mention.text, shown, candidate.why
