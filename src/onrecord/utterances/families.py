"""Statements in, utterances out: every report of one act of saying, in whatever article.

Statements are tied when one speaker (or a spokesperson and their institution) said them on days
that agree, and the words of one lie inside the other's or reword them. Each is compared only with
what shares a rare word with it in the same weeks, so that cost grows with the number of statements.
Refused: chains of likeness (a stock phrase inside two speeches does not make them one), paraphrases
that are not word for word alike, and statements nobody is known to have made.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.models import Dating, Person, Relation, Statement, Utterance, Variant
from onrecord.utterances.differences import compare
from onrecord.utterances.leads import is_lead_of
from onrecord.utterances.likeness import Passage, lies_inside, likeness
from onrecord.utterances.units import WIDEST_DAYS, Order, Unit, are_near, gather_units, order_of
from onrecord.utterances.voices import Voices

# The least two sentences must be alike where the days agree, and where they only may agree.
# Founding reports: the reworded ones reach .68 and .82, the likest of different ones .42.
REWORDED = 0.62
REWORDED_ON_SOME_DAY = 0.85
# Paraphrases are the reporters' words: only copies of one another are tied
COPIED = 0.9
# The rarest words of a unit that others are looked up by, and how many others are then measured
LOOKED_UP, POSTED, MEASURED = 8, 200, 24
INSIDE = 2.0  # the measure of words that lie inside others: above any likeness
# A report is a fragment beside one three times as long, and can't stand for it
FRAGMENT = 1 / 3
WEEK = 7


def tie(statements: Sequence[Statement], people: Iterable[Person] = ()) -> tuple[Utterance, ...]:
    """Return the utterances of all statements, the earliest first; each statement is in just one.

    `people` say who speaks for which institution and what a metonym stands for.
    """
    voices = Voices(people)
    groups: dict[str, list[Unit]] = defaultdict(list)
    families: list[Family] = []
    for unit in gather_units(statements):
        speakers = unit.first.speaker_ids
        if speakers:
            day = unit.first.dating.start or unit.first.article.source.published
            # a joint statement is looked for under one voice, whoever is named first
            groups[min(voices.voice(speaker, day) for speaker in speakers)].append(unit)
        else:
            families.append(Family([unit]))
    for units in groups.values():
        families += _families(units, voices)
    utterances = [_utterance(family, voices) for family in families]
    return tuple(utterance for _, utterance in sorted(utterances, key=lambda pair: pair[0]))


def gather(statements: Sequence[Statement], people: Iterable[Person]) -> Utterance:
    """Return these statements as one utterance, whatever their words and days."""
    units = sorted(gather_units(statements), key=_by_length)
    return _utterance(Family(units), Voices(people))[1]


@dataclass(slots=True)
class Family:
    """The units of one utterance, the one with most words first."""

    units: list[Unit]
    persons: set[str] = field(default_factory=set)  # its speakers who are no bodies


@dataclass(frozen=True, slots=True)
class _Placed:
    unit: Unit
    family: Family


class _Shelf:
    """The units of one voice that are placed already, to be found by week and word, or article."""

    def __init__(self, voices: Voices) -> None:
        self._voices = voices
        self._placed: list[_Placed] = []
        self._by_article: dict[str, list[int]] = defaultdict(list)
        self._by_week: dict[int, dict[str, list[int]]] = defaultdict(dict)

    def place(self, unit: Unit) -> Family:
        """Put the unit into the family it fits best, or into one of its own; return that."""
        persons = {s for s in unit.first.speaker_ids if not self._voices.is_body(s)}
        best: tuple[tuple[float, bool], _Placed] | None = None
        for placed in self._candidates(unit):
            theirs = placed.family.persons
            if persons and theirs and not persons & theirs:
                continue
            rank = (measure(unit, placed.unit), placed.unit.article_id == unit.article_id)
            if rank[0] > 0 and (best is None or rank > best[0]):
                best = rank, placed
        family = best[1].family if best else Family([])
        family.units.append(unit)
        family.persons |= persons
        self._post(_Placed(unit, family), is_inside=best is not None and best[0][0] >= INSIDE)
        return family

    def _candidates(self, unit: Unit) -> list[_Placed]:
        """Return the placed units that share most of the rarest words, in a stable order."""
        hits = Counter(self._by_article.get(unit.article_id, ()))
        for week in _weeks(unit, slack=1):
            shelf = self._by_week.get(week, {})
            posted = [shelf[word] for word in sorted(unit.whole.content) if word in shelf]
            posted.sort(key=len)  # stable: as many, then the alphabet
            for numbers in posted[:LOOKED_UP]:
                hits.update(numbers[:POSTED])
        ranked = sorted(hits, key=lambda number: (-hits[number], number))
        return [self._placed[number] for number in ranked[:MEASURED]]

    def _post(self, placed: _Placed, *, is_inside: bool) -> None:
        """Make a unit findable: by its week's words only where it doesn't lie inside another, as
        what lies inside it would be found by that other.
        """
        number = len(self._placed)
        self._placed.append(placed)
        self._by_article[placed.unit.article_id].append(number)
        for week in () if is_inside else _weeks(placed.unit):
            shelf = self._by_week[week]
            for word in placed.unit.whole.content:
                shelf.setdefault(word, []).append(number)


def _weeks(unit: Unit, slack: int = 0) -> list[int]:
    """Return the weeks the unit may be of; none where a stock phrase would prove nothing."""
    if unit.window is None or unit.window[1] - unit.window[0] >= WIDEST_DAYS:
        return []
    first, last = unit.window
    return list(range((first - slack) // WEEK, (last + slack) // WEEK + 1))


def measure(unit: Unit, longer: Unit) -> float:
    """Return how surely two units of one voice are one saying; 0: they are not to be tied.

    INSIDE where all words of the shorter lie inside the longer, else the likeness of their most
    alike sentences.
    """
    near = are_near(unit, longer)
    if near is None:
        return 0.0
    if unit.is_indirect or longer.is_indirect:
        alike = likeness(unit.whole, longer.whole)
        return alike if alike >= COPIED and len(unit.whole.words) >= 6 else 0.0
    in_one_article = unit.article_id == longer.article_id
    if lies_inside(unit.whole, longer.whole) and _is_enough(unit.whole, near, in_one_article):
        return INSIDE
    # a speech repeats its own phrases: in one article only a headline or a post rewords the body
    is_repeat = in_one_article and unit.first.quote.part == longer.first.quote.part
    floor = REWORDED if near else REWORDED_ON_SOME_DAY
    best = 0.0
    for one in unit.sentences:
        for other in longer.sentences:
            alike = _sentence_measure(one, other, is_repeat=is_repeat)
            best = alike if alike >= floor and alike > best else best
    return best


def _is_enough(part: Passage, near: bool, in_one_article: bool) -> bool:
    """Tell whether words are enough to know the other saying by that they lie inside."""
    if not near:
        return len(part.words) >= 6 and len(part.content) >= 3
    return in_one_article or (len(part.words) >= 3 and len(part.content) >= 2)


def _sentence_measure(one: Passage, other: Passage, *, is_repeat: bool) -> float:
    """Return how alike two sentences are; 0 where they are too short to prove anything."""
    part, whole = sorted((one, other), key=lambda passage: len(passage.words))
    if len(part.words) >= 5 and len(part.content) >= 3 and lies_inside(part, whole):
        return 1.0
    if is_repeat or min(len(one.content), len(other.content)) < 4:
        return 0.0
    return likeness(one, other)


def _families(units: Sequence[Unit], voices: Voices) -> list[Family]:
    """Return the families of one voice, each built around its longest unit."""
    shelf = _Shelf(voices)
    families: dict[int, Family] = {}
    for unit in sorted(units, key=_by_length):
        family = shelf.place(unit)
        families[id(family)] = family
    return _with_leads(list(families.values()))


def _by_length(unit: Unit) -> tuple[int, Order]:
    return -len(unit.whole.words), unit.order


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
        variants=tuple(_variant(member, fullest) for member in members),
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


def _variant(member: Statement, fullest: Unit) -> Variant:
    if member.quote.text == fullest.text:
        return Variant(member.id, "exact", 1.0)
    relation: Relation
    relation, similarity, _ = compare(fullest.text, member.quote.text)
    language = member.article.source.translated_from
    if relation == "reworded" and language not in (None, fullest.translated_from):
        relation = "translated"
    return Variant(member.id, relation, similarity)
