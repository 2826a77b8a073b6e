"""Text taken as it is."""

from __future__ import annotations

from onrecord.articles.plain import read_plain


def test_every_line_is_a_paragraph_and_nothing_is_cut() -> None:
    text = "Read more\r\n\n  Ann said: “Go.”\t\nfirst\x0csecond\u2028third\n"
    article = read_plain("note", text)
    assert (article.id, article.headline, article.cuts, article.text) == ("note", "", (), text)
    lines = [text[span.start : span.end] for span in article.paragraphs]
    assert lines == ["Read more", "Ann said: “Go.”", "first\x0csecond", "third"]
