"""Institutions, and the places and countries that stand for them, by their names as printed."""

from __future__ import annotations

import pytest

from onrecord.curated import default_directory, load_curated
from onrecord.models import Person
from onrecord.people.bodies import Bodies, by_id, is_sure
from onrecord.people.names import name_words

PEOPLE = load_curated(default_directory()).people
BODIES = by_id(PEOPLE)


def find(name: str) -> list[str]:
    return [body.id for body in BODIES.find(name_words(name))]


FOUND = [
    ("Ministry of Foreign Affairs of Ukraine", ["mfa-ua"]),
    ("Ukraine’s Ministry of Foreign Affairs", ["mfa-ua"]),
    ("Ukrainian Foreign Ministry", ["mfa-ua"]),
    ("the Russian Ministry of Defense", ["mod-ru"]),
    ("British government", ["government-gb"]),
    ("the U.S. government", ["government-us"]),
    ("the UK", ["united-kingdom"]),
    ("UP", ["ukrainska-pravda"]),
    ("up", []),
    ("us", []),
    ("Russians", []),
    ("an American", []),
    ("the Bank of Moscow", []),
    ("Norwegian Foreign Ministry spokesman", []),
]


@pytest.mark.parametrize(("name", "ids"), FOUND)
def test_a_body_is_found_by_its_whole_name(name: str, ids: list[str]) -> None:
    assert find(name) == ids


def test_bodies_of_one_name_are_all_found() -> None:
    assert len(find("the Foreign Ministry")) > 10


def test_what_stands_for_a_body_has_a_row_and_a_country_of_its_own() -> None:
    standing = [one for one in PEOPLE.values() if one.body in ("metonym", "country")]
    assert len(standing) > 50
    for one in standing:
        assert one.stands_for in PEOPLE
        body = PEOPLE[one.stands_for]
        assert body.kind == "organisation" and body.body not in ("metonym", "country")
        assert body.country in (one.country, None)  # the EU in Brussels has none
    assert all(one.body in {"metonym", "country"} for one in PEOPLE.values() if one.stands_for)


def test_the_name_of_a_body_wins_over_another_name_of_a_place() -> None:
    rada = Person("rada", "Rada", kind="organisation", stands_for="parliament")
    parliament = Person("parliament", "Parliament Rada", kind="organisation")
    bodies = Bodies([rada, parliament])
    assert [body.id for body in bodies.find(["Rada"])] == ["rada"]


SURE = [
    ("European Union", "the European Union", True),
    ("European Union", "EU", True),
    ("European Union", "the bloc", False),
    ("NATO", "the alliance", False),
    ("Associated Press", "AP", False),
    ("Associated Press", "the Associated Press", True),
]


@pytest.mark.parametrize(("body", "printed", "sure"), SURE)
def test_a_common_word_alone_is_not_sure(body: str, printed: str, sure: bool) -> None:
    country = "US" if body == "Associated Press" else None
    one = Person("body", body, kind="organisation", country=country)
    assert is_sure(one, name_words(printed)) is sure
