"""Whatever lies beside the data, `onrecord release` says what is wrong there and writes nothing."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from onrecord.starter.create import create_dataset
from tests.hostile.test_commands import SMALL, TOLD, put, run

MANIFEST = "releases/2024.5.0.json.gz"


def release(folder: Path, *options: str) -> Result:
    there = (folder / "data", "--captures", folder / "pages", "--out", folder / "deposits")
    return run("release", "--day", "2024-05-10", *options, "--data", *there)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a dataset with the manifest of one release; tests share it."""
    folder = tmp_path_factory.mktemp("first") / "bridge"
    create_dataset(folder)
    assert release(folder).exit_code == 0
    return folder


@pytest.fixture
def dataset(first: Path, tmp_path: Path) -> Path:
    """Return a copy of it, to be spoiled at will."""
    return Path(shutil.copytree(first, tmp_path / "bridge"))


def files(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


@pytest.mark.parametrize("name", ["CHANGELOG.md", "LICENSE-DATA", "CITATION.cff", "pyproject.toml"])
def test_files_beside_the_data(dataset: Path, name: str) -> None:
    (dataset / name).touch()
    before = files(dataset)
    for data in (SMALL[one] for one in ("bytes", "half a letter")):
        path = put(dataset / name, data)
        result = release(dataset, "--dry-run")
        assert f"error: {path}:" in result.output
        assert files(dataset) == before


@pytest.mark.parametrize("name", ["dataset.yml", "topics.yml"])
def test_problems_are_told_of_the_files_that_stay(dataset: Path, name: str) -> None:
    for data in (SMALL[one] for one in TOLD[1:]):
        path = put(dataset / "data" / name, data)
        assert f"error: {path}:" in release(dataset, "--dry-run").output


def test_what_is_no_manifest(dataset: Path) -> None:
    for data in (SMALL[one] for one in TOLD):
        for written in (data, gzip.compress(data)):
            path = put(dataset / MANIFEST, written)
            assert f"error: {path} is no manifest" in release(dataset, "--dry-run").output


@pytest.mark.parametrize(
    ("part", "changed"),
    [
        ("rows", {}),
        ("rows", {"quotes": 7}),
        ("quotes", {}),
        ("quotes", {"787022149402": ["a", "body", "1", 8, None, None, []]}),
        ("urls", []),
        ("left", {"quotes": []}),
    ],
)
def test_a_manifest_with_something_else_in_it(dataset: Path, part: str, changed: Any) -> None:
    told = json.loads(gzip.decompress((dataset / MANIFEST).read_bytes()))
    path = put(dataset / MANIFEST, gzip.compress(json.dumps({**told, part: changed}).encode()))
    assert f"error: {path} is no manifest" in release(dataset, "--dry-run").output


@pytest.mark.parametrize("name", ["x", "2024.5", "2024.5.0.1", "2024.5.²", "9" * 200 + ".1.1"])
def test_a_manifest_that_is_named_otherwise(dataset: Path, name: str) -> None:
    path = put(dataset / "releases" / f"{name}.json.gz", b"")
    assert f"error: {path}: no version" in release(dataset, "--dry-run").output


def test_captured_pages(dataset: Path) -> None:
    for number, data in enumerate(SMALL.values()):
        put(dataset / f"pages/{number}.html", data)
        put(dataset / f"pages/{number}.json", data)
    put(dataset / "pages/index.jsonl", SMALL["an object a line"])
    assert release(dataset, "--dry-run").exit_code == 0


def test_the_good_files_are_good(dataset: Path) -> None:
    """Else nothing above would show anything."""
    assert release(dataset, "--dry-run").exit_code == 0
