"""Posts embedded in a report: their words, and the line that names their author."""

from __future__ import annotations

import pytest

from tests.examples import posts as table
from tests.quotes.marked import cases, read, unmark


@pytest.mark.parametrize("line", cases(table.POSTS, table.KNOWN_FAILURES))
def test_posts(line: str) -> None:
    text, tags = unmark(line)
    who = {tag.number: tag for tag in tags if tag.name == "who"}
    found = sorted((q for q in read(text) if q.part == "post"), key=lambda quote: quote.span.start)
    words = [tag for tag in tags if tag.name == "q"]
    assert [quote.text for quote in found] == [tag.text for tag in words]
    for quote, tag in zip(found, words, strict=True):
        mention = quote.attribution.mention
        assert quote.span == tag.span
        assert (quote.kind, quote.medium, quote.attribution.rule_id) == (
            "direct", "post", "post-author")  # fmt: skip
        assert mention is not None
        assert (mention.type, mention.span) == ("author", who[tag.number].span)
    # what is not a post is read as ever; a post's own marks are not
    assert all(quote.kind == "indirect" for quote in read(text) if quote.part != "post")


def test_a_post_cut_by_its_author_line_is_one_turn() -> None:
    text, _ = unmark(table.POSTS[-2])
    assert len({quote.turn for quote in read(text)}) == 1
    text, _ = unmark(table.POSTS[-1])
    assert len({quote.turn for quote in read(text)}) == 2


@pytest.mark.parametrize("text", table.NO_POSTS)
def test_no_post(text: str) -> None:
    assert [quote for quote in read(text) if quote.part == "post"] == []


@pytest.mark.parametrize(("text", "name"), table.NAMES)
def test_the_author_has_a_name(text: str, name: str) -> None:
    (quote,) = read(text)
    assert quote.attribution.mention is not None
    assert quote.attribution.mention.name == name


def test_the_report_around_a_post_is_read() -> None:
    quotes = read(
        "“It is over,” said Ms Lee.\n\nWe will not wait. — Ann Lee (@annlee) May 1, 2020\n\n"
        "“At last,” said Mr Roe."
    )
    assert [(quote.part, quote.text) for quote in quotes] == [
        ("body", "It is over,"), ("post", "We will not wait."), ("body", "At last,")]  # fmt: skip
