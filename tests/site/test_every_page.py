"""Every kind of page, on a desk and on a phone, light and dark: readable by all, and nothing amiss.

Needs Chromium (`apt-get install chromium`, or CHROMIUM=/path/to/it); without it the tests skip.
"""

from __future__ import annotations

import sqlite3
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.site.page_kinds import PAGES, address_of
from tests.site.waiting import wait_until

Scheme = Literal["light", "dark"]

SIZES = ((1280, 900), (390, 800))
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_readable_by_all_at_any_width(
    page: Page, database: sqlite3.Connection, name: str
) -> None:
    page.goto(address_of(name, database))
    page.wait_for_load_state("networkidle")
    expect(page.locator(".drawing:not([data-is-drawn])")).to_have_count(0)
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        # a chart is drawn anew for the width it has now, which takes it a moment
        wait_until(page, f"document.documentElement.scrollWidth <= {width}")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
