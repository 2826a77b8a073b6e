"""What people and the engine call the same rows in; how often they agree, by label, out."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.table import Table

from onrecord.evaluate.floors import digest, read_floors
from onrecord.evaluate.rows import SPLITS

ALL = "all"
# a figure may fall by less than this: the third decimal is the last that is told
_SLACK = 0.001


@dataclass(frozen=True, slots=True)
class Labelled:
    """A row: what it says, what a person called it, and what the engine did."""

    split: str
    text: str
    wanted: frozenset[str]
    given: frozenset[str]


@dataclass(frozen=True, slots=True)
class LabelScore:
    """Of the rows given a label, how many are right; of those it is right for, how many have it."""

    right: int
    given: int
    wanted: int

    @property
    def precision(self) -> float | None:
        """Return the share of what was given that is right; None: nothing was given."""
        return self.right / self.given if self.given else None

    @property
    def recall(self) -> float | None:
        """Return the share of what is right that was given; None: it is right nowhere."""
        return self.right / self.wanted if self.wanted else None


Scores = Mapping[str, Mapping[str, LabelScore]]  # by label, then by split; `all` of either is one


def label_scores(rows: Sequence[Labelled], labels: Iterable[str]) -> Scores:
    """Return the score of each label, and of all together, on each split and on the whole."""
    splits = {ALL: rows} | {name: [row for row in rows if row.split == name] for name in SPLITS}
    by_label = {
        label: {name: _score(split, {label}) for name, split in splits.items()} for label in labels
    }
    whole = {name: _score(split, {*by_label}) for name, split in splits.items()}
    return {**by_label, ALL: whole}


def total_scores(rows: Sequence[Labelled]) -> Scores:
    """Return the score of all labels together alone: where each has a handful of rows."""
    labels = {label for row in rows for label in row.wanted | row.given}
    return {ALL: label_scores(rows, labels)[ALL]}


def _score(rows: Iterable[Labelled], labels: set[str]) -> LabelScore:
    counts = [
        (len(row.wanted & row.given & labels), len(row.given & labels), len(row.wanted & labels))
        for row in rows
    ]
    return LabelScore(*(sum(column) for column in zip(*counts, strict=True))) if counts else _NONE


_NONE = LabelScore(0, 0, 0)


def interval(right: int, of: int) -> tuple[float, float] | None:
    """Return what bounds a share with 95 % confidence, after Wilson; None: a share of nothing."""
    if not of:
        return None
    z = 1.96
    share, square = right / of, z * z / of
    middle = share + square / 2
    spread = z * math.sqrt(share * (1 - share) / of + square / of / 4)
    return (middle - spread) / (1 + square), (middle + spread) / (1 + square)


def told_share(right: int, of: int) -> str:
    """Return a share in per cent with its interval and of how many: `92.3 (83.2–96.7) of 65`."""
    bounds = interval(right, of)
    if bounds is None:
        return ""
    return f"{100 * right / of:.1f} ({100 * bounds[0]:.1f}–{100 * bounds[1]:.1f}) of {of:,}"


def labels_table(scores: Scores) -> Table:
    """Return the scores for a reader: both splits, precision and recall."""
    heads = [f"{split}: {share}" for split in SPLITS for share in ("precision", "recall")]
    table = Table("", *heads, box=None)
    for label, by_split in scores.items():
        splits = (by_split[split] for split in SPLITS)
        counts = ((one.right, of) for one in splits for of in (one.given, one.wanted))
        table.add_row(
            label, *(f"{100 * right / of:.1f} of {of:,}" if of else "" for right, of in counts)
        )
    return table


def shown(by_split: Mapping[str, LabelScore]) -> Iterator[str]:
    """Yield precision and recall on each split, as told to a reader."""
    for split in SPLITS:
        score = by_split[split]
        yield told_share(score.right, score.given)
        yield told_share(score.right, score.wanted)


def labels_object(rows: Sequence[Labelled], scores: Scores) -> dict[str, Any]:
    """Return what `--json` prints: the scores, and the rows of the dev split that are wrong.

    The held rows are there to be counted; who reads what is wrong with them has spent them.
    """
    return {
        "rows": len(rows),
        "scores": _kept(scores),
        "wrong": [
            {
                "text": row.text,
                "missing": sorted(row.wanted - row.given),
                "false": sorted(row.given - row.wanted),
            }
            for row in rows
            if row.split == "dev" and row.wanted != row.given
        ],
    }


def accept_labels(path: Path, name: str, gold: Path, scores: Scores, why: str) -> None:
    """Write the scores into the floors file as those of `name`, measured on `gold`."""
    floors = read_floors(path)
    floors[name] = {"why": why, "digest": digest(gold), "scores": _kept(scores)}
    path.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _kept(scores: Scores) -> dict[str, dict[str, list[int]]]:
    """Return right, given and wanted of each: all else follows from them."""
    return {
        label: {split: [one.right, one.given, one.wanted] for split, one in by_split.items()}
        for label, by_split in scores.items()
    }


def kept_scores(floor: Mapping[str, Any]) -> Scores:
    """Return the scores that a floors file has kept."""
    return {
        label: {split: LabelScore(*counts) for split, counts in by_split.items()}
        for label, by_split in floor["scores"].items()
    }


def fallen_labels(floor: Mapping[str, Any], scores: Scores) -> Iterator[str]:
    """Yield a sentence for each precision or recall that is worse than it was."""
    for label, by_split in kept_scores(floor).items():
        for split, before in by_split.items():
            now = scores.get(label, {}).get(split, _NONE)
            for share in ("precision", "recall"):
                was, has = getattr(before, share), getattr(now, share)
                if was is not None and (has is None or has <= was - _SLACK):
                    yield f"{share} of {label} on {split} is {has}, its floor {was}"
