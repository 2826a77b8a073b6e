"""Scraped text → its headline, its body and what was cut of it, with reasons.

A page saved as text keeps what stood around the report: consent boxes, appeals, prompts, buttons,
credits, a headline that stands twice. Lines are cut for what they say (`boilerplate`), for what
they stand beside, for where they stand, and for standing there already. No outlet has a rule of its
own. Nothing is changed in the text: what is read is spans of it, and a line is either a paragraph
or a cut, never both and never neither.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from rapidfuzz import fuzz

from onrecord.articles.boilerplate import (
    LONGEST,
    CutReason,
    addresses_reader,
    boilerplate,
    byline_of,
    reports,
    speaks_personally,
)
from onrecord.articles.lines import split_lines, unwrap
from onrecord.articles.posts import AUTHOR_LINE, find_posts
from onrecord.models import Cut, Span

SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
QUESTION_END = re.compile(r"[!?]$")
FOLD = re.compile(r"\w+")
FIGURE = re.compile(r"\d+")
OPENING = re.compile(r"^(?:[\"“«„'‘]|[-•*·–—]\s)")
# a sentence's end and the next one's start, or a button and a sentence, with no space between
GLUE = re.compile(r"(?<=[^\W\d_A-Z][.!?])(?=[\"“«]?[^\W\d_a-z])|(?<=[a-z])(?=[A-Z][a-z])")
# the shortest first paragraph of a report; decks and buttons that end in a stop are shorter
FIRST_PARAGRAPH = 8
# a line without a stop is prose all the same when no heading or deck is so long
LONGEST_DECK = 40
# more sentences without a space between are no banner but a text that lost its spaces
MOST_JOINTS = 12
# paragraphs after a deck that say the same at length
SUMMARISED = 4
LONGEST_HEADING = 12
LONGEST_QUESTION = 8
HEADLINE = range(3, 31)
# "Live updates" and "Russia-Ukraine war" stand above headlines; a headline is longer if it can be
CLEAR_HEADLINE = 5
# fewer words say the same twice without being a copy ("He agreed.")
SHORTEST_REPEAT = 8
# A copied paragraph that was edited once stands near its original; farther back, a list of
# alike sentences would be taken for copies. Measured distance: 3.
LOOK_BACK = 12
# Of 100. Two editings of one sentence measured 98; other words for two of 36 give 96, for four 92.
NEARLY = 95
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


class _Page:
    """The lines of a text and, as it is found, why each is no paragraph."""

    def __init__(self, text: str) -> None:
        lines = unwrap(text, list(split_lines(text)))
        self.spans = [piece for line in lines for piece in _unglue(text, line)]
        self.lines = [text[span.start : span.end] for span in self.spans]
        self.posts = find_posts(self.lines)
        self.reasons: list[CutReason | None] = [None] * len(self.lines)

    def open(self, start: int = 0, stop: int | None = None) -> Iterator[int]:
        """Yield the indices of the lines not cut so far, from `start` up to `stop`."""
        for index in range(len(self.lines))[start:stop]:
            if self.reasons[index] is None:
                yield index


def read_scraped(text: str, headline: str = "") -> Reading:
    """Return headline, paragraphs and cuts of a scraped text, in reading order.

    `headline` is the one known from elsewhere, if any. Every line that is not blank is in one
    paragraph or in one cut; a line into which a banner runs without a space is in one of each.
    Time grows with the length of the text. Cases: tests/examples/furniture.py
    """
    page = _Page(text)
    _cut_boilerplate(page)
    _cut_boxes(page)
    _cut_headline(page, headline)
    start = _first_paragraph(page, headline_seen=bool(headline))
    if not headline:
        headline = _find_headline(page, start)
        _cut_headline(page, headline)
    byline = _byline(page, start)
    _cut_before_body(page, start)
    _cut_after_body(page, start)
    _cut_headings(page, start)
    _cut_repeated(page)
    return Reading(headline, *_sort_out(page), byline)


def read_extracted(text: str, headline: str = "") -> Reading:
    """Return headline, paragraphs and cuts of a text that an extractor took out of HTML.

    The extractor has seen where each line stood on the page, so none is cut for its place: only
    for its wording, for standing beside such a line, for being the headline or a repetition.
    """
    page = _Page(text)
    _cut_boilerplate(page)
    _cut_boxes(page)
    _cut_headline(page, headline)
    _cut_repeated(page)
    return Reading(headline, *_sort_out(page))


def _unglue(text: str, line: Span) -> Iterator[Span]:
    """Yield the line, in two or more pieces where furniture runs into prose without a space."""
    start = line.start
    for joint in _joints(text, line):
        left, right = text[start:joint], text[joint : line.end]
        if (boilerplate(left) is None) != (boilerplate(right) is None):
            yield Span(start, joint)
            start = joint
    yield Span(start, line.end)


def _joints(text: str, line: Span) -> list[int]:
    """Return the places where two sentences of a line touch; none where too many do."""
    if line.end - line.start > LONGEST:
        return []
    joints = [joint.start() for joint in GLUE.finditer(text, line.start, line.end)]
    return joints if len(joints) <= MOST_JOINTS else []


def _cut_boilerplate(page: _Page) -> None:
    for index, line in enumerate(page.lines):
        if index not in page.posts:
            page.reasons[index] = boilerplate(line)


def _cut_boxes(page: _Page) -> None:
    """Cut what a publisher says to the reader beside a line that is furniture by its wording."""
    _spread(page, range(len(page.lines)))
    _spread(page, range(len(page.lines) - 1, -1, -1))
    boxed = [index for index, reason in enumerate(page.reasons) if reason in BOXES]
    for before, after in pairwise(boxed):
        if after - before == 2 and page.reasons[before + 1] is None:
            _cut_if(page, before + 1, speaks_personally)


def _spread(page: _Page, order: range) -> None:
    beside = False
    for index in order:
        if beside and page.reasons[index] is None:
            _cut_if(page, index, addresses_reader)
        beside = page.reasons[index] in BOXES or (beside and page.reasons[index] is not None)


def _cut_if(page: _Page, index: int, speaks: Callable[[str], bool]) -> None:
    if index not in page.posts and speaks(page.lines[index]):
        page.reasons[index] = "appeal"


def _first_paragraph(page: _Page, *, headline_seen: bool) -> int:
    """Return the index of the first line of the body; the number of lines where there is none."""
    for index in page.open():
        line = page.lines[index]
        if not _is_prose(line) or len(line.split()) < FIRST_PARAGRAPH:
            headline_seen = headline_seen or len(line.split()) in HEADLINE
        elif not headline_seen and _is_headline_in_prose(page, index):
            headline_seen = True
        elif not _is_summary(page, index):
            return index
    return len(page.lines)


def _is_headline_in_prose(page: _Page, index: int) -> bool:
    """Return whether a line that ends a sentence may be a headline: it asks, or stands twice."""
    line = page.lines[index]
    twice = page.lines[index + 1 : index + 2] == [line]
    return len(line.split()) in HEADLINE and (twice or QUESTION_END.search(line) is not None)


def _is_summary(page: _Page, index: int) -> bool:
    """Return whether a paragraph is a deck: a button follows it, and the body says it again.

    A button is "Learn more" alone; "Read more: Tolls rise" is a link, and may follow any paragraph.
    """
    button = page.lines[index + 1 : index + 2]
    if not button or page.reasons[index + 1] != "link" or len(button[0].split()) > 2:
        return False
    words = _stems(page.lines[index])
    return len(words & _words_after(page, index + 1, SUMMARISED)) > 0.6 * len(words)


def _find_headline(page: _Page, start: int) -> str:
    """Return the headline among the lines before the body; "" where none can be one.

    The first that stands twice and that the body speaks of; else the first of which one is true;
    else the first of some length.
    """
    lines = [" ".join(page.lines[index].split()) for index in page.open(0, start)]
    fit = [line for line in lines if len(line.split()) in HEADLINE and not _is_caption(line)]
    counts = Counter(fit)
    body = _words_after(page, start, LOOK_BACK)
    told = {line for line in fit if 2 * len(body & _stems(line)) >= len(_stems(line))}
    twice = [line for line in fit if counts[line] > 1]
    clear = [line for line in fit if len(line.split()) >= CLEAR_HEADLINE]
    both = [line for line in twice if line in told]
    return (both or [line for line in clear if line in told] or twice or clear or fit or [""])[0]


def _words_after(page: _Page, start: int, count: int) -> frozenset[str]:
    """Return the stems of so many lines from `start` on that aren't cut."""
    lines = islice(page.open(start), count)
    return frozenset().union(*(_stems(page.lines[index]) for index in lines))


