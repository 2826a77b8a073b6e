"""The stretches of a paragraph that may name a source."""

from __future__ import annotations

from itertools import pairwise

import pytest

from onrecord.quotes.paragraph import parse
from tests.examples import phrases as table
from tests.quotes.marked import unmark


@pytest.mark.parametrize("line", table.EVERY)
def test_find_phrases(line: str) -> None:
    text, told = unmark(line)
    paragraph = parse(text, 0, len(text), 0)
    found = [
        (phrase.shape, text[paragraph.span(k).start : paragraph.span(k).end])
        for k, phrase in enumerate(paragraph.phrases)
    ]
    assert found == [(tag.name, tag.text) for tag in told]
    for before, after in pairwise(paragraph.phrases):
        assert before.last <= after.first
