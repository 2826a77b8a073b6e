"""`onrecord release`: two releases of a fresh dataset, and everything that stops one."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import main
from onrecord.starter.create import create_dataset

DIGEST = Path("data/articles/northern-wire-2024-04-29-minister-sees-no-toll.md")
CORRECTIONS = Path("data/corrections.yml")


def release(folder: Path, *arguments: str) -> Result:
    options = ["--data", folder / "data", "--captures", folder / "pages"]
    out = ["--out", folder / "build" / "releases"]
    return CliRunner().invoke(main, ["release", *map(str, [*options, *out, *arguments])])


def files(folder: Path) -> dict[str, str]:
    """Return the hash of each file below a folder."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a dataset with one release; tests share it."""
    folder = tmp_path_factory.mktemp("first") / "bridge"
    create_dataset(folder)
    result = release(folder, "--day", "2024-05-10")
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def dataset(released: Path, tmp_path: Path) -> Path:
    """Return a copy of it, to be spoiled at will."""
    return Path(shutil.copytree(released, tmp_path / "bridge"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_first_release(released: Path) -> None:
    assert "version: 2024.5.0" in (released / "data" / "dataset.yml").read_text()
    assert "First release: 14 quotes in 4 reports." in (released / "CHANGELOG.md").read_text()
    assert {path.name for path in (released / "releases").iterdir()} == {
        "2024.5.0.json.gz",
        "2024.5.0.md",
        "2024.5.0-changes.csv",
    }
    assert not list(released.glob(".release-*"))


def test_the_same_input_gives_the_same_bytes(released: Path, tmp_path: Path) -> None:
    again = tmp_path / "elsewhere"
    create_dataset(again)
    assert release(again, "--day", "2024-05-10").exit_code == 0
    assert files(again) == files(released)


def test_a_dry_run_writes_nothing(dataset: Path) -> None:
    before = files(dataset)
    result = release(dataset, "--day", "2024-06-01", "--dry-run", "--json")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert (told["version"], told["since"], told["changes"]) == ("2024.6.0", "2024.5.0", [])
    assert files(dataset) == before


def test_what_changed_is_told_row_by_row(dataset: Path) -> None:
    edit(dataset / DIGEST, "on Monday.", "on Monday.\n\n“It is a bridge, not a purse,” Lind said.")
    (dataset / CORRECTIONS).write_text(
        "- target: 7a191fe4344c\n  field: speaker_id\n  after: transport-ministry\n"
        "  reason: It is its statement.\n  source: https://northern-wire.example\n"
        "  by: the editors\n  made: '2024-05-20'\n"
    )
    result = release(dataset, "--day", "2024-05-21")
    assert result.exit_code == 0, result.output
    with (dataset / "releases" / "2024.5.1-changes.csv").open(newline="") as file:
        quotes = [row for row in csv.DictReader(file) if row["table"] == "quotes"]
    assert {row["change"] for row in quotes} >= {"added", "re-attributed"}
    (given,) = (row for row in quotes if row["change"] == "re-attributed")
    assert (given["id"], given["before"], given["after"]) == (
        "7a191fe4344c",
        "",
        "transport-ministry",
    )
    log = (dataset / "CHANGELOG.md").read_text()
    assert log.index("## 2024.5.1, 2024-05-21") < log.index("## 2024.5.0, 2024-05-10")
    assert "1 re-attributed" in log
    assert (
        "re-attributed: `7a191fe4344c`, from nothing to transport-ministry"
        in (dataset / "releases" / "2024.5.1.md").read_text()
    )


def test_a_quote_that_vanished_stops_it_until_it_is_told_of(dataset: Path) -> None:
    edit(dataset / DIGEST, "no toll before spring,", "no toll at all before spring,")
    before = files(dataset)
    result = release(dataset, "--day", "2024-05-21")
    assert result.exit_code == 1
    assert "quotes 787022149402" in result.stderr
    assert files(dataset) == before
    lines = result.stderr.partition("mending these lines:\n")[2]
    assert "field: moved_to" in lines
    (dataset / CORRECTIONS).write_text(lines)
    result = release(dataset, "--day", "2024-05-21")
    assert result.exit_code == 0, result.output
    told = (dataset / "releases" / "2024.5.1.md").read_text()
    assert "- moved: `787022149402` to `" in told
    # and the trace may not be lost later
    (dataset / CORRECTIONS).write_text("[]\n")
    result = release(dataset, "--day", "2024-05-22")
    assert result.exit_code == 1
    assert "quotes 787022149402" in result.stderr


def test_a_report_that_vanished_takes_its_quotes_along(dataset: Path) -> None:
    (dataset / DIGEST).unlink()
    result = release(dataset, "--day", "2024-05-21")
    assert result.exit_code == 1
    lines = result.stderr.partition("mending these lines:\n")[2]
    assert lines.count("- target:") == 1
    (dataset / CORRECTIONS).write_text(lines)
    assert release(dataset, "--day", "2024-05-21").exit_code == 0


def test_a_speaker_who_vanished_may_leave_a_tombstone(dataset: Path) -> None:
    edit(dataset / "pages" / "the-gull.txt", "said Siv Dahl, who has", "said a woman who has")
    result = release(dataset, "--day", "2024-05-21")
    assert result.exit_code == 1
    assert "people siv-dahl" in result.stderr
    lines = result.stderr.partition("mending these lines:\n")[2]
    (dataset / CORRECTIONS).write_text(lines)
    result = release(dataset, "--day", "2024-05-21")
    assert result.exit_code == 0, result.output
    rows = (dataset / "releases" / "2024.5.1-changes.csv").read_text()
    assert "people,gone,siv-dahl" in rows


def test_a_broken_digest_stops_it(dataset: Path) -> None:
    (dataset / "data" / "articles" / "broken.md").write_text("---\nurl: [\n---\nText.\n")
    before = files(dataset)
    result = release(dataset, "--day", "2024-05-21")
    assert result.exit_code == 1
    assert "broken.md:" in result.stderr
    assert files(dataset) == before


def test_a_failure_at_the_end_puts_everything_back(
    dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(dataset)
    move = shutil.move

    def full(source: Path, target: Path) -> object:
        if target.name.endswith(".json.gz"):
            raise OSError("no space left")
        return move(source, target)

    monkeypatch.setattr(shutil, "move", full)
    result = release(dataset, "--day", "2024-05-21")
    assert result.exit_code == 1
    assert "no space left" in result.stderr
    assert files(dataset) == before


def test_there_must_be_a_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["release"])
    assert result.exit_code == 1
    assert "--data" in result.stderr


@pytest.fixture(scope="module")
def deposit(released: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the unpacked deposit."""
    folder = tmp_path_factory.mktemp("deposit")
    (packed,) = (released / "build" / "releases").glob("*.zip")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder)
    return folder / "the-long-bridge-2024.5.0"


def test_the_deposit_is_whole(deposit: Path) -> None:
    lines = (deposit / "SHA256SUMS").read_text().splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    found = files(deposit)
    del found["SHA256SUMS"]
    assert sums == found
    assert found.keys() >= {"README.md", "CHANGES.md", "onrecord.db", "csv/quotes.csv"}


def test_the_deposit_has_nothing_of_a_page_but_quoted_words(deposit: Path) -> None:
    everything = b"\n".join(
        path.read_bytes()
        for path in deposit.rglob("*")
        if path.suffix in (".db", ".csv", ".jsonl", ".md")
    )
    assert b"we have kept our word" in everything
    for theirs in (b"told the crowd", b"nobody in town would pay", b"spent on the hospital"):
        assert theirs not in everything


def test_the_database_of_the_deposit_is_sound(deposit: Path) -> None:
    with closing(sqlite3.connect(deposit / "onrecord.db")) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        assert connection.execute("select count(*) from quotes").fetchone() == (14,)
        found = "select count(*) from quotes_fts where quotes_fts match 'bridge'"
        assert connection.execute(found).fetchone()[0] > 0
        digests = "select count(*) from articles where text like '%backbone of this coast%'"
        assert connection.execute(digests).fetchone() == (1,)


def test_zenodo_is_told_what_it_is(released: Path) -> None:
    (path,) = (released / "build" / "releases").glob("*.zenodo.json")
    told = json.loads(path.read_text())["metadata"]
    assert told["upload_type"] == "dataset"
    assert told["license"] == "cc-by-4.0"
    assert told["version"] == "2024.5.0"
    assert told["publication_date"] == "2024-05-10"
    assert told["creators"] == [{"name": "The Norhaven bridge watchers"}]
