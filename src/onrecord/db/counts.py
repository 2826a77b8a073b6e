"""How many quotes share two values, counted once at the build instead of at every visit.

Comes in: a dataset. Goes out: the rows of `quote_counts`. Charts, rankings and facets read them;
a plain count over a million quotes takes a second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, repeat
from operator import add, mul

from onrecord.db.values import Rows
from onrecord.models import Dataset, Dating, Relation

# the columns of `quotes` that are counted, by each other
COUNTED = ("speaker_id", "kind", "part", "month", "outlet_id", "event_id", "topics", "wording")
EVERYTHING = ""  # stands for no column: all quotes
# Of these columns there are many values that few quotes have. Fewer than LEAST are counted in a
# millisecond, and their pairs would be most of the rows.
MANY_VALUED = frozenset({"speaker_id", "event_id"})
LEAST = 100

Values = tuple[str, ...]  # those of one quote in one column: one, none, or several topics
Coded = tuple[list[int], list[Values]]
Count = tuple[str, str, str, str, int]


def month_of(dating: Dating) -> str | None:
    """Return YYYY-MM where every day it can have been lies in that month."""
    if dating.start and dating.end and dating.start[:7] == dating.end[:7]:
        return dating.start[:7]
    return None


def relations_of(dataset: Dataset) -> dict[str, Relation]:
    """Return how each quote stands to its utterance's fullest report, by the quote's id.

    Not of a quote that is the only one of its utterance: it has nothing to differ from.
    """
    return {
        variant.quote_id: variant.relation
        for utterance in dataset.utterances
        if len(utterance.variants) > 1
        for variant in utterance.variants
    }


def count_pairs(dataset: Dataset, least: int = LEAST) -> Iterator[Count]:
    """Yield column, value, other column, its value and the quotes that have both, in order.

    A speaker or an event with fewer than `least` is no first value; a second value it may be.
    """
    columns = _columns(dataset)
    totals = {name: _total(values) for name, values in columns.items()}
    for of, counted in sorted(totals.items()):
        yield from (
            (EVERYTHING, EVERYTHING, of, value, counted[value]) for value in sorted(counted)
        )
    counts = _pairs(columns, totals)
    often = {
        name: {v for v, n in counted.items() if n >= least or name not in MANY_VALUED}
        for name, counted in totals.items()
    }
    rows = (
        (by, value, of, other, count)
        for (by, of), counted in counts.items()
        for (value, other), count in counted.items()
        if value in often[by]
    )
    yield from sorted(rows)


def count_together(dataset: Dataset) -> list[tuple[str, str, int]]:
    """Return each speaker with another and the articles that quote both, in order."""
    quoted: dict[str, set[str]] = {}
    for statement in dataset.statements:
        for speaker in statement.speaker_ids[:1]:
            quoted.setdefault(statement.article.id, set()).add(speaker)
    pairs: Counter[tuple[str, str]] = Counter()
    for speakers in quoted.values():
        pairs.update(combinations(sorted(speakers), 2))
    return sorted(row for (a, b), count in pairs.items() for row in ((a, b, count), (b, a, count)))


def _columns(dataset: Dataset) -> dict[str, list[Values]]:
    """Return the values of each counted column, quote by quote."""
    relations = relations_of(dataset)
    columns: dict[str, list[Values]] = {name: [] for name in COUNTED}
    appends = [columns[name].append for name in COUNTED]
    months: dict[tuple[str | None, str | None], Values] = {}
    for statement in dataset.statements:
        day = statement.dating.start, statement.dating.end
        if day not in months:
            months[day] = _some(month_of(statement.dating))
        values = (
            statement.speaker_ids[:1],
            (statement.quote.kind,),
            (statement.quote.part,),
            months[day],
            (statement.article.source.outlet_id,),
            _some(statement.event_id),
            statement.topic_ids,
            _some(relations.get(statement.id)),
        )
        for append, value in zip(appends, values, strict=True):
            append(value)
    return columns


def _some(value: str | None) -> Values:
    return () if value is None else (value,)


def _total(column: Iterable[Values]) -> Counter[str]:
    return Counter(value for values in column for value in values)


def _pairs(
    columns: Mapping[str, list[Values]], totals: Mapping[str, Counter[str]]
) -> dict[tuple[str, str], Mapping[tuple[str, str], int]]:
    """Return the counts of each pair of columns, a column with itself among them."""
    counts: dict[tuple[str, str], Mapping[tuple[str, str], int]] = {}
    coded = {name: _code(column) for name, column in columns.items()}
    for one, other in combinations(columns, 2):
        counted = _both(coded[one], coded[other])
        counts[one, other] = counted
        counts[other, one] = {(b, a): count for (a, b), count in counted.items()}
    for name, total in totals.items():
        counts[name, name] = {(value, value): count for value, count in total.items()}
    counts["topics", "topics"] = _both(coded["topics"], coded["topics"])
    return counts


def _code(column: Iterable[Values]) -> Coded:
    """Return the number of each quote's cell, and the cells by their number."""
    numbers: dict[Values, int] = {}
    return [numbers.setdefault(cell, len(numbers)) for cell in column], [*numbers]


def _both(one: Coded, other: Coded) -> Mapping[tuple[str, str], int]:
    """Return how often each value of one column stands beside each of the other.

    A pair of cells is counted as one number: of a million quotes in a fifth of the time that
    pairs of texts take.
    """
    (rows, cells), (other_rows, other_cells) = one, other
    width = len(other_cells)
    counted: Counter[tuple[str, str]] = Counter()
    pairs = Counter(map(add, map(mul, rows, repeat(width)), other_rows))
    for pair, count in pairs.items():
        row, other_row = divmod(pair, width)
        for value in cells[row]:
            for beside in other_cells[other_row]:
                counted[value, beside] += count
    return counted


QUOTE_COUNTS = Rows(("by_column", "by_value", "of_column", "value", "quote_count"), count_pairs)
QUOTED_TOGETHER = Rows(("person_id", "other_id", "article_count"), count_together)
