"""The rules of dating, told to those who read the dataset; `dates` names one with each answer."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

from onrecord.models import Rule

# every rule_id a Dating can carry, with what it reads and what it must leave alone
_RULES = tuple(
    Rule(id_, description, example, kind="dating", counterexample=counterexample)
    for id_, description, example, counterexample in (
        (
            "post-date",
            "The date stands on the post's own author line.",
            "We will not wait. — Ann Lee (@annlee) May 1, 2020",
            "We met on May 1, 2020. — Ann Lee (@annlee)",
        ),
        (
            "sentence",
            "An expression of time goes with the reporting word.",
            "“We will not wait,” Ms Lee said on Tuesday.",
            "“We will not wait,” Ms Lee said of Tuesday's vote.",
        ),
        (
            "counted",
            "The expression with the reporting word counts from another day in the text.",
            "Mr Roe resigned on Monday. “We will not wait,” Ms Lee said the next day.",
            "“We will not wait,” Ms Lee said a day after the fire.",
        ),
        (
            "occasion",
            "The event that it was said at is named, and its days are known.",
            "“We will not wait,” Ms Lee said at the NATO summit in Wales.",
            "“We will not wait,” Ms Lee said of the NATO summit in Wales.",
        ),
        (
            "continued",
            "The same speaker goes on from a saying whose day is told.",
            "“We tried,” Ms Lee said on Monday. “We will not wait,” she added.",
            "“We tried,” Ms Lee said on Monday. “We will not wait,” said Mr Roe.",
        ),
        (
            "news-day",
            "A plain reporting word: the day that the report's first paragraphs are about.",
            "Ms Lee opened the bridge on Tuesday. / “We did not wait,” she said.",
            "Ms Lee opens the bridge next Tuesday. / “We did not wait,” she said.",
        ),
        (
            "dateline",
            "A plain reporting word, and no day but that in the dateline.",
            "RIGA, April 19 (News) — The bridge is open. / “We did not wait,” Ms Lee said.",
            "RIGA (News) — The bridge is open. / “We did not wait,” Ms Lee said.",
        ),
        (
            "paragraph",
            "The paragraph opens with an expression of time that its sentences go on from.",
            "Last week, Ms Lee was in Riga. “We will not wait,” she said.",
            "Ms Lee, who was in Riga last week, is home. “We will not wait,” she said.",
        ),
        (
            "background",
            "No day: reported as said at some earlier time.",
            "Ms Lee has said before that the town will not wait.",
            "Ms Lee had said on Monday that the town would not wait.",
        ),
        (
            "standing-view",
            "No day: a view held in the present tense, or words yet to be said: no act of saying.",
            "Ms Lee believes that the town should not wait.",
            "Ms Lee said that the town should not wait.",
        ),
        (
            "other-time",
            "No day: the sentence or its paragraph is told about another time than the report.",
            "The bridge fell in May 2019. “We will not wait,” Ms Lee said.",
            "The bridge fell. “We will not wait,” Ms Lee said.",
        ),
        (
            "unresolved",
            "No day: its words, or the day of publication, do not tell well enough when.",
            "“We will not wait,” Ms Lee said a few days ago.",
            "“We will not wait,” Ms Lee said two days ago.",
        ),
        (
            "no-day",
            "No day: the report gives none.",
            "“We will not wait,” said Ms Lee.",
            "“We will not wait,” said Ms Lee on Tuesday.",
        ),
        ("corrected", "Set by hand; the table `corrections` says why.", None, None),
    )
)


def _scores() -> dict[str, float]:
    """Return the share of each rule's answers that is right, where date_rule_scores.tsv has it."""
    table = files("onrecord.utterances").joinpath("date_rule_scores.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return {rule: float(precision) for rule, precision, _ in rows}


DATE_RULES = tuple(replace(rule, precision=_scores().get(rule.id)) for rule in _RULES)
