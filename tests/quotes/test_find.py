"""The quotes of one article: kinds, turns, nesting, order."""

from __future__ import annotations

import pytest

from onrecord.models import Article, Quote, Source, Span
from onrecord.quotes import read_quotes
from tests.examples import kinds as table
from tests.quotes.marked import cases, read, unmark


def marked(quotes: list[Quote]) -> list[Quote]:
    """Return the quotes in marks by where they start."""
    return sorted((q for q in quotes if q.kind != "indirect"), key=lambda quote: quote.span.start)


@pytest.mark.parametrize("line", table.KINDS)
def test_kinds(line: str) -> None:
    text, tags = unmark(line)
    names = {"d": "direct", "m": "mixed"}
    assert [(quote.kind, quote.text) for quote in marked(read(text))] == [
        (names[tag.name], tag.text) for tag in tags
    ]


@pytest.mark.parametrize("line", table.TURNS)
def test_turns(line: str) -> None:
    text, tags = unmark(line)
    quotes = marked(read(text))
    assert [quote.text for quote in quotes] == [tag.text for tag in tags]
    turns = [quote.turn for quote in quotes]
    numbers = [tag.number for tag in tags]
    assert [turns.index(turn) for turn in turns] == [numbers.index(number) for number in numbers]


@pytest.mark.parametrize("line", table.NESTED)
def test_nested(line: str) -> None:
    text, tags = unmark(line)
    quotes = read(text)
    found = {quote.span: quote for quote in marked(quotes)}
    assert set(found) == {tag.span for tag in tags}
    for tag in tags:
        quote = found[tag.span]
        if tag.name == "q":
            assert quote.inside is None
            continue
        assert quote.inside is not None
        outer = quotes[quote.inside]
        assert outer.span.start <= quote.span.start < quote.span.end <= outer.span.end
        assert outer.turn == quote.turn
        assert (outer.kind, quote.attribution.rule_id) == ("direct", "nested")


def report(headline: str, text: str) -> Article:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return Article("a", Source("https://a.example/", "a"), headline, text, tuple(spans))


@pytest.mark.parametrize("line", cases(table.HEADLINES, table.HEADLINES_MISSED))
def test_headlines(line: str) -> None:
    headline, tags = unmark(line)
    words = [tag.span for tag in tags if tag.name == "q"]
    quotes = read_quotes(report(headline, "It rained."))
    assert [(quote.part, quote.span) for quote in quotes] == [("headline", span) for span in words]
    mentions = [quote.attribution.mention for quote in quotes]
    who = [tag.span for tag in tags if tag.name == "who"]
    assert [mention and mention.span for mention in mentions] == who


def test_the_headline_comes_first_and_counts_in_itself() -> None:
    article = report("Lee: ‘We Will Not Wait’", "“We will not wait,” said Mayor Ann Lee.")
    one, other = read_quotes(article)
    assert (one.part, one.text, one.span) == ("headline", "We Will Not Wait", Span(6, 22))
    assert (other.part, other.text, other.span) == ("body", "We will not wait,", Span(1, 18))


def test_a_headlines_short_name_has_its_full_form_from_the_body() -> None:
    article = report("Lee: ‘We Will Not Wait’", "“We will not wait,” said Mayor Ann Lee.")
    names = [q.attribution.mention and q.attribution.mention.name for q in read_quotes(article)]
    assert names == ["Ann Lee", "Ann Lee"]


@pytest.mark.xfail(reason="it is tied to the body's first quote", raises=AssertionError)
def test_a_quote_inside_a_headlines_is_tied_to_it() -> None:
    article = report("Lee: “He told us ‘not on my watch’ and left”", "“We won,” said Ms Lee.")
    outer, inner = read_quotes(article)[:2]
    assert (outer.text, inner.text) == ("He told us ‘not on my watch’ and left", "not on my watch")
    assert inner.inside == 0


def test_quotes_stand_in_the_order_in_which_they_are_complete() -> None:
    quotes = read(
        "“We tried,” Ms Lee said. “It was not enough.”\n"
        "Mr Roe said Ms Lee had told him the bridge would hold.\n"
        "Ms Lee said the plan was “a bad joke” and would fail.\n"
        "“He told us ‘not on my watch’ and left,” Ms Lee said."
    )
    body = [(quote.span.end, -quote.span.start) for quote in quotes]
    assert len(body) >= 6
    assert body == sorted(body)
    assert [q.text for q in quotes][-2:] == [
        "not on my watch",
        "He told us ‘not on my watch’ and left,",
    ]


def test_furniture_is_not_read() -> None:
    text = "“We won,” said Ms Lee.\n“Buy now,” said Mr Roe.\n“At last,” said Ms Poe."
    article = report("", text)
    kept = Article(article.id, article.source, "", text, article.paragraphs[::2])
    assert [quote.text for quote in read_quotes(kept)] == ["We won,", "At last,"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“”", "“", "”", '"', "'", "«»", "—", "LEE:"])
def test_nothing_to_read(text: str) -> None:
    assert read(text) == []
    assert read_quotes(report(text, "")) == []
