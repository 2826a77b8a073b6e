"""Marked articles in, everything measured on them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.articles.plain import read_plain
from onrecord.evaluate.calibration import Reliability, reliability
from onrecord.evaluate.judge import judge
from onrecord.evaluate.measures import MEASURES, Score, score
from onrecord.evaluate.outcomes import Given, Outcome
from onrecord.evaluate.records import GoldArticle
from onrecord.people.registry import Registry
from onrecord.quotes.rules import RULES
from onrecord.said import Said, read_said

Watch = Callable[[Sequence[GoldArticle]], Iterable[GoldArticle]]
PARTS = ("quotes", "statements")  # in marks, and indirect


@dataclass(frozen=True, slots=True)
class RuleScore:
    """What a rule of attribution decided, and how much of it is right."""

    id: str
    precision: float
    support: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was measured: each score by its measure's id, in the order of MEASURES."""

    outcomes: tuple[Outcome, ...]
    scores: dict[str, Score]
    rules: tuple[RuleScore, ...]  # those that decided something, in the order of RULES
    reliability: dict[str, Reliability]  # of each of PARTS that has any


def evaluate(
    articles: Sequence[GoldArticle], registry: Registry, drawings: int = 0, watch: Watch = iter
) -> Evaluation:
    """Return how the engine reads marked articles; `drawings` of them give the intervals."""
    outcomes = tuple(judge(article, _read(article, registry)) for article in watch(articles))
    given = (
        list(chain.from_iterable(one.given_pieces for one in outcomes)),
        list(chain.from_iterable(one.given_statements for one in outcomes)),
    )
    return Evaluation(
        outcomes,
        score(outcomes, MEASURES, drawings),
        tuple(_rule_scores([*given[0], *given[1]])),
        {part: reliability(found) for part, found in zip(PARTS, given, strict=True) if found},
    )


def _read(article: GoldArticle, registry: Registry) -> list[Said]:
    return read_said(read_plain(article.id, article.text), registry, plain=True)


def _rule_scores(given: Iterable[Given]) -> Iterable[RuleScore]:
    decided: dict[str, list[bool]] = defaultdict(list)
    for one in given:
        if one.is_right is not None:
            decided[one.said.quote.attribution.rule_id].append(one.is_right)
    for rule in RULES:
        rights = decided.get(rule.id)
        if rights:
            yield RuleScore(rule.id, sum(rights) / len(rights), len(rights))
