"""The parts of docs/methods.md that are made: the rules as they are, the figures as accepted.

`python -m onrecord.evaluate` writes them; a test says when they are stale.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.evaluate.labels import kept_scores, shown
from onrecord.evaluate.pairs import PAIRS, read_pairs
from onrecord.evaluate.report import TITLES
from onrecord.evaluate.ties import judge_pairs, tie_scores
from onrecord.models import Rule
from onrecord.quotes.rules import RULES
from onrecord.utterances.date_rules import DATE_RULES

_PART = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- /made -->)", re.DOTALL)
_CORPORA = {"gold": "our marked texts", "dev": "PolNeAR, dev"}


def written(text: str, floors: Mapping[str, Any]) -> str:
    """Return the document with its made parts written anew."""
    parts = {
        "rules": _rules(RULES),
        "figures": _figures(floors),
        "dating": _rules(DATE_RULES),
        "pairs": "".join(_pairs()),
        "dates": _dates(floors["dates"]) if "dates" in floors else "",
        "topics": "".join(_labels(floors["topics"])) if "topics" in floors else "",
        "events": "".join(_labels(floors["events"])) if "events" in floors else "",
    }
    return _PART.sub(lambda found: f"{found[1]}{parts[found[2]]}{found[3]}", text)


def _labels(floor: Mapping[str, Any]) -> Iterator[str]:
    """Return a table with a row for each label: precision and recall on both splits."""
    heads = [f"{name}: {share}" for name in ("dev", "held") for share in ("precision", "recall")]
    rows = [[label, *shown(by_split)] for label, by_split in kept_scores(floor).items()]
    return _table(["", *heads], rows)


def _rules(rules: Iterable[Rule]) -> str:
    return "".join(_rule(rule) for rule in rules)


def _rule(rule: Rule) -> str:
    lines = [f"- **`{rule.id}`** {rule.description}"]
    if rule.example:
        lines.append(f"Reads: {rule.example}")
    if rule.counterexample:
        lines.append(f"Leaves alone: {rule.counterexample}")
    if rule.precision is not None:
        lines.append(f"Right: {100 * rule.precision:.1f} %")
    return "  \n  ".join(lines) + "\n"


def _figures(floors: Mapping[str, Any]) -> str:
    """Return a table with a row for each measure and a column for each corpus."""
    names = [name for name in _CORPORA if name in floors]
    heads = [f"{_CORPORA[name]} ({floors[name]['articles']} articles)" for name in names]
    rows = [
        [title, *(_score(floors[name], id_) for name in names)] for id_, title in TITLES.items()
    ]
    for part in ("quotes", "statements"):
        errors = [f"{floors[name]['calibration_error'][part]:.3f}" for name in names]
        rows.append([f"calibration error, {part}", *errors])
    return "".join(_table(["", *heads], rows))


def _dates(floors: Mapping[str, Any]) -> str:
    """Return a table of the dating's rows by kind, and one of what libraries make of them."""
    rows = [
        [kind, str(one["right"]), str(one["count"]), str(one["false_days"])]
        for kind, one in floors["scores"].items()
    ]
    libraries = dict(floors["libraries"])
    asked = libraries.pop("asked")
    told = [
        [name, *(f"{right} of {asked[kind]}" for kind, right in one.items())]
        for name, one in libraries.items()
    ]
    heads = ["", "any", "of one day", "the weekday of publication"]
    kinds = _table(["", "right", "of", "false days"], rows)
    return "".join([*kinds, "\n", *_table(heads, told)])


def _pairs() -> Iterator[str]:
    """Return a table of how well pairs of reports are tied, by split and by phenomenon."""
    scores = tie_scores(judge_pairs(*read_pairs(PAIRS)))
    rows = []
    for name, score in scores.items():
        shares = (score.precision, score.recall, score.f1)
        told = ["" if share is None else f"{100 * share:.1f}" for share in shares]
        rows.append([name, str(score.right), str(score.pairs), *told])
    return _table(["", "right", "of", "precision", "recall", "F1"], rows)


def _score(floors: Mapping[str, Any], id_: str) -> str:
    """Return a measure's value in per cent, its interval and of how many, or nothing."""
    score = floors["scores"].get(id_)
    if score is None:
        return ""
    between = ""
    if "low" in score:
        between = f" ({100 * score['low']:.1f}–{100 * score['high']:.1f})"
    return f"{100 * score['value']:.1f}{between} of {score['support']:,}"


def _table(heads: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |\n|---{'|---:' * (len(heads) - 1)}|\n"
    for row in rows:
        yield f"| {' | '.join(row)} |\n"
