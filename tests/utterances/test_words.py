"""Words as they are laid side by side."""

from __future__ import annotations

import pytest

from onrecord.utterances.words import read_words

CASES = [
    ("NATO will, of course, “win”!", "nato will of course win"),
    ("Ukraine’s air defense", "ukraine's air defence"),
    ("Meet @AnnLee & see #Riga", "meet annlee and see riga"),
    ("155 mm, 1.5 billion, 20,000 at 40%", "155 mm 1.5 billion 20,000 at 40 %"),
    ("…", ""),
]


@pytest.mark.parametrize(("text", "keys"), CASES)
def test_keys(text: str, keys: str) -> None:
    assert " ".join(word.key for word in read_words(text)) == keys


def test_words_know_their_place() -> None:
    text = "“It rains,” said Ann"
    assert [text[w.start : w.end] for w in read_words(text)] == ["It", "rains", "said", "Ann"]
