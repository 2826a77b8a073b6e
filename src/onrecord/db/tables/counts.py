"""What pages and charts would count at every visit, counted at the build."""

from __future__ import annotations

from onrecord.db.schema import Column, Table

# the columns of `quotes` that are counted, by each other
COUNTED = ("speaker_id", "kind", "part", "month", "outlet_id", "event_id", "topics", "wording")
# Of these columns there are many values that few quotes have. Fewer than LEAST of a million are
# counted in 3 ms, and their pairs would be a third of the rows.
MANY_VALUED = frozenset({"speaker_id", "event_id"})
LEAST = 1000

_COLUMN = "Column of `quotes`"
_NAMES = ", ".join(f"`{name}`" for name in COUNTED)

QUOTE_COUNTS = Table(
    name="quote_counts",
    description="How many quotes have one value in one column and another in another. Charts, "
    "rankings and facets read it; a count over `quotes` gives the same, only slower.",
    key=("by_column", "by_value", "of_column", "value"),
    without_rowid=True,
    columns=(
        Column(
            name="by_column",
            description=f"{_COLUMN} whose value they share: {_NAMES}. Empty: all quotes are "
            "counted.",
        ),
        Column(
            name="by_value",
            description=f"That value; a speaker or an event where {LEAST:,} quotes or more have "
            "it: the few of another are soon counted. Of `topics` one of the topics.",
        ),
        Column(name="of_column", description=f"{_COLUMN} that is counted, one of the same."),
        Column(name="value", description="The value counted; no row where it is empty."),
        Column(
            name="quote_count",
            type="INTEGER",
            description="Quotes that have both.",
            is_required=True,
        ),
    ),
)

QUOTED_TOGETHER = Table(
    name="quoted_together",
    description="Who speaks in the same reports as whom.",
    key=("person_id", "other_id"),
    without_rowid=True,
    columns=(
        Column(
            name="person_id",
            description="A speaker; of a joint statement the first named.",
            references="people",
        ),
        Column(name="other_id", description="Another speaker.", references="people"),
        Column(
            name="article_count",
            type="INTEGER",
            description="Articles that quote both.",
            is_required=True,
        ),
    ),
)
