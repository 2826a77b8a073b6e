"""What only a browser can show, on a real server: facets, charts, the download, the policy.

Needs Chromium (`apt-get install chromium`, or CHROMIUM=/path/to/it); without it the tests skip.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

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
VEGA_AGE = "The compiled spec uses Vega v3"  # datasette-vega's own two libraries, out of step
SIZES = ((1280, 900), (390, 800))


@pytest.fixture(scope="module")
def server(built: Path) -> Iterator[str]:
    """Return the address of a server of the built folder."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    datasette = Path(sys.executable).with_name("datasette")
    command = [str(datasette), str(built), "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            _await_answer(address, process)
            yield address
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
    yield page
    context.close()
    assert [trouble for trouble in troubles if VEGA_AGE not in trouble] == []


def _note_foreign(url: str, server: str, troubles: list[str]) -> None:
    if not url.startswith((f"{server}/", "data:", "blob:")):
        troubles.append(f"asked elsewhere: {url}")


def test_a_facet_narrows_the_rows(page: Page) -> None:
    page.goto("/onrecord/quotes?_facet=speaker_id")
    rows = page.locator("table.rows-and-columns tbody tr")
    before = rows.count()
    choice = page.locator("#facet-speaker_id li", has_text="Jens Stoltenberg").first
    expected = int(choice.locator(".number").inner_text())
    choice.get_by_role("link").click()
    expect(rows).to_have_count(expected)
    assert expected < before
    expect(page.locator("td.col-speaker_id").first).to_contain_text("Jens Stoltenberg")


def test_a_chart_of_a_table_is_drawn_when_asked_for(page: Page) -> None:
    page.goto("/onrecord/quotes_by_month")
    assert page.locator("form.datasette-vega").count() == 0
    page.get_by_role("button", name="Draw a chart").click()
    page.locator("form.datasette-vega").get_by_label("Y column").select_option("quote_count")
    page.locator("form.datasette-vega").get_by_text("Bar", exact=True).click()
    _expect_marks(page)


def test_a_ready_chart_is_drawn_from_its_address(page: Page) -> None:
    page.goto("/onrecord/most_quoted")
    page.get_by_role("button", name="Draw the chart").click()
    _expect_marks(page)
    address = page.url
    assert "#g.mark=bar" in address
    page.goto("/")
    page.goto(address)
    _expect_marks(page)


def _expect_marks(page: Page) -> None:
    """Expect a drawing with more than paper and axes in it: the bars' colour."""
    canvas = page.locator("#chart canvas")
    expect(canvas).to_be_visible()
    page.wait_for_function(
        """() => {
          const canvas = document.querySelector("#chart canvas");
          const { width, height } = canvas;
          if (!width || !height) return false;
          const pixels = canvas.getContext("2d").getImageData(0, 0, width, height).data;
          let coloured = 0;
          for (let i = 0; i < pixels.length; i += 4)
            if (Math.max(...pixels.slice(i, i + 3)) - Math.min(...pixels.slice(i, i + 3)) > 60)
              coloured += 1;
          return coloured > 200;
        }"""
    )


def test_the_database_downloads_byte_for_byte(page: Page, built: Path, tmp_path: Path) -> None:
    page.goto("/onrecord")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download onrecord.db").click()
    download.value.save_as(tmp_path / "onrecord.db")
    assert (tmp_path / "onrecord.db").read_bytes() == (built / "onrecord.db").read_bytes()


def test_the_home_page_leads_to_what_was_searched_for(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Search what was said").fill("Bakhmut")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/onrecord/quotes\?_search=Bakhmut"))
    expect(page.locator("td.col-text").first).to_contain_text("Bakhmut")


def test_sql_is_edited_and_run(page: Page) -> None:
    page.goto("/onrecord?sql=select+count(*)+as+people+from+people")
    expect(page.locator(".CodeMirror")).to_be_visible()
    page.get_by_role("button", name="Run SQL").click()
    expect(page.locator("td.col-people")).to_have_text(re.compile(r"\d+"))


@pytest.mark.parametrize("width", [width for width, _ in SIZES])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/onrecord",
        "/onrecord/quotes",
        "/onrecord/quotes?_columns=all",
        "/onrecord/articles",
        "/onrecord/sources",
        "/onrecord/people/jens-stoltenberg",
        "/onrecord/same_words_in_two_outlets",
        "/onrecord?sql=select+*+from+quotes",
    ],
)
def test_nothing_scrolls_sideways_but_a_table_in_its_region(
    page: Page, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": dict(SIZES)[width]})
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
