"""Transcripts: the words after each label, and whose they are."""

from __future__ import annotations

import pytest

from tests.examples import transcripts as table
from tests.quotes.marked import read, unmark


@pytest.mark.parametrize("line", table.TRANSCRIPTS)
def test_transcripts(line: str) -> None:
    text, tags = unmark(line)
    labels = {tag.number: tag.span for tag in tags if tag.name == "who"}
    words = [tag for tag in tags if tag.name == "q"]
    found = read(text)
    assert [quote.text for quote in found] == [tag.text for tag in words]
    for quote, tag in zip(found, words, strict=True):
        line = text[text.rfind("\n", 0, tag.span.start) + 1 : tag.span.start]
        kind = "direct" if any(mark in line for mark in '"“”„«') else "indirect"
        assert (quote.kind, quote.attribution.rule_id) == (kind, "transcript")
        assert quote.attribution.mention is not None
        assert quote.attribution.mention.span == labels[tag.number]
    turns = [quote.turn for quote in found]
    assert [turns.index(turn) for turn in turns] == [
        [tag.number for tag in words].index(tag.number) for tag in words
    ]


@pytest.mark.parametrize("text", table.NO_TRANSCRIPTS)
def test_no_transcript(text: str) -> None:
    assert [q for q in read(text) if q.attribution.rule_id == "transcript"] == []


def test_a_label_has_the_full_name_of_the_report_above() -> None:
    quotes = read("Mayor Ann Lee met Bo Roe.\nLEE: We will not wait.\nROE: Who will?\nLEE: Nobody.")
    names = [quote.attribution.mention and quote.attribution.mention.name for quote in quotes]
    assert names == ["Ann Lee", "Bo Roe", "Ann Lee"]


def test_the_report_around_a_transcript_is_read() -> None:
    quotes = read(
        "“It is over,” said Ms Lee.\nLEE: We will not wait.\nROE: Who will?\nLEE: Nobody."
    )
    assert [quote.text for quote in quotes] == [
        "It is over,", "We will not wait.", "Who will?", "Nobody."]  # fmt: skip
