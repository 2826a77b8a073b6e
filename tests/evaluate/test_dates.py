"""The gold of dates: the bar, the floors, and files that are none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.curated import default_directory, load_curated
from onrecord.evaluate.date_floors import NAME, accept_dates, fallen_dates
from onrecord.evaluate.dates import (
    COLUMNS,
    DateAnswer,
    answer,
    date_rule_scores,
    date_scores,
    dates_object,
    read_date_cases,
)
from onrecord.evaluate.floors import digest, read_floors
from onrecord.evaluate.gold import GoldError
from onrecord.utterances.date_rules import DATE_RULES

FLOORS = Path(__file__).with_name("floors.json")
GOLD = default_directory() / "gold" / "dates.csv"


@pytest.fixture(scope="module")
def answers() -> list[DateAnswer]:
    """Return what the engine says of every row."""
    events = tuple(load_curated(default_directory()).events.values())
    return [answer(case, events) for case in read_date_cases(GOLD)]


def test_nineteen_of_twenty_are_right_and_no_day_is_made_up(answers: list[DateAnswer]) -> None:
    scores = {score.kind: score for score in date_scores(answers)}
    assert scores["train"].count >= 150
    assert scores["held"].count >= 70
    assert [one.case.id for one in answers if one.is_false_day] == []
    for kind in ("all", "train", "held"):
        assert scores[kind].share >= 0.95


def test_dates_are_as_right_as_ever(answers: list[DateAnswer]) -> None:
    floors = read_floors(FLOORS)[NAME]
    assert digest(GOLD) == floors["digest"], "changed: `evaluate --dates --accept WHY`"
    assert list(fallen_dates(floors, answers)) == []


def test_the_precision_of_the_rules_is_that_of_the_rows(answers: list[DateAnswer]) -> None:
    told = {rule.id: rule.precision for rule in DATE_RULES if rule.precision is not None}
    measured = {one.id: round(one.precision, 3) for one in date_rule_scores(answers)}
    assert told
    assert told == {id_: measured[id_] for id_ in told}


def test_rows_have_their_own_ids_and_texts(answers: list[DateAnswer]) -> None:
    assert len({one.case.id for one in answers}) == len(answers)
    cases = [one.case for one in answers]
    rows = {(case.text, case.headline, case.source, case.country) for case in cases}
    assert len(rows) == len(answers)


def test_what_falls_is_named(answers: list[DateAnswer], tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    accept_dates(path, GOLD, answers, "it is new")
    floors = read_floors(path)[NAME]
    worse = [replace(one, dating=None) if one.case.trap == "weekday" else one for one in answers]
    told = list(fallen_dates(floors, worse))
    assert any(line.startswith("weekday: 0 right, once ") for line in told)
    assert len(dates_object(worse)["wrong"]) >= 10


ROW = "a,train,weekday,2023-04-20,day,,,“⟦It rains⟧” she said.,,,unknown,"
BAD_ROWS = [
    (ROW.replace("⟦", ""), "mark one quote"),
    (ROW.replace("unknown", "often"), "unknown precision or split: often, train"),
    (ROW.replace("train", "test"), "unknown precision or split: unknown, test"),
    (ROW.replace("unknown", "day"), "give days where the precision is known"),
    (ROW.rpartition(",")[0], "write 12 columns"),
    (ROW + ",more", "write 12 columns"),
]


@pytest.mark.parametrize(("row", "words"), BAD_ROWS)
def test_a_bad_row_is_told_with_its_line(row: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    path.write_text(f"{','.join(COLUMNS)}\n{row}\n", encoding="utf-8")
    with pytest.raises(GoldError, match=rf"dates\.csv:2: {words}"):
        read_date_cases(path)


def test_another_header_is_told(tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(GoldError, match="the header is not id,split"):
        read_date_cases(path)
