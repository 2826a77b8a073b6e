"""What stands between the marks of one paragraph."""

from __future__ import annotations

import pytest

from onrecord.quotes.marks import nested_marks, pair_marks
from tests.examples import marks as table
from tests.quotes.marked import unmark


def told(marked: str) -> list[tuple[str, str]]:
    """Return what a line says: left open or not, and the words."""
    return [(tag.name, tag.text) for tag in unmark(marked)[1] if tag.name != "n"]


def read(marked: str) -> list[tuple[str, str]]:
    text, _ = unmark(marked)
    return [("q" if found.closed else "o", text[found.start : found.end])
            for found in pair_marks(text)]  # fmt: skip


@pytest.mark.parametrize("line", table.EVERY)
def test_pair_marks(line: str) -> None:
    assert read(line) == told(line)


@pytest.mark.parametrize("line", table.NESTED)
def test_nested_marks(line: str) -> None:
    text, tags = unmark(line)
    (outer,) = pair_marks(text)
    assert (outer.start, outer.end) == (tags[-1].span.start, tags[-1].span.end)
    inner = [tag.text for tag in tags if tag.name == "n"]
    assert [text[found.start : found.end] for found in nested_marks(text, outer)] == inner


@pytest.mark.parametrize("line", table.EVERY)
def test_offsets_count_in_the_whole_text(line: str) -> None:
    text, _ = unmark(line)
    around = "“It rained.\n" + text + "\n’90s"
    found = pair_marks(around, 12, 12 + len(text))
    assert [(a.start - 12, a.end - 12, a.closed, a.single) for a in found] == [
        (a.start, a.end, a.closed, a.single) for a in pair_marks(text)
    ]


def test_the_marks_lie_around_the_words() -> None:
    text = "She said: “ We won, ” and ‘left’."
    double, single = pair_marks(text)
    assert text[double.opened : double.shut] == "“ We won, ”"
    assert text[single.opened : single.shut] == "‘left’"
    assert (double.single, single.single) == (False, True)
