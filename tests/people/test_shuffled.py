"""Whatever the order of people and reports: the same people with the same ids."""

from __future__ import annotations

import random

import pytest

from onrecord.articles.plain import read_plain
from onrecord.curated import default_directory, load_curated
from onrecord.models import Curated, Statement
from onrecord.people.registry import Registry
from onrecord.statements import read_statements
from tests.examples.names import FOUND, NOBODY

REPORTS = {
    "a-known": "“We will hold on,” Volodymyr Zelenskiy said in Kyiv. “It rains,” Zelenskiy added.",
    "b-known": "“Help came,” Ukraine's President Volodymyr Zelensky said in Kyiv.",
    "c-stranger": "“The ferry is late,” Cy Holm told reporters in Norstad.",
    "d-stranger": "“The ferry is early,” said harbour chief Cy Holm.",
    "e-surname": "“The pitch was wet,” Mr Wallace said in Leeds.",
    "f-surname": "“The pitch was dry,” Mr Wallace said in Leeds.",
    "g-namesakes": "“It will be done,” Johnson told the press of Britain and the United States.",
}


@pytest.fixture(scope="module")
def curated() -> Curated:
    return load_curated(default_directory())


def read(curated: Curated, reports: list[str], registry: Registry) -> dict[str, list[Statement]]:
    return {
        name: read_statements(read_plain(name, REPORTS[name]), registry, curated)[0]
        for name in reports
    }


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_people_and_of_reports_is_nothing(curated: Curated, seed: int) -> None:
    people, reports = list(curated.people.values()), list(REPORTS)
    before = Registry(people)
    usual = read(curated, reports, before)
    random.Random(seed).shuffle(people)
    random.Random(seed).shuffle(reports)
    shuffled = Registry(people)
    for name in (*(name for name, _ in FOUND), *NOBODY):
        assert shuffled.look_up(name) == before.look_up(name)
    assert read(curated, reports, shuffled) == usual


def test_one_spelling_or_another_is_one_person_and_strangers_meet_by_whole_names_only(
    curated: Curated,
) -> None:
    said = read(curated, list(REPORTS), Registry(curated.people.values()))
    speakers = {name: {s.speaker_ids for s in statements} for name, statements in said.items()}
    assert speakers == {
        "a-known": {("volodymyr-zelenskyy",)},
        "b-known": {("volodymyr-zelenskyy",)},
        "c-stranger": {("cy-holm",)},
        "d-stranger": {("cy-holm",)},
        "e-surname": {("wallace-in-e-surname",)},
        "f-surname": {("wallace-in-f-surname",)},
        "g-namesakes": {()},
    }


def test_namesakes_whom_nothing_tells_apart_are_both_candidates(curated: Curated) -> None:
    said = read(curated, ["g-namesakes"], Registry(curated.people.values()))["g-namesakes"]
    for statement in said:
        candidates = statement.quote.attribution.candidates
        assert statement.candidate_ids == ("boris-johnson", "mike-johnson")
        assert [one.mention.text for one in candidates] == ["Johnson", "Johnson"]
        assert sum(one.probability for one in candidates) <= 1
