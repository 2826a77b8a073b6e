"""A site to ask: the built folder served in this process."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from datasette.app import Datasette

Get = Callable[[str], httpx.Response]


@pytest.fixture(scope="session")
def get(built: Path) -> Iterator[Get]:
    """Return a function that fetches a path of the site as `datasette build/` would answer it."""
    with asyncio.Runner() as runner:
        site = Datasette(config_dir=built)

        def fetch(path: str) -> httpx.Response:
            answer: httpx.Response = runner.run(site.client.get(path))
            return answer

        yield fetch


@pytest.fixture(scope="session")
def database(built: Path) -> Iterator[sqlite3.Connection]:
    """Return a connection to the built database, rows by column name."""
    connection = sqlite3.connect(f"file:{built / 'onrecord.db'}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()
