"""Every reason of the closed list, as somebody at the command line and in the database meets it."""

from __future__ import annotations

import gzip
import json
import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from onrecord import cli
from onrecord.articles import captures
from onrecord.articles.supervise import PageReader
from onrecord.commands import inputs
from onrecord.curated import default_directory
from onrecord.models import RefusalReason

PARAGRAPHS = [
    "The ferry to Norstad will sail again from Monday after repairs to its ramp, the harbour office"
    " said on Thursday, ending three weeks in which islanders had to row.",
    "“We have missed it badly,” Ann Lee, the harbour master, told reporters on the quay.",
    "The ramp was beyond repair, and will be replaced in May, at a cost that nobody has named.",
]
GERMAN = "Die Fähre nach Norstad wird ab Montag wieder fahren, sagte das Hafenamt am Donnerstag. "
REPORT = "\n".join(["Ferry to Norstad sails again", *PARAGRAPHS])
LIVE = '<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>'
HTML = "<html lang=en><head>{}</head><body><article>{}</article></body></html>"

# what a file holds → the reason it is refused for, and words of the detail
FILES: dict[str, tuple[bytes, str, str]] = {
    "picture.html": (b"\x89PNG\r\n" + bytes(range(256)), "not-a-page", "a picture"),
    "nothing.txt": (b" \n", "empty", "nothing"),
    "teaser.txt": (PARAGRAPHS[1].encode(), "too-short", "words of body"),
    "large.txt": (b"a " * 10_000_001, "too-large", "20,000,000 bytes"),
    "menu.txt": (b"Home\nNews\nSport\n", "no-article", "no line"),
    "live.html": (HTML.format(LIVE, f"<p>{'<p>'.join(PARAGRAPHS)}").encode(), "no-article", "live"),
    "spoilt.html.gz": (gzip.compress(REPORT.encode())[:30], "unreadable", "gzip"),
    "wall.txt": (b"Bridge opens\nSubscribe to read the whole report.\n", "paywall", "notice of"),
    "german.txt": ((GERMAN * 9).encode(), "language", "not in English"),
    "endless.html": (
        HTML.format("", "<p>" + "word and the<br>" * 100_000).encode(),
        "timed-out",
        "not read after",
    ),
}
# what `onrecord capture` notes in the index of a store
NOTED = {
    "address": "in a private network",
    "robots": "robots.txt keeps us out",
    "reserved": "mining is reserved by its header",
    "fetch-failed": "status 410",
}


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (captures, inputs):
        monkeypatch.setattr(module, "PageReader", partial(PageReader, seconds=5.0))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Return a store of captures in which nothing but one report can be used."""
    store = tmp_path / "store"
    store.mkdir()
    for name, (data, _, _) in {**FILES, "ferry.txt": (REPORT.encode(), "", "")}.items():
        (store / name).write_bytes(data)
        sidecar = {"url": f"https://post.example/2024/05/03/{name}"}
        (store / f"{name.partition('.')[0]}.json").write_text(json.dumps(sidecar))
    (store / "copy.txt").write_text(REPORT.replace("Ferry to", "FERRY TO"))
    (store / "copy.json").write_text('{"url": "https://post.example/2024/05/03/ferry-again"}')
    lines = [
        {"url": f"https://post.example/{reason}", "reason": reason, "detail": detail}
        for reason, detail in NOTED.items()
    ]
    (store / "index.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return store


def test_read_names_each_on_stderr_and_reads_the_rest(store: Path) -> None:
    paths = [str(store / name) for name in [*FILES, "ferry.txt"]]
    result = CliRunner().invoke(cli.main, ["read", "--jsonl", *paths])
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["ferry"]
    told = result.stderr.splitlines()
    for line, (name, (_, reason, detail)) in zip(told, FILES.items(), strict=True):
        assert line.startswith(f"error: {store / name}: ") and line.endswith(f"({reason})")
        assert detail in line


def test_build_keeps_each_as_a_row(store: Path, tmp_path: Path) -> None:
    data = shutil.copytree(default_directory(), tmp_path / "data")
    (data / "articles" / "broken.md").write_text("---\nurl: https://post.example/a\n---\nText.\n")
    out = tmp_path / "onrecord.db"
    arguments = ["build", "--data", str(data), "--captures", str(store), "--out", str(out)]
    result = CliRunner().invoke(cli.main, arguments)
    assert result.exit_code == 1  # a broken digest is an error, the rest is not
    with closing(sqlite3.connect(out)) as database:
        rows = database.execute("select source, reason, detail from refusals").fetchall()
    found = {source: (reason, detail) for source, reason, detail in rows}
    for name, (_, reason, detail) in FILES.items():
        assert found[f"store/{name}"][0] == reason
        assert detail in found[f"store/{name}"][1]
    for reason, detail in NOTED.items():
        assert found[f"https://post.example/{reason}"] == (reason, detail)
    assert {reason for _, reason, _ in rows} == set(get_args(RefusalReason))
    assert all(source and detail for source, _, detail in rows)
