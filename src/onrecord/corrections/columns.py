"""A column of a quote, set or cleared: its speakers, its day, its kind."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import get_args

from onrecord.corrections.reading import Draft, Reading, listed, shown
from onrecord.models import Correction, CorrectionField, DatePrecision, Dating, Kind, Statement

NO_QUOTE = (
    "no such quote; find its new id, or remove the correction; where only the captured page has it,"
    " name its report as `article`"
)
# the rule that stands beside a day set by hand
RULE = "corrected"

_DAY, _MONTH, _YEAR = len("2023-04-20"), len("2023-04"), len("2023")
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)", re.ASCII)
_ONE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Column:
    """How a column of a quote is read, what is wrong with a value for it, and how it is set."""

    read: Callable[[Statement], str | None]
    complain: Callable[[str | None, Reading], str | None]
    write: Callable[[Statement, str | None], Statement]


def complain(correction: Correction, reading: Reading) -> str | None:
    """Return why the correction doesn't fit the machine's reading, or None."""
    column = COLUMNS[correction.field]
    statement = reading.statements.get(correction.target)
    if statement is None:
        return NO_QUOTE
    found = column.read(statement)
    if listed(found) != listed(correction.before):
        was = correction.before or "nothing"
        return f"the machine now reads {found or 'nothing'}, not {was}; see if it is still wrong"
    return column.complain(correction.after, reading)


def carry_out(corrections: Sequence[Correction], draft: Draft) -> None:
    """Set the column of each correction."""
    for correction in corrections:
        statement = draft.statements[correction.target]
        column = COLUMNS[correction.field]
        if column.read(statement) != correction.after:
            draft.statements[statement.id] = column.write(statement, correction.after)
        draft.note(correction, "quotes", statement.id)


def dating_of(value: str | None) -> Dating | None:
    """Return the days that a value names: 2023-04-20, 2023-04-18/2023-04-20, 2023-04 or 2023.

    None where it is none of these, or a range that ends before it starts.
    """
    if value is None:
        return Dating(None, None, "unknown", None, RULE)
    try:
        start, end, precision = _days(value)
        backwards = date.fromisoformat(end) < date.fromisoformat(start)
    except ValueError:
        return None
    return None if backwards else Dating(start, end, precision, None, RULE)


def _days(value: str) -> tuple[str, str, DatePrecision]:
    if days := _DAYS.fullmatch(value):
        return days[1], days[2], "range"
    if not _ONE.fullmatch(value):
        raise ValueError(value)
    if len(value) == _DAY:
        return value, value, "day"
    if len(value) == _YEAR:
        return f"{value}-01-01", f"{value}-12-31", "year"
    _, last = monthrange(int(value[:_YEAR]), int(value[_YEAR + 1 :]))
    return f"{value}-01", f"{value}-{last:02}", "month"


def value_of(dating: Dating) -> str | None:
    """Return the days of a dating as a correction writes them; None where it has none."""
    if dating.start is None:
        return None
    if dating.precision == "range":
        return f"{dating.start}/{dating.end}"
    lengths = {"day": _DAY, "month": _MONTH, "year": _YEAR}
    return dating.start[: lengths.get(dating.precision, _DAY)]


def _complain_of_days(value: str | None, reading: Reading) -> str | None:
    if dating_of(value):
        return None
    return f"{value} is no day; write YYYY-MM-DD, YYYY-MM-DD/YYYY-MM-DD, YYYY-MM or YYYY"


def _set_days(statement: Statement, value: str | None) -> Statement:
    return replace(statement, dating=dating_of(value) or statement.dating)


def _speakers(statement: Statement) -> str | None:
    return shown(statement.speaker_ids)


def _complain_of_speakers(value: str | None, reading: Reading) -> str | None:
    unknown = [one for one in listed(value) if one not in reading.people]
    return (
        f"{', '.join(unknown)}: nobody has that id; add the entry or mend it" if unknown else None
    )


def _set_speakers(statement: Statement, value: str | None) -> Statement:
    return replace(statement, speaker_ids=listed(value))


def _complain_of_kind(value: str | None, reading: Reading) -> str | None:
    kinds: Collection[str] = get_args(Kind)
    return None if value in kinds else f"{value} is no kind; use {', '.join(kinds)}"


def _set_kind(statement: Statement, value: str | None) -> Statement:
    kind: Kind = next(kind for kind in get_args(Kind) if kind == value)
    return replace(statement, quote=replace(statement.quote, kind=kind))


COLUMNS: Mapping[CorrectionField, Column] = MappingProxyType(
    {
        "speaker_id": Column(_speakers, _complain_of_speakers, _set_speakers),
        "kind": Column(lambda statement: statement.quote.kind, _complain_of_kind, _set_kind),
        "date_said": Column(
            lambda statement: value_of(statement.dating), _complain_of_days, _set_days
        ),
    }
)
