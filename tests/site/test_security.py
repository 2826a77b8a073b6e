"""What every answer carries, what is closed, how much a query may take, and values as text."""

from __future__ import annotations

import asyncio
import re
import shutil
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from datasette.app import Datasette

from onrecord.site.security import Page, content_security_policy
from tests.site.conftest import Get, Server

# an element of JSON-LD holds data, which no browser runs
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src=|type=\"application/ld\+json\"))[^>]*>")


@pytest.mark.parametrize(
    "path",
    ["/", "/onrecord", "/onrecord/quotes", "/onrecord/quotes.json", "/nowhere", "/onrecord.db"],
)
def test_every_answer_carries_the_headers(get: Get, path: str) -> None:
    headers = get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "'unsafe-inline'" not in headers["content-security-policy"].partition("style-src")[0]


@pytest.mark.parametrize(
    ("path", "has_charts"),
    [
        ("/", False),
        ("/onrecord", False),
        ("/onrecord/people/jens-stoltenberg", False),
        ("/onrecord/quotes", True),
        ("/onrecord?sql=select+1", True),
        ("/onrecord/most_quoted", True),
    ],
)
def test_code_is_compiled_only_where_charts_are_drawn(
    get: Get, path: str, *, has_charts: bool
) -> None:
    answer = get(path)
    assert ("'unsafe-eval'" in answer.headers["content-security-policy"]) is has_charts
    assert ("datasette_vega" in answer.text) is has_charts
    # a megabyte of script: named for the page's own script to fetch, never fetched with the page
    assert not re.search(r'<script[^>]* src="[^"]*datasette_vega', answer.text)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/onrecord",
        "/onrecord/quotes",
        "/onrecord?sql=select+1",
        "/onrecord/most_quoted",
        "/nowhere",
    ],
)
def test_no_page_has_an_inline_script(get: Get, path: str) -> None:
    assert not INLINE_SCRIPT.search(get(path).text)


@pytest.mark.parametrize("path", ["/onrecord/quotes.json", "/onrecord/quotes.csv", "/feed.atom"])
def test_data_may_be_fetched_from_other_sites(get: Get, path: str) -> None:
    assert get(path).headers["access-control-allow-origin"] == "*"


def test_pages_may_not_be_read_from_other_sites(get: Get) -> None:
    assert "access-control-allow-origin" not in get("/").headers


def test_https_is_kept_to_where_it_is_spoken(get: Get, built: Path) -> None:
    assert "strict-transport-security" not in get("/").headers

    async def fetch() -> httpx.Response:
        transport = httpx.ASGITransport(Datasette(config_dir=built).app())
        async with httpx.AsyncClient(transport=transport, base_url="https://localhost") as client:
            return await client.get("/")

    assert asyncio.run(fetch()).headers["strict-transport-security"].startswith("max-age=")


def test_a_policy_names_its_nonce() -> None:
    assert "'nonce-abc'" in content_security_policy(Page(nonce="abc"))


@pytest.mark.parametrize(
    "path",
    [
        "/-/databases",
        "/-/databases.json",
        "/-/threads.json",
        "/-/messages",
        "/-/patterns",
        "/-/logout",
    ],
)
def test_pages_for_the_operator_are_closed(get: Get, path: str) -> None:
    answer = get(path)
    assert answer.status_code == 404
    assert "onrecord.db" not in answer.text.replace('href="/onrecord.db"', "")


@pytest.mark.parametrize("path", ["/-/versions.json", "/-/metadata.json", "/-/settings.json"])
def test_pages_for_everybody_are_open(get: Get, path: str) -> None:
    assert get(path).status_code == 200


