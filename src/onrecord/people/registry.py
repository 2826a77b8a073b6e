"""The people and bodies we know in, the one a printed name means out.

Every form of every name is indexed once, so that a look-up costs the same whatever their number.
Refused: a surname that two of them have and no role tells apart, and the name of a body inside a
longer one (the Bank of Moscow is not Moscow).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from onrecord.models import Person
from onrecord.people.names import (
    BINDERS,
    exact_key,
    fold,
    handles,
    is_role,
    name_words,
    sound_key,
    spellings,
    surname_start,
)

Key = Callable[[list[str]], str]
Index = dict[str, set[str]]


class Registry:
    """People and bodies, to be found by any spelling of their names."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Index `people`; of two with one id the later stands."""
        self.people = {person.id: person for person in people}
        self._handles: Index = defaultdict(set)
        self._bodies: Index = defaultdict(set)
        # from the exact spelling to what only sounds like it: the first that knows a name decides
        self._full: tuple[tuple[Key, Index], ...] = (
            (exact_key, defaultdict(set)),
            (sound_key, defaultdict(set)),
        )
        self._surnames: tuple[tuple[Key, Index], ...] = (
            (exact_key, defaultdict(set)),
            (sound_key, defaultdict(set)),
        )
        self._initials: Index = defaultdict(set)
        for person in self.people.values():
            for form in (person.name, *(known.form for known in person.names)):
                self._add(person, form)

    def find(self, name: str) -> Person | None:
        """Return whom a name means, whatever stands before it (Mr, President, Kyiv's), or None.

        A line with several spellings ("Ann Lee / Анна Ли (@annlee)") means whose handle it has,
        or who the first known spelling means. None: nobody here has the name, or more than one
        has and nothing tells them apart.
        """
        candidates = self.candidates(name)
        return candidates[0] if len(candidates) == 1 else None

    def candidates(self, name: str) -> tuple[Person, ...]:
        """Return everyone a name may mean, by id: none, the one, or those nothing tells apart."""
        for handle in handles(name):
            if ids := self._handles.get(handle):
                return self._told_apart(ids, [])
        for spelling in spellings(name):
            words = name_words(spelling)
            if ids := self._ids(words):
                return self._told_apart(ids, words)
        return ()

    def body(self, name: str) -> Person | None:
        """Return the body or metonym that the whole name means: the Kremlin; or None."""
        ids = self._bodies.get(exact_key(name_words(name)), set())
        return self.people[min(ids)] if len(ids) == 1 else None

    def _add(self, person: Person, form: str) -> None:
        words = name_words(form)
        if form.startswith("@"):
            self._handles[form[1:].lower()].add(person.id)
            return
        if person.kind != "person":
            self._bodies[exact_key(words)].add(person.id)
            return
        at = surname_start(words)
        for key, index in self._surnames:
            index[key(words[at:])].add(person.id)
        if at > 0:
            for key, index in self._full:
                index[key(words)].add(person.id)
            self._initials[_initial_key(words, at)].add(person.id)

    def _ids(self, words: list[str]) -> set[str]:
        if not words:
            return set()
        return (
            self._bodies.get(exact_key(words), set())
            or self._by_full_name(words)
            or self._by_surname(words)
        )

    def _by_full_name(self, words: list[str]) -> set[str]:
        """Look up the longest end of the name that is somebody's first name and surname."""
        for start in range(len(words) - 1):
            if start and fold(words[start - 1]) in BINDERS:
                break  # a friend of Joe Biden, and all shorter ends too
            for key, index in self._full:
                if ids := index.get(key(words[start:])):
                    return ids
            if len(fold(words[start])) == 1 and (ids := self._by_initial(words[start:])):
                return ids
        return set()

    def _by_initial(self, words: list[str]) -> set[str]:
        at = surname_start(words)
        return self._initials.get(_initial_key(words, at), set()) if at else set()

    def _by_surname(self, words: list[str]) -> set[str]:
        """Look up a surname that stands alone or right after a role: Mr Lee, Kyiv's Lee."""
        at = surname_start(words)
        if at and not is_role(words[at - 1]):
            return set()
        for key, index in self._surnames:
            if ids := index.get(key(words[at:])):
                return ids
        return set()

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


def _initial_key(words: list[str], at: int) -> str:
    return f"{fold(words[0])[:1]} {sound_key(words[at:])}"


def _spelt(folded: str) -> str:
    return folded.replace("defense", "defence")
