"""Every table and view of the database, described; tables in the order that they fill."""

from onrecord.db.schema import Table
from onrecord.db.tables.articles import ARTICLES, OUTLETS, SOURCES
from onrecord.db.tables.counts import QUOTE_COUNTS, QUOTED_TOGETHER
from onrecord.db.tables.people import NAME_FORMS, PEOPLE, POSITIONS
from onrecord.db.tables.provenance import BUILD_INFO, CORRECTED_ROWS, CORRECTIONS, REFUSALS
from onrecord.db.tables.quotes import CANDIDATES, QUOTE_SPEAKERS, QUOTES, RULES
from onrecord.db.tables.utterances import EVENTS, QUOTE_TOPICS, TOPICS, UTTERANCES, VARIANTS
from onrecord.db.tables.views import NEEDS_REVIEW, QUOTES_BY_MONTH, SAID, SAME_WORDS

__all__ = [
    "ARTICLES",
    "BUILD_INFO",
    "CANDIDATES",
    "CORRECTED_ROWS",
    "CORRECTIONS",
    "EVENTS",
    "NAME_FORMS",
    "NEEDS_REVIEW",
    "OUTLETS",
    "PEOPLE",
    "POSITIONS",
    "QUOTED_TOGETHER",
    "QUOTES",
    "QUOTES_BY_MONTH",
    "QUOTE_COUNTS",
    "QUOTE_SPEAKERS",
    "QUOTE_TOPICS",
    "REFUSALS",
    "RULES",
    "SAID",
    "SAME_WORDS",
    "SOURCES",
    "TABLES",
    "TOPICS",
    "UTTERANCES",
    "VARIANTS",
    "VIEWS",
]

TABLES: tuple[Table, ...] = (
    OUTLETS,
    PEOPLE,
    NAME_FORMS,
    POSITIONS,
    EVENTS,
    TOPICS,
    RULES,
    ARTICLES,
    UTTERANCES,
    QUOTES,
    QUOTE_SPEAKERS,
    QUOTE_TOPICS,
    CANDIDATES,
    VARIANTS,
    QUOTE_COUNTS,
    QUOTED_TOGETHER,
    SOURCES,
    REFUSALS,
    CORRECTIONS,
    CORRECTED_ROWS,
    BUILD_INFO,
)
VIEWS: tuple[Table, ...] = (SAID, SAME_WORDS, QUOTES_BY_MONTH, NEEDS_REVIEW)
