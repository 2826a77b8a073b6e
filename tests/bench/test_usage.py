"""What measures one thing in a process of its own says how it is called."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from onrecord.bench import building, parquet, ties


@pytest.mark.parametrize(
    ("program", "wrong", "problem"),
    [
        *((parquet.main, wrong, "DATABASE") for wrong in ([], ["nowhere.db"], ["."])),
        (parquet.main, ["a.db", "b.db"], "DATABASE"),
        *((building.main, wrong, "QUOTES") for wrong in ([], ["many", "."], ["0", "."])),
        (building.main, ["10"], "FOLDER"),
        *((ties.main, wrong, "QUOTES") for wrong in ([], ["many"], ["-1"], ["1", "2"])),
    ],
)
def test_wrong_usage(program: click.Command, wrong: list[str], problem: str) -> None:
    result = CliRunner().invoke(program, wrong)
    assert result.exit_code == 2
    assert problem in result.output
