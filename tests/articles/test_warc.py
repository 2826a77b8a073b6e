"""Web archives as input: plain, gzipped and zstd; broken ones cost what is broken in them."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from fastwarc.stream_io import GzipWriter, ZstdWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from onrecord.articles.found import Found, read_file
from onrecord.cli import main
from onrecord.models import Refusal

PAGE = (
    '<html lang="en"><head><title>Bridge opens</title></head><body><article>'
    "<h1>Bridge opens</h1><p>The minister opened the bridge near the café on Monday, a year later"
    " than the two towns had planned, and walked across it in the rain.</p><p>“The river no longer"
    " divides us,” the minister said as the first cars of the day crossed.</p></article></body>"
    "</html>"
).encode("cp1252")


def record(url: str, status: int, body: bytes, kind: str = "text/html", extra: str = "") -> Any:
    made = WarcRecord()
    made.init_headers(WarcRecordType.response)
    made.headers["WARC-Target-URI"] = url
    made.headers["WARC-Date"] = "2024-05-03T10:11:12Z"
    made.headers["Content-Type"] = "application/http; msgtype=response"
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\n{extra}Content-Length: {len(body)}\r\n"
    made.set_bytes_content(head.encode() + b"\r\n" + body)
    return made


def write(path: Path, *records: Any) -> Path:
    writers = {".gz": GzipWriter, ".zst": ZstdWriter}
    with path.open("wb") as stream:
        wrap: Any = writers.get(path.suffix, lambda raw: raw)
        out = wrap(stream)
        for one in records:
            one.write(out)
        if out is not stream:
            out.close()
    return path


@pytest.fixture(params=["a.warc", "a.warc.gz", "a.warc.zst"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return write(
        tmp_path / request.param,
        record("https://post.example/2024/05/02/a", 200, PAGE, "text/html; charset=iso-8859-1"),
        record("https://post.example/gone", 404, b"no"),
        record(
            "https://post.example/2024/05/03/zipped",
            200,
            gzip.compress(PAGE),
            extra="Content-Encoding: gzip\r\n",
        ),
        record("https://post.example/x.png", 200, b"x", "image/png"),
    )


def test_the_pages_of_an_archive_are_found(archive: Path) -> None:
    first, gone, zipped = read_file(archive)
    assert isinstance(first, Found)
    assert isinstance(zipped, Found)
    assert first.data == zipped.data == PAGE
    assert first.known.url == "https://post.example/2024/05/02/a"
    assert first.known.retrieved_at == "2024-05-03T10:11:12Z"
    assert first.known.content_type == "text/html; charset=iso-8859-1"
    source = f"{archive}#https://post.example/gone"
    assert gone == Refusal(source, "fetch-failed", "status 404")


def test_extract_and_read_take_an_archive(archive: Path) -> None:
    result = CliRunner().invoke(main, ["read", "--jsonl", str(archive)])
    assert result.exit_code == 1  # for the page that is gone
    assert result.stdout.count("near the café") == 2
    assert '"id": "post-example-2024-05-02-a' in result.stdout
    result = CliRunner().invoke(main, ["extract", "--jsonl", str(archive)])
    assert result.stdout.count("The river no longer divides us,") == 2


def test_build_takes_an_archive(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "onrecord.db"
    arguments = ["build", "--captures", str(archive.parent), "--out", str(out)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    with closing(sqlite3.connect(out)) as connection:
        read = connection.execute("select published from articles where outlet_id='post-example'")
        assert read.fetchall() == [("2024-05-02",)]
        refused = dict(connection.execute("select reason, source from refusals"))
    assert refused.keys() == {"fetch-failed", "near-duplicate"}
    # the archive has the page a second time, at another address
    assert refused["near-duplicate"].startswith("https://post.example/2024/05/03/")


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"hello" * 100)
    (refusal,) = read_file(path)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "unreadable"
