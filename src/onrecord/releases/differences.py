"""Two manifests in, what changed from the one to the other out, row by row."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from typing import Literal, get_args

from onrecord.releases.manifest import TABLES, Manifest, QuoteMark

Kind = Literal["added", "gone", "moved", "re-attributed", "re-dated", "changed"]
_SHOWN = 20  # ids of one sort in the summary; the CSV has all


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one row: `before` and `after` are speakers, days, or the id of one moved."""

    table: str
    change: Kind
    id: str
    before: str | None = None
    after: str | None = None


def differences(old: Manifest, new: Manifest) -> list[Change]:
    """Return every change, table by table; a quote may be re-attributed and re-dated at once."""
    return [change for table in TABLES for change in _of_table(table, old, new)]


def as_csv(changes: Iterable[Change]) -> str:
    """Return the changes as CSV, a row each."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(field.name for field in fields(Change))
    writer.writerows(astuple(change) for change in changes)
    return out.getvalue()


def counted(changes: Iterable[Change], table: str) -> str:
    """Return in words how many rows of a table changed, and how."""
    counts = Counter(change.change for change in changes if change.table == table)
    return ", ".join(f"{counts[kind]:,} {kind}" for kind in get_args(Kind) if counts[kind])


def summary(changes: Sequence[Change]) -> str:
    """Return the changes in Markdown, for readers: counts, and the ids of each sort."""
    parts = [part for table in TABLES for part in _told(table, changes)]
    return "\n".join(parts) if parts else "Every row is as it was.\n"


def _of_table(table: str, old: Manifest, new: Manifest) -> Iterator[Change]:
    before, after, left = old.rows[table], new.rows[table], new.left.get(table, {})
    for id_ in sorted(before.keys() | after.keys()):
        if id_ not in before:
            yield Change(table, "added", id_)
        elif id_ not in after:
            leads_to = left.get(id_)
            yield Change(table, "moved" if leads_to else "gone", id_, after=leads_to)
        elif before[id_] != after[id_]:
            yield from _of_row(table, id_, old, new)


def _of_row(table: str, id_: str, old: Manifest, new: Manifest) -> Iterator[Change]:
    """Yield what changed of a row that is in both: of a quote, what people cite first."""
    told = list(_of_quote(id_, old.quotes[id_], new.quotes[id_])) if table == "quotes" else []
    yield from told or [Change(table, "changed", id_)]


def _of_quote(id_: str, before: QuoteMark, after: QuoteMark) -> Iterator[Change]:
    if before.speakers != after.speakers:
        yield Change("quotes", "re-attributed", id_, before.speakers, after.speakers)
    if _days(before) != _days(after):
        yield Change("quotes", "re-dated", id_, _days(before), _days(after))


def _days(mark: QuoteMark) -> str | None:
    if mark.date_said == mark.date_said_end:
        return mark.date_said
    return f"{mark.date_said}/{mark.date_said_end}"


def _told(table: str, changes: Sequence[Change]) -> Iterator[str]:
    counts = counted(changes, table)
    if not counts:
        return
    yield f"## {table.capitalize()}: {counts}\n"
    for kind in get_args(Kind):
        of_kind = [one for one in changes if (one.table, one.change) == (table, kind)]
        for change in of_kind[:_SHOWN]:
            yield f"- {kind}: `{change.id}`{_from_to(change)}"
        if len(of_kind) > _SHOWN:
            yield f"- {kind}: {len(of_kind) - _SHOWN:,} more"
    yield ""


def _from_to(change: Change) -> str:
    if change.change in ("re-attributed", "re-dated"):
        return f", from {change.before or 'nothing'} to {change.after or 'nothing'}"
    return f" to `{change.after}`" if change.after else ""
