"""How often people and the engine call the same rows the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.curated import default_directory, load_curated
from onrecord.evaluate.events import judge_events
from onrecord.evaluate.floors import digest, read_floors
from onrecord.evaluate.labels import (
    Labelled,
    LabelScore,
    accept_labels,
    fallen_labels,
    interval,
    label_scores,
    labels_object,
    told_share,
    total_scores,
)
from onrecord.evaluate.rows import RowsError, read_rows
from onrecord.evaluate.topics import COLUMNS, judge_topics, topic_scores

FLOORS = Path(__file__).with_name("floors.json")
GOLD = default_directory() / "gold"


def row(split: str, wanted: str, given: str) -> Labelled:
    return Labelled(split, "words", frozenset(wanted.split()), frozenset(given.split()))


ROWS = [row("dev", "a b", "a"), row("dev", "", "a"), row("held", "a", "a b"), row("held", "", "")]


def test_scores_by_label_and_split() -> None:
    scores = label_scores(ROWS, "ab")
    assert scores["a"]["dev"] == LabelScore(right=1, given=2, wanted=1)
    assert scores["a"]["held"] == LabelScore(1, 1, 1)
    assert scores["b"]["all"] == LabelScore(0, 1, 1)
    assert scores["all"]["all"] == LabelScore(2, 4, 3)
    assert total_scores(ROWS) == {"all": scores["all"]}
    assert (scores["a"]["dev"].precision, scores["b"]["held"].recall) == (0.5, None)
    assert LabelScore(0, 0, 0).precision is None


@pytest.mark.parametrize(
    ("right", "of", "told"),
    [
        (0, 0, ""),
        (1, 1, "100.0 (20.7–100.0) of 1"),
        (90, 100, "90.0 (82.6–94.5) of 100"),
        (0, 10, "0.0 (0.0–27.8) of 10"),
    ],
)
def test_a_share_is_told_with_its_interval(right: int, of: int, told: str) -> None:
    assert told_share(right, of) == told
    assert (interval(right, of) is None) == (of == 0)


def test_what_is_wrong_with_held_rows_is_not_told() -> None:
    told = labels_object(ROWS, label_scores(ROWS, "ab"))
    assert told["wrong"] == [
        {"text": "words", "missing": ["b"], "false": []},
        {"text": "words", "missing": [], "false": ["a"]},
    ]


def test_floors_name_what_has_fallen(tmp_path: Path) -> None:
    gold = tmp_path / "gold.csv"
    gold.write_text("rows")
    floors = tmp_path / "floors.json"
    accept_labels(floors, "letters", gold, label_scores(ROWS, "ab"), "it is new")
    kept = read_floors(floors)["letters"]
    assert kept["why"] == "it is new" and kept["digest"] == digest(gold)
    assert list(fallen_labels(kept, label_scores(ROWS, "ab"))) == []
    worse = [row("dev", "a b", ""), *ROWS[1:]]
    fallen = list(fallen_labels(kept, label_scores(worse, "ab")))
    assert "recall of a on dev is 0.0, its floor 1.0" in fallen


def test_topics_are_as_right_as_ever() -> None:
    floor = read_floors(FLOORS)["topics"]
    path = GOLD / "topics.csv"
    topics = load_curated(default_directory()).topics
    assert digest(path) == floor["digest"], "run `onrecord evaluate --topics --accept WHY`"
    judged = judge_topics(path, [*topics.values()])
    assert list(fallen_labels(floor, label_scores(judged, topics))) == []


def test_events_are_as_right_as_ever() -> None:
    floor = read_floors(FLOORS)["events"]
    path = GOLD / "events.csv"
    assert digest(path) == floor["digest"], "run `onrecord evaluate --events --accept WHY`"
    judged = judge_events(path, load_curated(default_directory()))
    assert list(fallen_labels(floor, total_scores(judged))) == []


def test_each_topic_is_told_how_right_it_is() -> None:
    topics = load_curated(default_directory()).topics
    scores = topic_scores(default_directory(), topics.values())
    assert scores.keys() == topics.keys()
    assert min(score.checked for score in scores.values()) >= 100


def test_a_folder_without_checked_rows_has_no_scores(tmp_path: Path) -> None:
    assert topic_scores(tmp_path, load_curated(default_directory()).topics.values()) == {}


BROKEN = [
    ("words", "1: the header is words; write split,topics,words,headline,quote_id"),
    ("{}\na,b", "2: 2 columns; write 5: split,topics,words,headline,quote_id"),
    ("{}\ntest,,Yes.,,", "2: `split` can't be 'test'; write dev or held"),
    ("{}\ndev,opera,Yes.,,", "2: `opera` is no id in topics.yml; mend it"),
    ("{}\ndev,, ,,", "2: `words` is empty; write what was said"),
]


@pytest.mark.parametrize(("text", "problem"), BROKEN)
def test_a_broken_row_is_named(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "topics.csv"
    path.write_text(text.format(",".join(COLUMNS)))
    with pytest.raises(RowsError) as told:
        judge_topics(path, [])
    assert f"{path}:{problem}" in str(told.value)


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(b"split\n\xff")
    with pytest.raises(RowsError, match="save the file as UTF-8"):
        read_rows(path, ("split",), lambda _: iter(()))
