"""Names in the cases of Slavic languages, and the nominatives they may come from."""

from __future__ import annotations

import pytest

from onrecord.people.cases import nominatives, readings

OBLIQUE = [
    ("Зеленського", "Зеленський"),
    ("Зеленським", "Зеленський"),
    ("Зеленскому", "Зеленский"),
    ("Зеленском", "Зеленский"),
    ("Зеленської", "Зеленська"),
    ("Зеленскую", "Зеленская"),
    ("Путіна", "Путін"),
    ("Путінові", "Путін"),
    ("Путиным", "Путин"),
    ("Порошенка", "Порошенко"),
    ("Дуды", "Дуда"),
    ("Кулебою", "Кулеба"),
    ("Захаровой", "Захарова"),
    ("Сергея", "Сергей"),
    ("Ігорем", "Ігорь"),
    ("Марии", "Мария"),
    ("Zełenskiego", "Zełenski"),
    ("Zelenským", "Zelenský"),
]


@pytest.mark.parametrize(("printed", "nominative"), OBLIQUE)
def test_a_case_may_come_from_its_nominative(printed: str, nominative: str) -> None:
    assert nominative in nominatives(printed)


@pytest.mark.parametrize("name", ["Lavrova", "Putina", "Biden", "Austin", "Kim", "", "Я"])
def test_a_name_that_may_be_another_s_is_left_as_it_is(name: str) -> None:
    assert nominatives(name) == (name,)


def test_a_first_name_in_latin_letters_follows_its_surname() -> None:
    assert ["Volodymyr", "Zelenský"] in readings(["Volodymyra", "Zelenského"])
    assert list(readings(["Anna", "Lee"])) == []


def test_readings_are_bounded() -> None:
    assert len(list(readings(["Володимирові"] * 9))) < 64
