"""Who said the words in marks, and on what evidence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.models import Quote
from tests.examples import attribution as table
from tests.quotes.marked import Tagged, cases, read, unmark

LINES = [(rule, line) for rule, lines in table.BY_RULE.items() for line in lines]

Told = tuple[int, str, str | None, str | None]


def told(tags: list[Tagged]) -> Iterator[Told]:
    """Yield for each marked quote its start, words, source and cue."""
    others = {(tag.name, tag.number): tag.text for tag in tags}
    for tag in tags:
        if tag.name == "q":
            who, cue = (others.get((name, tag.number)) for name in ("who", "cue"))
            yield tag.span.start, tag.text, who, cue


def found(quotes: list[Quote]) -> Iterator[Told]:
    for quote in quotes:
        if quote.kind != "indirect" or quote.attribution.rule_id == "transcript":
            mention, cue = quote.attribution.mention, quote.attribution.cue
            who = mention.text if mention else None
            yield quote.span.start, quote.text, who, cue.text if cue else None


def check(line: str) -> None:
    text, tags = unmark(line)
    assert sorted(found(read(text))) == sorted(told(tags))


@pytest.mark.parametrize("line", cases((line for _, line in LINES), table.KNOWN_FAILURES))
def test_who_said_it(line: str) -> None:
    check(line)


@pytest.mark.parametrize(("rule", "line"), LINES)
def test_the_rule_is_named(rule: str, line: str) -> None:
    text, tags = unmark(line)
    last = [tag for tag in tags if tag.name == "q" and tag.number == 0][-1]
    (quote,) = (quote for quote in read(text) if quote.span == last.span)
    assert quote.attribution.rule_id == rule


@pytest.mark.parametrize("line", [*table.SEVERAL, *table.VARIED])
def test_one_of_several(line: str) -> None:
    check(line)


@pytest.mark.parametrize("line", table.NOBODY)
def test_nobody_says_it(line: str) -> None:
    check(line)
