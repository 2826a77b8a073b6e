"""Reporting words and their subjects."""

from __future__ import annotations

import pytest

from onrecord.quotes.lexicon import CUE_CLASSES, CUE_FORMS
from onrecord.quotes.paragraph import parse
from tests.examples import cues as table
from tests.quotes.marked import cases, unmark

LINES = [(link, line) for link, lines in table.LINKS.items() for line in lines]


def told(line: str) -> list[tuple[str, str | None]]:
    """Return a line's cues in order, each with its subject."""
    _, tags = unmark(line)
    who = {tag.number: tag.text for tag in tags if tag.name == "who"}
    cues = sorted((tag for tag in tags if tag.name == "cue"), key=lambda tag: tag.span.start)
    return [(tag.text, who.get(tag.number)) for tag in cues]


def read(line: str) -> list[tuple[str, str | None, str]]:
    text, _ = unmark(line)
    paragraph = parse(text, 0, len(text), 0)
    frame = paragraph.frame
    out = []
    for cue in paragraph.cues:
        span = paragraph.span(cue.subject) if cue.subject >= 0 else None
        who = text[span.start : span.end] if span else None
        out.append((text[frame.starts[cue.at] : frame.ends[cue.at]], who, cue.link))
    return out


@pytest.mark.parametrize("case", cases(LINES, table.KNOWN_FAILURES))
def test_find_cues(case: tuple[str, str]) -> None:
    link, line = case
    assert [(cue, who) for cue, who, _ in read(line)] == told(line)
    assert link in [how for _, _, how in read(line)]


@pytest.mark.parametrize("line", table.NOTHING)
def test_no_cue(line: str) -> None:
    assert read(line) == []


@pytest.mark.parametrize("case", cases(table.BASES, table.FORMS_NOT_KNOWN))
def test_forms(case: tuple[str, str | None, str | None]) -> None:
    form, base, cue_class = case
    assert CUE_FORMS.get(form) == base
    assert CUE_CLASSES.get(base or "") == cue_class
