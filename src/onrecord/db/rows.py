"""A dataset's records as rows: for each table one function that gives its rows in order.

Rows are mappings from the column names of `tables/`, or bare values in the order of the columns
where there are very many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from onrecord.articles.normalise import canonical_url
from onrecord.db import tables
from onrecord.db.counts import count_pairs, count_together
from onrecord.db.quote_rows import candidates, quote_speakers, quote_topics, quotes
from onrecord.db.schema import Table
from onrecord.db.utterance_rows import utterances, variants
from onrecord.db.values import Row, Rows, Value
from onrecord.ids import content_id, count_words
from onrecord.models import Article, Correction, Dataset, NameForm, Person

OUR_LICENCE = "CC-BY-4.0"
# a page under one of these may be published whole (SPDX identifiers)
OPEN_LICENCES = frozenset(
    {"CC0-1.0", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0", "PDDL-1.0"}
)


def published_text(article: Article) -> str | None:
    """Return the text that may be published: a digest's, or that of an openly licensed page."""
    return article.text if _licence(article) else None


def _alike(table: Table, record: object) -> dict[str, Value]:
    """Return the columns of `table` that `record` has under the same name."""
    # a class is hashable, which mypy denies
    names = _shared(table.name, type(record))  # type: ignore[arg-type]
    return {name: getattr(record, name) for name in names}


@cache
def _shared(table: str, kind: type[Any]) -> tuple[str, ...]:
    """Return the columns of a table that records of a kind have."""
    columns = next(one.columns for one in tables.TABLES if one.name == table)
    return tuple(column.name for column in columns if hasattr(kind, column.name))


def _shown_source(source: str) -> str:
    """Return what confirms a fact; for what nobody looked up, that nobody did."""
    return source.replace("general knowledge", "unchecked")


def _outlets(dataset: Dataset) -> Iterator[Row]:
    articles = Counter(article.source.outlet_id for article in dataset.articles)
    quotes = Counter(statement.article.source.outlet_id for statement in dataset.statements)
    for outlet in dataset.outlets:
        counts = {"article_count": articles[outlet.id], "quote_count": quotes[outlet.id]}
        yield _alike(tables.OUTLETS, outlet) | counts


def _people(dataset: Dataset) -> Iterator[Row]:
    quotes = Counter(person for statement in dataset.statements for person in statement.speaker_ids)
    for person in dataset.people:
        yield _alike(tables.PEOPLE, person) | {
            "is_linked": int(person.is_linked),
            "source": _shown_source(person.source) if person.is_linked else None,
            "quote_count": quotes[person.id],
        }


def _name_forms(dataset: Dataset) -> Iterator[Row]:
    for person in dataset.people:
        for name in _all_names(person):
            yield _alike(tables.NAME_FORMS, name) | {
                "person_id": person.id,
                "source": _shown_source(name.source) if person.is_linked else None,
            }


def _all_names(person: Person) -> Iterable[NameForm]:
    """Return the name shown and every other form, each spelling once in each language."""
    names = (NameForm(person.name), *person.names)
    return {(name.form, name.language): name for name in names}.values()


def _positions(dataset: Dataset) -> Iterator[Row]:
    for person in dataset.people:
        for number, position in enumerate(person.positions, start=1):
            yield _alike(tables.POSITIONS, position) | {
                "person_id": person.id,
                "number": number,
                "organisation_id": position.organisation,
                "source": _shown_source(position.source),
            }


def _events(dataset: Dataset) -> Iterator[Row]:
    quotes = Counter(statement.event_id for statement in dataset.statements)
    for event in dataset.curated.events.values():
        yield _alike(tables.EVENTS, event) | {
            "source": _shown_source(event.source),
            "quote_count": quotes[event.id],
        }


