"""What each rule of attribution or dating is worth, as the tables the dataset takes it from.

`onrecord evaluate --jsonl CORPUS --rules src/onrecord/quotes/rule_scores.tsv` writes the one,
`onrecord evaluate --dates --rules src/onrecord/utterances/date_rule_scores.tsv` the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from onrecord.evaluate.evaluation import RuleScore

# fewer decisions say little: of 10, one more or less wrong is ten per cent
FEWEST = 10
_HEAD = """# What each rule is worth: rule, share of its quotes that are right, of so many;
# measured on {corpus} by `onrecord evaluate --rules`. A rule with fewer than {fewest} is left out.
"""


def write_rule_scores(path: Path, corpus: str, rules: Iterable[RuleScore]) -> None:
    """Write the table: a tab between the values, a rule a line."""
    rows = [f"{rule.id}\t{rule.precision:.3f}\t{rule.support}\n" for rule in rules]
    kept = [row for row in rows if int(row.rsplit("\t", 1)[1]) >= FEWEST]
    head = _HEAD.format(corpus=corpus, fewest=FEWEST)
    path.write_text(head + "".join(kept), encoding="utf-8")
