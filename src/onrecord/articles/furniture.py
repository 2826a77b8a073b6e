"""Scraped text → its headline, its body and what was cut of it, with reasons.

A page saved as text keeps what stood around the report: consent boxes, appeals, prompts, buttons,
credits, a headline that stands twice. Lines are cut for what they say (`boilerplate`), for what
they stand beside, for where they stand, and for standing there already. No outlet has a rule of its
own. Nothing is changed in the text: what is read is spans of it, and a line is either a paragraph
or a cut, never both and never neither.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from onrecord.articles.body import QUESTION_END, find_body
from onrecord.articles.boilerplate import (
    LONGEST,
    CutReason,
    addresses_reader,
    boilerplate,
    byline_of,
    reports,
    speaks_personally,
)
from onrecord.articles.headlines import find_headline, without_site
from onrecord.articles.posts import AUTHOR_LINE
from onrecord.articles.scraped import Lines, folded, is_caption, is_prose
from onrecord.models import Cut, Span

FIGURE = re.compile(r"\d+")
OPENING = re.compile(r"^(?:[\"“«„'‘]|[-•*·–—]\s)")
GOES_ON = re.compile(r"[@#a-z]")
LONGEST_HEADING = 12
LONGEST_SITE = 80  # letters of a site's name behind a headline, marks and spaces counted in
LONGEST_QUESTION = 8
# fewer words say the same twice without being a copy ("He agreed.")
SHORTEST_REPEAT = 8
# A copied paragraph that was edited once stands near its original; farther back, a list of
# alike sentences would be taken for copies. Measured distance: 3.
LOOK_BACK = 12
# Of 100. Two editings of one sentence measured 98; other words for two of 36 give 96, for four 92.
NEARLY = 95
# Reporting by Ann Lee; editing by Bo Roe.   (With agency inputs)   0 Comments
LAST_LINE = re.compile(
    r"^\W*(?:(?:additional |with )*(?:reporting|editing|edited|writing) by:? [A-ZÀ-Þ]"
    r"|with (?:.{1,40} )?inputs?\b|\d* ?comments?\W*+(?:\d++\W*+)?$)",
    re.IGNORECASE,
)
# boxes in which a publisher's own voice runs on from line to line
BOXES: frozenset[CutReason | None] = frozenset(
    {"appeal", "comments", "consent", "newsletter", "paywall"}
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a text: its headline ("": none), and its lines as paragraphs and cuts."""

    headline: str
    paragraphs: tuple[Span, ...]
    cuts: tuple[Cut, ...]
    byline: str | None = None


def read_scraped(text: str, headline: str = "") -> Reading:
    """Return headline, paragraphs and cuts of a scraped text, in reading order.

    `headline` is the one known from elsewhere, if any. Every line that is not blank is in one
    paragraph or in one cut; a line into which a banner runs without a space is in one of each.
    Time grows with the length of the text. Cases: tests/examples/furniture.py
    """
    page = Lines(text)
    _cut_boilerplate(page)
    _cut_boxes(page)
    _cut_headline(page, headline)
    start, end = find_body(page, headline_seen=bool(headline))
    if not headline:
        headline = find_headline(page, start, end)
        _cut_headline(page, headline)
    byline = _byline(page, start)
    _cut_before_body(page, start)
    _cut_after_body(page, start, end, byline)
    _cut_headings(page, start)
    _cut_repeated(page)
    return Reading(headline, *_sort_out(page), byline)


def read_extracted(text: str, headline: str = "") -> Reading:
    """Return headline, paragraphs and cuts of a text that an extractor took out of HTML.

    The extractor has seen where each line stood on the page, so none is cut for its place: only
    for its wording, for standing beside such a line, for being the headline or a repetition.
    """
    page = Lines(text)
    _cut_boilerplate(page)
    _cut_boxes(page)
    _cut_headline(page, headline)
    _cut_repeated(page)
    return Reading(headline, *_sort_out(page))


def _cut_boilerplate(page: Lines) -> None:
    for index, line in enumerate(page.lines):
        if index not in page.posts:
            page.reasons[index] = boilerplate(line)


def _cut_boxes(page: Lines) -> None:
    """Cut what a publisher says to the reader beside a line that is furniture by its wording."""
    _spread(page, range(len(page.lines)))
    _spread(page, range(len(page.lines) - 1, -1, -1))
    boxed = [index for index, reason in enumerate(page.reasons) if reason in BOXES]
    for before, after in pairwise(boxed):
        if after - before == 2 and page.reasons[before + 1] is None:
            _cut_if(page, before + 1, speaks_personally)


def _spread(page: Lines, order: range) -> None:
    beside = False
    for index in order:
        if beside and page.reasons[index] is None:
            _cut_if(page, index, addresses_reader)
        beside = page.reasons[index] in BOXES or (beside and page.reasons[index] is not None)


def _cut_if(page: Lines, index: int, speaks: Callable[[str], bool]) -> None:
    if index not in page.posts and speaks(page.lines[index]):
        page.reasons[index] = "appeal"


def _byline(page: Lines, start: int) -> str | None:
    names = (byline_of(line) for line in page.lines[:start])
    return next((name for name in names if name), None)


