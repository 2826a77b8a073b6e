from __future__ import annotations

import asyncio
import fcntl
import os
import threading
from pathlib import Path

import httpx
import pytest
from datasette.app import Datasette

from onrecord.curated import default_directory, load_curated
from onrecord.db.folder import NAME, install
from onrecord.db.queries import QUERIES, Query


def get(folder: Path, path: str) -> httpx.Response:
    async def ask() -> httpx.Response:
        datasette = Datasette(config_dir=folder)
        await datasette.invoke_startup()
        answer: httpx.Response = await datasette.client.get(path)
        return answer

    return asyncio.run(ask())


def test_the_database_can_be_downloaded(small: Path) -> None:
    answer = get(small.parent, "/onrecord.db")
    assert answer.status_code == 200
    assert answer.content == small.read_bytes()


def test_rows_show_names_for_ids(small: Path) -> None:
    rows = get(small.parent, "/onrecord/quotes.json?_shape=array&_labels=on&kind=indirect").json()
    labels = {name: cell["label"] for name, cell in rows[0].items() if isinstance(cell, dict)}
    assert labels["speaker_id"] == "Ada Lind"
    assert labels["outlet_id"] == "The Evening"
    assert labels["article_id"] == "‘Every bridge,’ says Lind"


def test_facets_are_ready(small: Path) -> None:
    facets = get(small.parent, "/onrecord/quotes.json").json()["facet_results"]
    assert [(value["label"], value["count"]) for value in facets["speaker_id"]["results"]] == [
        ("Ada Lind", 6),
        ("Bo Ek", 1),
        ("Cy Holm", 1),
    ]
    assert [(v["value"], v["count"]) for v in facets["topics"]["results"]] == [("bridges", 4)]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/onrecord/quotes.json?_search=every+bridge&_shape=array", 6),  # two of the headline's
        ("/onrecord/people.json?_search=лінд&_shape=array", 1),
        ("/onrecord/articles.json?_search=paper&_shape=array", 1),
        ("/onrecord/quotes.json?_search=%22never%22+-+%27&_shape=array", 2),
    ],
)
def test_search_boxes_find(small: Path, path: str, found: int) -> None:
    assert len(get(small.parent, path).json()) == found


def test_plumbing_has_no_page(small: Path) -> None:
    assert get(small.parent, "/onrecord/quotes_search").status_code == 403
    listed = get(small.parent, "/onrecord.json").json()
    assert {view["name"] for view in listed["views"]} == {
        "said",
        "same_words",
        "quotes_by_month",
        "needs_review",
    }
    assert not [table["name"] for table in listed["tables"] if "_fts" in table["name"]]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_each_question_has_its_page(small: Path, query: Query) -> None:
    answer = get(small.parent, f"/onrecord/{query.name}.json?_shape=array")
    assert answer.status_code == 200


def test_two_builds_do_not_mix_their_files(tmp_path: Path) -> None:
    """While one moves its files there, the other waits: a database beside the counts of another."""
    draft = tmp_path / "draft"
    draft.write_bytes(b"the database of the other build")
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    about = load_curated(default_directory()).about
    other = threading.Thread(target=install, args=(draft, tmp_path / NAME, {}, about))
    other.start()
    other.join(0.3)
    assert [file.name for file in tmp_path.iterdir()] == ["draft"]
    os.close(handle)
    other.join(10)
    assert (tmp_path / NAME).read_bytes() == b"the database of the other build"
    assert (tmp_path / "inspect-data.json").exists()
