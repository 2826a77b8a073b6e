"""Every kind of page, on a desk and on a phone, light and dark: readable by all, and nothing amiss.

Needs Chromium (`apt-get install chromium`, or CHROMIUM=/path/to/it); without it the tests skip.
"""

from __future__ import annotations

import sqlite3
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Scheme = Literal["light", "dark"]

# Each page by what it is: an address, or a query for one.
PAGES = {
    "home": "/",
    "data": "/onrecord",
    "quotes with facets": "/onrecord/quotes?_facet=speaker_id&_facet=kind&_size=20",
    "quotes, all columns": "/onrecord/quotes?_columns=all&_size=10",
    "reports": "/onrecord/articles",
    "people": "/onrecord/people",
    "sources": "/onrecord/sources",
    "search": "/search?q=nato",
    "search in vain": "/search?q=qqqzzz",
    "ready question": "/onrecord/same_words_in_two_outlets",
    "sql": "/onrecord?sql=select+*+from+quotes+limit+10",
    "not found": "/onrecord/quotes/000000000000",
    "documents": "/docs",
    "document": "/docs/methods",
    "dashboard": "/-/dashboards/overview",
    "quote": "select '/onrecord/quotes/' || id from quotes where kind = 'direct'"
    " order by word_count desc limit 1",
    "utterance": "select '/onrecord/utterances/' || id from utterances"
    " order by outlet_count desc, id limit 1",
    "person": "/onrecord/people/volodymyr-zelenskyy",
    "institution": "/onrecord/people/kremlin",
    "article": "select '/onrecord/articles/' || min(id) from articles",
    "outlet": "select '/onrecord/outlets/' || outlet_id from articles limit 1",
    "event": "select '/onrecord/events/' || max(event_id) from quotes",
    "topic": "select '/onrecord/topics/' || topic_id from quote_topics limit 1",
}
SIZES = ((1280, 900), (390, 800))
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_readable_by_all_at_any_width(
    page: Page, database: sqlite3.Connection, name: str
) -> None:
    page.goto(_address(database, PAGES[name]))
    page.wait_for_load_state("networkidle")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()


def _address(database: sqlite3.Connection, page: str) -> str:
    if page.startswith("/"):
        return page
    (address,) = database.execute(page).fetchone()
    return str(address)
