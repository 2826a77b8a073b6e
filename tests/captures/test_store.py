"""The store: whole pages, whole lines, one writer."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from onrecord.articles.index import INDEX, Line, read_index
from onrecord.articles.known import Known
from onrecord.captures.store import Store
from onrecord.errors import OnRecordError

ONE = {"url": "https://post.example/1", "file": "1.html.gz", "status": 200}
TWO = Line(Known(url="https://post.example/2"), file="2.html.gz", status=200, tdm_reservation=0)


@pytest.mark.parametrize(
    ("tail", "kept"),
    [
        ("", 1),
        ("\n", 1),
        ('{"url": "https://post.exa', 1),
        ("{", 1),
        (json.dumps(ONE), 2),
        ("7", 1),
    ],
)
def test_a_line_cut_off_is_left_out_and_written_over(tmp_path: Path, tail: str, kept: int) -> None:
    index = tmp_path / INDEX
    index.write_text(f"{json.dumps(ONE)}\n{tail}")
    assert len(read_index(tmp_path)) == kept
    with Store(tmp_path) as store:
        store.note(TWO)
    lines = read_index(tmp_path)
    assert len(lines) == kept + 1
    assert lines[-1] == TWO


def test_an_index_that_is_broken_inside_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / INDEX).write_text(f"nonsense\n{json.dumps(ONE)}\n")
    with pytest.raises(OnRecordError, match=r"index\.jsonl:1: not JSON"), Store(tmp_path):
        pass
    assert (tmp_path / INDEX).read_text().startswith("nonsense")


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such lock")
def test_one_run_at_a_time(tmp_path: Path) -> None:
    with Store(tmp_path), pytest.raises(OnRecordError, match="another run"), Store(tmp_path):
        pass
    with Store(tmp_path):
        pass


def test_the_same_page_makes_the_same_file(tmp_path: Path) -> None:
    bodies = []
    for name in ("a", "b"):
        with Store(tmp_path / name) as store:
            sha256, file = store.keep(b"<p>page")
            assert store.keep(b"<p>page") == (sha256, file)
        bodies.append((tmp_path / name / file).read_bytes())
        assert [path.name for path in (tmp_path / name).rglob("*.*")] == [
            INDEX,
            f"{sha256}.html.gz",
        ]
    assert bodies[0] == bodies[1]
