"""What people decided about a row, for its page: who, why, before and after; a draft of more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from datasette.utils import tilde_decode

from onrecord.corrections.columns import value_of
from onrecord.corrections.reading import listed, shown
from onrecord.models import Dating
from onrecord.site.reader import Reader, Row
from onrecord.site.words import long_date

DECISIONS = """
select distinct c.* from corrections c join corrected_rows r on r.correction_id = c.id
where r.table_name = ? and r.row_id = ? order by c.made desc, c.id
"""
# a taken-down quote takes the utterance of its id along
LEAVING = """
select r.effect, r.leads_to, r.table_name, c.* from corrected_rows r
join corrections c on c.id = r.correction_id
where r.row_id = ? and r.effect <> 'changed'
  and (r.table_name = ? or (? = 'utterances' and r.table_name = 'quotes' and r.effect = 'gone'))
order by r.effect, c.made desc, c.id limit 1
"""
_NAMES = "select id, {label} as label from {table} where id in ({marks})"

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "speaker_id": "Speaker",
        "date_said": "Day",
        "kind": "Kind",
        "tied_to": "Same words as",
        "person_id": "Who is meant",
        "merged_into": "Same person as",
        "take_down": "Taken down",
        "taken_down": "Taken down",
        "moved_to": "Moved",
    }
)
# the table, and the column shown of it, that the values of a field are ids of
_VALUES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "speaker_id": ("people", "name"),
        "person_id": ("people", "name"),
        "merged_into": ("people", "name"),
        "tied_to": ("quotes", "text"),
    }
)


@dataclass(frozen=True, slots=True)
class Value:
    """One thing that stood or stands: as it is shown, and the row it is of."""

    label: str
    table: str | None = None
    row_id: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One correction as a page tells it."""

    correction: Row
    label: str
    before: tuple[Value, ...]
    after: tuple[Value, ...]


async def decided(reader: Reader, table: str, row_id: str) -> list[Decision]:
    """Return what was decided about a row, the latest first."""
    rows = await reader.all(DECISIONS, table, row_id)
    return [await _decision(reader, row) for row in rows]


async def corrected_vars(reader: Reader, request: Any) -> dict[str, Any]:
    """Return `decisions` for the page of a row; nothing for other pages."""
    table, row_id = request.url_vars.get("table"), request.url_vars.get("pks")
    if table is None or row_id is None:
        return {}
    return {"decisions": await decided(reader, table, tilde_decode(row_id))}


def draft(quote: Row) -> str:
    """Return an entry of corrections.yml for a quote, what is read of it filled in."""
    others = [other["id"] for other in json.loads(quote["others"])]
    speakers = shown([quote["speaker_id"], *others]) if quote["speaker_id"] else None
    days = (quote["date_said"], quote["date_said_end"], quote["date_precision"])
    said = value_of(Dating(*days, expression=None, rule_id=quote["date_rule"]))
    # its digest may lack it: the correction is then to wait where the page is not at hand
    page = (f"  article: {quote['article_id']}",) if quote["basis"] == "capture" else ()
    lines = (
        f"- target: {quote['id']}",
        "  field: speaker_id",
        f"  before: {speakers or ''}",
        f"  # or date_said, before: {said or 'nothing'}; or kind, before: {quote['kind']}",
        "  after:",
        "  reason:",
        "  source:",
        "  by:",
        "  made:",
        *page,
    )
    return "\n".join(line.rstrip() for line in lines)


async def leaving(reader: Reader, table: str, row_id: str) -> Row | None:
    """Return what took a row away, with where its address leads; None: nothing did."""
    return await reader.one(LEAVING, row_id, table, table)


async def _decision(reader: Reader, row: Row) -> Decision:
    before, after = listed(row["before"]), listed(row["after"])
    if row["field"] == "merged_into":
        before = (row["target"],)
    names = await _names(reader, row["field"], (*before, *after))
    return Decision(
        correction=row,
        label=LABELS[row["field"]],
        before=tuple(_value(row["field"], one, names) for one in before),
        after=tuple(_value(row["field"], one, names) for one in after),
    )


async def _names(reader: Reader, field: str, ids: Iterable[str]) -> dict[str, str]:
    if field not in _VALUES:
        return {}
    table, label = _VALUES[field]
    wanted = tuple(ids)
    marks = ", ".join("?" * len(wanted))
    rows = await reader.all(_NAMES.format(table=table, label=label, marks=marks), *wanted)
    return {row["id"]: row["label"] for row in rows}


def _value(field: str, value: str, names: Mapping[str, str]) -> Value:
    if value in names:
        return Value(names[value], _VALUES[field][0], value)
    if field == "date_said":
        return Value(" to ".join(map(long_date, value.split("/"))))
    return Value(value)
