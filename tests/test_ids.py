from __future__ import annotations

import pytest

from onrecord.ids import content_id, count_words, quote_id, spoken_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We won’t — ever!", "we won t ever"),
        ("we won't, ever", "we won t ever"),
        ("STRASSE Straße", "strasse strasse"),
        ("5.5 km…", "5 5 km"),
        ("Без НАТО?", "без нато"),
        ("e\u0301tat ﬁn", "état fin"),
        ("“…”", ""),
    ],
)
def test_spoken_words(text: str, words: str) -> None:
    assert " ".join(spoken_words(text)) == words


@pytest.mark.parametrize("around", ["“a{}b” c", "don’t {} e\u0301", "{}"])
def test_words_are_counted_as_they_are_told(around: str) -> None:
    texts = [around.format(chr(code)) for code in range(0x3000)]
    assert [count_words(text) for text in texts] == [len(spoken_words(text)) for text in texts]


def test_an_id_is_of_the_words_not_of_their_marks() -> None:
    assert quote_id("a", "body", "We won’t,", 1) == quote_id("a", "body", "we won't", 1)


def test_ids_differ_by_article_part_words_and_occurrence() -> None:
    ids = {
        quote_id(article, part, words, occurrence)
        for article in ("a", "b")
        for part in ("body", "headline")
        for words in ("we won", "we lost")
        for occurrence in (1, 2)
    }
    assert len(ids) == 16


def test_an_id_never_changes() -> None:
    # published in URLs: whoever changes this breaks them all
    assert quote_id("a-2024-03-04-b", "body", "We won,", 1) == "5e82590e422a"


def test_empty_and_missing_are_alike_but_places_are_not() -> None:
    assert content_id("a", None) == content_id("a", "")
    assert content_id("a", "", "b") != content_id("a", "b", "")
