"""The dashboard: charts over all quotes, narrowed together by a few choices.

datasette-dashboards reads this from metadata.yml. A part of a query in [[ ]] holds only where its
choice was made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"

_CHOSEN = """\
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


def _counted(name: str, title: str, label: str, tables: str = "") -> Chart:
    """Return a chart of the most frequent values of something, a bar each."""
    query = f"""\
select {label} as label, count(*) as quotes
from quotes q {tables}
{_CHOSEN}
group by 1 order by 2 desc, 1 limit 12"""
    return Chart(
        name,
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
select q.month, q.kind, count(*) as quotes
from quotes q
{_CHOSEN} and q.month is not null
group by 1, 2 order by 1, 2""",
        {
            "x": {"field": "month", "type": "temporal", "timeUnit": "yearmonth", "title": None},
            "y": {"field": "quotes", "type": "quantitative", "title": "Quotes"},
            "color": {"field": "kind", "type": "nominal", "title": None},
        },
    ),
    _counted("speakers", "Who speaks", "p.name", "join people p on p.id = q.speaker_id"),
    _counted(
        "topics",
        "About what",
        "t.name",
        "join quote_topics qt on qt.quote_id = q.id join topics t on t.id = qt.topic_id",
    ),
    _counted("outlets", "Where printed", "o.name", "join outlets o on o.id = q.outlet_id"),
    Chart(
        "wording",
        "How reports of one utterance differ from its fullest",
        f"""\
select v.relation, count(*) as quotes
from quotes q join variants v on v.quote_id = q.id
  join utterances u on u.id = v.utterance_id and u.quote_count > 1
{_CHOSEN}
group by 1 order by 2 desc""",
        {
            "x": {"field": "quotes", "type": "quantitative", "title": "Quotes"},
            "y": {"field": "relation", "type": "nominal", "title": None, "sort": "-x"},
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
                ["speakers", "topics"],
                ["outlets", "wording"],
            ],
            "filters": {name: dict(choice) for name, choice in FILTERS.items()},
            "charts": {chart.name: chart.as_config() for chart in CHARTS},
        }
    }