def _cut_headline(page: Lines, headline: str) -> None:
    words, longest = folded(headline), len(headline) + LONGEST_SITE
    for index in page.open():
        line = page.lines[index]
        if words and len(line) <= longest and words in {folded(line), folded(without_site(line))}:
            page.reasons[index] = "headline"


def _cut_before_body(page: Lines, start: int) -> None:
    """Cut what stands above the body: labels as far as the headline, then decks and captions."""
    above: CutReason = "label"
    for index in range(start):
        if page.reasons[index] == "headline":
            above = "deck"
        elif page.reasons[index] is None:
            page.reasons[index] = "caption" if is_caption(page.lines[index]) else above


def _cut_after_body(page: Lines, start: int, end: int, byline: str | None) -> None:
    """Cut what stands behind the body, and those of its last lines that are no prose."""
    end = min(end, _end_mark(page, start))
    for index in reversed(list(page.open(start))):
        line = page.lines[index]
        is_body = index in page.posts or (index < end and is_prose(line))
        if is_body and not _is_teaser(line) and not _is_about_author(line, byline):
            return
        page.reasons[index] = "label"


def _end_mark(page: Lines, start: int) -> int:
    """Return the index of the line that ends the report by what it says; all lines: none does.

    Most of the prose stands above it. It says who worked on the report, or heads the comments, and
    short lines stand behind it rather than paragraphs; or it is the first of two on comments.
    """
    prose = [index for index in range(start, len(page.lines)) if is_prose(page.lines[index])]
    for index in range(start, len(page.lines)):
        below = len(prose) - bisect_left(prose, index)
        others = len(page.lines) - index - below
        both = page.reasons[index : index + 2] == ["comments", "comments"]
        ends = LAST_LINE.search(page.lines[index]) and others > 2 * below
        if (ends or both) and 2 * below < len(prose):
            return index
    return len(page.lines)


def _is_about_author(line: str, byline: str | None) -> bool:
    """Return whether a line tells of who wrote the report: "Ann Lee is a staff writer."."""
    return bool(byline) and line.startswith(f"{byline} ") and not reports(line)


def _is_teaser(line: str) -> bool:
    """Return whether a line was cut short: "The ferry company, which for a year has…"."""
    return line.endswith(("...", "…")) and not OPENING.match(line) and not reports(line)


def _cut_headings(page: Lines, start: int) -> None:
    """Cut headings and teasers between the paragraphs: lines that end no sentence, or ask one."""
    for index in page.open(start):
        if index not in page.posts and not _introduces(page, index) and not _goes_on(page, index):
            page.reasons[index] = _heading(page.lines[index])


def _introduces(page: Lines, index: int) -> bool:
    """Return whether a line ends in a colon before a quotation or a post: "In her own words:"."""
    after = page.lines[index + 1 : index + 2]
    opens = any(OPENING.match(line) for line in after) or {index + 1, index + 2} & page.posts
    return page.lines[index].endswith(":") and bool(opens)


def _goes_on(page: Lines, index: int) -> bool:
    """Return whether a line breaks off inside a sentence that a post goes on with."""
    return index + 1 in page.posts and GOES_ON.match(page.lines[index + 1]) is not None


def _heading(line: str) -> CutReason | None:
    words = line.split()
    if OPENING.match(line) or len(line) > LONGEST or reports(line):
        return None
    if QUESTION_END.search(line):
        return "heading" if len(words) <= LONGEST_QUESTION and line.endswith("?") else None
    if is_prose(line) or line.endswith((",", ";")):
        return None
    if len(words) <= LONGEST_HEADING:
        return "heading"
    return "link" if _is_title_case(words) else None


def _cut_repeated(page: Lines) -> None:
    """Cut paragraphs that stood before, word for word or nearly; the first stays."""
    seen: set[str] = set()
    recent: deque[str] = deque(maxlen=LOOK_BACK)
    for index in page.open():
        line = folded(page.lines[index])
        if AUTHOR_LINE.match(page.lines[index]):
            stood = line in seen and index > 0 and page.reasons[index - 1] == "repeated"
        else:
            stood = line.count(" ") + 1 >= SHORTEST_REPEAT and (
                line in seen or any(_is_nearly(line, other) for other in recent)
            )
        if stood:
            page.reasons[index] = "repeated"
        seen.add(line)
        recent.append(line)


def _is_nearly(one: str, other: str) -> bool:
    """Return whether two folded lines are one, edited; other figures make another sentence."""
    return (
        max(len(one), len(other)) <= LONGEST
        and fuzz.ratio(one, other, score_cutoff=NEARLY) > 0
        and FIGURE.findall(one) == FIGURE.findall(other)
    )


def _sort_out(page: Lines) -> tuple[tuple[Span, ...], tuple[Cut, ...]]:
    lines = list(zip(page.spans, page.reasons, strict=True))
    paragraphs = tuple(span for span, reason in lines if reason is None)
    return paragraphs, tuple(Cut(span, reason) for span, reason in lines if reason is not None)


def _is_title_case(words: Sequence[str]) -> bool:
    long = [word for word in words if len(word) > 3]
    return sum(word[0].isupper() for word in long) > 0.7 * len(long)
