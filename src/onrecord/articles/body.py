"""Where the body of a scraped text begins and ends, by how its prose lies among other lines.

A page saved whole has hundreds of short lines, and a sentence or two among them that are no part
of the report: a notice of the site, a teaser, an imprint. The report is where sentences outweigh
what stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from onrecord.articles.boilerplate import reports
from onrecord.articles.scraped import Lines, is_prose, stems

QUESTION_END = re.compile(r"[!?]$")
# the shortest first paragraph of a report; decks and buttons that end in a stop are shorter
FIRST_PARAGRAPH = 8
HEADLINE = range(3, 31)  # words
# paragraphs after a deck that say the same at length
SUMMARISED = 4
BYLINE_BELOW = 4  # lines
# What a line weighs: its words where it is prose, less than nothing where it isn't. Of 137 pages
# saved whole as text, 37 had a sentence taken for their first paragraph above the headline; so
# weighed, 13 have.
HEAVIEST = 60
POST = 5
BUTTON = -1
SHORT_LINE = -3
# The body is the first stretch with a tenth of the weight of the heaviest: comments may outweigh it
LEAST_SHARE = 0.1


def find_body(page: Lines, *, headline_seen: bool) -> tuple[int, int]:
    """Return the indices of the first line of the body and of the one after its last.

    Both are the number of lines where there is no body. Lines before the first that are sentences
    may still be its headline, if none stands above them.
    """
    weights = list(_weights(page))
    start = _first_paragraph(page, _first_stretch(weights), headline_seen=headline_seen)
    sums = list(accumulate(weights[start:]))
    return start, start + (sums.index(max(sums)) + 1 if sums else 0)


def _weights(page: Lines) -> Iterator[int]:
    for index, line in enumerate(page.lines):
        if index in page.posts:
            yield POST
        elif page.reasons[index] is not None:
            yield BUTTON
        elif is_prose(line):
            # what somebody says belongs to the report however far behind it stands
            yield min(len(line.split()), HEAVIEST) * (HEAVIEST if reports(line) else 1)
        else:
            yield SHORT_LINE


def _first_stretch(weights: Sequence[int]) -> int:
    """Return where the first stretch starts that weighs enough."""
    peaks: list[tuple[int, int]] = []  # of each stretch its start and the most it came to
    total, start, most = 0, 0, 0
    for index, weight in enumerate([*weights, -sum(map(abs, weights))]):
        if total + weight <= 0:
            peaks.append((start, most))
            total, start, most = 0, index + 1, 0
        else:
            total += weight
            most = max(most, total)
    enough = LEAST_SHARE * max(most for _, most in peaks)
    return next(start for start, most in peaks if most >= enough)


def _first_paragraph(page: Lines, stretch: int, *, headline_seen: bool) -> int:
    """Return the index of the first paragraph from `stretch` on; all lines where there is none."""
    for index in page.open():
        line = page.lines[index]
        if not is_prose(line) or len(line.split()) < FIRST_PARAGRAPH:
            headline_seen = headline_seen or len(line.split()) in HEADLINE
        elif not headline_seen and _is_headline_in_prose(page, index):
            headline_seen = True
        elif index >= stretch and not (_is_summary(page, index) or _is_deck(page, index)):
            return index
    return len(page.lines)


def _is_headline_in_prose(page: Lines, index: int) -> bool:
    """Return whether a line that ends a sentence may be a headline: it asks, or stands twice."""
    line = page.lines[index]
    twice = page.lines[index + 1 : index + 2] == [line]
    return len(line.split()) in HEADLINE and (twice or QUESTION_END.search(line) is not None)


def _is_summary(page: Lines, index: int) -> bool:
    """Return whether a paragraph is a deck: a button follows it, and the body says it again.

    A button is "Learn more" alone; "Read more: Tolls rise" is a link, and may follow any paragraph.
    """
    button = page.lines[index + 1 : index + 2]
    if not button or page.reasons[index + 1] != "link" or len(button[0].split()) > 2:
        return False
    words = stems(page.lines[index])
    return len(words & page.stems_from(index + 1, SUMMARISED)) > 0.6 * len(words)


def _is_deck(page: Lines, index: int) -> bool:
    """Return whether a sentence is a deck: the byline or the day stands right below it."""
    for below in range(index + 1, min(index + 1 + BYLINE_BELOW, len(page.lines))):
        if page.reasons[below] in {"byline", "date"}:
            return any(is_prose(page.lines[later]) for later in page.open(below + 1))
        if page.reasons[below] == "link" or is_prose(page.lines[below]):
            return False
    return False
