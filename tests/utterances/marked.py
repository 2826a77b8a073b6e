"""Sentences with their answers marked in them → articles and quotes.

`<who>Ms Lee</who> <cue>said</cue> on Monday: “<q>It rains.</q>”` holds a mention, a cue and a
quote, which is direct; `<i>…</i>` in place of `<q>` is an indirect one. Lines are paragraphs.
"""

from __future__ import annotations

import re

from onrecord.models import (
    Article,
    Attribution,
    Cue,
    CueClass,
    Kind,
    Mention,
    Part,
    Quote,
    Source,
    Span,
)

_TAG = re.compile(r"<(/?)(who|cue|q|i)>")
_SENTENCE_END = re.compile(r"(?<=[a-z]{2})[.!?][”\"]?\s+(?=[A-Z“\"])")


def read_marked(
    marked: str,
    *,
    published: str | None = "2023-04-20",
    precision: str = "day",
    headline: str = "",
    part: Part = "body",
    cue_class: CueClass = "speech",
) -> tuple[Article, Quote]:
    """Return the article and its one quote; the tags stand in what `part` says."""
    source = headline if part == "headline" else marked
    text, spans = _unmark(source)
    if part == "headline":
        headline, text, shown = text, marked, text
    else:
        shown = text
    article = Article(
        id="report",
        source=Source(
            url="https://news.example/report",
            outlet_id="news",
            published=published,
            published_precision=precision,  # type: ignore[arg-type]  # the tests write literals
        ),
        headline=headline,
        text=text,
        paragraphs=tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)),
    )
    kind: Kind = "indirect" if "i" in spans else "direct"
    said = spans["i"] if kind == "indirect" else spans["q"]
    who, cue = spans.get("who"), spans.get("cue")
    return article, Quote(
        kind=kind,
        part=part,
        medium="post" if part == "post" else "spoken",
        text=shown[said.start : said.end],
        span=said,
        turn=0,
        sentence=_sentence(shown, said),
        attribution=Attribution(
            mention=None if who is None else Mention(who, shown[who.start : who.end], "name", None),
            cue=None if cue is None else Cue(cue, shown[cue.start : cue.end], cue_class),
            rule_id="marked",
            probability=1.0,
        ),
    )


def _unmark(marked: str) -> tuple[str, dict[str, Span]]:
    starts: dict[str, int] = {}
    spans: dict[str, Span] = {}
    text, at = "", 0
    for tag in _TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        if tag[1]:
            spans[tag[2]] = Span(starts[tag[2]], len(text))
        else:
            starts[tag[2]] = len(text)
    return text + marked[at:], spans


def _sentence(text: str, said: Span) -> Span:
    start = text.rfind("\n", 0, said.start) + 1
    end = text.find("\n", said.end)
    end = len(text) if end < 0 else end
    for stop in _SENTENCE_END.finditer(text, start, end):
        if stop.end() <= said.start:
            start = stop.end()
        elif stop.start() >= said.end:
            return Span(start, stop.start() + 1)
    return Span(start, end)
