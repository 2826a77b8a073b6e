"""What holds for any text at all."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles.furniture import Reading, read_extracted, read_scraped
from onrecord.articles.lines import split_lines
from onrecord.articles.pages import read_page
from onrecord.articles.plain import read_plain
from onrecord.models import Refusal
from tests.examples.resembling import BODY

PIECES = [
    *BODY[::6],
    "\n",
    "\r\n",
    "\u2028",
    " ",
    "“",
    '"',
    "Read more",
    "Your support keeps us afloat.",
    "— Ann Lee (@annlee) April 20, 2023",
    "×",
    "Towns and Rivers",
    "on the bridge pic.twitter.com/a1",
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


def check(text: str, reading: Reading) -> None:
    """Check that the spans are stripped, ordered, apart, in range, and all of the text."""
    spans = [*reading.paragraphs, *(cut.span for cut in reading.cuts)]
    assert list(reading.paragraphs) == sorted(reading.paragraphs, key=lambda span: span.start)
    spans.sort(key=lambda span: span.start)
    for span in spans:
        line = text[span.start : span.end]
        assert line
        assert line == line.strip()
    for before, after in pairwise(spans):
        assert before.end <= after.start
    kept = "".join(text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())


@given(texts, texts)
def test_every_line_is_in_a_paragraph_or_in_a_cut(text: str, headline: str) -> None:
    check(text, read_scraped(text))
    check(text, read_scraped(text, headline))
    check(text, read_extracted(text, headline))


@given(texts)
def test_plain_text_is_all_paragraphs(text: str) -> None:
    article = read_plain("a", text)
    assert article.text == text
    assert article.paragraphs == tuple(split_lines(text))
    check(text, Reading("", article.paragraphs, ()))


@settings(deadline=None)  # the first page waits for trafilatura's import
@given(st.one_of(st.binary(), texts.map(str.encode), texts.map(lambda t: f"<html>{t}".encode())))
def test_any_bytes_are_a_page_or_refused(data: bytes) -> None:
    page = read_page("a", data)
    assert isinstance(page, Refusal) or page.reading.paragraphs


SENTENCE = "The minister said that the bridge would be open by spring. "
LARGE = {
    "one line": SENTENCE * 85_000,
    "one word": "a" * 5_000_000,
    "no spaces": "aB." * 1_700_000,
    "marks": '"' * 5_000_000,
    "brackets": ("(" * 1990 + "\n") * 500,
    "author lines": "— A B (@ab) April 20, 2023\n" * 40_000,
    "short lines": "Talks\n" * 150_000,
    "paragraphs": "".join(f"{SENTENCE}That is bridge {n}.\n" for n in range(13_000)),
}


@pytest.mark.parametrize("name", LARGE)
def test_megabytes_take_seconds(name: str) -> None:
    start = time.perf_counter()
    read_page(name, LARGE[name].encode())
    # the slowest, short lines, was measured at 2 s; were it a square, an hour would not do
    assert time.perf_counter() - start < 30


def test_a_page_s_text_is_the_file_s() -> None:
    text = "Ferry\r\n\r\n" + SENTENCE * 10 + "\r\n"
    page = read_page("a", text.encode())
    assert not isinstance(page, Refusal)
    assert page.text == text
