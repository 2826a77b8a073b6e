"""The built database, to compare with what was exported of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def database(built: Path) -> Iterator[sqlite3.Connection]:
    """Return a connection to the built database, rows by column name."""
    connection = sqlite3.connect(f"file:{built / 'onrecord.db'}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()
