"""The people and bodies we know in, those a printed name may mean out.

Every form of every name is indexed once, so that a look-up costs the same whatever their number.
Which of several is meant, and whether a surname alone means anybody we know, the report's other
words say (context.py). Refused: another's name with a letter changed, unless the name is rare.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from onrecord.models import Person
from onrecord.people.bodies import by_id, forms
from onrecord.people.cases import nominatives, readings
from onrecord.people.countries import country
from onrecord.people.holders import Holders
from onrecord.people.misspellings import Misspellings
from onrecord.people.names import (
    ARTICLES,
    BINDERS,
    MATTERS,
    PARTICLES,
    exact_key,
    fold,
    generation,
    handles,
    is_initials,
    is_role,
    middle_initials,
    name_words,
    sound_key,
    spellings,
    surname_start,
)

Key = Callable[[list[str]], str]
Index = dict[str, set[str]]
# `full`: first name and surname; `surname`: that alone, after a role, or after initials
How = Literal["handle", "body", "full", "surname", "nobody"]

# there the surname comes first, in whatever script
_SURNAME_FIRST = frozenset("CN KP KR TW VN".split())
# shorter ones sound like too many others: Maas, Mass
_SOUNDING = 5


@dataclass(frozen=True, slots=True)
class Found:
    """Those a name may mean, by id, and which part of their names it is."""

    people: tuple[Person, ...]
    how: How


NOBODY = Found((), "nobody")


class Registry:
    """People and bodies, to be found by any spelling of their names."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Index `people`; of two with one id the later stands."""
        self.people = {person.id: person for person in people}
        self.bodies = by_id(self.people)
        self._handles: Index = defaultdict(set)
        # from the exact spelling to what only sounds like it: the first that knows a name decides
        self._full: tuple[tuple[Key, Index], ...] = (
            (exact_key, defaultdict(set)),
            (sound_key, defaultdict(set)),
        )
        self._surnames: Index = defaultdict(set)
        self._sounding: Index = defaultdict(set)
        self._initials: Index = defaultdict(set)
        self._middles: Index = defaultdict(set)
        self._generations: Index = defaultdict(set)
        self._distinctive: set[str] = set()
        for person in self.people.values():
            self._add(person)

    @cached_property
    def _misspellings(self) -> Misspellings:
        return Misspellings(
            (self.people[key], forms(self.people[key])) for key in self._distinctive
        )

    @cached_property
    def holders(self) -> Holders:
        """Who holds which office."""
        return Holders(self.people, self.bodies)

    def find(self, name: str) -> Person | None:
        """Return whom a name means, whatever stands before it (Mr, President, Kyiv's), or None.

        None: nobody here has the name, or more than one has and nothing in it tells them apart.
        """
        people = self.candidates(name)
        return people[0] if len(people) == 1 else None

    def candidates(self, name: str) -> tuple[Person, ...]:
        """Return everyone a name may mean, by id: none, the one, or those nothing tells apart."""
        return self.look_up(name).people

    def body(self, name: str) -> Person | None:
        """Return the body or metonym that the whole name means: the Kremlin; or None."""
        bodies = self.bodies.find(name_words(name))
        return bodies[0] if len(bodies) == 1 else None

    def is_distinctive(self, person: Person) -> bool:
        """Tell whether the data files hold the surname alone as a name of this person."""
        return person.id in self._distinctive

    def look_up(self, name: str) -> Found:
        """Return everyone a name may mean, and which part of their names it is.

        A line with several spellings ("Ann Lee / Анна Ли (@annlee)") means whose handle it has,
        or who the first known spelling means.
        """
        for handle in handles(name):
            if ids := self._handles.get(handle):
                return Found(self._told_apart(ids, []), "handle")
        for spelling in spellings(name):
            words = name_words(spelling)
            if bodies := self.bodies.find(words):
                return Found(bodies, "body")
            for ids, how in self._readings(words, generation(spelling)):
                return Found(self._told_apart(ids, words), how)
        return NOBODY

    def _readings(self, words: list[str], born: str) -> Iterator[tuple[set[str], How]]:
        """Yield those the words may mean, the surest reading first."""
        ends = list(self._ends(words))
        for end, is_whole in ends:
            ids = self._fitting(self._by_full_name(end), end, born)
            if ids := ids if is_whole else ids & self._distinctive:
                yield ids, "full"
        for end, is_whole in ends[:1] if not born else ():
            if is_whole and (ids := self._misspellings.find(end)):
                yield ids, "full"
        if not born and (ids := self._by_initials(words) or self._by_surname(words)):
            yield ids, "surname"

    def _ends(self, words: list[str]) -> Iterator[tuple[list[str], bool]]:
        """Yield the ends of a name that may be first name and surname, the longest first, and
        whether nothing but roles stands before: not in John Michael Lee."""
        if _is_unspaced(words):
            yield words, True
        is_whole = True
        for start in range(len(words) - 1):
            if start:
                before = words[start - 1]
                if fold(before) in BINDERS and not self._is_matter(words[start:]):
                    return  # a friend of Joe Biden, and all shorter ends too
                is_whole = is_role(before) or before.islower() or before.isupper()
            yield words[start:], is_whole

    def _is_matter(self, words: list[str]) -> bool:
        """Tell whether what follows "of" is the matter of an office, or its country or body: State
        Ann Lee, Ukraine Ann Lee."""
        first = words[1] if fold(words[0]) in ARTICLES and len(words) > 1 else words[0]
        if fold(first) in MATTERS:
            return True
        is_owner = first.endswith(("'s", "’s"))  # a daughter of Ukraine's president
        return not is_owner and bool(country([first]) or self.bodies.find([first]))

    def _by_full_name(self, words: list[str]) -> set[str]:
        for key, index in self._full:
            if (key is exact_key or _is_long(words)) and (ids := index.get(key(words))):
                return ids
        for reading in readings(words):
            if ids := self._full[0][1].get(exact_key(reading)):
                return ids
        if len(words) == 3 and surname_start(words) == 2:  # a middle name that we don't know
            return self._full[0][1].get(exact_key([words[0], words[2]]), set()) & self._distinctive
        return set()

    def _fitting(self, ids: set[str], words: list[str], born: str) -> set[str]:
        """Leave out who has other middle initials, or is the father: George P. Bush, Trump Jr."""
        middle = middle_initials(words)
        return {
            key
            for key in ids
            if (not middle or not self._middles[key] or middle <= self._middles[key])
            and (not born or born in self._generations[key])
        }

    def _by_initials(self, words: list[str]) -> set[str]:
        """Look up initials and a surname, in either order: V. Zelensky, Путин В.В."""
        last = [word for word in words if not is_initials(word)]
        if len(last) == len(words) or not last or surname_start(last):
            return set()
        first = next(word for word in words if is_initials(word))
        for word in nominatives(last[0]):
            if ids := self._initials.get(f"{fold(first)[:1]} {sound_key([word])}"):
                return ids
        return set()

    def _by_surname(self, words: list[str]) -> set[str]:
        """Look up a surname that stands alone or right after a role: Mr Lee, Kyiv's Lee."""
        at = surname_start(words)
        if not words or (at and not is_role(words[at - 1])):
            return set()
        for word in nominatives(words[-1]):
            surname = [*words[at:-1], word]
            if ids := self._surnames.get(exact_key(surname)):
                return ids
            sounding = sound_key(surname)
            if len(sounding) >= _SOUNDING and (ids := self._sounding.get(sounding)):
                return ids
        return set()

    def _add(self, person: Person) -> None:
        if person.kind != "person":
            return
        for name in forms(person):
            if name.startswith("@"):
                self._handles[name[1:].lower()].add(person.id)
            else:
                self._add_form(person, name, name_words(name))
        if person.id in self._distinctive:
            for name in forms(person):
                if not name.startswith("@"):
                    words = name_words(name)
                    self._sounding[sound_key(surname_words(person, name, words))].add(person.id)

    def _add_form(self, person: Person, name: str, words: list[str]) -> None:
        surname = surname_words(person, name, words)
        if len(surname) < len(words) or _is_unspaced(words):
            for key, index in self._full:
                index[key(words)].add(person.id)
        if len(surname) < len(words):
            first = words[len(surname)] if words[: len(surname)] == surname else words[0]
            self._initials[f"{fold(first)[:1]} {sound_key(surname)}"].add(person.id)
            self._middles[person.id] |= middle_initials(words)
            self._generations[person.id].add(generation(name))
        elif not _is_unspaced(words):
            self._distinctive.add(person.id)
        self._surnames[exact_key(surname)].add(person.id)

    def _told_apart(self, ids: set[str], words: list[str]) -> tuple[Person, ...]:
        """Return those of several namesakes who hold an office the words name, or all of them."""
        people = [self.people[key] for key in sorted(ids)]
        if len(people) == 1:
            return (people[0],)
        spoken = {_spelt(fold(word)) for word in words}
        fitting = [
            person
            for person in people
            if any(
                {_spelt(fold(word)) for word in position.title.split()} <= spoken
                for position in person.positions
            )
        ]
        return tuple(fitting or people)


def surname_words(person: Person, name: str, words: list[str]) -> list[str]:
    """Return the surname of a form of a person's name: the first word where that is the custom."""
    is_hungarian = person.country == "HU" and any(
        known.form == name and known.language == "hu" for known in person.names
    )
    if len(words) > 1 and (person.country in _SURNAME_FIRST or is_hungarian):
        return words[:1]
    return words[surname_start(words) :]


def _is_unspaced(words: list[str]) -> bool:
    """Tell whether one word holds a whole name, as in Chinese: 王毅."""
    return len(words) == 1 and " " in fold(words[0]) and "-" not in words[0]


def _is_long(words: list[str]) -> bool:
    """Tell whether a name is long enough for what it sounds like: not Theresa Mai."""
    return all(len(fold(word)) > 3 or fold(word) in PARTICLES for word in words)


def _spelt(folded: str) -> str:
    return folded.replace("defense", "defence")
