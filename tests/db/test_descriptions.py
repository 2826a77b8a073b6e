from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from datasette.utils import parse_metadata

from onrecord.curated import default_directory, load_about
from onrecord.db.__main__ import DESCRIPTIONS, write_descriptions
from onrecord.db.metadata import metadata, metadata_yaml
from onrecord.db.queries import QUERIES
from onrecord.db.schema import Table
from onrecord.db.tables import ARTICLES, QUOTES, TABLES, VIEWS
from onrecord.models import DateSource

OURS = load_about(default_directory())
EVERY = (*TABLES, *VIEWS)


@pytest.mark.parametrize("name", DESCRIPTIONS)
def test_the_committed_description_is_fresh(name: str, root: Path) -> None:
    committed = (root / name).read_text(encoding="utf-8")
    assert committed == DESCRIPTIONS[name](), f"{name} is stale: run `python -m onrecord.db`"


def test_descriptions_are_written_where_they_are_committed(tmp_path: Path) -> None:
    written = write_descriptions(tmp_path)
    assert [str(path.relative_to(tmp_path)) for path in written] == list(DESCRIPTIONS)
    assert (tmp_path / "metadata.yml").read_text(encoding="utf-8") == metadata_yaml(OURS)


def test_datasette_reads_back_what_was_meant() -> None:
    assert parse_metadata(metadata_yaml(OURS)) == metadata(OURS)


@pytest.mark.parametrize("table", EVERY, ids=lambda table: table.name)
def test_each_column_is_described_in_the_dictionary(table: Table) -> None:
    dictionary = DESCRIPTIONS["docs/data-dictionary.md"]()
    section = dictionary.partition(f"\n## {table.name}\n")[2].partition("\n## ")[0]
    for column in table.columns:
        assert f"| `{column.name}` |" in section
        assert column.description in section


@pytest.mark.parametrize("value", get_args(DateSource))
def test_what_may_give_the_day_of_publication_is_described(value: str) -> None:
    (column,) = (column for column in ARTICLES.columns if column.name == "published_from")
    assert f"`{value}`" in column.description


@pytest.mark.parametrize("table", EVERY, ids=lambda table: table.name)
def test_what_a_table_names_is_there(table: Table) -> None:
    names = {column.name for column in table.columns}
    assert len(names) == len(table.columns)
    assert {table.label, table.sort, table.sort_desc, *table.key} - {None} <= names
    assert {c.references for c in table.columns} - {None} <= {t.name for t in TABLES}


@pytest.mark.parametrize("table", EVERY, ids=lambda table: table.name)
def test_descriptions_are_sentences(table: Table) -> None:
    for description in (table.description, *(column.description for column in table.columns)):
        assert description.endswith(".")
        assert description[0].isupper() or description[0] in "`0123456789"
        assert "|" not in description  # it would end a cell of the dictionary's tables


def test_rows_are_shown_by_name_where_others_point_at_them() -> None:
    pointed_at = {c.references for t in TABLES for c in t.columns if c.references} - {"rules"}
    labels = {t.name: t.label for t in TABLES if t.name in pointed_at}
    assert labels == {
        "outlets": "name",
        "people": "name",
        "events": "name",
        "topics": "name",
        "articles": "headline",
        "utterances": "text",
        "quotes": "text",
        "corrections": "reason",
    }


def test_quotes_facet_by_what_people_look_for() -> None:
    facets = metadata(OURS)["databases"]["onrecord"]["tables"][QUOTES.name]["facets"]
    assert facets == [
        "speaker_id",
        "kind",
        "part",
        "month",
        "outlet_id",
        "event_id",
        {"array": "topics"},
        "wording",
    ]


def test_every_question_has_a_title_and_is_in_the_dictionary() -> None:
    dictionary = DESCRIPTIONS["docs/data-dictionary.md"]()
    for query in QUERIES:
        assert query.title.endswith("?")
        assert f"**{query.title}** (`{query.name}`)" in dictionary
