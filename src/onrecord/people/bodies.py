"""The name of a body as printed in, the bodies it may mean out: Kyiv, Ukraine's Defence Ministry.

Many bodies share a name (Foreign Ministry): the country before or after it tells them apart, and
where none is named all of them are given. Refused: the name of a body inside a longer one (the Bank
of Moscow is not Moscow).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from onrecord.models import Person
from onrecord.people.countries import Country, country, leading_country
from onrecord.people.names import fold, name_words

# the last is what a Ministry of Foreign Affairs has and a Foreign Ministry has not
_LINKS = frozenset("of the and for affairs".split())
_SAME = {"defense": "defence", "organization": "organisation"}
_ACRONYM = 3  # letters: UP is a newspaper, "up" is not


class Bodies:
    """Institutions, groups, countries and metonyms, to be found by their whole names."""

    def __init__(self, bodies: Iterable[Person]) -> None:
        """Index `bodies` by every form of their names."""
        self._bodies = {body.id: body for body in bodies}
        self._index: dict[str, set[str]] = defaultdict(set)
        self._acronyms: dict[str, set[str]] = defaultdict(set)
        self._meant: dict[str, list[Person]] = defaultdict(list)
        self._places: dict[str, list[Person]] = defaultdict(list)
        for body in self._bodies.values():
            if body.stands_for:
                self._meant[body.stands_for].append(body)
                self._places[body.country or ""].append(body)
            for form in forms(body):
                words = name_words(form)
                self._index[_key(words)].add(body.id)
                if is_acronym(words):
                    self._acronyms[words[0]].add(body.id)

    def find(self, words: list[str]) -> tuple[Person, ...]:
        """Return the bodies that the whole name may mean, by id; none, one, or namesakes."""
        is_country = bool(words) and words[0].isupper() and country(words)  # the UK
        if is_acronym(words) and not is_country:
            return self._preferred(self._acronyms.get(words[0], set()), words)
        return self._preferred(
            self._index.get(_key(words), set()) or self._of_country(words), words
        )

    def names_of(self, body_id: str) -> Iterator[str]:
        """Yield every name of a body, and those of the places that stand for it."""
        for body in (self._bodies.get(body_id), *self._meant.get(body_id, ())):
            if body is not None:
                yield from forms(body)

    def places_in(self, country: str) -> Iterator[str]:
        """Yield every name of the places that stand for a body of a country, by its code."""
        for place in self._places.get(country, ()):
            yield from forms(place)

    def _of_country(self, words: list[str]) -> set[str]:
        """Look up a name that a country stands before or after: British Ministry of Defence."""
        found, length = leading_country(words)
        rest = words[length:]
        if found is None:
            found, rest = _trailing_country(words)
        if found is None or not rest:
            return set()
        ids = self._index.get(_key(rest), set())
        return {key for key in ids if self._bodies[key].country == found.code}

    def _preferred(self, ids: set[str], words: list[str]) -> tuple[Person, ...]:
        """Return of several bodies the one whose name it is, or those no place stands for."""
        bodies = [self._bodies[key] for key in sorted(ids)]
        named = [body for body in bodies if _key(name_words(body.name)) == _key(words)]
        if len(named) == 1:
            return (named[0],)
        return tuple([body for body in bodies if not body.stands_for] or bodies)


def is_sure(body: Person, words: list[str]) -> bool:
    """Tell whether a name means the body in any text: its whole name, or two words with a capital.

    One word that is not its name needs a sign in the text: the Alliance, AP, Congress.
    """
    printed = " ".join(words)
    if printed == printed.lower() and printed.isascii():
        return False
    if _key(words) == _key(name_words(body.name)) or len(words) > 1:
        return True
    return body.country is None and printed.isupper()


def is_acronym(words: list[str]) -> bool:
    """Tell whether the words are one short word, which means what it does in capitals only."""
    return len(words) == 1 and 1 < len(words[0]) <= _ACRONYM


def forms(person: Person) -> Iterator[str]:
    """Yield every form of a name, the one shown first."""
    yield person.name
    yield from (known.form for known in person.names)


def by_id(people: Mapping[str, Person]) -> Bodies:
    """Return those of `people` that are bodies or groups, indexed."""
    return Bodies(person for person in people.values() if person.kind != "person")


def _trailing_country(words: list[str]) -> tuple[Country | None, list[str]]:
    """Return the country a name ends in, and the words before: Foreign Ministry of Ukraine."""
    for at in range(1, len(words)):
        found, length = leading_country(words[at:])
        if found and at + length == len(words):
            return found, words[:at]
    return None, words


def _key(words: list[str]) -> str:
    """Return what the spellings of a body's name have in common, in any order: a country's
    adjective counts as its name, unless it is all there is (Russians)."""
    kept = []
    at = 0
    while at < len(words):
        found, length = leading_country(words[at:])
        if length == len(words) and not country(words):
            found, length = None, 0
        folded = found.name.lower() if found else fold(words[at])
        at += max(length, 1)
        kept += [_SAME.get(word, word) for word in folded.split() if word not in _LINKS]
    return " ".join(sorted(kept))
