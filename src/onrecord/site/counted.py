"""Counts of quotes that the build has made, found by the SQL that would make them again.

Of all quotes, and of those that one value narrows them to, `quote_counts` says how many there are
and what they have. A count over a million quotes takes longer than a page should.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from onrecord.db.tables.counts import COUNTED
from onrecord.site.reader import DATABASE

# The end of what is counted, as Datasette and `narrow` write it: everything, or what one filter
# leaves. Names are in quotes, in brackets or bare.
_QUOTES = r"""
    from \s ["[]?quotes["\]]? \s? (?:where \s (?:
      ["[]?(?P<column>\w+)["\]]? \s = \s :(?P<one>\w+)
      | :(?P<some>\w+) \s in \s \(select \s value \s from \s
        json_each\(["[]?quotes["\]]?\.["[]?(?P<array>\w+)["\]]?\)\)
    ) \s? )? $
"""
_ROWS = re.compile(_QUOTES, re.VERBOSE)
_COUNT = re.compile(r"select \s count\(\*\) \s" + _QUOTES, re.VERBOSE)
# What points at a row, as Datasette counts it for the row's page.
_POINTING = re.compile(r"\(select count\(\*\) from quotes where (?P<column>\w+)=:id\)")

_HAS_COUNTS = "select 1 from quote_counts where by_column = ? and by_value = ? limit 1"
_TOTAL = """
select quote_count as "count(*)" from quote_counts
where by_column = '' and by_value = '' and of_column = ? and value = ?
"""
_TOTAL_OF_ROW = """\
(select coalesce(sum(quote_count), 0) from quote_counts
  where by_column = '' and by_value = '' and of_column = '{}' and value = :id)"""


class Narrowed(NamedTuple):
    """The column and the value that narrow the quotes; both empty where nothing does."""

    column: str
    value: str


def narrowed(sql: str, params: Mapping[str, object]) -> Narrowed | None:
    """Return what narrows the quotes that `sql` takes; None where it isn't one counted column."""
    return _narrowed(_ROWS.search(sql), params)


def _narrowed(rows: re.Match[str] | None, params: Mapping[str, object]) -> Narrowed | None:
    if rows is None:
        return None
    column = rows["column"] or rows["array"]
    if column is None:
        return Narrowed("", "")
    if column not in COUNTED or (column == "topics") != bool(rows["array"]):
        return None
    return Narrowed(column, str(params[rows["one"] or rows["some"]]))


async def has_counts(datasette: Any, by: Narrowed) -> bool:
    """Tell whether the build has counted what the quotes with this value have."""
    return bool((await datasette.execute(DATABASE, _HAS_COUNTS, by)).rows)


def read_counts(datasette: Any) -> None:
    """Have Datasette read what the build has counted: for pages of the quotes and of rows."""
    if DATABASE not in datasette.databases:
        return
    database = datasette.databases[DATABASE]
    count = database.execute

    async def execute(sql: str, params: Any = None, *rest: Any, **options: Any) -> Any:
        # the whole of it: what somebody asks may only end like a count
        by = _narrowed(_COUNT.fullmatch(sql), params or {})
        if by and by.column:
            total = await count(_TOTAL, by)
            if total.rows:
                return total
        return await count(_POINTING.sub(_read_pointing, sql), params, *rest, **options)

    database.execute = execute


def _read_pointing(count: re.Match[str]) -> str:
    return _TOTAL_OF_ROW.format(count["column"]) if count["column"] in COUNTED else count[0]
