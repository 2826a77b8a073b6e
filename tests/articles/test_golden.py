"""Whole scraped pages, written for the purpose, and what must be read of each.

`python -m tests.articles.test_golden` writes the expected JSON anew; read its diff like code.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.articles.pages import Page, read_page
from tests.articles.golden import PAGES, expected, lines_of, write

TEXTS = sorted(PAGES.glob("*.txt"))


def as_read(page: Path) -> dict[str, object]:
    """Return the headline, the byline, the agency and every line with the reason it is cut for."""
    found = read_page(page.name, page.read_bytes())
    assert isinstance(found, Page), found
    return {
        "headline": found.reading.headline,
        "byline": found.reading.byline,
        "agency": found.agency,
        "lines": lines_of(found.text, found.reading),
    }


@pytest.mark.parametrize("page", TEXTS, ids=lambda page: page.stem)
def test_a_page_is_read_as_expected(page: Path) -> None:
    assert as_read(page) == expected(page)


if __name__ == "__main__":
    write(TEXTS, as_read)
