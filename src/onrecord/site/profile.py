"""What stands on the page of whoever or whatever has quotes: when, and who, where, about what.

A person, an outlet, an event and a topic are told the same way, each by the condition that its
quotes meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal
from urllib.parse import urlencode

from onrecord.site import queries
from onrecord.site.reader import Reader, Row
from onrecord.site.timeline import Timeline, draw_timeline

Aspect = Literal["speakers", "outlets", "topics", "events", "years"]

MOST = 6  # values of an aspect that are shown

# An aspect: its heading, and the argument by which the table of quotes is narrowed to one value.
ASPECTS = MappingProxyType(
    {
        "speakers": ("Who speaks", "speaker_id"),
        "outlets": ("Where printed", "outlet_id"),
        "topics": ("About what", "topics__arraycontains"),
        "events": ("At which events", "event_id"),
        "years": ("In which years", "month__startswith"),
    }
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """One value of an aspect, and how many quotes it has, also as a share of the most."""

    label: str
    count: int
    share: float
    arguments: str  # that narrow the table of quotes to them


@dataclass(frozen=True, slots=True)
class Ranking:
    """The values of one aspect, the most frequent first; years in their order."""

    title: str
    rows: list[Ranked]


@dataclass(frozen=True, slots=True)
class Profile:
    """The quotes of one row of another table, summed up, and the latest of them."""

    arguments: str  # that narrow the table of quotes to them
    months: Timeline
    rankings: list[Ranking]
    quotes: list[Row]


async def read_profile(reader: Reader, table: str, key: str, aspects: Sequence[Aspect]) -> Profile:
    """Return what the quotes of a row of `table` say in sum; no aspect that has one value only."""
    condition, argument = queries.QUOTES_OF[table]
    own = {argument: key}
    months = await reader.all(queries.MONTHS_OF[table], key)
    rankings = [
        _ranking(aspect, await reader.all(queries.RANKED[table, aspect], key, MOST), own)
        for aspect in aspects
    ]
    return Profile(
        arguments=urlencode(own),
        months=draw_timeline([tuple(row) for row in months]),
        rankings=[ranking for ranking in rankings if len(ranking.rows) > 1],
        quotes=await reader.all(queries.LISTED.format(condition=condition), key),
    )


def _ranking(aspect: Aspect, rows: list[Row], own: dict[str, str]) -> Ranking:
    title, argument = ASPECTS[aspect]
    highest = max((row["quotes"] for row in rows), default=1)
    ranked = [
        Ranked(
            label=row["label"],
            count=row["quotes"],
            share=100 * row["quotes"] / highest,
            arguments=urlencode({**own, argument: row["id"]}),
        )
        for row in rows
    ]
    return Ranking(
        title, sorted(ranked, key=lambda row: row.label) if aspect == "years" else ranked
    )
