"""Corrections from file to database: what stops a build, and what a takedown leaves behind."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import main
from tests.site import corrected

WHY = "  reason: why\n  source: where\n  by: who\n  made: 2026-11-21\n"
SISTER = "“My sister lives at 12 Quay Street in the old town,” she said. "
PAGE = """\
Lind on bridges

Ada Lind, foreign minister for two years now, stood in the rain and took the questions of the press.

“We will rebuild every bridge in the country before winter comes,” Ada Lind said on Monday.

“My sister lives at 12 Quay Street in the old town,” she said. “The ferries are safe,” she added.

A man who had come with her, the head of the harbour, was asked about the boats and their times.

“The ferries will run again in May,” said Cy Holm, who runs the harbour.
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder whose corrections all fit."""
    corrected.build(tmp_path)
    return tmp_path / "data"


def build(data: Path, *options: str) -> Result:
    out = data.parent / "build" / "onrecord.db"
    return CliRunner().invoke(main, ["build", "--data", str(data), "--out", str(out), *options])


def rows(data: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(data.parent / "build" / "onrecord.db")) as connection:
        return list(connection.execute(sql))


def test_what_fits_nothing_stops_the_build_with_its_line(data: Path) -> None:
    file, database = data / "corrections.yml", data.parent / "build" / "onrecord.db"
    before = database.read_bytes()
    line = len(file.read_text().splitlines()) + 1
    file.write_text(f"{file.read_text()}- target: news-gone\n  field: take_down\n{WHY}")
    result = build(data)
    assert result.exit_code == 1
    assert f"{file}:{line}: news-gone, take_down: no such article or quote" in result.output
    assert database.read_bytes() == before


def test_what_is_no_correction_stops_the_build_with_its_line(data: Path) -> None:
    (data / "corrections.yml").write_text(f"- target: x\n  field: words\n{WHY}")
    assert "corrections.yml:2: `field` can't be 'words'; use one of" in build(data).output


def test_the_order_of_the_file_makes_no_difference(data: Path) -> None:
    file = data / "corrections.yml"
    said = "select * from quotes order by id"
    before = rows(data, said), rows(data, "select * from corrected_rows")
    entries = file.read_text().split("- target")[1:]
    file.write_text("".join(f"- target{entry}" for entry in reversed(entries)))
    assert build(data).exit_code == 0
    assert (rows(data, said), rows(data, "select * from corrected_rows")) == before


def test_a_tombstone_outlives_the_words_of_the_digest(data: Path) -> None:
    digest = data / "articles" / f"{corrected.BRIDGES_ID}.md"
    digest.write_text(digest.read_text().replace(SISTER, ""))
    result = build(data)
    assert result.exit_code == 1
    assert "make the field taken_down" in result.output
    file = data / "corrections.yml"
    file.write_text(file.read_text().replace("field: take_down", "field: taken_down", 1))
    result = build(data)
    assert result.exit_code == 0, result.output
    gone = f"select effect from corrected_rows where row_id = '{corrected.SISTER_ID}'"
    assert rows(data, gone) == [("gone",)]


def test_the_digest_beside_a_page_is_blanked_too(data: Path) -> None:
    pages = data.parent / "pages"
    pages.mkdir()
    (pages / "one.txt").write_text(PAGE)
    (pages / "one.json").write_text('{"url": "https://evening.example/2024/03/05/bridges"}')
    result = build(data, "--captures", str(pages))
    assert result.exit_code == 0, result.output
    of_article = f"from articles where id = '{corrected.BRIDGES_ID}'"
    ((basis, text, summary),) = rows(data, f"select basis, text, summary {of_article}")
    assert (basis, text) == ("capture", None)
    assert isinstance(summary, str)
    assert "Quay" not in summary and "██████" in summary
    assert rows(data, "select 1 from quotes where prefix || text || suffix like '%Quay%'") == []