def _byline(page: _Page, start: int) -> str | None:
    names = (byline_of(line) for line in page.lines[:start])
    return next((name for name in names if name), None)


def _cut_headline(page: _Page, headline: str) -> None:
    folded = _folded(headline)
    for index in page.open():
        if folded and _folded(page.lines[index]) == folded:
            page.reasons[index] = "headline"


def _cut_before_body(page: _Page, start: int) -> None:
    """Cut what stands above the body: labels as far as the headline, then decks and captions."""
    above: CutReason = "label"
    for index in range(start):
        if page.reasons[index] == "headline":
            above = "deck"
        elif page.reasons[index] is None:
            page.reasons[index] = "caption" if _is_caption(page.lines[index]) else above


def _cut_after_body(page: _Page, start: int) -> None:
    for index in reversed(list(page.open(start))):
        if index in page.posts or (
            _is_prose(page.lines[index]) and not _is_teaser(page.lines[index])
        ):
            return
        page.reasons[index] = "label"


def _is_teaser(line: str) -> bool:
    """Return whether a line was cut short: "The ferry company, which for a year has…"."""
    return line.endswith(("...", "…")) and not OPENING.match(line) and not reports(line)


def _cut_headings(page: _Page, start: int) -> None:
    """Cut headings and teasers between the paragraphs: lines that end no sentence, or ask one."""
    for index in page.open(start):
        if index not in page.posts and not _introduces(page, index):
            page.reasons[index] = _heading(page.lines[index])


