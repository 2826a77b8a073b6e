"""Names as printed, and whom they mean."""

from __future__ import annotations

import pytest

from onrecord.models import NameForm, Person
from onrecord.people.registry import Registry
from tests.people.people import EVERYONE

REGISTRY = Registry(EVERYONE)

FOUND = [
    ("Volodymyr Zelensky", "volodymyr-zelenskyy"),
    ("Zelenskiy", "volodymyr-zelenskyy"),
    ("Selenskyj", "volodymyr-zelenskyy"),
    ("Wołodymyr Zełenski", "volodymyr-zelenskyy"),
    ("Володимир Зеленський", "volodymyr-zelenskyy"),
    ("Зеленский", "volodymyr-zelenskyy"),
    ("Mr Zelensky", "volodymyr-zelenskyy"),
    ("President Volodymyr Zelensky", "volodymyr-zelenskyy"),
    ("Ukrainian President Volodymyr Zelenskyy", "volodymyr-zelenskyy"),
    ("Ukraine’s Zelensky", "volodymyr-zelenskyy"),
    ("Zelensky’s", "volodymyr-zelenskyy"),
    ("Zelenskyy Volodymyr", "volodymyr-zelenskyy"),
    ("Volodymyr Oleksandrovych Zelenskyy", "volodymyr-zelenskyy"),
    ("V. Zelensky", "volodymyr-zelenskyy"),
    ("Volodymyr Zelenskyy / Володимир Зеленський (@ZelenskyyUa)", "volodymyr-zelenskyy"),
    ("Jens Stoltenberg (@jensstoltenberg)", "jens-stoltenberg"),
    ("NATO Secretary-General Stoltenberg", "jens-stoltenberg"),
    ("Stoltenberg, the alliance's head", "jens-stoltenberg"),
    ("Joseph R. Biden Jr.", "joe-biden"),
    ("the Kremlin", "kremlin"),
    ("Kremlin spokesman Dmitry Peskov", "dmitry-peskov"),
    ("Ursula von der Leyen", "ursula-von-der-leyen"),
    ("Mrs von der Leyen", "ursula-von-der-leyen"),
    ("Boris Johnson", "boris-johnson"),
    ("Prime Minister Johnson", "boris-johnson"),
]

NOT_FOUND = [
    "Johnson",  # two have it
    "Mr Johnson",
    "Olena Zelenska",
    "Andrii Zelenskyi",
    "John Scholz",
    "Volodymyr",
    "the Bank of Moscow",
    "the mayor of Moscow",
    "a friend of Joe Biden",
    "Kremlin spokesman",
    "he",
    "",
    "@ZelenskyyUa",
]


@pytest.mark.parametrize(("name", "person_id"), FOUND)
def test_found(name: str, person_id: str) -> None:
    found = REGISTRY.find(name)
    assert found is not None
    assert found.id == person_id


@pytest.mark.parametrize("name", NOT_FOUND)
def test_not_found(name: str) -> None:
    assert REGISTRY.find(name) is None


def test_namesakes_are_all_candidates() -> None:
    assert [p.id for p in REGISTRY.candidates("Johnson")] == ["boris-johnson", "mike-johnson"]


def test_the_exact_spelling_wins_over_one_that_sounds_alike() -> None:
    registry = Registry([Person("a", "Ann Zeman"), Person("b", "Ann Seman")])
    assert [p.id for p in registry.candidates("Ann Zeman")] == ["a"]
    assert [p.id for p in registry.candidates("Zeman")] == ["a"]


def test_a_handle_says_who_writes() -> None:
    lee = Person("ann-lee", "Ann Lee", names=(NameForm("@AnnLee"),))
    registry = Registry([lee, Person("ann-lee-poe", "Ann Lee Poe")])
    assert registry.find("@annlee") == lee
    assert registry.find("Ann Lee Poe (@annlee)") == lee
    assert registry.find("Ann Lee Poe") != lee


def test_a_body_is_meant_by_its_whole_name_only() -> None:
    found = REGISTRY.body("the White House")
    assert found is not None
    assert found.id == "white-house"
    assert REGISTRY.body("the White House press corps") is None
    assert REGISTRY.body("Joe Biden") is None
