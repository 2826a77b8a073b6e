"""Tokens, sentences and classes of one paragraph."""

from __future__ import annotations

import pytest

from onrecord.quotes.marks import pair_marks
from onrecord.quotes.segment import Frame, segment
from tests.examples import segments as table


def frame(text: str) -> Frame:
    return segment(text, 0, len(text), pair_marks(text))


@pytest.mark.parametrize("line", table.TOKENS)
def test_tokens(line: str) -> None:
    text = line.replace("|", "")
    found = frame(text)
    spans = zip(found.starts, found.ends, strict=True)
    assert [text[start:end] for start, end in spans] == line.replace("|", " ").split()
    assert found.words == line.lower().replace("|", " ").split()


@pytest.mark.parametrize(("text", "tokens"), table.QUOTED)
def test_a_quote_is_one_token(text: str, tokens: str) -> None:
    found = frame(text)
    spans = zip(found.tags, found.starts, found.ends, strict=True)
    assert [tag if tag == "Q" else text[start:end] for tag, start, end in spans] == tokens.split()
    assert [found.tags[at] for at in found.quoted] == ["Q"] * tokens.split().count("Q")
    assert [found.regions[found.quotes[at]].start for at in found.quoted] == [
        found.starts[at] for at in found.quoted
    ]


@pytest.mark.parametrize("line", table.SENTENCES)
def test_sentences(line: str) -> None:
    found = frame(line.replace("‖", ""))
    sentences = line.split("‖")
    # a quote's token starts after its mark
    heads = [found.starts[head] - (found.tags[head] == "Q") for head in found.heads]
    assert heads == [sum(map(len, sentences[:number])) for number in range(len(sentences))]
    assert [found.sentence[head] for head in found.heads] == list(range(len(sentences)))
    assert found.sentence == sorted(found.sentence)
    assert len(found.sentence) == len(found.tags)


def test_no_text_has_no_sentence() -> None:
    assert frame("").heads == frame(" \n ").heads == []


@pytest.mark.parametrize("line", table.CLASSES)
def test_classes(line: str) -> None:
    pairs = [word.rpartition("/") for word in line.split()]
    found = frame(" ".join(word for word, _, _ in pairs))
    assert [f"{word}/{tag}" for (word, _, _), tag in zip(pairs, found.tags, strict=True)] == [
        f"{word}/{tag}" for word, _, tag in pairs
    ]


def test_a_long_line_is_no_headline() -> None:
    line = "Mayor Says Ferry Will Not Sink " * 6
    assert set(frame(line).tags) != set(frame(line[:31]).tags)
    assert frame(line).tags[3] == "N"
    assert frame(line[:31]).tags[3] == "A"


def test_spans_count_in_the_whole_text() -> None:
    text = "One line.\nMs Lee left."
    found = segment(text, 10, len(text), ())
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == [
        "Ms", "Lee", "left", "."]  # fmt: skip
