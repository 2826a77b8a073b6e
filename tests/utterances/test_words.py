"""Words as they are compared."""

from __future__ import annotations

import pytest

from onrecord.utterances.words import is_content, is_negation, read_words, word_keys

CASES = [
    ("NATO will, of course, “win”!", "nato will of course win"),
    ("Ukraine’s air defense", "ukraine's air defence"),
    ("Meet @AnnLee & see #Riga", "meet annlee and see riga"),
    ("...if not, it rains", "otherwise it rains"),
    ("if not now", "if not now"),
    ("155 mm", "155 mm"),
    ("…", ""),
]


@pytest.mark.parametrize(("text", "keys"), CASES)
def test_keys(text: str, keys: str) -> None:
    assert " ".join(word_keys(text)) == keys


def test_words_know_their_place() -> None:
    text = "“It rains,” said Ann"
    assert [text[w.start : w.end] for w in read_words(text)] == ["It", "rains", "said", "Ann"]


def test_content_and_negation() -> None:
    assert [w for w in ("the", "harbour", "we", "not", "today") if is_content(w)] == [
        "harbour",
        "today",
    ]
    assert [w for w in ("not", "doesn't", "never", "note") if is_negation(w)] == [
        "not",
        "doesn't",
        "never",
    ]
