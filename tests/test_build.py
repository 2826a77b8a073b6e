"""`onrecord build`: what it prints, what it leaves, how it ends."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord import cli
from onrecord.commands import build as command
from onrecord.curated import default_directory


def build(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.main, ["build", *map(str, arguments)])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a copy of the repository's data, to be spoiled at will."""
    return Path(shutil.copytree(default_directory(), tmp_path / "data"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "build" / "onrecord.db"


def count(database: Path, table: str) -> int:
    with closing(sqlite3.connect(database)) as connection:
        return int(connection.execute(f"select count(*) from {table}").fetchone()[0])


def test_a_build_says_what_it_made(data: Path, out: Path) -> None:
    result = build("--data", data, "--out", out)
    assert result.exit_code == 0
    assert result.stderr == ""
    # a long path may be printed on two lines
    assert "direct quotes" in result.stdout and str(out) in result.stdout.replace("\n", "")
    assert {path.name for path in out.parent.iterdir()} == {
        "onrecord.db",
        "inspect-data.json",
        "metadata.yml",
        "settings.json",
    }


def test_a_program_can_read_it(data: Path, out: Path) -> None:
    summary = json.loads(build("--data", data, "--out", out, "--json").stdout)
    assert summary["articles"] == count(out, "articles")
    assert sum(summary["quotes"].values()) == count(out, "quotes")
    assert summary["refusals"] == []


BROKEN = [
    ("---\nurl: [\n---\nText.\n", "broken.md:"),
    ("---\nurl: https://a.example\noutlet: nobody\nheadline: X\n---\nText.\n", "broken.md:3: "),
    ("---\nurl: https://a.example\noutlet: voi\nheadline: X\n---\n1.\n\n“Two.\n", "broken.md:8: "),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), BROKEN)
def test_a_broken_digest_is_named_and_the_rest_is_built(
    data: Path, out: Path, text: str, place: str
) -> None:
    whole = len(list((data / "articles").glob("*.md")))
    (data / "articles" / "broken.md").write_text(text)
    result = build("--data", data, "--out", out)
    assert result.exit_code == 1
    assert f"error: data/articles/{place}" in result.stderr
    assert "built without 1 broken digest" in result.stderr
    assert "refused: invalid-digest" in result.stdout
    assert count(out, "articles") == whole
    assert count(out, "refusals") == 1


def test_nothing_is_built_from_broken_data(data: Path, out: Path) -> None:
    build("--data", data, "--out", out)
    before = out.read_bytes()
    (data / "outlets.yml").write_text("- {id: a, name: A}\n- {id: b, nmae: B}\n")
    result = build("--data", data, "--out", out)
    assert result.exit_code == 1
    assert result.stderr.count("outlets.yml:") >= 2
    assert all(line.startswith("error: ") for line in result.stderr.splitlines())
    assert out.read_bytes() == before


def test_nothing_is_built_from_nothing(data: Path, out: Path) -> None:
    shutil.rmtree(data / "articles")
    result = build("--data", data, "--out", out)
    assert result.exit_code == 1
    assert "articles has 0, at least 1 expected" in result.stderr
    assert not out.exists()


def test_a_place_that_cannot_be_written_is_an_error_in_words(data: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = build("--data", data, "--out", tmp_path / "file" / "onrecord.db")
    assert result.exit_code == 1
    assert result.stderr.startswith("error: ")
    assert isinstance(result.exception, SystemExit)


@pytest.mark.parametrize(
    "arguments", [["--data", "/nowhere"], ["--captures", "/nowhere"], ["more"]]
)
def test_wrong_usage(arguments: list[str]) -> None:
    assert build(*arguments).exit_code == 2


def test_an_interrupted_build_ends_in_words(
    data: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "write_database", interrupted)
    result = build("--data", data, "--out", out)
    assert result.exit_code == 1
    assert "Aborted!" in result.stderr


def test_help_names_the_defaults() -> None:
    text = build("--help").stdout
    assert "build/onrecord.db" in text
    assert all(option in text for option in ("--data", "--captures", "--out", "--json"))
