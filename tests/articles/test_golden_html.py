"""Whole HTML pages, written for the purpose, and what must be read of each.

`python -m tests.articles.test_golden_html` writes the expected JSON anew; read its diff like code.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.articles.pages import read_page
from onrecord.models import Refusal
from tests.articles.golden import PAGES, expected, lines_of, write

HTML = sorted(PAGES.glob("*.html"))


def as_read(page: Path) -> dict[str, object]:
    """Return what a page says of itself and every line of its text with the reason it is cut."""
    found = read_page(page.name, page.read_bytes())
    if isinstance(found, Refusal):
        return {"reason": found.reason, "detail": found.detail}
    return {
        "headline": found.reading.headline,
        "byline": found.reading.byline,
        "agency": found.agency,
        "published": [found.published.date, found.published.found_in],
        "language": found.language,
        "url": found.url,
        "lines": lines_of(found.text, found.reading),
    }


@pytest.mark.parametrize("page", HTML, ids=lambda page: page.stem)
def test_a_page_is_read_as_expected(page: Path) -> None:
    assert as_read(page) == expected(page)


if __name__ == "__main__":
    write(HTML, as_read)
