"""An archive of a few slices, and what comes of it when nothing goes wrong."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.archives import units
from onrecord.archives.records import Job
from tests.archives.made import records, write, zipped
from tests.archives.runs import COUNT, SMALLEST, database, read

# of the random tests; scripts/faults sets more
MANY = "ONRECORD_SEEDS" in os.environ
SEEDS = int(os.environ.get("ONRECORD_SEEDS", "9"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give as many seeds as are asked for, fewer for what takes longer."""
    shares = {"seed": 1, "slow_seed": 6, "few_seed": 3}
    for name, share in shares.items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, range(max(SEEDS // share, 1)))


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units, "SMALLEST", SMALLEST)


@pytest.fixture(scope="session")
def parts() -> list[bytes]:
    return zipped(records(COUNT))


@pytest.fixture
def archive(tmp_path: Path, parts: list[bytes]) -> Path:
    return write(tmp_path / "a.warc.gz", parts)


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, parts: list[bytes]) -> Iterator[Job]:
    folder = tmp_path_factory.mktemp("undisturbed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(units, "SMALLEST", SMALLEST)
        yield read(write(folder / "a.warc.gz", parts), folder / "out", workers=1)


@pytest.fixture(scope="session")
def merged(undisturbed: Job, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the hash of the database of an undisturbed run."""
    return database(undisturbed, tmp_path_factory.mktemp("merged") / "onrecord.db")
