"""Made-up statements in any number, to measure how the cost of tying grows."""

from __future__ import annotations

import random
from datetime import date, timedelta

from onrecord.models import Article, Attribution, Dating, Quote, Source, Span, Statement

_FIRST = date(2014, 1, 1)


def make_statements(count: int, seed: int = 7) -> list[Statement]:
    """Return `count` statements by 200 speakers over ten years; speakers and words are as uneven
    as in news: a few speak most, few words are frequent, a third of the rows are copies or parts.
    """
    chance = random.Random(seed)
    words = [f"word{n}" for n in range(30_000)]
    weights = [1 / (n + 10) for n in range(len(words))]
    speakers = [f"speaker-{n}" for n in range(200)]
    shares = [1 / (n + 3) for n in range(len(speakers))]
    said: list[tuple[str, date, list[str]]] = []
    out = []
    for number in range(count):
        if said and chance.random() < 0.33:
            speaker, day, text = chance.choice(said[-300:])
            if chance.random() < 0.5:
                text = text[chance.randrange(3) : len(text) - chance.randrange(3)]
        else:
            speaker = chance.choices(speakers, shares)[0]
            day = _FIRST + timedelta(days=number * 3650 // count)
            text = chance.choices(words, weights, k=chance.randint(3, 30))
            said.append((speaker, day, text))
        out.append(_statement(number, speaker, day, " ".join(text).capitalize() + "."))
    return out


def _statement(number: int, speaker: str, day: date, text: str) -> Statement:
    printed = day.isoformat()
    article = Article(
        id=f"article-{number // 8}",
        source=Source("https://news.example", "news", printed, "day"),
        headline="",
        text="",
        paragraphs=(),
    )
    span = Span(number % 8 * 1000, number % 8 * 1000 + len(text))
    return Statement(
        id=f"{number:012x}",
        article=article,
        quote=Quote(
            kind="direct",
            part="body",
            medium="spoken",
            text=text,
            span=span,
            turn=number % 8,
            sentence=span,
            attribution=Attribution(None, None, "made-up", 1.0),
        ),
        speaker_ids=(speaker,),
        dating=Dating(printed, printed, "day", "on the day", "sentence"),
    )