def _introduces(page: _Page, index: int) -> bool:
    """Return whether a line ends in a colon before a quotation or a post: "In her own words:"."""
    after = page.lines[index + 1 : index + 2]
    opens = any(OPENING.match(line) for line in after) or {index + 1, index + 2} & page.posts
    return page.lines[index].endswith(":") and bool(opens)


def _heading(line: str) -> CutReason | None:
    words = line.split()
    if OPENING.match(line) or len(line) > LONGEST or reports(line):
        return None
    if QUESTION_END.search(line):
        return "heading" if len(words) <= LONGEST_QUESTION and line.endswith("?") else None
    if _is_prose(line) or line.endswith((",", ";")):
        return None
    if len(words) <= LONGEST_HEADING:
        return "heading"
    return "link" if _is_title_case(words) else None


def _cut_repeated(page: _Page) -> None:
    """Cut paragraphs that stood before, word for word or nearly; the first stays."""
    seen: set[str] = set()
    recent: deque[str] = deque(maxlen=LOOK_BACK)
    for index in page.open():
        line = _folded(page.lines[index])
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


def _sort_out(page: _Page) -> tuple[tuple[Span, ...], tuple[Cut, ...]]:
    lines = list(zip(page.spans, page.reasons, strict=True))
    paragraphs = tuple(span for span, reason in lines if reason is None)
    return paragraphs, tuple(Cut(span, reason) for span, reason in lines if reason is not None)


def _is_prose(line: str) -> bool:
    return SENTENCE_END.search(line[-10:]) is not None or len(line.split()) >= LONGEST_DECK


def _is_caption(line: str) -> bool:
    """Return whether a sentence ends inside the line and a stretch without an end follows it."""
    return not _is_prose(line) and re.search(r"[.!?][\"”’»)]?\s", line) is not None


def _is_title_case(words: Sequence[str]) -> bool:
    long = [word for word in words if len(word) > 3]
    return sum(word[0].isupper() for word in long) > 0.7 * len(long)


def _stems(line: str) -> frozenset[str]:
    """Return the longer words of a line, endings left out: Presses and pressed are one."""
    return frozenset(word[:5] for word in _folded(line).split() if len(word) > 3)


def _folded(line: str) -> str:
    """Return the words of a line in small letters, punctuation left out."""
    return " ".join(FOLD.findall(line.casefold()))
