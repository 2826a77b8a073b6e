"""The rows of quotes: each statement with its words, its day, its speaker and how it was read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from onrecord.db.context import context
from onrecord.db.counts import month_of
from onrecord.ids import spoken_words
from onrecord.models import Dataset, Dating, Person, Statement
from onrecord.people.offices import office, offices_on

Value = str | int | float | None
Row = Mapping[str, Value]


def quote_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield the row of each quote, in the order of the dataset."""
    utterances = {
        variant.quote_id: utterance.id
        for utterance in dataset.utterances
        for variant in utterance.variants
    }
    office_of = _offices({person.id: person for person in dataset.people})
    turns: dict[tuple[str, int], str] = {}
    for statement in dataset.statements:
        turn = turns.setdefault((statement.article.id, statement.quote.turn), statement.id)
        yield {
            "id": statement.id,
            "article_id": statement.article.id,
            "outlet_id": statement.article.source.outlet_id,
            "turn_id": turn,
            # the table refuses None: a quote that no utterance took in
            "utterance_id": utterances.get(statement.id),
            "inside_id": statement.inside_id,
            "event_id": statement.event_id,
            "topics": _array(statement.topic_ids),
            "verification": statement.verification,
            "language_said": statement.language_said,
            **_words(statement),
            **_day(statement.dating),
            **_reading(statement),
            **office_of(statement),
        }


@cache
def _array(values: tuple[str, ...]) -> str:
    return json.dumps(values)


def _words(statement: Statement) -> Row:
    quote = statement.quote
    prefix, suffix = statement.context or context(statement.article, quote)
    summary = statement.summary_span
    return {
        "text": quote.text,
        "kind": quote.kind,
        "part": quote.part,
        "medium": quote.medium,
        "post_url": _post_url(statement),
        "prefix": prefix,
        "suffix": suffix,
        "start_offset": quote.span.start,
        "end_offset": quote.span.end,
        "summary_start": summary.start if summary else None,
        "summary_end": summary.end if summary else None,
        "word_count": len(spoken_words(quote.text)),
    }


def _post_url(statement: Statement) -> str | None:
    """Return the address of the embedded post that a quote is of, where the page gave it."""
    if statement.quote.part != "post":
        return None
    start = statement.quote.span.start
    posts = statement.article.posts
    return next((one.url for one in posts if one.span.start <= start < one.span.end), None)


def _day(dating: Dating) -> Row:
    return {
        "date_said": dating.start,
        "date_said_end": dating.end,
        "date_precision": dating.precision,
        "date_expression": dating.expression,
        "date_rule": dating.rule_id,
        "month": month_of(dating),
    }


def _reading(statement: Statement) -> Row:
    attribution = statement.quote.attribution
    mention, cue = attribution.mention, attribution.cue
    return {
        "speaker_id": statement.speaker_ids[0] if statement.speaker_ids else None,
        "speaker_mention": mention.text if mention else None,
        "cue": cue.text if cue else None,
        "cue_class": cue.cue_class if cue else "none",
        "rule_id": attribution.rule_id,
        "probability": shown_probability(attribution.probability),
    }


def _offices(people: Mapping[str, Person]) -> Callable[[Statement], Row]:
    """Return what tells the office of a statement's speaker; each is looked up once a day."""
    known: dict[tuple[str, str | None, str | None], Row] = {}

    def office_of(statement: Statement) -> Row:
        day = statement.dating
        asked = (statement.speaker_ids[0] if statement.speaker_ids else "", day.start, day.end)
        if asked not in known:
            known[asked] = _office(*asked, people)
        return known[asked]

    return office_of


def _office(
    speaker_id: str, start: str | None, end: str | None, people: Mapping[str, Person]
) -> Row:
    """Return the office that the speaker held when it was said, and whether that is sure."""
    speaker = people.get(speaker_id)
    for held in offices_on(speaker.positions, start, end) if speaker else ():
        body = people.get(held.position.organisation or "")
        return {
            "speaker_title": office(held.position.title, body.name if body else None),
            "is_title_sure": int(held.is_sure),
        }
    return {"speaker_title": None, "is_title_sure": None}


def shown_probability(probability: float) -> float:
    """Return a probability as precisely as it is known; no reading is certain."""
    return min(round(probability, 3), 0.999)
