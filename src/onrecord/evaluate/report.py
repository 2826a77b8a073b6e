"""An evaluation as tables for a reader, and as an object for a program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.evaluate.calibration import Reliability
from onrecord.evaluate.errors import Fault
from onrecord.evaluate.evaluation import Evaluation, RuleScore
from onrecord.evaluate.measures import MEASURES, Score

TITLES = {measure.id: measure.title for measure in MEASURES}
_DIGITS = 4


def evaluation_object(corpus: str, evaluation: Evaluation) -> dict[str, Any]:
    """Return what `onrecord evaluate --json` prints."""
    found = {
        "corpus": corpus,
        "articles": len(evaluation.outcomes),
        "scores": {id_: asdict(score) for id_, score in evaluation.scores.items()},
        "rules": [asdict(rule) for rule in evaluation.rules],
        "reliability": {part: asdict(one) for part, one in evaluation.reliability.items()},
    }
    return dict(_rounded(found))


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(one) for one in value]
    return value


def evaluation_tables(corpus: str, evaluation: Evaluation) -> RenderableType:
    """Return the scores, the rules and the reliability of one evaluation."""
    head = Text(f"{corpus}: {len(evaluation.outcomes)} articles\n", style="bold")
    reliabilities = (_reliability_table(part, one) for part, one in evaluation.reliability.items())
    tables = (_score_table(evaluation.scores), _rule_table(evaluation.rules), *reliabilities)
    return Group(head, *(Padding(table, (0, 0, 1, 0)) for table in tables))


def _score_table(scores: dict[str, Score]) -> Table:
    table = _table("", "precision", "recall", "F1/share", "95 %", "of")
    for id_, score in scores.items():
        interval = "" if score.low is None else f"{_percent(score.low)}–{_percent(score.high)}"
        values = map(_percent, (score.precision, score.recall, score.value))
        table.add_row(TITLES[id_], *values, interval, str(score.support))
    return table


def _rule_table(rules: Iterable[RuleScore]) -> Table:
    table = _table("rule", "right", "of")
    for rule in rules:
        table.add_row(rule.id, _percent(rule.precision), str(rule.support))
    return table


def _reliability_table(part: str, reliability: Reliability) -> Table:
    table = _table(f"probability of {part}", "given, mean", "right", "of")
    for one in reliability.bins:
        table.add_row(
            f"{one.low:.1f} – {one.high:.1f}",
            _percent(one.probability),
            _percent(one.right),
            str(one.count),
        )
    table.add_row("expected calibration error", f"{reliability.error:.3f}", "", "")
    return table


def fault_listing(faults: Iterable[Fault]) -> RenderableType:
    """Return errors one after the other, the words in question underlined."""
    parts: list[RenderableType] = []
    for fault in faults:
        line = Text(fault.line)
        line.stylize("bold underline", fault.words.start, fault.words.end)
        parts += [
            Text(fault.article, style="dim"),
            line,
            Text(f"  wanted: {fault.wanted}", style="green"),
            Text(f"  read:   {fault.read}\n", style="red"),
        ]
    return Group(*parts)


def _table(first: str, *others: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), title="", show_edge=False)
    table.add_column(first, no_wrap=True)
    for name in others:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"
