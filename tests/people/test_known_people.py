"""The people of the repository's data are found by every form of their names."""

from __future__ import annotations

import pytest

from onrecord.curated import default_directory, load_curated
from onrecord.people.names import name_words
from onrecord.people.registry import Registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry(load_curated(default_directory()).people.values())


# what two bodies are called means the one that bears it as its name, or no mere place
BODIES_BEHIND_A_NAME = {"business-insider", "downing-street", "rada", "us-congress"}

FOUND = [
    *(
        (name, "volodymyr-zelenskyy")
        for name in (
            *("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyi", "Selenskyj", "Zełenski"),
            *("Зеленський", "Зеленский", "President Volodymyr Zelensky", "Mr Zelensky"),
            "Volodymyr Zelenskyy / Володимир Зеленський (@ZelenskyyUa)",
        )
    ),
    ("Nato secretary-general Jens Stoltenberg", "jens-stoltenberg"),
    ("Jens Stoltenberg (@jensstoltenberg)", "jens-stoltenberg"),
    ("Lithuanian President Gitanas Nauseda", "gitanas-nauseda"),
    ("Russian President Vladimir Putin", "vladimir-putin"),
    ("Kremlin spokesman Dmitry Peskov", "dmitry-peskov"),
    ("the Kremlin", "kremlin"),
    ("Moscow", "moscow"),
    ("Kyiv", "kyiv"),
    ("Kiev", "kyiv"),
    ("NATO", "nato"),
    ("Nato", "nato"),
]


@pytest.mark.parametrize(("name", "person_id"), FOUND)
def test_names_of_the_founding_reports(registry: Registry, name: str, person_id: str) -> None:
    found = registry.find(name)
    assert found is not None
    assert found.id == person_id


def test_every_form_of_a_name_leads_to_its_bearer(registry: Registry) -> None:
    lost = [
        (person.id, form)
        for person in registry.people.values()
        for form in (person.name, *(known.form for known in person.names))
        if person not in registry.candidates(form)
    ]
    # the Rada, No 10 and others: a body and the place it is known by have one name
    assert {person_id for person_id, _ in lost} <= BODIES_BEHIND_A_NAME


def test_a_whole_name_is_one_person_s(registry: Registry) -> None:
    shared = [
        (form, [other.id for other in registry.candidates(form)])
        for person in registry.people.values()
        for form in (person.name, *(known.form for known in person.names))
        if person.kind == "person"
        and len(name_words(form)) > 1
        and len(registry.candidates(form)) > 1
    ]
    assert shared == []
