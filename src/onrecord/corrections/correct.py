"""The machine's reading and every correction in, the corrected reading out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from onrecord.corrections import columns, moves, people, takedowns
from onrecord.corrections.reading import CorrectionError, Draft, Reading, told
from onrecord.models import (
    Article,
    CorrectedRow,
    Correction,
    CorrectionField,
    Person,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Operation:
    """What a field of corrections.yml does: when it doesn't fit the reading, and its doing."""

    complain: Callable[[Correction, Reading], str | None]
    carry_out: Callable[[Sequence[Correction], Draft], None]


# In this order whatever the file's: what is said of one quote wins over what is said of its
# article, and both may name somebody who is then merged. `tied_to` waits for ties (ties.py).
OPERATIONS: Mapping[CorrectionField, Operation] = MappingProxyType(
    {
        "person_id": Operation(people.complain_of_split, people.split),
        "speaker_id": Operation(columns.complain, columns.carry_out),
        "date_said": Operation(columns.complain, columns.carry_out),
        "kind": Operation(columns.complain, columns.carry_out),
        "merged_into": Operation(people.complain_of_merge, people.merge),
        "take_down": Operation(takedowns.complain, takedowns.take_down),
        "taken_down": Operation(takedowns.complain_of_gone, takedowns.mark_gone),
        "moved_to": Operation(moves.complain, moves.mark_moved),
    }
)


# What a field has no use for; all others take both.
_UNUSED: Mapping[CorrectionField, tuple[str, ...]] = MappingProxyType(
    {
        "merged_into": ("before",),
        "moved_to": ("before",),
        "take_down": ("before", "after"),
        "taken_down": ("after",),
    }
)


@dataclass(frozen=True, slots=True)
class Corrected:
    """The reading after all corrections, in the order it came, and every row they touched."""

    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    people: Mapping[str, Person]
    rows: tuple[CorrectedRow, ...]
    corrections: tuple[Correction, ...]  # those that were due


def correct(corrections: Sequence[Correction], reading: Reading) -> Corrected:
    """Return the reading as corrected; whatever order the corrections stand in.

    One of a quote that only a captured page has waits where the page's digest was read instead.
    Raises CorrectionError with every correction that fits nothing, or contradicts another.
    """
    corrections = [made for made in corrections if not _waits(made, reading)]
    if problems := [*_contradictions(corrections), *_misfits(corrections, reading)]:
        raise CorrectionError(problems)
    draft = Draft(dict(reading.articles), dict(reading.statements), dict(reading.people))
    in_order = sorted(corrections, key=lambda made: (made.target, made.field, made.before or ""))
    for field, operation in OPERATIONS.items():
        if of_field := [made for made in in_order if made.field == field]:
            operation.carry_out(of_field, draft)
    if draft.problems:
        raise CorrectionError(draft.problems)
    statements = (_with_event(s, reading) for s in draft.statements.values())
    return Corrected(
        articles=tuple(draft.articles.values()),
        statements=tuple(statements),
        people=draft.people,
        rows=tuple(draft.rows),
        corrections=tuple(in_order),
    )


def _waits(correction: Correction, reading: Reading) -> bool:
    """Tell whether a correction is of a page that is not at hand: its digest was read."""
    article = reading.articles.get(correction.article or "")
    named = [correction.target]
    if correction.field == "tied_to":
        named += filter(None, (correction.before, correction.after))
    is_there = all(quote in reading.statements for quote in named)
    return article is not None and article.source.basis == "digest" and not is_there


def _misfits(corrections: Sequence[Correction], reading: Reading) -> Iterator[str]:
    """Give a sentence for each correction that doesn't fit the machine's reading."""
    rings = people.complain_of_ring(corrections)
    for correction in corrections:
        operation = OPERATIONS.get(correction.field)
        problem = operation.complain(correction, reading) if operation else None
        problem = _superfluous(correction) or problem or rings.get(correction)
        if correction.article and correction.article not in reading.articles:
            problem = f"there is no article {correction.article}; mend its id"
        if problem:
            yield told(correction, problem)


def _superfluous(correction: Correction) -> str | None:
    """Return which of its values says nothing, or None."""
    unused = _UNUSED.get(correction.field, ())
    given = [name for name in unused if getattr(correction, name) is not None]
    return f"`{given[0]}` says nothing here; leave it out" if given else None


def _contradictions(corrections: Sequence[Correction]) -> Iterator[str]:
    """Give a sentence for each correction of what another one corrects or takes down."""
    first: dict[tuple[str | None, ...], Correction] = {}
    down = {made.target: made for made in corrections if made.field == "take_down"}
    for made in corrections:
        # of one article several people may be told apart
        key = (made.target, made.field, made.before if made.field == "person_id" else None)
        other = first.setdefault(key, made)
        if other is not made:
            yield told(made, f"is corrected at {other.stands_at} too; keep one")
        elif made.field != "take_down" and made.target in down:
            where = down[made.target].stands_at
            yield told(made, f"is taken down at {where}; remove this correction")


def _with_event(statement: Statement, reading: Reading) -> Statement:
    """Return the statement with the event of its speakers and day, where those were corrected."""
    read = reading.statements[statement.id]
    if (read.speaker_ids, read.dating) == (statement.speaker_ids, statement.dating):
        return statement
    event = reading.events.find(
        statement.dating, statement.speaker_ids, statement.quote, read.article
    )
    return replace(statement, event_id=event)
