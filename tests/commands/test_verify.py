"""`onrecord verify`: what it writes, what it says, and what a build makes of it."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import main
from onrecord.curated.checks import FILE

URL = "https://post.example/2024/05/03/bridge"
SAID = "Nobody asked us whether the tolls should rise by a third,"
DIGEST = f"""---
url: {URL}
outlet: post
headline: Bridge opens
published: 2024-05-03
---
The report has the opening. "{SAID}" Ann Lee said.
"""
PAGE = f"""Bridge opens
The bridge opened on Monday, a year later than the two towns had planned, and many walked across it
in the rain that had fallen since the morning, to the music of two bands.
“{SAID}” Ann Lee said to those who had come to the river to see it.
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "articles").mkdir(parents=True)
    (folder / "outlets.yml").write_text("- id: post\n  name: Post\n  url: https://post.example/\n")
    (folder / "people.yml").write_text("- id: ann-lee\n  name: Ann Lee\n")
    (folder / "articles" / "post-2024-05-03-bridge.md").write_text(DIGEST)
    return folder


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(PAGE)
    (folder / "a.json").write_text(json.dumps({"url": URL}))
    return folder


def change(pages: Path, old: str, new: str) -> None:
    page = pages / "a.txt"
    page.write_text(page.read_text().replace(old, new))


def rows(data: Path, pages: Path, code: int = 0) -> list[dict[str, Any]]:
    result = run("verify", "--data", data, "--captures", pages, "--json")
    assert result.exit_code == code, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def test_words_of_the_report_are_found(data: Path, pages: Path) -> None:
    (row,) = rows(data, pages)
    assert (row["quote"], row["result"], row["found"]) == (SAID, "exact", None)
    assert row["article_id"] == "post-2024-05-03-bridge"
    assert len(row["capture_sha256"]) == 64
    assert (data / FILE).read_text().count("\n") == 2


def test_a_second_run_changes_nothing(data: Path, pages: Path) -> None:
    rows(data, pages)
    before = (data / FILE).read_bytes()
    rows(data, pages)
    assert (data / FILE).read_bytes() == before


def test_a_row_keeps_its_date_while_it_says_the_same(data: Path, pages: Path) -> None:
    (row,) = rows(data, pages)
    text = (data / FILE).read_text()
    (data / FILE).write_text(text.replace(row["checked"], "2020-02-02"))
    assert rows(data, pages)[0]["checked"] == "2020-02-02"
    change(pages, "two bands", "three bands")
    assert rows(data, pages)[0]["checked"] == row["checked"]


def test_another_word_is_shown(data: Path, pages: Path) -> None:
    change(pages, "by a third", "by a fifth")
    (row,) = rows(data, pages)
    assert (row["result"], "by a fifth" in row["found"]) == ("near", True)
    assert "by a fifth" in run("verify", "--data", data, "--captures", pages).output


def test_a_digest_without_a_capture_keeps_its_rows(data: Path, pages: Path) -> None:
    before = rows(data, pages)
    (pages / "a.txt").unlink()
    assert rows(data, pages) == before


def test_absent_words_stop_the_build_unless_explained(
    data: Path, pages: Path, tmp_path: Path
) -> None:
    change(pages, SAID, "I have nothing to add to that now, not a single word,")
    (row,) = rows(data, pages, code=1)
    assert row["result"] == "absent"
    out = tmp_path / "out.db"
    result = run("build", "--data", data, "--out", out)
    assert result.exit_code == 1
    assert row["quote_id"] in result.output
    (data / "corrections.yml").write_text(
        f"- target: {row['quote_id']}\n  field: speaker_id\n  before: ann-lee\n  after: ann-lee\n"
        "  reason: the page was changed after it was retold\n  source: the outlet's note\n"
        "  by: Editor\n  made: 2024-05-04\n"
    )
    result = run("build", "--data", data, "--out", out)
    assert result.exit_code == 0, result.output


def test_the_result_is_published(data: Path, pages: Path, tmp_path: Path) -> None:
    rows(data, pages)
    out = tmp_path / "out.db"
    assert run("build", "--data", data, "--out", out).exit_code == 0
    with closing(sqlite3.connect(out)) as connection:
        found = connection.execute("select text, verification from quotes").fetchall()
    assert (SAID, "exact") in found


@pytest.mark.parametrize(
    "broken", ["a,b\n", "HEADER\nx,y\n", "HEADER\na,b,c,exactly,,0,2024-05-03\n"]
)
def test_a_broken_file_stops_with_its_line(data: Path, pages: Path, broken: str) -> None:
    rows(data, pages)
    header = (data / FILE).read_text().splitlines()[0]
    (data / FILE).write_text(broken.replace("HEADER", header))
    result = run("verify", "--data", data, "--captures", pages)
    assert result.exit_code == 1
    assert f"{FILE}:" in result.output


def test_the_founding_reports_print_every_quote(corpora: Path, root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(root / "data", folder)
    result = run("verify", "--data", folder, "--captures", corpora / "seeds", "--json")
    found = json.loads(result.stdout)
    assert {row["result"] for row in found} <= {"exact", "normalised"}
    assert len({row["article_id"] for row in found}) == 5
    assert (folder / FILE).read_text() == (root / "data" / FILE).read_text()
