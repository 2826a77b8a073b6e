"""Where the plugin is installed, Datasette still serves what is not this dataset."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest
from datasette.app import Datasette


@pytest.mark.parametrize("path", ["/", "/other", "/other/things", "/other/things/1", "/nowhere"])
def test_another_database_is_served(tmp_path: Path, path: str) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as other:
        other.execute("create table things (id integer primary key, name text)")
        other.execute("insert into things values (1, 'a lamp')")
    answer = asyncio.run(Datasette([str(file)]).client.get(path))
    assert answer.status_code == (404 if path == "/nowhere" else 200)
    assert "/onrecord/" not in answer.text.replace("/-/static-plugins/onrecord/", "")
