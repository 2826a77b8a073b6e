"""metadata.yml, in which Datasette finds titles, licence, descriptions, facets and the queries.

Made from `tables/` and `queries.py`. The committed copy shows what changes; a test says when it is
stale, and `python -m onrecord.db` writes it anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from html import escape
from types import MappingProxyType
from typing import Any

import yaml

from onrecord.db.dashboards import dashboards
from onrecord.db.queries import QUERIES, Query
from onrecord.db.schema import Column, Table, search_index, search_view
from onrecord.db.tables import TABLES, VIEWS
from onrecord.models import About, Licence

_WHERE_TO_START = """\
<p>Start with <a href="onrecord/quotes">the quotes</a>, with \
<a href="onrecord/said">said</a>, the same in flat rows for a spreadsheet, or with \
<a href="onrecord#queries">a ready question</a>.</p>
"""

_HEADER = """\
# Written by `python -m onrecord.db` from src/onrecord/db/ and data/dataset.yml: edit those.
"""

# the name of each licence, and where its text is
LICENCES: Mapping[Licence, tuple[str, str]] = MappingProxyType(
    {
        "CC-BY-4.0": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        "CC-BY-SA-4.0": ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        "CC0-1.0": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    }
)


def metadata(about: About) -> dict[str, Any]:
    """Return the metadata of the dataset as Datasette 0.65 reads it; our plugin reads its part."""
    licence, licence_url = LICENCES[about.licence]
    searched = {search_view(table): {"allow": False} for table in TABLES if table.search}
    return {
        "title": about.title,
        "description_html": f"<p>{escape(about.description, quote=False)}</p>\n{_WHERE_TO_START}",
        "license": f"{licence}: annotations and digests. Quotes belong to those who spoke them",
        "license_url": licence_url,
        "source": "The news reports listed in articles",
        "source_url": "/onrecord/articles",
        "about": "What this file was made from",
        "about_url": "/onrecord/build_info",
        "plugins": {
            "onrecord": {
                "name": about.name,
                "description": about.description,
                "creator": about.creator,
                "licence": licence,
                "licence_url": licence_url,
                "keywords": list(about.keywords),
                "words": about.examples.words or "",
                # each publisher's own, from the environment; unset, there is no link
                "report_url": {"$env": "ONRECORD_REPORT_URL"},
            },
            "datasette-dashboards": dashboards(),
        },
        "databases": {
            "onrecord": {
                "title": about.title,
                # the views that feed the search indexes are plumbing: no page of their own
                "tables": {**{t.name: _table(t) for t in (*TABLES, *VIEWS)}, **searched},
                "queries": {query.name: _query(query, asdict(about.examples)) for query in QUERIES},
            }
        },
    }


def metadata_yaml(about: About) -> str:
    """Return the text of metadata.yml."""
    text: str = yaml.dump(
        metadata(about), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100
    )
    return _HEADER + text


def described(column: Column) -> str:
    """Return what a reader should know of a column: its description, unit and closed set.

    The unit stands here and not under Datasette's `units`, which would turn 12000 words into
    "12 kilowords".
    """
    parts = [column.description]
    if column.unit:
        parts.append(f"Unit: {column.unit}.")
    if column.values:
        parts.append(f"One of {', '.join(column.values)}.")
    return " ".join(parts)


def _table(table: Table) -> dict[str, Any]:
    entry = {
        "description": table.description,
        "columns": {column.name: described(column) for column in table.columns},
        "facets": [_facet(column) for column in table.columns if column.is_facet],
        "label_column": table.label,
        "sort": table.sort,
        "sort_desc": table.sort_desc,
        "fts_table": search_index(table) if table.search else None,
    }
    return {key: value for key, value in entry.items() if value}


def _facet(column: Column) -> str | dict[str, str]:
    return {"array": column.name} if column.is_array else column.name


def _query(query: Query, examples: Mapping[str, str | None]) -> dict[str, Any]:
    entry = {
        "title": query.title,
        "group": query.group,
        "description": query.description,
        "description_html": query.description_html(examples),
        "sql": query.sql,
        "params": list(query.params),
        "fragment": query.chart.fragment() if query.chart else None,
    }
    return {key: value for key, value in entry.items() if value}


class _Dumper(yaml.SafeDumper):  # type: ignore[misc]  # its base has no types
    """Writes a text of several lines as a block, so that SQL and HTML can be read."""


def _block(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _block)
