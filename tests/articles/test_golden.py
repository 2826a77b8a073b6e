"""Whole scraped pages, written for the purpose, and what must be read of each.

`python -m tests.articles.test_golden` writes the expected JSON anew; read its diff like code.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.articles.furniture import read_scraped

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def as_read(page: Path) -> dict[str, object]:
    """Return the headline, the byline and every line with the reason it is cut for, "" if kept."""
    text = page.read_text(encoding="utf-8")
    reading = read_scraped(text)
    kept = [(span, "") for span in reading.paragraphs]
    lines = kept + [(cut.span, cut.reason) for cut in reading.cuts]
    lines.sort(key=lambda line: line[0].start)
    return {
        "headline": reading.headline,
        "byline": reading.byline,
        "lines": [[reason, text[span.start : span.end]] for span, reason in lines],
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
