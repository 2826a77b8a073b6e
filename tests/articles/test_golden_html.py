"""Whole HTML pages, written for the purpose, and what must be read of each.

`python -m tests.articles.test_golden_html` writes the expected JSON anew; read its diff like code.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.articles.pages import read_page
from onrecord.models import Refusal

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


def as_read(page: Path) -> dict[str, object]:
    """Return what a page says of itself and every line of its text with the reason it is cut."""
    found = read_page(page.name, page.read_bytes())
    if isinstance(found, Refusal):
        return {"reason": found.reason, "detail": found.detail}
    kept = [(span, "") for span in found.reading.paragraphs]
    lines = kept + [(cut.span, cut.reason) for cut in found.reading.cuts]
    lines.sort(key=lambda line: line[0].start)
    return {
        "headline": found.reading.headline,
        "byline": found.reading.byline,
        "agency": found.agency,
        "published": [found.published.date, found.published.found_in],
        "language": found.language,
        "url": found.url,
        "lines": [[reason, found.text[span.start : span.end]] for span, reason in lines],
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_read_as_expected(page: Path) -> None:
    expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    assert as_read(page) == expected


def write() -> None:
    for page in PAGES:
        text = json.dumps(as_read(page), ensure_ascii=False, indent=1)
        page.with_suffix(".json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
