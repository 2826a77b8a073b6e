"""Inputs that were found or made to break the reading are read as they should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.target import check

SEEDS = sorted(
    path
    for folder in (Path(__file__).parent / "seeds", Path(__file__).parents[1] / "articles/pages")
    for path in folder.iterdir()
    if path.suffix != ".json"
)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_a_seed_is_read(path: Path) -> None:
    check(path.read_bytes())
