"""An export is whole, the same every time, and takes the old one's place only when it is done."""

from __future__ import annotations

import filecmp
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from click.testing import CliRunner, Result

from onrecord.cli import main
from onrecord.exports import export as exporting
from onrecord.exports.export import export_dataset
from onrecord.exports.folder import SUMS, read_sums
from onrecord.exports.layout import DATABASE, csv_name, media_type, parquet_name, purpose
from onrecord.exports.rows import EXPORTED


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def assert_same(one: Path, other: Path) -> None:
    assert names(one) == names(other)
    _, different, unread = filecmp.cmpfiles(one, other, names(one), shallow=False)
    assert (different, unread) == ([], [])


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


def test_every_table_is_there_in_both_formats(downloads: Path) -> None:
    there = set(names(downloads))
    for table in EXPORTED:
        assert {csv_name(table), parquet_name(table)} <= there


def test_every_file_has_its_sum_and_is_told_what_it_is(downloads: Path) -> None:
    assert {*read_sums(downloads), SUMS} == set(names(downloads))
    subprocess.run(["sha256sum", "--check", "--quiet", SUMS], cwd=downloads, check=True)
    for name in read_sums(downloads):
        assert purpose(name)
        assert media_type(name) != "application/octet-stream"


def test_the_database_is_the_one_that_was_given(built: Path, downloads: Path) -> None:
    given = (built / DATABASE).read_bytes()
    assert (downloads / DATABASE).read_bytes() == given
    packed = (downloads / f"{DATABASE}.zst").read_bytes()
    assert zstandard.ZstdDecompressor().decompress(packed) == given


def test_a_second_export_is_the_same_byte_for_byte(
    built: Path, downloads: Path, tmp_path: Path
) -> None:
    export_dataset(built / DATABASE, tmp_path / "again")
    assert_same(downloads, tmp_path / "again")


def test_another_python_writes_the_same_bytes(
    root: Path, built: Path, downloads: Path, tmp_path: Path
) -> None:
    """ONRECORD_OTHER_PYTHON is an interpreter of another version with the locked packages."""
    python = os.environ.get("ONRECORD_OTHER_PYTHON")
    if not python:
        pytest.skip("ONRECORD_OTHER_PYTHON is not set: there is no second Python to try")
    call = "from onrecord.cli import main; main()"
    command: list[str | Path] = [
        python,
        "-c",
        call,
        "export",
        built / DATABASE,
        "--out",
        tmp_path / "other",
    ]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": str(root / "src")}, check=True)
    assert_same(downloads, tmp_path / "other")


def test_an_export_takes_the_place_of_the_one_before(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "downloads"
    export_dataset(built / DATABASE, out)
    (out / SUMS).write_text((out / SUMS).read_text() + f"{'0' * 64}  old.csv\n")
    (out / "old.csv").write_text("of the last version")
    export_dataset(built / DATABASE, out)
    assert "old.csv" not in names(out)
    assert [path.name for path in tmp_path.iterdir()] == ["downloads"]


def test_an_export_that_fails_leaves_the_one_before(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "downloads"
    out.mkdir()
    (out / SUMS).write_text("")

    def fill_the_disk(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(exporting, "write_descriptions", fill_the_disk)
    with pytest.raises(OSError, match="No space left"):
        export_dataset(built / DATABASE, out)
    assert names(tmp_path) == [f"downloads/{SUMS}"]


def _leave_a_file(folder: Path) -> None:
    folder.mkdir()
    (folder / "thesis.docx").write_text("two years of work")


def _make_a_file(folder: Path) -> None:
    folder.write_text("no folder")


@pytest.mark.parametrize(
    ("make", "complaint"), [(_leave_a_file, "thesis.docx"), (_make_a_file, "downloads")]
)
def test_what_no_export_wrote_is_not_replaced(
    built: Path, tmp_path: Path, make: Callable[[Path], None], complaint: str
) -> None:
    make(tmp_path / "downloads")
    before = names(tmp_path)
    answer = run(built / DATABASE, "--out", tmp_path / "downloads")
    assert answer.exit_code in {1, 2}
    assert complaint in answer.output
    assert names(tmp_path) == before


def test_a_database_that_is_not_there_is_named(tmp_path: Path) -> None:
    answer = run(tmp_path / "none.db", "--out", tmp_path / "downloads")
    assert answer.exit_code == 1
    assert "none.db is not there" in answer.output
    assert "onrecord build" in answer.output


def _of_another_version(path: Path, built: Path) -> None:
    shutil.copyfile(built / DATABASE, path)
    with sqlite3.connect(path) as database:
        database.execute("alter table topics rename column name to title")
    database.close()


def _of_something_else(path: Path, built: Path) -> None:
    path.write_text(f"not a database like {built}" * 100)


@pytest.mark.parametrize("make", [_of_another_version, _of_something_else])
def test_another_database_is_refused_in_words(
    built: Path, tmp_path: Path, make: Callable[[Path, Path], None]
) -> None:
    make(tmp_path / "other.db", built)
    answer = run(tmp_path / "other.db", "--out", tmp_path / "downloads")
    assert answer.exit_code == 1
    assert "other.db is no database of this version" in answer.output
    assert names(tmp_path) == ["other.db"]


def test_an_address_without_a_scheme_is_refused(built: Path, tmp_path: Path) -> None:
    answer = run(built / DATABASE, "--out", tmp_path / "d", "--site", "quotes.example.org")
    assert answer.exit_code == 2
    assert "--site" in answer.output


def test_what_is_not_installed_is_named(built: Path, tmp_path: Path) -> None:
    """All other commands do without what an export needs."""
    code = "import sys; sys.modules['pyarrow'] = None; from onrecord.cli import main; main()"
    command: list[str | Path] = [sys.executable, "-c", code, "export", built / DATABASE]
    command += ["--out", tmp_path / "downloads"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "pip install 'onrecord[export]'" in ran.stderr
    assert "Traceback" not in ran.stderr
