"""Whatever a file holds, a command says in words what is wrong with it, and goes on or ends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import main
from tests.curated.test_load import write
from tests.hostile.files import HOSTILE
from tests.hostile.test_loading import DIGEST

SMALL = {name: data for name, data in HOSTILE.items() if len(data) < 1_000_000}
# one of each kind, for commands that take long to begin
TOLD = (
    *("empty", "bytes", "brackets", "quotation marks", "a list of lists", "an object a line"),
    *("half a surrogate pair", "half a gzip file", "a database in name", "Parquet in name"),
)
# with a known person in another spelling, and with somebody whom no file knows
STRANGERS = (
    DIGEST
    + """
“We have waited for this bridge for nine years,” said Anne Lee.

“There are too few ferries, and all of them are old,” said Zed Quill, a captain.
"""
)


def run(*arguments: str | Path) -> Result:
    """Return what a command said; fail where it broke, or said more than anyone reads."""
    result = CliRunner().invoke(main, [str(one) for one in arguments])
    assert isinstance(result.exception, SystemExit | None), arguments
    assert result.exit_code in (0, 1, 2)
    assert "Traceback" not in result.output
    assert result.exit_code == 0 or len(result.output) < 1_500_000
    return result


def put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", HOSTILE)
def test_a_build_of_a_data_file(name: str, tmp_path: Path) -> None:
    for file in ("outlets.yml", "people.yml", "topics.yml", "sources.csv", "verifications.csv"):
        write(tmp_path, {"corrections.yml": ""})
        put(tmp_path / "articles/a.md", DIGEST.encode())
        put(tmp_path / file, HOSTILE[name])
        result = run("build", "--data", tmp_path, "--out", tmp_path / "out.db")
        assert result.exit_code == 0 or f"{file}:" in result.output or "error: " in result.output
        (tmp_path / "verifications.csv").unlink(missing_ok=True)


@pytest.mark.parametrize("suffix", [".txt", ".html", ".html.gz", ".jsonl"])
def test_pages(suffix: str, tmp_path: Path) -> None:
    """All at once: each that can't be used costs nothing but itself."""
    page = Path(__file__).parents[1] / "articles/pages/agency.txt"
    good = put(tmp_path / "good.txt", page.read_bytes())
    paths = [put(tmp_path / f"{n}{suffix}", data) for n, data in enumerate(SMALL.values())]
    result = run("extract", "--jsonl", *paths, good)
    assert '"id": "good"' in result.output
    assert all(
        f"{path}" in result.output or f'"{n}"' in result.output for n, path in enumerate(paths)
    )
    assert result.exit_code == 1


@pytest.mark.parametrize("name", ["bytes", "brackets", "an object a line"])
def test_marked_texts(name: str, tmp_path: Path) -> None:
    for option in ("--jsonl", "--dates", "--pairs", "--topics", "--events"):
        run("evaluate", option, put(tmp_path / "file", HOSTILE[name]))
    put(tmp_path / "pages/gold.json", HOSTILE[name])
    assert run("evaluate", "--pages", tmp_path / "pages").exit_code == 1
    put(tmp_path / "polnear/a/x.ann", HOSTILE[name])
    put(tmp_path / "polnear/a/x.txt", b"We won.")
    run("evaluate", "--polnear", tmp_path / "polnear")


@pytest.mark.parametrize("name", TOLD)
def test_a_database_and_outputs_that_are_none(name: str, tmp_path: Path) -> None:
    database = put(tmp_path / "x.db", SMALL[name])
    assert run("export", database, "--out", tmp_path / "downloads").exit_code == 1
    put(tmp_path / "outputs/x.parquet", SMALL[name])
    assert run("merge", tmp_path / "outputs", "--out", tmp_path / "o.db").exit_code == 1


def suggest(folder: Path, *options: str | Path) -> Result:
    return run("people", "suggest", "--data", folder, "--least", "1", *options)


@pytest.mark.parametrize("name", ["people.yml", "institutions.yml"])
def test_suggestions_for_a_data_file(name: str, tmp_path: Path) -> None:
    put(write(tmp_path, {"corrections.yml": ""}) / "articles/a.md", STRANGERS.encode())
    for data in SMALL.values():
        put(tmp_path / name, data)
        result = suggest(tmp_path)
        # without people another file names somebody who is not there
        assert result.exit_code == 0 or re.search(r"/\w+\.yml:\d+: ", result.output)


def test_suggestions_from_pages(tmp_path: Path) -> None:
    put(write(tmp_path, {"corrections.yml": ""}) / "articles/a.md", STRANGERS.encode())
    for number, data in enumerate(SMALL.values()):
        put(tmp_path / f"articles/{number}.md", data)
        put(tmp_path / f"pages/{number}.html", data)
    assert "zed-quill" in suggest(tmp_path, "--captures", tmp_path / "pages").output


def test_the_good_files_are_good(tmp_path: Path) -> None:
    """Else nothing above would show anything."""
    put(write(tmp_path, {"corrections.yml": ""}) / "articles/a.md", DIGEST.encode())
    assert run("build", "--data", tmp_path, "--out", tmp_path / "out.db").exit_code == 0
    put(tmp_path / "articles/a.md", STRANGERS.encode())
    suggested = suggest(tmp_path).output
    assert "form: Anne Lee" in suggested
    assert "id: zed-quill" in suggested
