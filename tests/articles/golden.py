"""Whole pages beside the JSON of what must be read of each: how they are compared and rewritten."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from onrecord.articles.furniture import Reading

PAGES = Path(__file__).parent / "pages"
AsRead = Callable[[Path], dict[str, object]]


def lines_of(text: str, reading: Reading) -> list[list[str]]:
    """Return every line with the reason it is cut for, "" if kept, in the order of the text."""
    kept = [(span, "") for span in reading.paragraphs]
    lines = kept + [(cut.span, cut.reason) for cut in reading.cuts]
    lines.sort(key=lambda line: line[0].start)
    return [[reason, text[span.start : span.end]] for span, reason in lines]


def expected(page: Path) -> object:
    return json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))


def write(pages: list[Path], as_read: AsRead) -> None:
    for page in pages:
        text = json.dumps(as_read(page), ensure_ascii=False, indent=1)
        page.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
