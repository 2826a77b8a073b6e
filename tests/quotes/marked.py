"""Lines with their answers marked in them → the text, and where the answers stand in it.

`“<q>We won,</q>” <cue>said</cue> <who>Ms Lee</who>.` holds a quote, its cue and its mention. Tags
of one number belong together, no number is 0: `<q2>…</q2> <who2>…</who2>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from onrecord.articles.plain import read_plain
from onrecord.models import Quote, Span
from onrecord.quotes import read_quotes

_TAG = re.compile(r"<(/?)([a-z]+)(\d*)>")


@dataclass(frozen=True, slots=True)
class Tagged:
    """One marked stretch; spans count in the text without the tags."""

    name: str
    number: int
    span: Span
    text: str


def unmark(marked: str) -> tuple[str, list[Tagged]]:
    """Return the text without its tags, and what they hold in order of its end."""
    text, at = "", 0
    opened: list[tuple[str, int]] = []
    found: list[Tagged] = []
    for tag in _TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        closing, name, number = tag.groups()
        if not closing:
            opened.append((name + number, len(text)))
            continue
        label, start = opened.pop()
        assert label == name + number, f"<{label}> is closed by {tag.group()}: {marked}"
        span = Span(start, len(text))
        found.append(Tagged(name, int(number or 0), span, text[start:]))
    assert not opened, f"never closed: {marked}"
    return text + marked[at:], found


def read(text: str) -> list[Quote]:
    """Return the quotes of a text whose lines are paragraphs."""
    return read_quotes(read_plain("a", text))


def cases(lines: Iterable[Any], failures: Mapping[Any, str]) -> list[Any]:
    """Return a table's cases and its known failures, each of these marked with its reason."""
    failing = [
        pytest.param(
            line, marks=pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError)
        )
        for line, reason in failures.items()
    ]
    return [*lines, *failing]