@pytest.mark.parametrize(
    "sql",
    [
        "select hex(zeroblob(300000000))",
        "select replace(hex(zeroblob(1000000)), '00', '000000000000')",
        "select load_extension('x')",
        "attach 'other.db' as other",
        "delete from quotes",
        "pragma writable_schema = 1",
    ],
)
def test_a_query_may_not_take_or_change_much(get: Get, sql: str) -> None:
    assert get(f"/onrecord.json?{urlencode({'sql': sql})}").status_code == 400


def test_static_files_are_kept_by_their_hash(get: Get) -> None:
    (address,) = re.findall(r'href="(/-/static-plugins/onrecord/site\.css\?\w+)"', get("/").text)
    pinned, loose = get(address), get(address.partition("?")[0])
    assert "immutable" in pinned.headers["cache-control"]
    assert "immutable" not in loose.headers["cache-control"]
    assert pinned.content == loose.content
    assert get("/-/static-plugins/onrecord/plugin.py").status_code == 404


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'"


@pytest.fixture(scope="module")
def hostile(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    folder = tmp_path_factory.mktemp("hostile")
    for name in ("onrecord.db", "metadata.yml"):
        shutil.copy(built / name, folder)
    with sqlite3.connect(folder / "onrecord.db") as connection:
        connection.executescript(
            "update articles set headline = :evil, text = :evil || text;"
            "update quotes set text = :evil || text, prefix = :evil, speaker_mention = :evil,"
            "  date_expression = :evil, cue = :evil;"
            "update people set name = :evil, description = :evil;"
            "update outlets set name = :evil, note = :evil;".replace(
                ":evil", "'" + HOSTILE.replace("'", "''") + "'"
            )
        )
    connection.close()
    return Datasette(config_dir=folder)


def test_values_are_shown_as_text(hostile: Datasette, database: sqlite3.Connection) -> None:
    article, quote, person = (
        database.execute(f"select min(id) from {table}").fetchone()[0]
        for table in ("articles", "quotes", "people")
    )
    paths = (
        "/",
        "/onrecord/quotes?_facet=speaker_id",
        "/onrecord/quotes?_columns=all&_search=" + "%3Cscript%3E",
        f"/onrecord/quotes/{quote}",
        f"/onrecord/articles/{article}",
        f"/onrecord/people/{person}",
        "/onrecord?" + urlencode({"sql": "select text from quotes -- <script>alert(1)</script>"}),
    )
    for path, answer in zip(paths, _fetch(hostile, paths), strict=True):
        assert answer.status_code == 200, path
        assert "&lt;script&gt;" in answer.text, path
        assert not INLINE_SCRIPT.search(answer.text), path
        assert "<img" not in answer.text, path


def _fetch(site: Datasette, paths: tuple[str, ...]) -> list[httpx.Response]:
    async def fetch() -> list[httpx.Response]:
        return [await site.client.get(path) for path in paths]

    return asyncio.run(fetch())


@pytest.mark.parametrize(
    "sql",
    [
        "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n",
        "select count(*) from quotes a, quotes b, quotes c, quotes d, quotes e, quotes f, quotes g",
        "select hex(zeroblob(300000000))",
    ],
)
def test_a_query_without_end_ends_soon_and_others_are_answered(process: Server, sql: str) -> None:
    with (
        httpx.Client(base_url=process.address, timeout=20) as client,
        ThreadPoolExecutor(1) as pool,
    ):
        before = _peak_kilobytes(process.pid)
        start = time.monotonic()
        bomb = pool.submit(client.get, "/onrecord.json", params={"sql": sql})
        other = httpx.get(f"{process.address}/onrecord/quotes.json?_size=1", timeout=20)
        assert other.status_code == 200
        assert bomb.result().status_code == 400
    # a second by the settings; the rest is for a busy machine
    assert time.monotonic() - start < 4
    assert _peak_kilobytes(process.pid) - before < 200_000


def _peak_kilobytes(pid: int) -> int:
    """Return the most memory that a process has held so far; 0 where the system doesn't say."""
    status = Path(f"/proc/{pid}/status")
    found = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) if found else 0
