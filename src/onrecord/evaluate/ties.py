"""Pairs in, how well the ties agree with those who judged them out: on all and by phenomenon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.evaluate.pairs import Pair
from onrecord.models import Person
from onrecord.utterances.families import tie


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair and what `tie` makes of it."""

    pair: Pair
    is_tied: bool

    @property
    def is_right(self) -> bool:
        """Whether the engine and the person agree."""
        return self.is_tied == self.pair.is_same


@dataclass(frozen=True, slots=True)
class TieScore:
    """Of the pairs that are one saying, how many are tied (recall); of those tied, how many are
    one (precision). None: there are none to take a share of."""

    pairs: int
    right: int
    precision: float | None
    recall: float | None
    f1: float | None


def judge_pairs(pairs: Iterable[Pair], people: Sequence[Person]) -> list[Judged]:
    """Return what `tie` makes of each pair by itself, in their order."""
    return [Judged(pair, len(tie(pair.reports, people)) == 1) for pair in pairs]


def tie_score(judged: Sequence[Judged]) -> TieScore:
    """Return how well the ties agree with the pairs."""
    both = sum(one.is_tied and one.pair.is_same for one in judged)
    tied = sum(one.is_tied for one in judged)
    same = sum(one.pair.is_same for one in judged)
    return TieScore(
        pairs=len(judged),
        right=sum(one.is_right for one in judged),
        precision=both / tied if tied else None,
        recall=both / same if same else None,
        f1=2 * both / (tied + same) if tied + same else None,
    )


def tie_scores(judged: Sequence[Judged]) -> dict[str, TieScore]:
    """Return the scores of all pairs, of each split, and of each phenomenon, by name."""
    groups: dict[str, list[Judged]] = {"all": [*judged]}
    for one in judged:
        groups.setdefault(one.pair.split, []).append(one)
    for one in sorted(judged, key=lambda one: one.pair.phenomenon):
        groups.setdefault(one.pair.phenomenon, []).append(one)
    return {name: tie_score(group) for name, group in groups.items()}


def ties_table(judged: Sequence[Judged]) -> RenderableType:
    """Return the scores as a table, and below it each pair that is judged wrong."""
    table = Table("", "pairs", "right", "precision", "recall", "F1", box=None)
    for name, score in tie_scores(judged).items():
        shares = (score.precision, score.recall, score.f1)
        shown = ("" if share is None else f"{100 * share:.1f}" for share in shares)
        table.add_row(name, str(score.pairs), str(score.right), *shown)
    wrong = (_told(one) for one in judged if not one.is_right)
    return Group(table, *wrong)


def _told(judged: Judged) -> Text:
    one, other = (statement.quote.text for statement in judged.pair.reports)
    fault = "tied, but two sayings" if judged.is_tied else "one saying, but not tied"
    text = Text(f"\n{judged.pair.id}, {judged.pair.phenomenon}: {fault}\n", style="bold")
    return text.append(f"  {one}\n  {other}", style="not bold")
