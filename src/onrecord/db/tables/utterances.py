"""What ties quotes together: acts of saying, events and topics."""

from __future__ import annotations

from typing import get_args

from onrecord import models
from onrecord.db.schema import Column, Table
from onrecord.db.tables.days import DAY_COLUMNS

EVENTS = Table(
    name="events",
    description="Summits, visits and talks that statements are made at, and the fixed points "
    "of the story.",
    key=("id",),
    label="name",
    sort="start",
    columns=(
        Column(name="id", description="Short name used in URLs."),
        Column(name="name", description="Name shown.", is_required=True),
        Column(
            name="start",
            description="First day: ISO 8601 to the precision known.",
            is_required=True,
        ),
        Column(name="end", description="Last day; empty: still going on."),
        Column(name="place", description="Town or site."),
        Column(name="country", description="ISO 3166-1 alpha-2.", is_facet=True),
        Column(name="wikidata", description="Wikidata item, where the match is certain."),
        Column(
            name="source",
            description="What confirms the days: an address, or a repository and path. "
            "`unchecked`: nobody looked them up.",
        ),
        Column(
            name="quote_count",
            type="INTEGER",
            description="Quotes tied to it.",
            is_required=True,
        ),
    ),
)

TOPICS = Table(
    name="topics",
    description="Subjects of the quotes, told by the words in them.",
    key=("id",),
    label="name",
    sort="name",
    columns=(
        Column(name="id", description="Short name used in URLs."),
        Column(name="name", description="Name shown.", is_required=True),
        Column(name="description", description="What belongs to it.", is_required=True),
        Column(
            name="quote_count",
            type="INTEGER",
            description="Quotes on it.",
            is_required=True,
        ),
        Column(
            name="precision",
            type="REAL",
            description="Share of the statements given it that a person finds on it; empty: not "
            "measured.",
            unit="0 to 1",
        ),
        Column(
            name="recall",
            type="REAL",
            description="Share of the statements a person finds on it that are given it; empty: "
            "not measured.",
            unit="0 to 1",
        ),
        Column(
            name="checked",
            type="INTEGER",
            description="Statements given it that a person checked (data/gold/topics.csv).",
            is_required=True,
        ),
    ),
)

UTTERANCES = Table(
    name="utterances",
    description="Acts of saying. One row for each, with the fullest report of its words; "
    "`variants` lists every quote that reports it.",
    key=("id",),
    label="text",
    sort_desc="date_said",
    covering=(
        ("speaker_id", "outlet_count", "quote_count"),
        ("outlet_count", "report_count", "date_said"),
    ),
    columns=(
        Column(name="id", description="Id of its earliest quote."),
        Column(
            name="text",
            description="Its words in the fullest report, one that is no translation where there "
            "is such; each stretch of a broken quotation on a line of its own.",
            is_required=True,
        ),
        Column(
            name="fullest_id",
            description="The quote that its fullest report begins with; the id is its earliest's.",
            references="quotes",
        ),
        Column(name="speaker_id", description="Who said it.", references="people", is_facet=True),
        *DAY_COLUMNS,
        Column(
            name="event_id",
            description="The event it was said at; not one that it is about.",
            references="events",
            is_facet=True,
            is_sparse=True,
        ),
        Column(
            name="quote_count",
            type="INTEGER",
            description="Quotes that report it.",
            is_required=True,
            is_indexed=True,
        ),
        Column(
            name="outlet_count",
            type="INTEGER",
            description="Outlets that print it.",
            is_required=True,
            is_facet=True,
        ),
        Column(
            name="report_count",
            type="INTEGER",
            description="Independent reports of it: articles that print one text, as those of an "
            "agency, count once (`articles.syndication_id`).",
            is_required=True,
            is_indexed=True,
        ),
    ),
)

VARIANTS = Table(
    name="variants",
    description="How each quote's words stand to the fullest report of the same utterance.",
    key=("quote_id",),
    sort="utterance_id",
    covering=(("utterance_id", "relation", "similarity"),),
    columns=(
        Column(name="quote_id", description="The quote.", references="quotes"),
        Column(
            name="utterance_id",
            description="The act of saying that it reports.",
            references="utterances",
            is_required=True,
        ),
        Column(
            name="relation",
            description="`exact`: the same words. `trimmed`: a stretch of them. `reworded`: other "
            "words. `translated`: other words, which came through another language.",
            values=get_args(models.Relation),
            is_required=True,
            is_facet=True,
        ),
        Column(
            name="similarity",
            type="REAL",
            description="Likeness of the words, case and punctuation aside.",
            unit="0 to 1",
            is_required=True,
        ),
        Column(
            name="differences",
            description="JSON array from the first word to the last: a string is words that both "
            "reports have, as printed in this one; a pair is words of the fullest report and "
            "what this one prints instead, either of them empty where words are put in or left "
            "out. Empty: no word differs.",
        ),
    ),
)

QUOTE_TOPICS = Table(
    name="quote_topics",
    description="Which quotes are about what.",
    key=("quote_id", "topic_id"),
    columns=(
        Column(name="quote_id", description="The quote.", references="quotes"),
        Column(name="topic_id", description="A topic of it.", references="topics", is_facet=True),
        Column(
            name="words",
            description="The words that say so, as printed; `invitation + NATO`: the one gives the "
            "topic because of the other, in the quote, its sentence or the headline.",
        ),
    ),
)
