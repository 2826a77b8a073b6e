"""The words by which news names countries in, the country out: "Britain", "U.S.", "Ukrainian".

Refused: what a body or a person has to do with the country (context.py and bodies.py ask that).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.people.names import exact_key, fold, name_words, read_lines

_MOST_WORDS = 5  # of a name: Democratic Republic of the Congo


@dataclass(frozen=True, slots=True)
class Country:
    """A country, the name news mostly gives it, and its other words."""

    code: str  # ISO 3166-1 alpha-2
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]  # also what its people are called: Ukrainian, Briton


@cache
def _countries() -> tuple[Country, ...]:
    found = []
    for line in read_lines("countries.txt"):
        code, words = line.split(": ", 1)
        names, _, adjectives = words.partition(" ; ")
        first, *others = names.split(" | ")
        found.append(
            Country(code, first, (first, *others), tuple(filter(None, adjectives.split(" | "))))
        )
    return tuple(found)


@cache
def _by_key() -> dict[str, Country]:
    """Return each country by the key of each of its names."""
    return {exact_key(name_words(name)): one for one in _countries() for name in one.names}


@cache
def _by_words() -> dict[str, Country]:
    """Return each country by its names and adjectives, folded, the plural ones too."""
    found: dict[str, Country] = {}
    for one in _countries():
        for words in (*one.names, *one.adjectives, *(f"{word}s" for word in one.adjectives)):
            found[" ".join(map(fold, words.split()))] = one
    return found


def country(words: list[str]) -> str | None:
    """Return the usual name of the country that the whole name means: the US, United States."""
    found = _by_key().get(exact_key(words))
    return found.name if found else None


def leading_country(words: Sequence[str]) -> tuple[Country | None, int]:
    """Return the country that a name's first words give, and their number: "British", "Ukraine's".

    None and 0 where they give none.
    """
    folded = [fold(word) for word in words[:_MOST_WORDS]]
    for length in range(len(folded), 0, -1):
        if found := _by_words().get(" ".join(folded[:length])):
            return found, length
    return None, 0


def countries_named(folded: Sequence[str], printed: Sequence[str]) -> frozenset[str]:
    """Return the codes of the countries that a text's words name; a name has a capital.

    `folded` are the words as `fold` gives them, `printed` the same as they stand: "us" is nobody,
    "US" a country.
    """
    known = _by_words()
    first_words = _first_words()
    found = set()
    for at, word in enumerate(folded):
        if word not in first_words or not printed[at][:1].isupper():
            continue
        if word == "us" and not printed[at][1:2].isupper() and "." not in printed[at]:
            continue
        for length in range(1, _MOST_WORDS + 1):
            if one := known.get(" ".join(folded[at : at + length])):
                found.add(one.code)
    return frozenset(found)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words.split()[0] for words in _by_words())
