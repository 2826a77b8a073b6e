"""What people decided against the machine's reading in, the corrected reading out.

Corrections are applied before utterances are tied, so that a changed speaker ties anew. Refused: a
correction that no longer fits. The reading may have changed since it was made, and whether it still
holds is for a person to say: the build stops.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from onrecord.errors import OnRecordError
from onrecord.models import Article, Correction, DatePrecision, Dating, Kind, Statement


class CorrectionError(OnRecordError):
    """Corrections that fit nothing; each problem names one and says what to do."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """The reading after all corrections, in the order it came."""

    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]


def apply(
    corrections: Iterable[Correction],
    articles: Sequence[Article],
    statements: Sequence[Statement],
    people: Container[str],
) -> Corrected:
    """Return the articles and statements as corrected, one correction after the other.

    `take_down` on an article takes its statements with it. `people` are the ids a speaker may have.
    Raises CorrectionError with every correction that fits nothing.
    """
    reading = _Reading(
        {article.id: article for article in articles},
        {statement.id: statement for statement in statements},
        people,
    )
    problems = [
        f"corrections.yml: {correction.target}, {correction.field}: {problem}"
        for correction in corrections
        if (problem := _carry_out(correction, reading))
    ]
    if problems:
        raise CorrectionError(problems)
    kept = reading.statements
    return Corrected(
        tuple(reading.articles.values()),
        tuple(_without_lost_frame(statement, kept) for statement in kept.values()),
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """What corrections change in place, by id."""

    articles: dict[str, Article]
    statements: dict[str, Statement]
    people: Container[str]


def _carry_out(correction: Correction, reading: _Reading) -> str | None:
    """Return what is wrong with a correction; None where it was carried out."""
    if correction.field == "take_down":
        return _take_down(correction.target, reading)
    column = _COLUMNS.get(correction.field)
    if column is None:
        return f"can't be corrected; use take_down, {', '.join(_COLUMNS)}"
    statement = reading.statements.get(correction.target)
    if statement is None:
        return "no such quote; find its new id, or remove the correction"
    found = column.read(statement)
    if found != correction.before:
        return f"is now {found}, not {correction.before}; see whether it is still wrong"
    complaint = column.complain(correction.after, reading.people)
    if complaint is None:
        reading.statements[statement.id] = column.write(statement, correction.after)
    return complaint


def _take_down(target: str, reading: _Reading) -> str | None:
    is_article = reading.articles.pop(target, None) is not None
    gone = [s.id for s in reading.statements.values() if target in (s.id, s.article.id)]
    for statement_id in gone:
        del reading.statements[statement_id]
    return None if is_article or gone else "no such article or quote; remove the correction"


@dataclass(frozen=True, slots=True)
class _Column:
    """How a column of a quote is read, checked and set."""

    read: Callable[[Statement], str | None]
    complain: Callable[[str | None, Container[str]], str | None]
    write: Callable[[Statement, str | None], Statement]


def _speaker(statement: Statement) -> str | None:
    return next(iter(statement.speaker_ids), None)


def _complain_of_speaker(value: str | None, people: Container[str]) -> str | None:
    return None if value is None or value in people else f"{value} is not in people.yml; add it"


def _set_speaker(statement: Statement, value: str | None) -> Statement:
    return replace(statement, speaker_ids=(value,) if value else ())


def _complain_of_kind(value: str | None, people: Container[str]) -> str | None:
    return (
        None if value in get_args(Kind) else f"{value} is no kind; use {', '.join(get_args(Kind))}"
    )


def _set_kind(statement: Statement, value: str | None) -> Statement:
    kind: Kind = next(kind for kind in get_args(Kind) if kind == value)
    return replace(statement, quote=replace(statement.quote, kind=kind))


def _complain_of_day(value: str | None, people: Container[str]) -> str | None:
    try:
        date.fromisoformat(value or "2000-01-01")
    except ValueError:
        return f"{value} is no day; write YYYY-MM-DD"
    return None


def _set_day(statement: Statement, value: str | None) -> Statement:
    precision: DatePrecision = "day" if value else "unknown"
    return replace(statement, dating=Dating(value, value, precision, None, "corrected"))


_COLUMNS = {
    "speaker_id": _Column(_speaker, _complain_of_speaker, _set_speaker),
    "kind": _Column(lambda statement: statement.quote.kind, _complain_of_kind, _set_kind),
    "date_said": _Column(lambda statement: statement.dating.start, _complain_of_day, _set_day),
}


def _without_lost_frame(statement: Statement, kept: Container[str]) -> Statement:
    """Return the statement on its own where the quote it stands in was taken down."""
    if statement.inside_id is None or statement.inside_id in kept:
        return statement
    return replace(statement, inside_id=None)
