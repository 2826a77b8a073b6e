"""Statements in, utterances out: every report of one act of saying, in whatever article.

Statements are tied when one speaker (or a spokesperson and their institution) said them on days
that agree, and the words of one lie inside the other's or reword them. Each is compared only with
what shares a rare word with it in the same weeks, so that cost grows with the number of statements.
Refused: chains of likeness (a stock phrase inside two speeches does not make them one), and
statements nobody is known to have made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.collector import without_collector
from onrecord.models import Dating, Person, Relation, Statement, Utterance, Variant
from onrecord.utterances.differences import compare
from onrecord.utterances.leads import is_lead_of
from onrecord.utterances.shelves import Family, Shelf, length_order
from onrecord.utterances.units import Order, Turn, Unit, gather_turns, order_of, read_unit
from onrecord.utterances.voices import Voices

# A report is a fragment beside one three times as long, and can't stand for it
FRAGMENT = 1 / 3

_Told = tuple[Order, Utterance]


def tie(statements: Sequence[Statement], people: Iterable[Person] = ()) -> tuple[Utterance, ...]:
    """Return the utterances of all statements, the earliest first; each statement is in just one.

    `people` say who speaks for which institution and what a metonym stands for.
    """
    voices = Voices(people)
    # of 100,000 quotes it took a third of the time
    with without_collector():
        told = sorted(_told(gather_turns(statements), voices), key=lambda pair: pair[0])
    return tuple(utterance for _, utterance in told)


def gather(statements: Sequence[Statement], people: Iterable[Person]) -> Utterance:
    """Return these statements as one utterance, whatever their words and days."""
    units = sorted(map(read_unit, gather_turns(statements)), key=length_order)
    return _utterance(Family(units), Voices(people))[1]


def _told(turns: Sequence[Turn], voices: Voices) -> Iterator[_Told]:
    """Yield the utterances voice by voice, so that only one voice's words are held at a time."""
    groups: dict[str, list[Turn]] = defaultdict(list)
    shared: dict[Order, Unit] = {}  # of several voices, each of which may be quoted alone
    for turn in turns:
        speaking = voices.of(turn[0])
        if len(speaking) > 1:
            unit = read_unit(turn)
            shared[unit.order] = unit
        for voice in speaking:
            groups[voice].append(turn)
        if not speaking:
            yield _utterance(Family([read_unit(turn)]), voices)
    joint: list[Family] = []
    for voice in sorted(groups):
        units = (shared.get(order_of(turn[0])) or read_unit(turn) for turn in groups.pop(voice))
        for family in _families(units, voices):
            if shared and any(unit.order in shared for unit in family.units):
                joint.append(family)
            else:
                yield _utterance(family, voices)
    for family in _merged(joint, shared):
        yield _utterance(family, voices)


def _families(units: Iterable[Unit], voices: Voices) -> list[Family]:
    """Return the families of one voice, each built around its longest unit."""
    shelf = Shelf(voices)
    families: dict[int, Family] = {}
    for unit in sorted(units, key=length_order):
        family = shelf.place(unit)
        families[id(family)] = family
    return _with_leads(list(families.values()))


def _merged(families: Iterable[Family], shared: Mapping[Order, Unit]) -> list[Family]:
    """Return the families of several voices, those that hold one joint statement made one.

    Where it is but a part of both, as of two speeches that repeat it, it stays in the first.
    """
    homes: dict[Order, Family] = {}
    into: dict[int, Family] = {}
    kept: dict[int, Family] = {}
    for family in families:
        home = family
        for unit in [unit for unit in family.units if unit.order in shared]:
            first = _home(homes.get(unit.order, home), into)
            if first is home:
                continue
            if unit in (first.units[0], home.units[0]):
                first.take(home)
                into[id(home)] = first
                home = first
            else:
                home.units.remove(unit)
        homes |= {unit.order: home for unit in home.units if unit.order in shared}
        kept[id(home)] = home
    return [family for key, family in kept.items() if key not in into]


def _home(family: Family, into: Mapping[int, Family]) -> Family:
    while id(family) in into:
        family = into[id(family)]
    return family


def _with_leads(families: list[Family]) -> list[Family]:
    """Join the family of a headline with the lead of its report that says the same otherwise."""
    headlines: dict[str, Family] = {}
    for family in families:
        for unit in family.units:
            if unit.first.quote.part == "headline":
                headlines.setdefault(unit.article_id, family)
    kept = []
    for family in families:
        unit = family.units[0]
        named = headlines.get(unit.article_id, family)
        is_alone = named is not family and len(family.units) == 1
        if is_alone and any(is_lead_of(unit, other) for other in named.units):
            named.units.append(unit)
        else:
            kept.append(family)
    return kept


def _utterance(family: Family, voices: Voices) -> tuple[Order, Utterance]:
    """Return the utterance of a family, with the order of its earliest report."""
    fullest = _fullest(family.units)
    members = sorted((s for unit in family.units for s in unit.statements), key=order_of)
    speakers = [s for member in members for s in member.speaker_ids[:1]]
    named = [speaker for speaker in speakers if not voices.is_body(speaker)]
    utterance = Utterance(
        id=members[0].id,
        speaker_id=next(iter(named or speakers), None),
        text=fullest.text,
        dating=_dating(members),
        event_id=next((s.event_id for s in members if s.event_id), None),
        variants=tuple(_variants(members, fullest)),
        fullest_id=fullest.first.id,
    )
    return order_of(members[0]), utterance


def _fullest(units: Sequence[Unit]) -> Unit:
    """Return the report with most words, one that was not translated if it has enough of them.

    A sentence put into another language and back is longer by chance, and no longer hers.
    """
    enough = FRAGMENT * len(units[0].whole.words)
    original = (unit for unit in units if unit.translated_from is None)
    return next((unit for unit in original if len(unit.whole.words) >= enough), units[0])


def _dating(members: Sequence[Statement]) -> Dating:
    """Return the dating of the most exact member, of the earliest where several are as exact."""
    exactness = ("day", "range", "month", "year", "unknown")
    return min((s.dating for s in members), key=lambda dating: exactness.index(dating.precision))


def _variants(members: Sequence[Statement], fullest: Unit) -> Iterator[Variant]:
    """Yield how each member stands to the fullest report; what agencies spread is measured once."""
    known: dict[tuple[str, str | None], Variant] = {}
    for member in members:
        key = member.quote.text, member.article.source.translated_from
        if key not in known:
            known[key] = _variant(member, fullest)
        yield replace(known[key], quote_id=member.id)


def _variant(member: Statement, fullest: Unit) -> Variant:
    if member.quote.text == fullest.text:
        return Variant(member.id, "exact", 1.0)
    relation: Relation
    relation, similarity, segments = compare(fullest.text, member.quote.text)
    language = member.article.source.translated_from
    if relation == "reworded" and language not in (None, fullest.translated_from):
        relation = "translated"
    return Variant(member.id, relation, similarity, segments)
