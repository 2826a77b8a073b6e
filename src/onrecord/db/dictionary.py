"""docs/data-dictionary.md: every table, view, column and question, for readers of the dataset."""

from __future__ import annotations

from onrecord.db.metadata import described
from onrecord.db.queries import QUERIES, Query
from onrecord.db.schema import Column, Table
from onrecord.db.tables import TABLES, VIEWS

_HEADER = """\
<!-- Written by `python -m onrecord.db` from src/onrecord/db/: edit the descriptions there. -->

# Data dictionary

What every table, view and column of `onrecord.db` holds. Days are ISO 8601; offsets count Unicode
code points, the end excluded; an empty value means that nothing defensible is known.
"""


def data_dictionary() -> str:
    """Return the text of docs/data-dictionary.md."""
    contents = [_contents("Tables", TABLES), _contents("Views", VIEWS)]
    parts = [_HEADER, *contents, *map(_section, (*TABLES, *VIEWS)), _questions()]
    return "\n".join(parts)


def _contents(title: str, tables: tuple[Table, ...]) -> str:
    links = ", ".join(f"[{table.name}](#{table.name})" for table in tables)
    return f"{title}: {links}.\n"


def _section(table: Table) -> str:
    rows = [_row(table, column) for column in table.columns]
    head = ["| Column | Type | What it holds |", "|---|---|---|"]
    return "\n".join([f"## {table.name}", "", table.description, "", *head, *rows, ""])


def _row(table: Table, column: Column) -> str:
    role = ""
    if column.name in table.key:
        role = " key"
    if column.references:
        role += f" → [{column.references}](#{column.references})"
    kind = "JSON array" if column.is_array else column.type.lower()
    return f"| `{column.name}` | {kind}{role} | {described(column)} |"


def _questions() -> str:
    return "\n".join(["## Questions", "", *map(_question, QUERIES), ""])


def _question(query: Query) -> str:
    names = ", ".join(f"`:{name}`" for name in query.params)
    asked = f" To fill in: {names}." if names else ""
    return f"- **{query.title}** (`{query.name}`) {query.description}{asked}"
