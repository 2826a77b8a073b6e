"""A first name and surname with a slip in, the person of a rare name it can only mean out.

"Jens Stoltenburg", "Volodomyr Zelensky". Only people whose surname is distinctive are looked for,
one part of the name must be right as it sounds, and the other is a long word with one letter added,
lost, changed or swapped. Refused: short names, and women's forms of men's names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from onrecord.models import Person
from onrecord.people.names import fold, name_words, sound

# letters, as it sounds. With 6 for both, Maria and Marina were one, and so were Robert and Roberta
_FIRST_NAME = 6
_SURNAME = 7
_FEMALE = ("a", "e")


class Misspellings:
    """People whose names may be misspelt, by either part of the name."""

    def __init__(self, named: Iterable[tuple[Person, Iterable[str]]]) -> None:
        """Index the names of two words of each person."""
        self._by_surname: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._by_first: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for person, names in named:
            for name in names:
                words = _sounds(name_words(name))
                if len(words) == 2:
                    self._by_surname[words[1]].add((words[0], person.id))
                    self._by_first[words[0]].add((words[1], person.id))

    def find(self, words: list[str]) -> set[str]:
        """Return whom the misspelt name means: one person, or nobody."""
        sounds = _sounds(words)
        if len(sounds) != 2:
            return set()
        first, surname = sounds
        ids = {key for known, key in self._by_surname.get(surname, ()) if _is_slip(first, known)}
        if len(surname) >= _SURNAME:
            rest = self._by_first.get(first, ())
            ids |= {key for known, key in rest if _is_slip(surname, known)}
        return ids if len(ids) == 1 else set()


def _sounds(words: list[str]) -> list[str]:
    return [sound(fold(word)) for word in words]


def _is_slip(printed: str, known: str) -> bool:
    """Tell whether two words differ by one slip; the first letter and a woman's ending are none."""
    return (
        min(len(printed), len(known)) >= _FIRST_NAME
        and printed[0] == known[0]
        and printed.endswith(_FEMALE) == known.endswith(_FEMALE)
        and OSA.distance(printed, known, score_cutoff=1) <= 1
    )
