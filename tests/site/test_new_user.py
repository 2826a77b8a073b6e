"""As somebody new would: download, check the sum, open it, and ask who said it first."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import httpx
import pytest

GUIDE = (Path(__file__).parents[2] / "docs" / "downloads.md").read_text(encoding="utf-8")
(EXAMPLE,) = re.findall(r"```sql\n(.*?)```", GUIDE, re.DOTALL)
QUESTION = EXAMPLE[EXAMPLE.index("select") :]


def with_sqlite(folder: Path) -> tuple[str, ...]:
    with closing(sqlite3.connect(folder / "onrecord.db")) as database:
        (answer,) = database.execute(QUESTION).fetchall()
    return tuple(answer)


def with_duckdb(folder: Path) -> tuple[str, ...]:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    database = duckdb.connect()
    database.execute(f"create view said as from '{folder / 'said.parquet'}'")
    (answer,) = database.execute(QUESTION).fetchall()
    return tuple(answer)


@pytest.mark.parametrize(
    ("name", "ask"),
    [("onrecord.db", with_sqlite), ("parquet/said.parquet", with_duckdb)],
    ids=["sqlite", "duckdb"],
)
def test_who_said_it_first(
    server: str, tmp_path: Path, name: str, ask: Callable[[Path], tuple[str, ...]]
) -> None:
    page = httpx.get(f"{server}/downloads").text
    assert f'href="/downloads/{name}"' in page
    content = httpx.get(f"{server}/downloads/{name}").content
    sums = httpx.get(f"{server}/downloads/SHA256SUMS").text
    assert f"{hashlib.sha256(content).hexdigest()}  {name}\n" in sums
    (tmp_path / Path(name).name).write_bytes(content)
    speaker, day, outlet, words = ask(tmp_path)
    assert (speaker, day, outlet) == ("Jens Stoltenberg", "2023-04-20", "The Moscow Times")
    assert "as long as it takes" in words
