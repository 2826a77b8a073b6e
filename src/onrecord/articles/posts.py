"""Embedded posts in a text: plain lines with an author line after them, or among them.

`— Ann Lee (@annlee) April 20, 2023` is an author line. It stands where the page left it, which
may be in the middle of the post: then the post runs on to its media link.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
AUTHOR_LINE = re.compile(
    r"^[—–―-]{1,2}\s?[^@]{1,100}\(@[\w.]{1,40}\)[\s,]*"
    r"(?:(?P<month>[A-Z][a-z]{2,8})\.?\s(?P<day>\d{1,2}),\s(?P<year>\d{4})"
    r"|(?P<day_2>\d{1,2})\s(?P<month_2>[A-Z][a-z]{2,8})\.?\s(?P<year_2>\d{4}))?$"
)
MEDIA_LINK = re.compile(r"(?:pic\.twitter\.com|pic\.x\.com|t\.co)/\w+$")
# how far after its author line a post may end; measured in pages: 2 lines
FURTHEST = 8


def post_date(line: str) -> date | None:
    """Return the date of an author line; None: there is none, or none of the calendar."""
    found = AUTHOR_LINE.match(line)
    if not found:
        return None
    month = (found["month"] or found["month_2"] or "")[:3].casefold()
    try:
        return date(
            int(found["year"] or found["year_2"]),
            MONTHS.index(month) + 1,
            int(found["day"] or found["day_2"]),
        )
    except (TypeError, ValueError):  # no date stands there, or one like 31 Smarch
        return None


def find_posts(lines: Sequence[str]) -> frozenset[int]:
    """Return the indices of lines that belong to posts, author lines included.

    That is the author line, the line before it, and the lines after it up to a media link if one
    ends a line near by. More lines before it may belong to the post; nothing here says so.
    """
    found: set[int] = set()
    for index, line in enumerate(lines):
        if AUTHOR_LINE.match(line):
            found.update(range(max(index - 1, 0), _end_of_post(lines, index) + 1))
    return frozenset(found)


def _end_of_post(lines: Sequence[str], author: int) -> int:
    """Return the index of the last line of the post whose author line is at `author`.

    A media link before the author line has ended the post already.
    """
    if author and MEDIA_LINK.search(lines[author - 1]):
        return author
    for index in range(author + 1, min(author + 1 + FURTHEST, len(lines))):
        if AUTHOR_LINE.match(lines[index]):
            break
        if MEDIA_LINK.search(lines[index]):
            return index
    return author
