"""How page reading is measured, and what it may not fall below."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import main
from onrecord.evaluate.pages import evaluate_pages

HEADLINE = "The bridge is open at last"
PAGE = f"""<html lang="en"><head><title>{HEADLINE} | Post</title>
<meta property="article:published_time" content="2024-05-03T09:00:00Z"></head><body>
<nav><a href="/">Home of the Post</a></nav><article><h1>{HEADLINE}</h1>
{"<p>The minister opened the bridge on Monday, and the two towns were glad of it, he said.</p>" * 3}
<figure><figcaption>The bridge at night, seen from the ferry</figcaption></figure>
<p>The ferry made its last trip on Sunday, with a band on board and a flag on the mast.</p>
</article></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    page = {
        "file": "a.html.gz",
        "with": ["The ferry made its last trip", "a piece that is not there"],
        "without": ["seen from the ferry", "Home of the Post"],
        "title": HEADLINE.upper(),
        "date": "2024-05-03",
    }
    (tmp_path / "gold.json").write_text(json.dumps({"https://post.example/a": page}))
    return tmp_path


def test_pieces_are_counted(folder: Path) -> None:
    ours, fast, *_ = evaluate_pages(folder, runs=1)
    for score in (ours, fast):
        assert (score.precision, score.recall) == (1.0, 0.5)
        assert score.f1 == pytest.approx(2 / 3)
        assert (score.title, score.date) == (1.0, 1.0)
        assert score.cost > 1


def test_the_command_shows_every_reading(folder: Path) -> None:
    result = CliRunner().invoke(main, ["evaluate", "--pages", str(folder)])
    assert result.exit_code == 0, result.output
    assert result.output.count("trafilatura") == 2
    result = CliRunner().invoke(main, ["evaluate", "--pages", str(folder), "--json"])
    assert [row["name"] for row in json.loads(result.output)][:2] == ["onrecord", "onrecord, fast"]


def test_page_reading_keeps_its_floors(corpora: Path) -> None:
    """The cost is held to twice its limit here: a busy machine is no fault of the reading."""
    ours, fast, *_ = evaluate_pages(corpora / "pages", runs=1)
    assert ours.f1 >= 0.940
    assert fast.f1 >= 0.925
    assert ours.title is not None and ours.title >= 0.86
    assert ours.date is not None and ours.date >= 0.86
    assert (ours.cost, fast.cost) < (50, 30)
