"""The people of the data files, by names as they are printed; and strangers who look like them."""

from __future__ import annotations

from itertools import product

import pytest

from onrecord.curated import default_directory, load_curated
from onrecord.people.names import name_words
from onrecord.people.registry import Registry
from tests.examples.names import FOUND, NOBODY


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry(load_curated(default_directory()).people.values())


@pytest.mark.parametrize(("name", "ids"), FOUND)
def test_a_printed_name_means_its_bearers(registry: Registry, name: str, ids: str | None) -> None:
    assert "|".join(person.id for person in registry.candidates(name)) == (ids or "")


@pytest.mark.parametrize("name", NOBODY)
def test_a_name_that_is_like_one_means_nobody(registry: Registry, name: str) -> None:
    assert [person.id for person in registry.candidates(name)] == []


FIRST_NAMES = (
    "John Mary Robert Linda Michael Susan James Karen Peter Anna Paul Emma Thomas Laura Julia Ivan"
    " Olga Sergey Elena Andrei Natalia Viktor Irina Oleksandr Oksana Mykola Iryna Vasyl Halyna Jan"
    " Katarzyna Piotr Agnieszka Hans Claudia Jean Isabelle Luca Giulia José Carmen Mehmet Ayşe Li"
    " Wei Hiroshi Yuki Lars Ingrid Donald"
).split()
SURNAMES = (
    "Smith Jones Taylor Brown Wilson Walker Harris Martin Thompson Schulz Schultz Meyer Fischer"
    " Weber Novak Kowalski Ivanov Petrov Sokolov Popov Kovalenko Shevchenko Bondarenko Tkachenko"
    " Melnychuk Kravchenko Rossi Ricci Garcia Fernandez Silva Santos Yilmaz Kaya Larsen Hansen"
    " Nilsson Dubois Lambert Zhang"
).split()


def test_two_thousand_strangers_are_nobody(registry: Registry) -> None:
    strangers = [f"{first} {last}" for first, last in product(FIRST_NAMES, SURNAMES)]
    assert len(strangers) == 2000
    assert [name for name in strangers if registry.candidates(name)] == []


def test_one_s_first_name_with_another_s_surname_is_nobody(registry: Registry) -> None:
    """Of 55,247 such pairs 218 mean somebody (November 2026), most where two first names are one in
    two languages: Andrey Yermak."""
    people = [name_words(p.name) for p in registry.people.values() if p.kind == "person"]
    pairs = ((one[0], other[-1]) for one, other in product(people, people) if one[0] != other[0])
    mixed = [" ".join(pair) for pair in pairs]
    found = [name for name in mixed[::60] if registry.candidates(name)]
    assert len(mixed[::60]) > 3000
    assert len(found) <= 0.006 * len(mixed[::60]), found
