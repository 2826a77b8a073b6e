"""Lines of a text, and texts that were wrapped to a width."""

from __future__ import annotations

import textwrap

import pytest

from onrecord.articles.furniture import read_scraped
from onrecord.articles.lines import split_lines, unwrap
from onrecord.models import Span
from tests.articles.test_pages import HEADLINE, PARAGRAPHS

POST = ["Dry feet at last, and no more ferries.", "— Ann Lee (@annlee) May 3, 2024"]


MORE = [
    "The ferry that sailed between the two towns for more than a century made its last trip on "
    "Sunday evening, with a band on board and most of the people of both towns on the quay.",
    "What becomes of the boat is not settled: a museum wants it, and so does the captain, who was "
    "born in it during the flood and has not missed a day on the river in all of forty years.",
]
LINES = [*PARAGRAPHS, *MORE, *POST]


def wrapped(width: int) -> str:
    return "\n\n".join(textwrap.fill(line, width) for line in [HEADLINE, *LINES])


def test_lines_are_stripped_and_blank_ones_left_out() -> None:
    assert list(split_lines("\n  a b \r\n\t\nc")) == [Span(3, 6), Span(11, 12)]


@pytest.mark.parametrize("width", [50, 60, 72, 100])
def test_a_wrapped_text_is_read_by_its_blocks(width: int) -> None:
    text = wrapped(width)
    reading = read_scraped(text)
    assert reading.headline == HEADLINE
    lines = [text[span.start : span.end] for span in reading.paragraphs]
    assert [" ".join(line.split()) for line in lines] == LINES


@pytest.mark.parametrize(
    "text",
    [
        "\n".join([HEADLINE, *PARAGRAPHS] * 3),
        "\n\n".join([HEADLINE, *PARAGRAPHS] * 3),
        "\n".join(["A list of the twelve ferries that are for sale this year"] * 12),
        "\n".join(["a short line"] * 12),
        "",
    ],
)
def test_lines_that_are_paragraphs_stay_apart(text: str) -> None:
    lines = list(split_lines(text))
    assert unwrap(text, lines) == lines
