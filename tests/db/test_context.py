from __future__ import annotations

import pytest

from onrecord.db.context import LONGEST, Surroundings
from onrecord.models import Article, Attribution, Quote, Source, Span

CASES = [
    # the quote stands between « and »; expected: what is before and after
    ("«We won,» she said.", "", " she said."),
    (
        "It rained. She said: “«We won.»” Then she left. He stayed.",
        "She said: “",
        "” Then she left.",
    ),
    ("It rained. He sang. “«We won,»” she said.", "He sang. “", "” she said."),
    ("Mr Lee spoke of a “«long»” wait. It rained.", "Mr Lee spoke of a “", "” wait."),
    ("“«Why?»” he asked. “Why not?”", "“", "” he asked."),
]


def read(marked: str) -> tuple[Article, Quote]:
    start, end = marked.index("«"), marked.index("»") - 1
    text = marked.replace("«", "").replace("»", "")
    whole = Span(0, len(text))
    article = Article("a", Source("https://a.example/", "a"), "", text, (whole,))
    span = Span(start, end)
    said = Attribution(None, None, "nobody", 0.0)
    quote = Quote("direct", "body", "spoken", text[start:end], span, 0, whole, said)
    return article, quote


def around(marked: str) -> tuple[str, str]:
    article, quote = read(marked)
    return Surroundings(article).of(quote)


@pytest.mark.parametrize(("marked", "before", "after"), CASES)
def test_one_sentence_on_either_side(marked: str, before: str, after: str) -> None:
    assert around(marked) == (before, after)


def test_long_sentences_are_cut_between_words() -> None:
    before, after = around("word " * 60 + "«We won»" + " word" * 60)
    assert LONGEST - 5 <= len(before) <= LONGEST and before.startswith("word ")
    assert LONGEST - 5 <= len(after) <= LONGEST and after.endswith(" word")


def test_without_spaces_there_is_still_context() -> None:
    before, after = around("字" * 300 + "«我们赢了»" + "字" * 300)
    assert (len(before), len(after)) == (LONGEST, LONGEST)


def test_furniture_is_no_context() -> None:
    text = "Subscribe now\nWe won, she said.\nSubscribe now\n"
    body = Span(14, 31)
    article = Article("a", Source("https://a.example/", "a"), "", text, (body,))
    said = Attribution(None, None, "nobody", 0.0)
    quote = Quote("direct", "body", "spoken", "We won", Span(14, 20), 0, body, said)
    assert Surroundings(article).of(quote) == ("", ", she said.")
