"""Statements made by hand, for tests of what ties them."""

from __future__ import annotations

from dataclasses import replace

from onrecord.models import (
    Article,
    Attribution,
    Cue,
    DatePrecision,
    Dating,
    Kind,
    Part,
    Quote,
    Source,
    Span,
    Statement,
)


def say(
    text: str,
    *,
    by: str | tuple[str, ...] = "ann-lee",
    day: str | None = "2023-04-20",
    end: str | None = None,
    article: str = "a",
    part: Part = "body",
    kind: Kind = "direct",
    at: int = 0,
    turn: int | None = None,
    published: str | None = "2023-04-20",
) -> Statement:
    """Return a statement of these words; `at` is its place in its article, `day` None undated."""
    span = Span(at, at + len(text))
    precision: DatePrecision = "range" if end else "day"
    return Statement(
        id=f"{article}-{part}-{at}",
        article=Article(
            id=article,
            source=Source("https://news.example", "news", published, "day"),
            headline="",
            text="",
            paragraphs=(Span(0, 10_000),),
        ),
        quote=Quote(
            kind=kind,
            part=part,
            medium="spoken",
            text=text,
            span=span,
            turn=at if turn is None else turn,
            sentence=span,
            attribution=Attribution(None, Cue(Span(0, 0), "said", "speech"), "test", 1.0),
        ),
        speaker_ids=(by,) if isinstance(by, str) else by,
        dating=Dating(day, end or day, precision, "then", "sentence")
        if day
        else Dating(None, None, "unknown", None, "no-day"),
    )


def headline_and_lead(headline: str, lead: str) -> tuple[Statement, Statement]:
    """Return the fragments in ‘ ’ of a headline and in “ ” of the lead below it, by one speaker."""
    top, bottom = say("", kind="mixed", part="headline"), say("", kind="mixed")
    article = replace(top.article, headline=headline, text=lead)
    return (
        _quoted(top, article, headline, "‘’"),
        _quoted(bottom, article, lead, "“”"),
    )


def _quoted(statement: Statement, article: Article, text: str, marks: str) -> Statement:
    span = Span(text.index(marks[0]) + 1, text.index(marks[1]))
    quote = replace(
        statement.quote,
        text=text[span.start : span.end],
        span=span,
        sentence=Span(0, len(text)),
        turn=0 if marks == "‘’" else 1,
    )
    return replace(statement, article=article, quote=quote)
