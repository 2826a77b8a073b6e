"""`onrecord run` and `onrecord merge` at the command line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import main
from tests.archives.made import records, write, zipped


def onrecord(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def test_archives_become_a_database(tmp_path: Path) -> None:
    archive = write(tmp_path / "a.warc.gz", zipped(records(6)))
    done = onrecord("run", archive, "--out", tmp_path / "out", "--workers", "1", "--json")
    assert done.exit_code == 0, done.output
    summary = json.loads(done.stdout)
    assert summary["articles"] == 2
    assert summary["passed_over"] == {"off-topic": 2, "status": 2}
    again = onrecord("run", archive, "--out", tmp_path / "out", "--workers", "1")
    assert "articles: 2" in again.stdout
    merged = onrecord("merge", tmp_path / "out", "--out", tmp_path / "a.db")
    assert merged.exit_code == 0, merged.output
    assert (tmp_path / "a.db").exists()
    assert "passed over: 2 off-topic, 2 status" in merged.stdout


@pytest.mark.parametrize("part", ["0/2", "3/2", "half", "1", "1/0"])
def test_a_share_that_is_none_is_wrong_usage(tmp_path: Path, part: str) -> None:
    archive = write(tmp_path / "a.warc.gz", [])
    done = onrecord("run", archive, "--out", tmp_path / "out", "--shard", part)
    assert done.exit_code == 2
    assert "is not i/n" in done.stderr


def test_a_folder_without_outputs_says_what_to_do(tmp_path: Path) -> None:
    done = onrecord("merge", tmp_path, "--out", tmp_path / "a.db")
    assert done.exit_code == 1
    assert "`onrecord run` first" in done.stderr
    assert not (tmp_path / "a.db").exists()


def test_without_dask_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "onrecord.archives.cluster", raising=False)
    monkeypatch.setitem(sys.modules, "dask.distributed", None)
    archive = write(tmp_path / "a.warc.gz", zipped(records(1)))
    done = onrecord("run", archive, "--out", tmp_path / "out", "--scheduler", "local")
    assert done.exit_code == 1
    assert "pip install 'onrecord[archives,cluster]'" in done.stderr


def test_workers_of_a_scheduler_are_not_ours_to_count(tmp_path: Path) -> None:
    archive = write(tmp_path / "a.warc.gz", [])
    options = ("--scheduler", "tcp://127.0.0.1:9", "--workers", "2")
    done = onrecord("run", archive, "--out", tmp_path / "out", *options)
    assert done.exit_code == 2
    assert "--workers" in done.stderr


def test_without_pyarrow_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("onrecord.archives.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    archive = write(tmp_path / "a.warc.gz", zipped(records(1)))
    done = onrecord("run", archive, "--out", tmp_path / "out")
    assert done.exit_code == 1
    assert "pip install 'onrecord[archives]'" in done.stderr
