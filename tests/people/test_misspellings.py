"""Slips in rare names that are forgiven, and those that make another name."""

from __future__ import annotations

import pytest

from onrecord.models import Person
from onrecord.people.misspellings import Misspellings

STOLTENBERG = Person("jens-stoltenberg", "Jens Stoltenberg")
ZELENSKYY = Person("volodymyr-zelenskyy", "Volodymyr Zelenskyy")
ZAKHAROVA = Person("maria-zakharova", "Maria Zakharova")
SANDU = Person("maia-sandu", "Maia Sandu")
KNOWN = Misspellings((one, [one.name]) for one in (STOLTENBERG, ZELENSKYY, ZAKHAROVA, SANDU))

SLIPS = [
    ("Jens Stoltenburg", {"jens-stoltenberg"}),
    ("Jens Stoltenbreg", {"jens-stoltenberg"}),
    ("Volodomyr Zelensky", {"volodymyr-zelenskyy"}),
    ("Jons Stoltenberg", set()),  # the first name is short
    ("Jens Stoltenbourgh", set()),  # two slips
    ("Jens Boltenberg", set()),  # its first letter is surely another's
    ("Marina Zakharova", set()),
    ("Maria Zakharov", set()),  # a man's name
    ("Maria Sandu", set()),
    ("Stoltenburg", set()),
    ("Jens Olav Stoltenburg", set()),
]


@pytest.mark.parametrize(("name", "ids"), SLIPS)
def test_slips(name: str, ids: set[str]) -> None:
    assert KNOWN.find(name.split()) == ids


def test_a_slip_that_two_may_have_made_names_nobody() -> None:
    twins = [Person("a", "Robert Kovalenkov"), Person("b", "Robert Kovalenkow Ray")]
    both = Misspellings([(twins[0], ["Robert Kovalendov"]), (twins[1], ["Robert Kovalentov"])])
    assert both.find(["Robert", "Kovalenmov"]) == set()
