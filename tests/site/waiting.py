"""Waiting for what a page's scripts do."""

from __future__ import annotations

import time

from playwright.sync_api import Page


def wait_until(page: Page, expression: str, seconds: float = 10) -> None:
    """Return once a JavaScript expression, or a function's result, is true; fail after `seconds`.

    Asked from outside: Playwright's `wait_for_function` asks a second time from within the page,
    where the content security policy forbids it.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"not true after {seconds:g} seconds: {expression}"
        page.wait_for_timeout(50)
