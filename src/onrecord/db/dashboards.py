"""The dashboard: charts over all quotes, narrowed together by a few choices.

datasette-dashboards reads this from metadata.yml. A part of a query in [[ ]] holds only where its
choice was made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"

# Rows only where a choice was made, and only where none was: all quotes are counted already.
_ANY = """\
with any_choice as (
  select 1 where false
  [[or :speaker is not null]] [[or :outlet is not null]] [[or :kind is not null]]
  [[or :since is not null]] [[or :until is not null]]
)"""
_UNLESS_ANY = "not exists (select 1 from any_choice)"

# The cross join has SQLite look for a choice first, and read no quote where there is none.
_CHOSEN = """\
any_choice cross join quotes q{joins}
where true
  [[and q.speaker_id in (select id from people where name = :speaker)]]
  [[and q.outlet_id in (select id from outlets where name = :outlet)]]
  [[and q.kind = :kind]]
  [[and q.month >= :since]]
  [[and q.month <= :until || '-99']]"""


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: what it asks, and how Vega-Lite draws the answer."""

    name: str
    title: str
    query: str
    encoding: Mapping[str, Any]
    mark: str = "bar"

    def as_config(self) -> dict[str, Any]:
        """Return the chart as datasette-dashboards takes it."""
        display = {
            "$schema": SCHEMA,
            "mark": {"type": self.mark, "tooltip": True},
            "encoding": self.encoding,
        }
        return {
            "title": self.title,
            "db": "onrecord",
            "query": self.query,
            "library": "vega-lite",
            "display": display,
        }


def _counted(title: str, column: str, named_in: str) -> Chart:
    """Return a chart of the most frequent values of a column of `quotes`, a bar each."""
    is_array = column == "topics"
    value = "each.value" if is_array else f"q.{column}"
    chosen = _CHOSEN.format(joins=", json_each(q.topics) each" if is_array else "")
    query = f"""\
{_ANY},
counted as (
  select value as id, quote_count as quotes from quote_counts
  where by_column = '' and of_column = '{column}' and {_UNLESS_ANY}
  union all
  select {value} as id, count(*) as quotes from {chosen}
  group by 1
)
select name as label, quotes from counted join {named_in} on {named_in}.id = counted.id
order by 2 desc, 1 limit 12"""
    return Chart(
        named_in,
        title,
        query,
        {
            "x": {"field": "quotes", "type": "quantitative", "title": "Quotes"},
            "y": {"field": "label", "type": "nominal", "title": None, "sort": "-x"},
        },
    )


CHARTS = (
    Chart(
        "months",
        "When it was said",
        f"""\
{_ANY}
select value as month, by_value as kind, quote_count as quotes from quote_counts
where by_column = 'kind' and of_column = 'month' and {_UNLESS_ANY}
union all
select q.month, q.kind, count(*) as quotes from {_CHOSEN.format(joins="")}
  and q.month is not null
group by 1, 2 order by 1, 2""",
        {
            "x": {"field": "month", "type": "temporal", "timeUnit": "yearmonth", "title": None},
            "y": {"field": "quotes", "type": "quantitative", "title": "Quotes"},
            "color": {"field": "kind", "type": "nominal", "title": None},
        },
    ),
    _counted("Who speaks", "speaker_id", "people"),
    _counted("About what", "topics", "topics"),
    _counted("Where printed", "outlet_id", "outlets"),
    Chart(
        "wording",
        "How reports of one utterance differ from its fullest",
        f"""\
{_ANY}
select value as wording, quote_count as quotes from quote_counts
where by_column = '' and of_column = 'wording' and {_UNLESS_ANY}
union all
select q.wording, count(*) as quotes from {_CHOSEN.format(joins="")}
  and q.wording is not null
group by 1 order by 2 desc""",
        {
            "x": {"field": "quotes", "type": "quantitative", "title": "Quotes"},
            "y": {"field": "wording", "type": "nominal", "title": None, "sort": "-x"},
        },
    ),
)

_SPEAKERS = """\
select name from people where kind <> 'group' and quote_count > 0
order by quote_count desc, name limit 100"""
_OUTLETS = (
    "select name from outlets where quote_count > 0 order by quote_count desc, name limit 100"
)

FILTERS: Mapping[str, Mapping[str, Any]] = {
    "speaker": {"name": "Speaker", "type": "select", "db": "onrecord", "query": _SPEAKERS},
    "outlet": {"name": "Outlet", "type": "select", "db": "onrecord", "query": _OUTLETS},
    "kind": {"name": "Kind", "type": "select", "options": ["direct", "mixed", "indirect"]},
    "since": {"name": "From year", "type": "number", "min": 2008, "max": 2099},
    "until": {"name": "To year", "type": "number", "min": 2008, "max": 2099},
}


def dashboards() -> dict[str, Any]:
    """Return the settings of datasette-dashboards."""
    return {
        "overview": {
            "title": "The record at a glance",
            "description": "When, who, about what and where: narrow all charts together.",
            "layout": [
                ["months", "months"],
                ["people", "topics"],
                ["outlets", "wording"],
            ],
            "filters": {name: dict(choice) for name, choice in FILTERS.items()},
            "charts": {chart.name: chart.as_config() for chart in CHARTS},
        }
    }
