"""A site to ask, served in this process, and one to visit with a browser, on a real server."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from datasette.app import Datasette
from playwright.sync_api import Browser, Page, Response, sync_playwright

Get = Callable[[str], httpx.Response]

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")

# no sandbox: the tests may run as root; the rest keeps the browser from calling home
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
KNOWN = (
    "The compiled spec uses Vega v3",  # datasette-vega's own two libraries, out of step
    "Failed to load resource",  # without saying which; `_note_missing` says it
)


@pytest.fixture(scope="session")
def get(built: Path) -> Iterator[Get]:
    """Return a function that fetches a path of the site as `datasette build/` would answer it."""
    with asyncio.Runner() as runner:
        site = Datasette(config_dir=built)

        def fetch(path: str) -> httpx.Response:
            answer: httpx.Response = runner.run(site.client.get(path))
            return answer

        yield fetch


@pytest.fixture(scope="session")
def database(built: Path) -> Iterator[sqlite3.Connection]:
    """Return a connection to the built database, rows by column name."""
    connection = sqlite3.connect(f"file:{built / 'onrecord.db'}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where it answers, and its process."""

    address: str
    pid: int


@pytest.fixture(scope="session")
def server(process: Server) -> str:
    """Return the address of a server of the built folder."""
    return process.address


@pytest.fixture(scope="session")
def process(built: Path) -> Iterator[Server]:
    """Return a server of the built folder."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    datasette = Path(sys.executable).with_name("datasette")
    command = [str(datasette), str(built), "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            _await_answer(address, process)
            yield Server(address, process.pid)
        finally:
            process.terminate()


def _await_answer(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert process.poll() is None, "the server ended before it answered"
        try:
            httpx.get(f"{address}/-/versions.json")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server did not answer within 30 s")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a browser; its loop holds the thread, so it ends with the module that needs it."""
    if CHROMIUM is None:
        pytest.skip("no Chromium found: apt-get install chromium, or set CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """Return an empty page; afterwards, fail on a script error, a breach of the policy, or a
    request to anywhere else.
    """
    context = browser.new_context(base_url=server, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    page.on("request", lambda asked: _note_foreign(asked.url, server, troubles))
    page.on("response", lambda answer: _note_missing(answer, troubles))
    yield page
    context.close()
    assert [trouble for trouble in troubles if not any(words in trouble for words in KNOWN)] == []


def _note_missing(answer: Response, troubles: list[str]) -> None:
    """Note a failed request for what a page needs; the page itself may be one that isn't there."""
    if answer.status >= 400 and not answer.request.is_navigation_request():
        troubles.append(f"{answer.status} for {answer.url}")


def _note_foreign(url: str, server: str, troubles: list[str]) -> None:
    if not url.startswith((f"{server}/", "data:", "blob:")):
        troubles.append(f"asked elsewhere: {url}")
