"""Facets of the table of quotes that are read instead of counted.

A count over a million quotes takes longer than Datasette lets a facet take, and then it shows none.
Of all quotes, and of those that one value narrows them to, `quote_counts` holds the same counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from datasette.facets import ArrayFacet, ColumnFacet

from onrecord.db.counts import COUNTED
from onrecord.site.reader import DATABASE

# The end of what is counted, as Datasette writes it: everything, or what one filter leaves.
_COUNTED_ROWS = re.compile(
    r"from \[?quotes\]? (?:where (?:"
    r'["\[](?P<column>\w+)["\]] = :p0'
    r"|:p0 in \(select value from json_each\(\[?quotes\]?\.\[?(?P<array>\w+)\]?\)\)"
    r") )?$"
)

_COUNTS = """
select value, quote_count as count from quote_counts
where by_column = :by and by_value = :value and of_column = :of
order by count desc, value limit :most
"""
_HAS_COUNTS = "select 1 from quote_counts where by_column = :by and by_value = :value limit 1"

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
        """Return the facets, one by one read or counted."""
        counted_by = await _counted_by(self)
        found: list[dict[str, Any]] = []
        late: list[str] = []
        for config in self.get_configs():
            one = _alone(self, config, counted_by)
            results, timed_out = await super(_Read, one).facet_results()  # type: ignore[misc]
            found += results
            late += timed_out
        return found, late


class ReadColumnFacet(_Read, ColumnFacet):  # type: ignore[misc]  # its base has no types
    """The values of a column."""


class ReadArrayFacet(_Read, ArrayFacet):  # type: ignore[misc]  # its base has no types
    """The values in the arrays of a column."""


OURS = {ColumnFacet: ReadColumnFacet, ArrayFacet: ReadArrayFacet}


def with_ours(classes: Iterable[type]) -> list[type]:
    """Return Datasette's kinds of facets, ours in the place of those they extend."""
    return [OURS.get(kind, kind) for kind in classes]


def _alone(facet: Any, config: dict[str, Any], counted_by: tuple[str, str] | None) -> Any:
    """Return a facet of the same rows with one column only, read where that is possible."""
    column = config["config"].get("column") or config["config"].get("simple")
    datasette = facet.ds
    is_array = facet.type == "array"
    if counted_by and column in COUNTED and is_array == (column == "topics"):
        by, value = counted_by
        most = facet.get_facet_size() + 1
        values = {"by": by, "value": value, "of": column, "most": most}
        datasette = _Told(datasette, _COUNTS, values)
    one = type(facet)(
        datasette,
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


async def _counted_by(facet: Any) -> tuple[str, str] | None:
    """Return the column and the value that narrow the quotes, where they have been counted."""
    if facet.database != DATABASE or facet.table != "quotes":
        return None
    rows = _COUNTED_ROWS.search(facet.sql)
    if rows is None:
        return None
    column = rows["column"] or rows["array"] or ""
    value = str(facet.params["p0"]) if column else ""
    is_known = column == "" or (column in COUNTED and (column == "topics") == bool(rows["array"]))
    if not is_known:
        return None
    found = await facet.ds.execute(DATABASE, _HAS_COUNTS, {"by": column, "value": value})
    return (column, value) if found.rows else None
