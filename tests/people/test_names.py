"""Spellings that must meet, and names that must not."""

from __future__ import annotations

import pytest

from onrecord.people.countries import country
from onrecord.people.names import (
    ROLES,
    exact_key,
    is_body,
    is_personal,
    name_words,
    sound_key,
    spellings,
    surname_start,
    without_roles,
)

ONE_SPELLING = [
    ["Gitanas Nausėda", "Gitanas Nauseda", "NAUSĖDA Gitanas", "Gitanas Nausėda’s"],
    ["Viktor Orbán", "Orbán Viktor", "Viktor Orban"],
    ["Joseph R. Biden Jr.", "Joseph Biden", "Joseph R Biden"],
    ["Vladimir Vladimirovich Putin", "Vladimir Putin"],
    ["the White House", "White House", "The White House’s"],
    ["Karine Jean-Pierre", "Karine Jean Pierre"],
    ["Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"],
    ["Дмитрий Песков", "Dmitrii Peskov"],
]

ONE_SOUND = [
    ["Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyi", "Zelenskij", "Selenskyj", "Zełenski",
     "Zelenszkij", "Зеленський", "Зеленский"],
    ["Volodymyr", "Volodimir", "Wolodymyr", "Володимир"],
    ["Yermak", "Jermak", "Iermak", "Єрмак", "Ермак"],
    ["Peskov", "Peskow", "Pieskow", "Песков", "Пєсков"],
    ["Scholz", "Шольц"],
    ["Klitschko", "Klichko", "Кличко"],
    ["Andrii", "Andriy", "Andrij", "Андрій"],
    ["Kuznetsov", "Kuznezow", "Кузнецов"],
    ["Stoltenberg", "Столтенберг"],
]  # fmt: skip

DIFFERENT_SOUNDS = [
    ("Zelensky", "Zelenska"),
    ("Medvedev", "Medvedchuk"),
    ("Lavrov", "Lavrik"),
    ("Kuleba", "Kubela"),
    ("Reznikov", "Resnick"),
    ("Austin", "Justin"),
]


@pytest.mark.parametrize("names", ONE_SPELLING, ids=lambda names: names[0])
def test_script_diacritics_order_and_middle_names_do_not_count(names: list[str]) -> None:
    assert len({exact_key(name_words(name)) for name in names}) == 1


@pytest.mark.parametrize("names", ONE_SOUND, ids=lambda names: names[0])
def test_transliterations_meet_by_rule(names: list[str]) -> None:
    assert len({sound_key(name_words(name)) for name in names}) == 1


@pytest.mark.parametrize(("one", "other"), DIFFERENT_SOUNDS)
def test_other_names_do_not_meet(one: str, other: str) -> None:
    assert sound_key([one]) != sound_key([other])


def test_an_author_line_gives_each_spelling_without_its_handle() -> None:
    assert spellings("Ann Lee / Анна Ли (@annlee)") == ("Ann Lee", "Анна Ли")
    assert spellings("@annlee") == ()


WORDS = [
    ("the Kremlin", ["Kremlin"]),
    ("Dmitry Peskov, a spokesman", ["Dmitry", "Peskov"]),
    ("Ann Lee (Ruritania)", ["Ann", "Lee"]),
    ("Jens Stoltenberg’s", ["Jens", "Stoltenberg"]),
    ("“Ann Lee”", ["Ann", "Lee"]),
    ("  ", []),
    ("…", []),
]


@pytest.mark.parametrize(("printed", "words"), WORDS)
def test_words_of_a_name(printed: str, words: list[str]) -> None:
    assert name_words(printed) == words


BARE = [
    ("Ukrainian President Volodymyr Zelensky", "Volodymyr Zelensky"),
    ("NATO Secretary-General Jens Stoltenberg", "Jens Stoltenberg"),
    ("Secretary of State Ann Lee", "Ann Lee"),
    ("Ruritania's Ann Lee", "Ann Lee"),
    ("Ann Lee", "Ann Lee"),
    ("Mr Lee", "Lee"),
    ("Assemblywoman Petra Vance", "Petra Vance"),
    ("Latvian-born Ivo Kalns", "Ivo Kalns"),
    ("Govs. Ruth Amsel", "Ruth Amsel"),
]


@pytest.mark.parametrize(("printed", "bare"), BARE)
def test_roles_before_a_name(printed: str, bare: str) -> None:
    assert " ".join(without_roles(name_words(printed))) == bare


KINDS = [
    ("Ann Lee", "person"),
    ("Ursula von der Leyen", "person"),
    ("Bank of Ruritania", "body"),
    ("Office of the President", "body"),
    ("General Staff", "body"),
    ("TASS", "body"),
    ("Council on Foreign Rain", "body"),
    ("Minister of Rain Ann Lee", None),  # where the name starts is anybody's guess
    ("How Ann Lee", None),
    ("Riga Democrats", None),
    ("RAIN IN RIGA", None),
    ("New Ruritania", None),
    ("officials", None),
    ("Lee", None),
]


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_persons_and_bodies(name: str, kind: str | None) -> None:
    words = name_words(name)
    found = "person" if is_personal(words) else "body" if is_body(words) else None
    assert found == kind


COUNTRIES = [
    ("Ukraine", "Ukraine"),
    ("the U.S.", "United States"),
    ("Bosnia and Herzegovina", "Bosnia and Herzegovina"),
    ("Türkiye", "Turkey"),
    ("Ukraine Today", None),
    ("Ruritania", None),
]


@pytest.mark.parametrize(("name", "usual"), COUNTRIES)
def test_countries(name: str, usual: str | None) -> None:
    assert country(name_words(name)) == usual


def test_particles_belong_to_the_surname() -> None:
    assert surname_start(["Ursula", "von", "der", "Leyen"]) == 1
    assert surname_start(["Ann", "Lee"]) == 1
    assert surname_start(["Lee"]) == 0


def test_the_list_of_roles_is_lower_case() -> None:
    assert "president" in ROLES
    assert all(role == role.lower() for role in ROLES)
