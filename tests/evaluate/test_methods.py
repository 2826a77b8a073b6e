"""docs/methods.md says what is so: its made parts are fresh, what it names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord import cli
from onrecord.articles.plain import read_plain
from onrecord.evaluate.floors import read_floors
from onrecord.evaluate.measures import MEASURES
from onrecord.evaluate.methods import written
from onrecord.models import Rule
from onrecord.quotes import read_quotes
from onrecord.quotes.rules import RULES

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")


def test_its_made_parts_are_fresh() -> None:
    floors = read_floors(ROOT / "tests" / "evaluate" / "floors.json")
    assert written(TEXT, floors) == TEXT, "run `python -m onrecord.evaluate`"


def test_every_rule_and_measure_is_told() -> None:
    assert [rule.id for rule in RULES if f"**`{rule.id}`**" not in TEXT] == []
    assert [measure.title for measure in MEASURES if f"| {measure.title} |" not in TEXT] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_leaves_its_counterexample_alone(rule: Rule) -> None:
    assert rule.counterexample is not None
    quotes = read_quotes(read_plain("a", rule.counterexample.replace(" / ", "\n")))
    assert rule.id not in [quote.attribution.rule_id for quote in quotes]


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:\w+/)+[\w.]+)`", TEXT))))
def test_a_file_that_is_named_is_there(path: str) -> None:
    assert any((folder / path).exists() for folder in (ROOT, ROOT / "src" / "onrecord"))


@pytest.mark.parametrize("option", sorted(set(re.findall(r"(?<=\s)--\w+", TEXT))))
def test_an_option_that_is_named_exists(option: str) -> None:
    shown = CliRunner().invoke(cli.main, ["evaluate", "--help"]).stdout
    assert option in shown
