"""The bench of Parquet is called with a database, or says so."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from onrecord.bench.parquet import main


@pytest.mark.parametrize("wrong", [[], ["nowhere.db"], ["."], ["a.db", "b.db"]])
def test_wrong_usage(wrong: list[str]) -> None:
    result = CliRunner().invoke(main, wrong)
    assert result.exit_code == 2
    assert "DATABASE" in result.output
