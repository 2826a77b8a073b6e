"""The small dataset, built once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.bench.synthetic import synthetic_dataset
from onrecord.db.write import write_database
from tests.db.small import dataset


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of the small dataset's database, in a folder that Datasette can serve."""
    path = tmp_path_factory.mktemp("small") / "onrecord.db"
    write_database(dataset(), path)
    return path


@pytest.fixture
def connection(small: Path) -> Iterator[sqlite3.Connection]:
    """Return a connection to a copy of the small database, to be spoiled at will."""
    with closing(sqlite3.connect(small)) as stored, closing(sqlite3.connect(":memory:")) as copy:
        stored.backup(copy)
        yield copy


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Return a connection to 9,000 made-up quotes, a thousand of one speaker, to be read only."""
    path = tmp_path_factory.mktemp("many") / "many.db"
    write_database(synthetic_dataset(9000), path)
    with closing(sqlite3.connect(path)) as connection:
        yield connection
