"""How many quotes share two values, counted once at the build instead of at every visit.

Comes in: a dataset. Goes out: the rows of `quote_counts`. Charts, rankings and facets read them;
a plain count over a million quotes takes a second.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count

import numpy as np
import numpy.typing as npt

from onrecord.db.tables.counts import LEAST, MANY_VALUED
from onrecord.models import Dataset, Dating, Relation

EVERYTHING = ""  # stands for no column: all quotes

Value = tuple[str, str]  # a column, and what a quote has in it
Column = tuple[str, Sequence[str | None]]  # its name, and what each quote has in it
Numbers = npt.NDArray[np.int64]
Count = tuple[str, str, str, str, int]


def month_of(dating: Dating) -> str | None:
    """Return YYYY-MM where every day it can have been lies in that month."""
    return _month(dating.start, dating.end)


@cache
def _month(start: str | None, end: str | None) -> str | None:
    return start[:7] if start and end and start[:7] == end[:7] else None


def reports_of(dataset: Dataset) -> dict[str, tuple[str, Relation]]:
    """Return the utterance of each quote, and how the quote stands to its fullest report.

    Left out is the only quote of an utterance: that has its id, and it has nothing to differ from.
    """
    return {
        one.quote_id: (utterance.id, one.relation)
        for utterance in dataset.utterances
        if len(utterance.variants) > 1
        for one in utterance.variants
    }


def count_pairs(dataset: Dataset, least: int = LEAST) -> Iterator[Count]:
    """Yield column, value, other column, its value and the quotes that have both, in order.

    A speaker or an event with fewer than `least` is no first value; a second value it may be.
    """
    found = _pairs(_columns(dataset), np.arange(len(dataset.statements)))
    totals = found.counts[found.first == found.second]  # of each value, in their order
    for value, total in zip(found.values, totals.tolist(), strict=True):
        yield EVERYTHING, EVERYTHING, *value, total
    is_few = np.array([name not in MANY_VALUED for name, _ in found.values], np.bool_)
    may_lead = is_few | (totals >= least)
    for value, other, quotes in found.where(may_lead[found.first]):
        yield *value, *other, quotes


def count_together(dataset: Dataset) -> Iterator[tuple[str, str, int]]:
    """Yield each speaker with another and the articles that quote both, in order."""
    number: defaultdict[str, int] = defaultdict(count().__next__)
    printed_in = [number[statement.article.id] for statement in dataset.statements]
    found = _pairs([_speakers(dataset)], np.array(printed_in, np.int64))
    for (_, speaker), (_, other), articles in found.where(found.first != found.second):
        yield speaker, other, articles


def _columns(dataset: Dataset) -> list[Column]:
    said = dataset.statements
    reports = reports_of(dataset)
    topics = [one.topic_ids for one in said]
    most = max(map(len, topics), default=0)
    return [
        _speakers(dataset),
        ("kind", [one.quote.kind for one in said]),
        ("part", [one.quote.part for one in said]),
        ("month", [month_of(one.dating) for one in said]),
        ("outlet_id", [one.article.source.outlet_id for one in said]),
        ("event_id", [one.event_id for one in said]),
        ("wording", [reports.get(one.id, (None, None))[1] for one in said]),
        # of several topics the first, the second, and so on
        *(
            ("topics", [ids[place] if place < len(ids) else None for ids in topics])
            for place in range(most)
        ),
    ]


def _speakers(dataset: Dataset) -> Column:
    named = [statement.speaker_ids for statement in dataset.statements]
    return "speaker_id", [ids[0] if ids else None for ids in named]


@dataclass(frozen=True, slots=True, eq=False)
class _Pairs:
    """Pairs of values in order, each as the numbers of the two, and how many groups have both."""

    values: list[Value]  # in order
    first: Numbers
    second: Numbers
    counts: Numbers

    def where(self, kept: npt.NDArray[np.bool_]) -> Iterator[tuple[Value, Value, int]]:
        """Yield the pairs for which `kept` is true, with their counts."""
        value = self.values.__getitem__
        return zip(
            map(value, self.first[kept].tolist()),
            map(value, self.second[kept].tolist()),
            self.counts[kept].tolist(),
            strict=True,
        )


def _pairs(columns: Sequence[Column], groups: Numbers) -> _Pairs:
    """Return how many groups have both of two values; `groups` tells the group of each quote.

    Every value makes a pair with itself. Values are counted as numbers, as texts take longer: 12 s
    instead of 6 for all rows of a million quotes.
    """
    held = {(name, value) for name, found in columns for value in set(found) if value is not None}
    values = sorted(held)
    size = len(values)
    members = np.sort(np.concatenate(list(_members(columns, values, groups))))
    group, value = np.divmod(members[np.diff(members, prepend=-1) > 0], size)
    found = [np.unique(value * size + value, return_counts=True)]
    for step in range(1, len(value)):
        is_one = group[step:] == group[:-step]
        if not is_one.any():
            break
        lower, higher = value[:-step][is_one], value[step:][is_one]
        pairs, counts = np.unique(lower * size + higher, return_counts=True)
        found += [(pairs, counts), (pairs % size * size + pairs // size, counts)]
    pairs, place = np.unique(np.concatenate([pairs for pairs, _ in found]), return_inverse=True)
    counts = np.zeros_like(pairs)
    np.add.at(counts, place, np.concatenate([counts for _, counts in found]))
    return _Pairs(values, *np.divmod(pairs, size), counts)


def _members(
    columns: Iterable[Column], values: Sequence[Value], groups: Numbers
) -> Iterator[Numbers]:
    """Yield what groups have, column by column: the group times `len(values)`, and the value."""
    number = {value: place for place, value in enumerate(values)}
    for name, found in columns:
        of = {value: -1 if value is None else number[name, value] for value in set(found)}
        numbers = np.fromiter(map(of.__getitem__, found), np.int64, len(found))
        yield (groups * len(values) + numbers)[numbers >= 0]
