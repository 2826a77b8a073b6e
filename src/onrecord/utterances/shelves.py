"""The units of one voice, put one by one beside what they report: families grow on a shelf.

Each unit is measured against those only that share a rare word with it in the same weeks, or stand
in its article; the longest must come first. Refused: to look at more than MEASURED of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from onrecord.utterances.measure import INSIDE, measure
from onrecord.utterances.units import WIDEST_DAYS, Unit
from onrecord.utterances.voices import Voices

# The rarest words of a unit that others are looked up by, and how many others are then measured
LOOKED_UP, POSTED, MEASURED = 8, 200, 24
WEEK = 7


@dataclass(slots=True, eq=False)
class Family:
    """The units of one utterance, the one with most words first."""

    units: list[Unit]
    persons: set[str] = field(default_factory=set)  # its speakers who are no bodies

    def take(self, other: Family) -> None:
        """Take in the units of another family, those of both once."""
        units = {unit.order: unit for unit in (*self.units, *other.units)}
        self.units = sorted(units.values(), key=length_order)
        self.persons |= other.persons


def length_order(unit: Unit) -> tuple[object, ...]:
    """Return what units are sorted by so that each comes after those that it may lie inside."""
    return -len(unit.whole.words), unit.order


@dataclass(frozen=True, slots=True)
class _Placed:
    unit: Unit
    family: Family


class Shelf:
    """The units of one voice that are placed already, to be found by week and word, or article."""

    def __init__(self, voices: Voices) -> None:
        """Begin with nothing."""
        self._voices = voices
        self._placed: list[_Placed] = []
        self._by_article: dict[str, list[int]] = defaultdict(list)
        self._by_week: dict[int, dict[str, list[int]]] = defaultdict(dict)

    def place(self, unit: Unit) -> Family:
        """Put the unit into the family it fits best, or into one of its own; return that."""
        persons = {s for s in unit.first.speaker_ids if not self._voices.is_body(s)}
        best, best_rank = None, (0.0, False)
        for placed in self._candidates(unit):
            theirs = placed.family.persons
            if persons and theirs and not persons & theirs:
                continue
            rank = (measure(unit, placed.unit), placed.unit.article_id == unit.article_id)
            if rank[0] and rank > best_rank:
                best, best_rank = placed, rank
        family = best.family if best else Family([])
        family.units.append(unit)
        family.persons |= persons
        self._post(_Placed(unit, family), is_inside=best_rank[0] >= INSIDE)
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
