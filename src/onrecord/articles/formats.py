"""The first bytes of a file → the format it is in, where that is no page though it may be text.

A name tells nothing: a PDF is saved as .html, and a server gives JSON to a browser that asks for a
page. HTML and plain text have no sign of their own; they are whatever is left.
"""

from __future__ import annotations

import re

from onrecord.jsontext import read_json

SIGNS = {
    b"%PDF-": "a PDF",
    b"{\\rtf": "a rich text document",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "a picture",
    b"GIF8": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"RIFF": "a picture or a film",
}
# a browser's "web page, single file": a letter whose parts are the page and its pictures
MHTML = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,20}?Content-Type:\s*multipart/", re.IGNORECASE
)
HEAD = 4_096  # bytes


def foreign_format(data: bytes) -> str | None:
    """Return what the bytes are, in words, where they are no page; None: they may be one."""
    head = data[:HEAD].lstrip()
    for sign, name in SIGNS.items():
        if head.startswith(sign):
            return name
    if MHTML.match(head):
        return "a page saved as one file (MHTML); save it as HTML"
    return "JSON" if head[:1] in (b"{", b"[") and _is_json(data) else None


def _is_json(data: bytes) -> bool:
    try:
        read_json(data)
    except ValueError:
        return False
    return True
