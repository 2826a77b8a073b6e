"""Small marked texts and readings of them, made by hand: nothing here is read by the engine."""

from __future__ import annotations

from pathlib import Path

from onrecord.curated.records import Problems
from onrecord.evaluate.gold import read_article
from onrecord.evaluate.records import GoldArticle
from onrecord.models import Attribution, Kind, Mention, Person, Quote, Span
from onrecord.said import Said


def marked(body: str, *speakers: str) -> GoldArticle:
    """Return the article of a text with brackets; `speakers` as in the front matter."""
    problems = Problems(Path("small.txt"))
    lines = "".join(f"- {speaker}\n" for speaker in speakers)
    front = f"---\nstyle: local\nphenomena: []\nspeakers:\n{lines}---\n"
    article = read_article("small", front + body, problems)
    assert article is not None, problems.told()
    return article


def read(
    article: GoldArticle,
    words: str,
    mention: str | None = None,
    *,
    kind: Kind = "direct",
    name: str | None = None,
    probability: float = 0.9,
    rule: str = "subject-after",
) -> Said:
    """Return a reading: the first place of `words` in the text, said by the first of `mention`."""
    source = None
    if mention is not None:
        source = Mention(_find(article.text, mention), mention, "name", name)
    person = Person(id=name.lower(), name=name) if name else None
    span = _find(article.text, words)
    attribution = Attribution(source, None, rule, probability)
    quote = Quote(kind, "body", "unknown", words, span, 0, span, attribution)
    return Said(quote, person, None, ())


def _find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
