"""The downloads are listed with sizes and sums, and sent whole or in the part asked for."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
from pathlib import Path

import httpx
import pytest
from datasette.app import Datasette
from markupsafe import escape

from onrecord.exports.folder import SUMS, read_sums
from tests.site.conftest import Get

FILE = "/downloads/csv/said.csv"


@pytest.fixture(scope="module")
def content(downloads: Path) -> bytes:
    return (downloads / "csv" / "said.csv").read_bytes()


def ask(server: str, headers: dict[str, str], method: str = "GET") -> httpx.Response:
    """Return the answer of a real server, nothing of it unpacked."""
    plain = {"accept-encoding": "identity", **headers}
    return httpx.request(method, server + FILE, headers=plain)


def test_every_file_is_listed_with_its_sum(get: Get, downloads: Path) -> None:
    page = get("/downloads").text
    for name, digest in read_sums(downloads).items():
        assert f'href="/downloads/{escape(name)}"' in page
        assert digest in page
    assert f'href="/downloads/{SUMS}"' in page
    assert "earlier state" not in page


@pytest.mark.parametrize("page", ["/", "/onrecord"])
def test_the_page_is_led_to(get: Get, page: str) -> None:
    assert 'href="/downloads"' in get(page).text.partition("<footer")[0]


def test_every_file_is_sent_whole(get: Get, downloads: Path) -> None:
    for name, digest in read_sums(downloads).items():
        answer = get(f"/downloads/{name}")
        assert answer.status_code == 200, name
        assert hashlib.sha256(answer.content).hexdigest() == digest
        assert int(answer.headers["content-length"]) == len(answer.content)
        assert answer.headers["etag"] == f'"{digest}"'
        assert answer.headers["accept-ranges"] == "bytes"
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("onrecord.db", "application/vnd.sqlite3"),
        ("onrecord.db.zst", "application/zstd"),
        ("csv/said.csv", "text/csv; charset=utf-8"),
        ("parquet/said.parquet", "application/vnd.apache.parquet"),
        ("quotes.annotations.jsonl", "application/jsonl"),
        ("dataset.jsonld", "application/ld+json"),
        (SUMS, "text/plain; charset=utf-8"),
    ],
)
def test_a_file_says_what_it_is(get: Get, name: str, kind: str) -> None:
    assert get(f"/downloads/{name}").headers["content-type"] == kind


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-99", 0, 100),
        ("bytes=100-199", 100, 200),
        ("bytes=500-", 500, None),
        ("bytes=-50", -50, None),
        ("bytes=100-99999999", 100, None),
        ("bytes=0-", 0, None),
        ("bytes=-99999999", 0, None),
    ],
)
def test_a_part_is_sent(
    server: str, content: bytes, asked: str, start: int, end: int | None
) -> None:
    answer = ask(server, {"range": asked})
    assert answer.status_code == 206
    assert answer.content == content[start:end]
    first = start % len(content)
    last = first + len(answer.content) - 1
    assert answer.headers["content-range"] == f"bytes {first}-{last}/{len(content)}"


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "bytes=-", "lines=1-2", "bytes=a-b"])
def test_what_is_no_part_gets_the_whole(server: str, content: bytes, asked: str) -> None:
    answer = ask(server, {"range": asked})
    assert (answer.status_code, answer.content) == (200, content)


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=9-5", "bytes=-0"])
def test_a_part_that_there_is_not_is_refused(server: str, content: bytes, asked: str) -> None:
    answer = ask(server, {"range": asked})
    assert answer.status_code == 416
    assert answer.headers["content-range"] == f"bytes */{len(content)}"


def test_a_part_of_another_version_gets_the_whole(server: str, content: bytes) -> None:
    etag = ask(server, {}, "HEAD").headers["etag"]
    assert ask(server, {"range": "bytes=0-9", "if-range": etag}).content == content[:10]
    assert ask(server, {"range": "bytes=0-9", "if-range": '"another"'}).content == content


def test_what_is_there_already_is_not_sent_again(server: str) -> None:
    etag = ask(server, {}, "HEAD").headers["etag"]
    answer = ask(server, {"if-none-match": etag})
    assert (answer.status_code, answer.content) == (304, b"")


def test_its_size_can_be_asked_for_alone(server: str, content: bytes) -> None:
    answer = ask(server, {}, "HEAD")
    assert int(answer.headers["content-length"]) == len(content)
    assert answer.content == b""


@pytest.mark.parametrize("name", ["none.csv", "csv", "//etc/passwd"])
def test_nothing_else_is_sent(get: Get, name: str) -> None:
    assert get(f"/downloads/{name}").status_code == 404


def pages_of(folder: Path) -> tuple[httpx.Response, httpx.Response]:
    async def ask_both() -> tuple[httpx.Response, httpx.Response]:
        site = Datasette(config_dir=folder)
        return await site.client.get("/downloads"), await site.client.get("/downloads/onrecord.db")

    return asyncio.run(ask_both())


def test_without_an_export_the_page_says_how_to_make_one(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "build", ignore=shutil.ignore_patterns("downloads"))
    page, file = pages_of(tmp_path / "build")
    assert (page.status_code, file.status_code) == (200, 404)
    assert "onrecord export" in page.text


def test_files_of_an_earlier_database_are_told_to_be(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "build")
    inspected = tmp_path / "build" / "inspect-data.json"
    inspected.write_text(inspected.read_text().replace('"hash": "', '"hash": "0'))
    assert "earlier state" in pages_of(tmp_path / "build")[0].text
