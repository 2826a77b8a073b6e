"""How surely copies of a text are told from other reports, and what it costs an article."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.articles.syndication import find_copies
from onrecord.bench.reprints import Report, make_reports, make_scattered

EVENTS = 200  # eleven reports of each
SIZES = (1_000, 10_000, 100_000)


@dataclass(frozen=True, slots=True)
class CopyScores:
    """Of the pairs that were tied, the share that print one text, and the reverse."""

    reports: int
    precision: float
    recall: float


@dataclass(frozen=True, slots=True)
class CopyCost:
    """What it costs to find the copies among so many articles: CPU time of each."""

    articles: int
    milliseconds: float


def measure_scores() -> CopyScores:
    """Return how surely copies are told from other reports of the same events."""
    reports = make_reports(EVENTS)
    return CopyScores(len(reports), *score(reports))


def measure_cost(articles: int) -> CopyCost:
    """Return what so many articles cost."""
    made = make_scattered(articles)
    start = time.process_time()
    find_copies(made)
    return CopyCost(articles, 1000 * (time.process_time() - start) / articles)


def score(reports: Sequence[Report]) -> tuple[float, float]:
    """Return precision and recall over all pairs of reports."""
    groups = find_copies(report.article for report in reports)
    group_of = {id_: number for number, group in enumerate(groups) for id_ in group}
    found: dict[object, list[str]] = defaultdict(list)
    for report in reports:
        found[group_of.get(report.article.id, report.article.id)].append(report.text_of)
    tied = [one == other for texts in found.values() for one, other in combinations(texts, 2)]
    printed = Counter(report.text_of for report in reports)
    true = sum(count * (count - 1) // 2 for count in printed.values())
    return sum(tied) / max(1, len(tied)), sum(tied) / max(1, true)
