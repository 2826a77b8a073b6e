"""What is reported without marks."""

from __future__ import annotations

import pytest

from onrecord.models import CueClass
from tests.examples import indirect as table
from tests.quotes.marked import cases, read, unmark

LINES = [(name, line) for name, lines in table.BY_CLASS.items() for line in lines]

Told = tuple[str, str | None, str | None, str | None]


def told(line: str, cue_class: CueClass) -> list[Told]:
    """Return for each paraphrase of a line its words, source, cue and the cue's class."""
    _, tags = unmark(line)
    others = {(tag.name, tag.number): tag.text for tag in tags}
    return [
        (
            tag.text,
            others.get(("who", tag.number), others.get(("who", 0))),
            others[("cue", tag.number)],
            cue_class,
        )
        for tag in tags
        if tag.name == "i"
    ]


def found(text: str) -> list[Told]:
    out: list[Told] = []
    for quote in read(text):
        mention, cue = quote.attribution.mention, quote.attribution.cue
        if quote.kind == "indirect":
            assert quote.attribution.rule_id == "statement"
            assert mention is not None
            assert cue is not None
            out.append((quote.text, mention.text, cue.text, cue.cue_class))
    return out


@pytest.mark.parametrize("case", cases(LINES, table.KNOWN_FAILURES))
def test_what_is_reported(case: tuple[CueClass, str]) -> None:
    cue_class, line = case
    assert found(unmark(line)[0]) == told(line, cue_class)


@pytest.mark.parametrize("line", cases(table.NOTHING, table.READ_ALL_THE_SAME))
def test_nothing_is_reported(line: str) -> None:
    assert found(line) == []
