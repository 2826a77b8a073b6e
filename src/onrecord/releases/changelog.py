"""CHANGELOG.md with the entry of a release: what people wrote, and what moved in the data."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OPEN = re.compile(r"^## (?:.*, )?not yet released *$", re.MULTILINE | re.IGNORECASE)
_ENTRY = re.compile(r"^## ", re.MULTILINE)
_EMPTY = "# Changes\n"
HEADINGS = ("Code", "Data")


def with_release(text: str, version: str, day: str, data: Sequence[str]) -> str:
    """Return the log with the entry that is `not yet released` closed, or with one of its own.

    `data` are the lines about the data; they end the entry's Data.
    """
    text = text if text.strip() else _EMPTY
    found = _OPEN.search(text)
    start = found.start() if found else _first_entry(text)
    body = found.end() if found else start
    rest = _ENTRY.search(text, body)
    end = rest.start() if rest and found else (body if not found else len(text))
    entry = _entry(text[body:end], data)
    parts = [text[:start].rstrip(), f"## {version}, {day}", entry, text[end:].strip()]
    return "\n\n".join(part for part in parts if part) + "\n"


def _first_entry(text: str) -> int:
    found = _ENTRY.search(text)
    return found.start() if found else len(text)


def _entry(body: str, data: Sequence[str]) -> str:
    """Return the body of an entry with both headings, in their order, and the lines added."""
    body = body.strip()
    for heading in HEADINGS:
        if not re.search(rf"^### {heading}$", body, re.MULTILINE):
            nothing = "\n\n- Nothing changed." if heading == "Code" else ""
            body = f"{body}\n\n### {heading}{nothing}".strip()
    return _at_end_of_data(body, "\n".join(f"- {line}" for line in data))


def _at_end_of_data(body: str, lines: str) -> str:
    start = body.index("### Data")
    following = body.find("\n### ", start)
    end = len(body) if following < 0 else following
    mine, rest = body[:end].rstrip(), body[end:].strip()
    gap = "\n\n" if mine.endswith("### Data") else "\n"
    return "\n\n".join(part for part in (f"{mine}{gap}{lines}", rest) if part)
