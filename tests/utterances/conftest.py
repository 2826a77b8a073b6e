"""The founding reports as statements, made from the expected reading instead of by the engine."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from onrecord.models import (
    Article,
    Attribution,
    Cue,
    CueClass,
    Mention,
    Quote,
    Source,
    Span,
    Statement,
)
from onrecord.utterances.dates import date_quotes

# quotations broken by their cue, their author line or a paragraph: (report, first, second)
TURNS = {("003", 2, 3), ("004", 5, 6), ("004", 7, 8)}
PEOPLE = {
    "Volodymyr Zelensky": "volodymyr-zelenskyy",
    "Jens Stoltenberg": "jens-stoltenberg",
    "Dmitry Peskov": "dmitry-peskov",
    "Vladimir Putin": "vladimir-putin",
    "Kremlin": "kremlin",
    "Kyiv": "kyiv",
    "Moscow": "moscow",
}
# what an indirect statement's sentence says before it, as the expected reading doesn't name it
BELIEFS: dict[str, CueClass] = {"believe": "belief"}


@pytest.fixture(scope="session")
def seeds(corpora: Path) -> list[Statement]:
    """Return a statement for each expected quotation and indirect statement, dated."""
    folder = corpora / "seeds"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    out: list[Statement] = []
    for report in expected["articles"]:
        text = (folder / report["file"]).read_text(encoding="utf-8")
        out += _statements(report, text)
    return out


def _statements(report: dict[str, Any], text: str) -> list[Statement]:
    article = _article(report, text)
    out = []
    for listed in ("quotes", "indirect"):
        for number, entry in enumerate(report[listed]):
            turn = number if listed == "quotes" else 100 + number
            if (article.id, number - 1, number) in TURNS and listed == "quotes":
                turn = number - 1
            quote = _quote(entry, article, text, turn)
            speaker = PEOPLE.get(entry["speaker"])
            out.append(
                Statement(
                    id=f"{article.id}-{listed}-{number}",
                    article=article,
                    quote=quote,
                    speaker_ids=(speaker,) if speaker else (),
                    dating=date_quotes([quote], article)[0],
                )
            )
    return out


def _article(report: dict[str, Any], text: str) -> Article:
    is_voi = report["outlet"] == "VOI"
    source = Source(
        url=report["url"],
        outlet_id=report["outlet"],
        published="2023-04-20" if is_voi else report["published"],
        published_precision="range" if is_voi else "day",
        translated_from="id" if is_voi else None,
    )
    start = text.index(report["body_starts"])
    end = text.index(report["body_ends"]) + len(report["body_ends"])
    last_post = max((q["end"] for q in report["quotes"] if q["part"] == "post"), default=0)
    end = max(end, text.find("\n", text.find("\n", last_post) + 1) if last_post > end else 0)
    paragraphs = tuple(
        Span(start + line.start(), start + line.end())
        for line in re.finditer(r"[^\n]*\S[^\n]*", text[start:end])
    )
    return Article(report["file"][:3], source, report["headline"], text, paragraphs)


def _quote(entry: dict[str, Any], article: Article, text: str, turn: int) -> Quote:
    span = Span(entry["start"], entry["end"])
    part = entry.get("part", "body")
    if part == "headline":
        shift = text.index(article.headline)
        span, text = Span(span.start - shift, span.end - shift), article.headline
        sentence = Span(0, len(text))
    else:
        sentence = _sentence(text, article, span)
    cue = _near(text, span, sentence, entry["cue"]) if entry["cue"] else None
    printed = entry.get("speaker_mention") or entry["speaker"].split()[-1]
    mention = _near(text, span, sentence, printed)
    return Quote(
        kind=entry.get("kind", "indirect"),
        part=part,
        medium="post" if part == "post" else "spoken",
        text=text[span.start : span.end],
        span=span,
        turn=turn,
        sentence=sentence,
        attribution=Attribution(
            mention=None
            if mention is None
            else Mention(mention, printed, "name", entry["speaker"]),
            cue=None
            if cue is None
            else Cue(cue, entry["cue"], BELIEFS.get(entry["cue"], "speech")),
            rule_id="expected",
            probability=1.0,
        ),
    )


def _sentence(text: str, article: Article, span: Span) -> Span:
    paragraph = (
        next(p for p in article.paragraphs if p.start <= span.start and span.end <= p.end)
        if any(p.start <= span.start and span.end <= p.end for p in article.paragraphs)
        else Span(text.rfind("\n", 0, span.start) + 1, text.index("\n", span.end))
    )
    start = paragraph.start
    for stop in re.finditer(
        r"(?<=[a-z]{2})[.!?]\s+(?=[A-Z“\"])", text[paragraph.start : span.start]
    ):
        start = paragraph.start + stop.end()
    after = re.search(r"(?<=[a-z]{2})[.!?](?=\s+[A-Z“\"])", text[span.end : paragraph.end])
    return Span(start, span.end + after.end() if after else paragraph.end)


def _near(text: str, span: Span, sentence: Span, words: str) -> Span | None:
    """Return the place of `words` nearest to the quote, in its sentence or else before it."""
    places = [
        Span(m.start(), m.end())
        for m in re.finditer(rf"\b{re.escape(words)}(?!\w)", text)
        if m.end() <= span.start or m.start() >= span.end
    ]
    inside = [p for p in places if sentence.start <= p.start and p.end <= sentence.end]
    pool = inside or places
    return min(
        pool, key=lambda p: min(abs(p.start - span.end), abs(span.start - p.end)), default=None
    )
