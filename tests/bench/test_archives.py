"""The archive that the bench reads is a sound one."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from onrecord.archives.members import members
from onrecord.articles.warc import read_member
from onrecord.bench.__main__ import main as bench
from onrecord.bench.archives import write_archive
from tests.archives.made import other, report


def test_every_page_is_in_the_archive_once(tmp_path: Path) -> None:
    pages = [report(1), other(2), report(3)]
    path = write_archive(tmp_path / "a.warc.gz", pages)
    found = list(members(path, 0, path.stat().st_size, 1_000_000))
    assert [one.problem for one in found] == [None] * 3
    records = [read_member(one.data, 1_000_000) for one in found]
    assert [record and record.data for record in records] == pages


def test_archives_are_measured_on_saved_pages_only() -> None:
    done = CliRunner().invoke(bench, ["archives"])
    assert done.exit_code == 2
    assert "--pages" in done.stderr
