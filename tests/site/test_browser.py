"""What only a browser can show, on a real server: facets, charts, the download, the policy.

Needs Chromium (`apt-get install chromium`, or CHROMIUM=/path/to/it); without it the tests skip.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from onrecord.db.queries import QUERIES, Query
from tests.site.waiting import wait_until

CHARTED = [query for query in QUERIES if query.chart]


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


def test_a_ready_chart_is_drawn_by_its_button(page: Page) -> None:
    page.goto("/onrecord/most_quoted")
    page.get_by_role("button", name="Draw the chart").click()
    _expect_marks(page)
    assert "#g.mark=bar" in page.url


@pytest.mark.parametrize("query", CHARTED, ids=lambda query: query.name)
def test_the_link_to_a_ready_chart_draws_it_with_its_axes(page: Page, query: Query) -> None:
    page.goto("/onrecord")
    page.locator(f'a[href*="/{query.name}"]', has_text="Show as a chart").click()
    _expect_marks(page)
    assert query.chart is not None
    form = page.locator("form.datasette-vega")
    expect(form.get_by_label("X column")).to_have_value(query.chart.x)
    expect(form.get_by_label("Y column")).to_have_value(query.chart.y)


def _expect_marks(page: Page) -> None:
    """Expect a drawing with more than paper and axes in it: the bars' colour."""
    canvas = page.locator("#chart canvas")
    expect(canvas).to_be_visible()
    wait_until(
        page,
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
        }""",
    )


def test_the_database_downloads_byte_for_byte(page: Page, built: Path, tmp_path: Path) -> None:
    page.goto("/onrecord")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download onrecord.db").click()
    download.value.save_as(tmp_path / "onrecord.db")
    assert (tmp_path / "onrecord.db").read_bytes() == (built / "onrecord.db").read_bytes()


def test_the_home_page_leads_to_what_was_searched_for(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Search words, people and reports").fill("Bakhmut")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=Bakhmut"))
    expect(page.locator("blockquote mark").first).to_have_text("Bakhmut")


def test_a_choice_narrows_every_chart_of_the_dashboard(page: Page) -> None:
    page.goto("/-/dashboards/overview")
    expect(page.locator(".drawing[data-is-drawn]")).to_have_count(page.locator(".drawing").count())
    page.get_by_label("Speaker").select_option("Jens Stoltenberg")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#chart-people .mark-rect path")).to_have_count(1)
    page.locator("#chart-people + script + figcaption a").click()
    expect(page.locator("td.col-label")).to_have_text("Jens Stoltenberg")


def test_sql_is_edited_and_run(page: Page) -> None:
    page.goto("/onrecord?sql=select+count(*)+as+people+from+people")
    page.locator("#sql-editor").focus()
    expect(page.locator(".CodeMirror")).to_be_visible()
    page.keyboard.press("Control+End")
    page.keyboard.type(" limit 1")
    page.get_by_role("button", name="Format").click()
    expect(page.locator(".CodeMirror-line")).not_to_have_count(1)
    page.get_by_role("button", name="Run SQL").click()
    expect(page).to_have_url(re.compile("limit"))
    expect(page.locator("td.col-people")).to_have_text(re.compile(r"\d+"))
