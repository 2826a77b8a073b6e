"""Every rule reads its own example, and every choice names a rule that is told of."""

from __future__ import annotations

import pytest

from onrecord.models import Rule
from onrecord.quotes.rules import RULES
from tests.examples import attribution
from tests.quotes.marked import read


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.example], ids=lambda rule: rule.id)
def test_a_rule_reads_its_example(rule: Rule) -> None:
    assert rule.example is not None
    quotes = read(rule.example.replace(" / ", "\n"))
    assert rule.id in [quote.attribution.rule_id for quote in quotes]


def test_every_rule_has_an_example_and_is_told_once() -> None:
    assert [rule.id for rule in RULES if not rule.example or not rule.description] == []
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_every_rule_has_its_lines_in_the_table() -> None:
    assert {rule.id for rule in RULES} == {*attribution.BY_RULE, "statement"}
