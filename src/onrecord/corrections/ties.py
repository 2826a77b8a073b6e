"""Utterances joined and split by hand: each quote stands with the ones that it is tied to.

A quote that leaves an utterance takes the stretches of its turn along. All that are to leave leave
first, each into an utterance of its own; then those that belong together are joined. So the order
of the corrections makes no difference, and where they contradict one another it is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.corrections.reading import CorrectionError, told
from onrecord.models import CorrectedRow, Correction, Person, Statement, Utterance
from onrecord.utterances.families import gather
from onrecord.utterances.units import order_of


@dataclass(frozen=True, slots=True)
class Tied:
    """The utterances after all corrections, and every row these touched."""

    utterances: tuple[Utterance, ...]
    rows: tuple[CorrectedRow, ...]


def correct_ties(
    corrections: Iterable[Correction],
    utterances: Sequence[Utterance],
    statements: Sequence[Statement],
    people: Iterable[Person],
) -> Tied:
    """Return the utterances with the ties that the corrections set and clear.

    Raises CorrectionError with every correction that fits nothing or contradicts another.
    """
    made = [correction for correction in corrections if correction.field == "tied_to"]
    if not made:
        return Tied(tuple(utterances), ())
    said = {statement.id: statement for statement in statements}
    before = {v.quote_id: u.id for u in utterances for v in u.variants}
    if problems := [told(c, words) for c in made if (words := _complain(c, before))]:
        raise CorrectionError(problems)
    after = _joined(made, _split(made, before, said))
    if problems := [told(c, words) for c in made if (words := _undone(c, after))]:
        raise CorrectionError(problems)
    moved = {quote for quote in before if before[quote] != after[quote]}
    touched = {group[quote] for quote in moved for group in (before, after)}
    kept = [u for u in utterances if u.id not in touched]
    new = _gathered(after, touched, said, tuple(people))
    tied = sorted((*kept, *new), key=lambda utterance: order_of(said[utterance.id]))
    return Tied(tuple(tied), tuple(_rows(made, before, tied)))


def _complain(correction: Correction, groups: Mapping[str, str]) -> str | None:
    """Return why the correction doesn't fit the ties that the machine found, or None."""
    target, before, after = correction.target, correction.before, correction.after
    for quote in (target, before, after):
        if quote is not None and quote not in groups:
            return f"there is no quote {quote}; find its new id, or remove the correction"
    if before is None and after is None:
        return "give in `before` what it is not tied to, in `after` what it is"
    if before is not None and groups[target] != groups[before]:
        return f"is not tied to {before} any more; remove the correction"
    if before is None and after is not None and groups[target] == groups[after]:
        return f"is tied to {after} by itself; remove the correction"
    return None


def _undone(correction: Correction, groups: Mapping[str, str]) -> str | None:
    """Return that another correction ties what this one keeps apart, or None."""
    own = groups[correction.target]
    if correction.before is not None and groups[correction.before] == own:
        return "another correction ties the two again; remove one of them"
    return None


def _split(
    corrections: Iterable[Correction], groups: Mapping[str, str], said: Mapping[str, Statement]
) -> dict[str, str]:
    """Return the group of each quote after those that are to leave have left."""
    members: dict[str, list[str]] = {}
    for quote, group in groups.items():
        members.setdefault(group, []).append(quote)
    leaving = [
        _turn(made.target, made.before, members[groups[made.target]], said)
        for made in corrections
        if made.before is not None
    ]
    # turns first, so that a stretch which is to stand alone does so though its turn leaves too
    leaving.sort(key=lambda quotes: (-len(quotes), quotes))
    apart = {quote: f"apart {quotes[0]}" for quotes in leaving for quote in quotes}
    return {**groups, **apart}


def _turn(quote: str, other: str, group: Iterable[str], said: Mapping[str, Statement]) -> list[str]:
    """Return the quotes that leave with one: its turn, or itself where the other is of it too."""
    key = _turn_of(said[quote])
    turn = sorted(one for one in group if _turn_of(said[one]) == key)
    return [quote] if other in turn else turn


def _turn_of(statement: Statement) -> tuple[str, int]:
    return statement.article.id, statement.quote.turn


def _joined(corrections: Iterable[Correction], groups: Mapping[str, str]) -> dict[str, str]:
    """Return the group of each quote after those that belong together were joined."""
    into: dict[str, str] = {}
    for correction in corrections:
        if correction.after is not None:
            gone = _last(groups[correction.target], into)
            kept = _last(groups[correction.after], into)
            if gone != kept:
                into[gone] = kept
    return {quote: _last(group, into) for quote, group in groups.items()}


def _last(group: str, into: Mapping[str, str]) -> str:
    while group in into:
        group = into[group]
    return group


def _gathered(
    groups: Mapping[str, str],
    touched: Iterable[str],
    said: Mapping[str, Statement],
    people: Sequence[Person],
) -> Iterator[Utterance]:
    """Yield the utterance of each group that isn't as the machine left it."""
    wanted = set(touched)
    members: dict[str, list[Statement]] = {}
    for quote, group in groups.items():
        if group in wanted:
            members.setdefault(group, []).append(said[quote])
    return (gather(group, people) for group in members.values())


def _rows(
    corrections: Iterable[Correction], before: Mapping[str, str], tied: Iterable[Utterance]
) -> Iterator[CorrectedRow]:
    """Yield what became of each correction's quote, and of an utterance joined to another."""
    after = {v.quote_id: u.id for u in tied for v in u.variants}
    there = set(after.values())
    for correction in corrections:
        yield CorrectedRow(correction, "quotes", correction.target, "changed")
        for quote in filter(None, (correction.target, correction.after)):
            if before[quote] not in there:
                into = after[quote]
                yield CorrectedRow(correction, "utterances", before[quote], "moved", into)
        yield CorrectedRow(correction, "utterances", after[correction.target], "changed")
