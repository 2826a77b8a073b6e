"""Facets of the table of quotes that are read instead of counted.

A count over a million quotes takes longer than Datasette lets a facet take, and then it shows none.
Where nothing or one value narrows them, `quote_counts` holds the same counts.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from typing import Any

from datasette.facets import ArrayFacet, ColumnFacet
from datasette.utils.asgi import BadRequest

from onrecord.db.tables.counts import COUNTED
from onrecord.site.counted import Narrowed, has_counts, narrowed
from onrecord.site.reader import DATABASE

_COUNTS = """
select value, quote_count as count from quote_counts
where by_column = :by and by_value = :value and of_column = :of
order by count desc, value limit :most
"""
# Datasette's own looks for a value that one row has twice, for which it copies every row.
_COUNT_TOPICS = """
select topic.value as value, count(*) as count
from ({rows}) quote, json_each(quote.topics) topic
group by 1 order by 2 desc, 1 limit {most}
"""

Result = tuple[list[dict[str, Any]], list[str]]  # the facets, and the columns that took too long


class _Told:
    """Datasette, but for one answer: it comes from another query."""

    def __init__(self, datasette: Any, sql: str, values: dict[str, Any]) -> None:
        self._datasette, self._sql, self._values = datasette, sql, values

    def __getattr__(self, name: str) -> Any:
        return getattr(self._datasette, name)

    async def execute(self, database: str, sql: str, values: object, **options: Any) -> Any:
        """Return the rows of our query instead of those of `sql`."""
        return await self._datasette.execute(database, self._sql, self._values, **options)


class _Read:
    """Makes a kind of facet read `quote_counts` where it has the counts."""

    async def facet_results(self: Any) -> Result:
        """Return the facets, read or counted, at the same time where there are cores for it."""
        by = await _counted_by(self)
        alone = (_alone(self, config, by) for config in _each_once(self.get_configs()))
        each: list[Result] = await asyncio.gather(
            *(super(_Read, one).facet_results() for one in alone)  # type: ignore[misc]
        )
        found = [facet for results, _ in each for facet in results]
        late = [column for _, timed_out in each for column in timed_out]
        return found, late


class ReadColumnFacet(_Read, ColumnFacet):  # type: ignore[misc]  # its base has no types
    """The values of a column."""


class ReadArrayFacet(_Read, ArrayFacet):  # type: ignore[misc]  # its base has no types
    """The values in the arrays of a column."""


OURS = {ColumnFacet: ReadColumnFacet, ArrayFacet: ReadArrayFacet}


def with_ours(classes: Iterable[type]) -> list[type]:
    """Return Datasette's kinds of facets, ours in the place of those they extend."""
    return [OURS.get(kind, kind) for kind in classes]


def _each_once(configs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the configuration of each column once, though the address asks for it again."""
    seen: set[str] = set()
    for config in configs:
        column = _column(config)
        if column not in seen:
            seen.add(column)
            yield config


def _column(config: dict[str, Any]) -> str:
    told = config["config"]
    column = told.get("column") or told.get("simple")
    if not isinstance(column, str):
        raise BadRequest("a facet names its column")
    return column


def _alone(facet: Any, config: dict[str, Any], by: Narrowed | None) -> Any:
    """Return a facet of the same rows with one column only, read where that is possible."""
    one = type(facet)(
        _told(facet, _column(config), by),
        facet.request,
        facet.database,
        sql=facet.sql,
        table=facet.table,
        params=facet.params,
        metadata=facet.metadata,
        row_count=facet.row_count,
    )
    one.get_configs = lambda: [config]
    return one


def _told(facet: Any, column: str, by: Narrowed | None) -> Any:
    """Return Datasette, which answers with the counts read, or counted in the quicker way."""
    most = facet.get_facet_size() + 1
    is_of_topics = column == "topics"
    if not _is_of_quotes(facet) or is_of_topics != (facet.type == "array"):
        return facet.ds
    if by and column in COUNTED:
        values = {"by": by.column, "value": by.value, "of": column, "most": most}
        return _Told(facet.ds, _COUNTS, values)
    if is_of_topics:
        return _Told(facet.ds, _COUNT_TOPICS.format(rows=facet.sql, most=most), facet.params)
    return facet.ds


async def _counted_by(facet: Any) -> Narrowed | None:
    """Return what narrows the quotes, where their counts have been made."""
    by = narrowed(facet.sql, facet.params) if _is_of_quotes(facet) else None
    return by if by and await has_counts(facet.ds, by) else None


def _is_of_quotes(facet: Any) -> bool:
    return (facet.database, facet.table) == (DATABASE, "quotes")