def _topics(dataset: Dataset) -> Iterator[Row]:
    quotes = Counter(topic for statement in dataset.statements for topic in statement.topic_ids)
    for topic in dataset.curated.topics.values():
        score = dataset.topic_scores.get(topic.id)
        yield _alike(tables.TOPICS, topic) | {
            "quote_count": quotes[topic.id],
            "precision": _share(score.precision) if score else None,
            "recall": _share(score.recall) if score else None,
            "checked": score.checked if score else 0,
        }


def _share(share: float | None) -> float | None:
    """Return a share as precisely as some hundred rows can tell it."""
    return None if share is None else round(share, 3)


def _rules(dataset: Dataset) -> Iterator[Row]:
    uses = Counter(statement.quote.attribution.rule_id for statement in dataset.statements)
    uses.update(statement.dating.rule_id for statement in dataset.statements)
    for rule in dataset.rules:
        yield _alike(tables.RULES, rule) | {"support": uses[rule.id]}


def _articles(dataset: Dataset) -> Iterator[Row]:
    quotes = Counter(statement.article.id for statement in dataset.statements)
    for article in dataset.articles:
        about = _alike(tables.ARTICLES, article.source) | _alike(tables.ARTICLES, article)
        yield about | {
            "rights": _licence(article, dataset.curated.about.licence),
            "text": published_text(article),
            "word_count": words_in(article),
            "quote_count": quotes[article.id],
        }


def words_in(article: Article) -> int:
    """Return how many words the body of an article has."""
    if article.word_count is not None:
        return article.word_count
    return count_words("\n".join(_lines(article)))


def _licence(article: Article, ours: str = OUR_LICENCE) -> str | None:
    rights = article.source.rights
    if article.source.basis == "digest":
        return rights or ours
    return rights if rights in OPEN_LICENCES else None


def _lines(article: Article) -> Iterator[str]:
    return (article.text[line.start : line.end] for line in article.paragraphs)


def _sources(dataset: Dataset) -> Iterator[Row]:
    read = {canonical_url(article.source.url): article.id for article in dataset.articles}
    refused = {canonical_url(refusal.source) for refusal in dataset.refusals}
    for report in dataset.curated.reports:
        url = canonical_url(report.url)
        tried = "refused" if url in refused else "unread"
        yield _alike(tables.SOURCES, report) | {
            "status": "read" if url in read else tried,
            "article_id": read.get(url),
        }


def _refusals(dataset: Dataset) -> Iterator[Row]:
    for refusal in dataset.refusals:
        id_ = content_id(refusal.source, refusal.reason, refusal.detail)
        yield _alike(tables.REFUSALS, refusal) | {"id": id_}


def _corrections(dataset: Dataset) -> Iterator[Row]:
    for made in dataset.curated.corrections:
        yield _alike(tables.CORRECTIONS, made) | {"id": _correction_id(made)}


def _correction_id(made: Correction) -> str:
    return content_id(made.target, made.field, made.before, made.after, made.made)


def _corrected_rows(dataset: Dataset) -> Iterator[Row]:
    for row in dict.fromkeys(dataset.corrected):
        yield _alike(tables.CORRECTED_ROWS, row) | {
            "table_name": row.table,
            "correction_id": _correction_id(row.correction),
        }


# `build_info` is in neither: it counts the rows of all the others
FEW: Mapping[str, Callable[[Dataset], Iterator[Row]]] = {
    "outlets": _outlets,
    "people": _people,
    "name_forms": _name_forms,
    "positions": _positions,
    "events": _events,
    "topics": _topics,
    "rules": _rules,
    "articles": _articles,
    "sources": _sources,
    "refusals": _refusals,
    "corrections": _corrections,
    "corrected_rows": _corrected_rows,
}
MANY: Mapping[str, Rows] = {
    "utterances": utterances,
    "quotes": quotes,
    "quote_speakers": quote_speakers,
    "quote_topics": quote_topics,
    "candidates": candidates,
    "variants": variants,
    "quote_counts": count_pairs,
    "quoted_together": count_together,
}
