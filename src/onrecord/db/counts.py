"""How many quotes share two values, counted once at the build instead of at every visit.

Comes in: a dataset. Goes out: the rows of `quote_counts`. Charts, rankings and facets read them;
a plain count over a million quotes takes a second.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, product, repeat
from operator import add

from onrecord.db.values import Rows
from onrecord.models import Dataset, Dating, Relation

# the columns of `quotes` that are counted, by each other
COUNTED = ("speaker_id", "kind", "part", "month", "outlet_id", "event_id", "topics", "wording")
EVERYTHING = ""  # stands for no column: all quotes
# Of these columns there are many values that few quotes have. Fewer than LEAST are counted in a
# millisecond, and their pairs would be most of the rows.
MANY_VALUED = frozenset({"speaker_id", "event_id"})
LEAST = 100

Value = tuple[str, str]  # a column, and what a quote has in it
Source = tuple[str | None, ...]
# The cells that quotes have in a column, or in several of few values, each as the numbers of its
# values; and the number of each quote's cell. Numbers are counted in a fifth of the time that texts
# take.
Group = tuple[list[tuple[int, ...]], list[int]]
Count = tuple[str, str, str, str, int]


def month_of(dating: Dating) -> str | None:
    """Return YYYY-MM where every day it can have been lies in that month."""
    return _month(dating.start, dating.end)


@lru_cache(maxsize=10_000)
def _month(start: str | None, end: str | None) -> str | None:
    return start[:7] if start and end and start[:7] == end[:7] else None


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
    values, groups = _groups(dataset)
    totals: Counter[int] = Counter()
    for cells, quotes in groups:
        for cell, count in Counter(quotes).items():
            totals.update(dict.fromkeys(cells[cell], count))
    for number, value in enumerate(values):
        yield (EVERYTHING, EVERYTHING, *value, totals[number])
    counts = _pairs(groups, len(values))
    for pair in sorted(counts):  # values are numbered in their order
        first, second = divmod(pair, len(values))
        if totals[first] >= least or values[first][0] not in MANY_VALUED:
            yield (*values[first], *values[second], counts[pair])


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


def _groups(dataset: Dataset) -> tuple[list[Value], list[Group]]:
    """Return all values in order, and what quotes have of them, group by group."""
    coded: list[tuple[list[list[Value]], list[int]]] = []
    for names, sources in _columns(dataset):
        codes = {source: code for code, source in enumerate(dict.fromkeys(sources))}
        cells = [
            [(name, value) for name, value in zip(names, source, strict=False) if value is not None]
            for source in codes
        ]
        coded.append((cells, list(map(codes.__getitem__, sources))))
    values = sorted({value for cells, _ in coded for cell in cells for value in cell})
    number = {value: place for place, value in enumerate(values)}
    return values, [
        ([tuple(number[value] for value in cell) for cell in cells], quotes)
        for cells, quotes in coded
    ]


def _columns(dataset: Dataset) -> Iterable[tuple[Iterable[str], Sequence[Source]]]:
    """Return what each quote has in one column, or in several of few values."""
    relations = relations_of(dataset)
    lists: tuple[list[Source], ...] = ([], [], [], [], [], [])
    manners, speakers, months, outlets, events, topics = lists
    for statement in dataset.statements:
        quote, dating = statement.quote, statement.dating
        manners.append((quote.kind, quote.part, relations.get(statement.id)))
        speakers.append(statement.speaker_ids[:1])
        months.append((_month(dating.start, dating.end),))
        outlets.append((statement.article.source.outlet_id,))
        events.append((statement.event_id,))
        topics.append(statement.topic_ids)
    return (
        (("kind", "part", "wording"), manners),
        (("speaker_id",), speakers),
        (("month",), months),
        (("outlet_id",), outlets),
        (("event_id",), events),
        (repeat("topics"), topics),
    )


def _pairs(groups: Iterable[Group], size: int) -> dict[int, int]:
    """Return how many quotes have both of two values, each pair as one number.

    That is `size` times the number of the first and that of the second.
    """
    counted: defaultdict[int, int] = defaultdict(int)
    for cells, quotes in groups:
        for cell, count in Counter(quotes).items():
            for value, other in product(cells[cell], repeat=2):
                counted[value * size + other] += count
    for (cells, quotes), (other_cells, others) in combinations(groups, 2):
        width = len(other_cells)
        places = range(0, len(cells) * width + 1, width or 1)
        for pair, count in Counter(map(add, map(places.__getitem__, quotes), others)).items():
            for value, other in product(cells[pair // width], other_cells[pair % width]):
                counted[value * size + other] += count
                counted[other * size + value] += count
    return counted


QUOTE_COUNTS = Rows(("by_column", "by_value", "of_column", "value", "quote_count"), count_pairs)
QUOTED_TOGETHER = Rows(("person_id", "other_id", "article_count"), count_together)
