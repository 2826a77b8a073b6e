"""The reading may not fall below what it once reached, unless somebody says why.

When a test here fails: read `onrecord evaluate --errors`, and mend the engine; or, where the loss
buys something better, `onrecord evaluate --accept "what it buys"`.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.curated import default_directory, load_curated
from onrecord.evaluate.corpus import read_corpus
from onrecord.evaluate.evaluation import Evaluation, evaluate
from onrecord.evaluate.floors import accept, digest, fallen, read_floors
from onrecord.evaluate.gold import read_gold
from onrecord.evaluate.records import GoldArticle
from onrecord.people.registry import Registry
from tests.evaluate.small import marked

FLOORS = Path(__file__).with_name("floors.json")
GOLD = default_directory() / "gold" / "articles"


def read_all(articles: list[GoldArticle]) -> Evaluation:
    people = load_curated(default_directory()).people.values()
    return evaluate(articles, Registry(people))


def test_the_marked_texts_are_read_as_well_as_ever() -> None:
    floors = read_floors(FLOORS)["gold"]
    assert digest(GOLD) == floors["digest"], "data/gold changed: `onrecord evaluate --accept WHY`"
    assert list(fallen(floors, read_all(read_gold(GOLD)))) == []


def test_the_corpus_is_read_as_well_as_ever(corpora: Path) -> None:
    path = corpora / "polnear" / "dev.jsonl"
    floors = read_floors(FLOORS)["dev"]
    if digest(path) != floors["digest"]:
        pytest.skip(f"{path} is not the file that the floors were measured on")
    assert list(fallen(floors, read_all(read_corpus(path)))) == []


@pytest.fixture
def small(tmp_path: Path) -> tuple[Path, Path, Evaluation]:
    """Return a floors file, a corpus, and how it was read."""
    text = tmp_path / "texts"
    text.mkdir()
    (text / "a.txt").write_text("one")
    article = marked("“⟦1d We will not wait,⟧” ⟦1s Ann Lee⟧ ⟦1c said⟧.", "Ann Lee | 1")
    evaluation = read_all([article])
    path = tmp_path / "floors.json"
    accept(path, "small", text, evaluation, "it is new")
    return path, text, evaluation


def test_accepted_figures_are_kept_with_their_reason(small: tuple[Path, Path, Evaluation]) -> None:
    path, text, evaluation = small
    accept(path, "other", text, evaluation, "another")
    floors = read_floors(path)
    assert floors.keys() == {"small", "other"}
    assert floors["small"]["why"] == "it is new"
    assert floors["small"]["scores"]["exact"] == {"value": 1, "support": 1}
    assert list(fallen(floors["small"], evaluation)) == []


def test_a_figure_that_falls_is_named(small: tuple[Path, Path, Evaluation]) -> None:
    path, _, evaluation = small
    worse = replace(evaluation.scores["exact"], value=0.9)
    quotes = replace(evaluation.reliability["quotes"], error=0.5)
    fell = replace(evaluation, scores={"exact": worse}, reliability={"quotes": quotes}, outcomes=())
    told = list(fallen(read_floors(path)["small"], fell))
    assert "exact is 0.9, its floor 1.0" in told
    assert "end_to_end is None, its floor 1.0" in told
    assert any(line.startswith("calibration error of quotes is 0.5, at most 0.0") for line in told)


def test_a_digest_changes_with_the_texts(small: tuple[Path, Path, Evaluation]) -> None:
    path, text, _ = small
    before = read_floors(path)["small"]["digest"]
    assert digest(text) == before
    (text / "a.txt").write_text("two")
    assert digest(text) != before
    assert len(digest(path)) == 64


def test_floors_of_no_file_are_none(tmp_path: Path) -> None:
    assert read_floors(tmp_path / "none.json") == {}


def test_every_floor_has_a_sentence() -> None:
    for name, floors in json.loads(FLOORS.read_text(encoding="utf-8")).items():
        assert len(floors["why"].split()) >= 3, name
