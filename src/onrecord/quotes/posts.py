"""Embedded posts in a text: which lines they are, and the line that says who wrote them when.

A post is plain lines and an author line, `— Name (@handle) April 20, 2023`. The author line mostly
ends the post; scraped pages put it anywhere. Media links are not words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.models import Attribution, Candidate, Mention, Quote, Span
from onrecord.quotes.decide import STRUCTURE

_AUTHOR = re.compile(
    r"[—–―-]{1,2}\s*+(?P<name>[^\s—–―@](?:[^—–―@\n]{0,78}?[^\s—–―@])??)\s*+\((?P<handle>@[\w.]{1,40})\)"
    r"[\s,]*+(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})?\s*$"
)
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/|pic\.x\.com/|t\.co/)\S+")
# what posts have and reports' sentences do not: hashtags, handles, a media link, "I" and "we"
_POST_SIGN = re.compile(r"(?:^|\s)[#@]\w|pic\.(?:twitter|x)\.com/|\bt\.co/|(?:^|[.!?] )(?:I|We)\b")
_MARKS = re.compile(r"[“”\"«»„]")
_REACH = 6  # lines a post may have before its author line


@dataclass(frozen=True, slots=True)
class Post:
    """One embedded post: its stretches of words, its author line's name, and that line's span."""

    pieces: tuple[Span, ...]
    author: Span  # name and handle
    line: Span
    lines: frozenset[int]  # indexes of its paragraphs, the author line's included


def find_posts(text: str, paragraphs: Sequence[Span]) -> list[Post]:
    """Return the posts among the paragraphs, in order."""
    out: list[Post] = []
    taken: set[int] = set()
    blocks = _has_blank_lines(text, paragraphs)
    for i, span in enumerate(paragraphs):
        found = _AUTHOR.search(text, span.start, span.end)
        if found is None:
            continue
        members = _members(text, paragraphs, i, found, blocks=blocks)
        members = [k for k in members if k not in taken]
        pieces = _pieces(text, paragraphs, members, i, found.start())
        if not pieces:
            continue
        taken.update(members, (i,))
        author = Span(found.start("name"), found.end("handle") + 1)
        out.append(Post(pieces, author, Span(found.start(), span.end), frozenset([*members, i])))
    return out


def _has_blank_lines(text: str, paragraphs: Sequence[Span]) -> bool:
    """Tell whether blank lines separate most paragraphs, so that a run of lines is one block."""
    pairs = list(pairwise(paragraphs))
    blank = sum(text.count("\n", a.end, b.start) > 1 for a, b in pairs)
    return 2 * blank > len(pairs)


def _members(
    text: str, paragraphs: Sequence[Span], i: int, found: re.Match[str], *, blocks: bool
) -> list[int]:
    """Return the indexes of the lines that belong to the post whose author line is number i."""
    if text[paragraphs[i].start : found.start()].strip():
        return [i]
    before, after = [], []
    k = i - 1
    while k >= 0 and i - k <= _REACH and _joined(text, paragraphs, k) and blocks:
        before.append(k)
        k -= 1
    k = i + 1
    while k < len(paragraphs) and k - i <= _REACH and _joined(text, paragraphs, k - 1) and blocks:
        after.append(k)
        k += 1
    if not before and not after:
        before = _lines_before(text, paragraphs, i)
        after = _lines_after(text, paragraphs, i, before)
    return sorted(before) + after


def _joined(text: str, paragraphs: Sequence[Span], k: int) -> bool:
    """Tell whether no blank line stands between line k and the next."""
    return text.count("\n", paragraphs[k].end, paragraphs[k + 1].start) == 1


def _lines_before(text: str, paragraphs: Sequence[Span], i: int) -> list[int]:
    out: list[int] = []
    for k in range(i - 1, max(-1, i - 1 - _REACH), -1):
        line = text[paragraphs[k].start : paragraphs[k].end]
        if _AUTHOR.search(line):
            break
        if out and (not _POST_SIGN.search(line) or _MARKS.search(line)):
            break
        out.append(k)
    return out


def _lines_after(text: str, paragraphs: Sequence[Span], i: int, before: list[int]) -> list[int]:
    """Return the lines after a displaced author line: up to the one with the media link, where no
    line before has one."""
    if any(_media_start(text, paragraphs[k].start, paragraphs[k].end) >= 0 for k in before):
        return []
    out: list[int] = []
    for k in range(i + 1, min(len(paragraphs), i + 1 + _REACH)):
        out.append(k)
        line = text[paragraphs[k].start : paragraphs[k].end]
        if _AUTHOR.search(line):
            return []
        if _media_start(line, 0, len(line)) >= 0:
            return out
    return []


def _pieces(
    text: str, paragraphs: Sequence[Span], members: list[int], i: int, author_start: int
) -> tuple[Span, ...]:
    """Return the post's words as stretches, cut only by the author line."""
    if members == [i]:
        return _span_of(text, paragraphs[i].start, author_start)
    out: tuple[Span, ...] = ()
    for part in ([k for k in members if k < i], [k for k in members if k > i]):
        if part:
            out += _span_of(text, paragraphs[part[0]].start, paragraphs[part[-1]].end)
    return out


def _span_of(text: str, start: int, end: int) -> tuple[Span, ...]:
    while (media := _media_start(text, start, end)) >= 0:
        end = media
    end = _without_space(text, start, end)
    return (Span(start, end),) if any(c.isalnum() for c in text[start:end]) else ()


def _media_start(text: str, start: int, end: int) -> int:
    """Return where the media link that ends `text[start:end]` starts, or -1."""
    end = _without_space(text, start, end)
    first = max(text.rfind(blank, start, end) for blank in " \n\t\xa0") + 1
    first = max(first, start)
    return first if _LINK.fullmatch(text, first, end) else -1


def _without_space(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def post_quotes(text: str, post: Post, turn: int) -> list[Quote]:
    """Return one quote for each stretch of a post; its author line names the source."""
    printed = text[post.author.start : post.author.end]
    # "Name / Ім’я (@handle)" is shown as "Name"
    name = printed.partition("(")[0].partition("/")[0].strip()
    mention = Mention(post.author, printed, "author", name)
    evidence = (Candidate(mention, STRUCTURE, "the post's author line"),)
    attribution = Attribution(mention, None, "post-author", STRUCTURE, evidence)
    return [
        Quote(
            kind="direct",
            part="post",
            medium="post",
            text=text[span.start : span.end],
            span=span,
            turn=turn,
            sentence=post.line,
            attribution=attribution,
        )
        for span in post.pieces
    ]
