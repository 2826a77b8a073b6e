"""A scraped text as lines, each with the reason why it is no paragraph; and what a line looks like.

What `boilerplate` says of a line alone, `body`, `headlines` and `furniture` complete by where it
stands. A line is a paragraph as long as it has no reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice, takewhile

from onrecord.articles.boilerplate import LONGEST, CutReason, boilerplate
from onrecord.articles.lines import split_lines, unwrap
from onrecord.articles.posts import find_posts
from onrecord.models import Span

SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
INNER_END = re.compile(r"[.!?][\"”’»)]?\s")
FOLD = re.compile(r"\w+")
# a sentence's end and the next one's start, or a button and a sentence, with no space between
GLUE = re.compile(
    r"(?<=[^\W\d_A-Z][.!?])(?=[\"“«]?[^\W\d_a-z])"
    r"|(?<=[a-z]{2})(?<!Whats)(?<!You)(?<!Linked)(?<!Tik)"
    r"(?!Credit|Photo|Image|Picture)(?=[A-Z][A-Za-z])"
)
# more sentences without a space between are no banner but a text that lost its spaces
MOST_JOINTS = 12
LONGEST_WORD = 30  # letters
# a line without a stop is prose all the same when no heading or deck is so long
LONGEST_DECK = 40
STEM = 5


class Lines:
    """The lines of a text and, as it is found, why each is no paragraph."""

    def __init__(self, text: str) -> None:
        self.spans = list(_unglued(text, unwrap(text, list(split_lines(text)))))
        self.lines = [text[span.start : span.end] for span in self.spans]
        self.posts = find_posts(self.lines)
        self.reasons: list[CutReason | None] = [None] * len(self.lines)

    def open(self, start: int = 0, stop: int | None = None) -> Iterator[int]:
        """Yield the indices of the lines not cut so far, from `start` up to `stop`."""
        for index in range(len(self.lines))[start:stop]:
            if self.reasons[index] is None:
                yield index

    def stems_from(self, start: int, count: int, stop: int | None = None) -> frozenset[str]:
        """Return the stems of so many lines from `start` on, up to `stop`, that aren't cut."""
        lines = islice(self.open(start, stop), count)
        return frozenset().union(*(stems(self.lines[index]) for index in lines))


def is_prose(line: str) -> bool:
    """Return whether a line ends a sentence, or is longer than any heading."""
    return SENTENCE_END.search(line[-10:]) is not None or len(line.split()) >= LONGEST_DECK


def is_caption(line: str) -> bool:
    """Return whether a sentence ends inside the line and a stretch without an end follows it."""
    return not is_prose(line) and INNER_END.search(line) is not None


def stems(line: str) -> frozenset[str]:
    """Return the longer words of a line, endings left out: Presses and pressed are one."""
    return frozenset(word[:STEM] for word in folded(line).split() if len(word) > 3)


def folded(line: str) -> str:
    """Return the words of a line in small letters, punctuation left out."""
    return " ".join(FOLD.findall(line.casefold()))


def _unglued(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Yield the lines, those in pieces where furniture runs into prose without a space."""
    joints = [_joints(text, line) for line in lines]
    # a name with a capital inside is no joint; it stands in more lines than one
    lines_with = Counter(chain(*({_word_at(text, joint) for joint in some} for some in joints)))
    for line, some in zip(lines, joints, strict=True):
        once = [joint for joint in some if lines_with[_word_at(text, joint)] == 1]
        yield from _unglue(text, line, once)


def _unglue(text: str, line: Span, joints: Sequence[int]) -> Iterator[Span]:
    start = line.start
    for joint in joints:
        left, right = text[start:joint], text[joint : line.end]
        if (boilerplate(left) is None) != (boilerplate(right) is None):
            yield Span(start, joint)
            start = joint
    yield Span(start, line.end)


def _word_at(text: str, joint: int) -> str | int:
    """Return the word around a place as far as a long word goes; the place where it is in none."""
    before, after = text[max(joint - LONGEST_WORD, 0) : joint], text[joint : joint + LONGEST_WORD]
    if not before[-1:].isalpha():
        return joint
    return "".join(takewhile(str.isalpha, reversed(before)))[::-1] + "".join(
        takewhile(str.isalpha, after)
    )


def _joints(text: str, line: Span) -> list[int]:
    """Return the places where two sentences of a line touch; none where too many do."""
    if line.end - line.start > LONGEST:
        return []
    found = (joint.start() for joint in GLUE.finditer(text, line.start, line.end))
    joints = [joint for joint in found if not _is_in_name(text[line.start : joint])]
    return joints if len(joints) <= MOST_JOINTS else []


def _is_in_name(before: str) -> bool:
    """Return whether a stretch breaks off inside a handle, a hashtag or an address."""
    return not {"@", "#", "/"}.isdisjoint(before.rpartition(" ")[2])
