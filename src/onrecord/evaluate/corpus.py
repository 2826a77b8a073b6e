"""A JSONL corpus of marked articles → GoldArticles: one object a line, {id, text, attributions}.

An attribution has `class`, `content_spans`, `source_spans`, `cue_spans`, `quoted_pieces` and, where
it is known, `speech` and `speaker`. Spans are [start, end] in code points. A line that can't be
used stops the reading with its number: half a corpus would give figures that mean nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from onrecord.errors import OnRecordError
from onrecord.evaluate.records import GoldArticle, GoldAttribution
from onrecord.jsontext import read_json
from onrecord.models import Kind, Span


class CorpusError(OnRecordError):
    """A corpus can't be read; each problem is `path:line: what is wrong`."""


def read_corpus(path: Path) -> list[GoldArticle]:
    """Return the articles of a corpus in order. Raises CorpusError with every bad line."""
    articles, problems = [], []
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                if line.strip():
                    articles.append(_article(read_json(line)))
            except (KeyError, TypeError, AttributeError, ValueError) as error:
                problems.append(f"{path}:{number}: {_told(error)}")
    if problems:
        raise CorpusError(problems)
    return articles


def _told(error: Exception) -> str:
    return f"has no key {error}" if isinstance(error, KeyError) else str(error)


def _article(values: Mapping[str, Any]) -> GoldArticle:
    text, id_ = values["text"], values["id"]
    if not isinstance(text, str) or not isinstance(id_, str):
        raise ValueError("`id` and `text` are texts")
    attributions = tuple(
        _attribution(number, one, len(text)) for number, one in enumerate(values["attributions"], 1)
    )
    return GoldArticle(id_, text, attributions)


def _attribution(number: int, values: Mapping[str, Any], size: int) -> GoldAttribution:
    is_speech = bool(values.get("speech", True))
    return GoldAttribution(
        id=number,
        cls=_kind(values["class"]),
        contents=_spans(values["content_spans"], size),
        sources=_spans(values["source_spans"], size),
        cues=_spans(values["cue_spans"], size),
        pieces=_spans(values["quoted_pieces"], size),
        is_speech=is_speech,
        cue_class="speech" if is_speech else "belief",
        speaker=values.get("speaker"),
    )


def _kind(value: object) -> Kind:
    for kind in get_args(Kind):
        if kind == value:
            return kind  # type: ignore[no-any-return]  # get_args gives Any
    raise ValueError(f"{value!r} is no class; use {', '.join(get_args(Kind))}")


def _spans(values: Any, size: int) -> tuple[Span, ...]:
    spans = tuple(Span(start, end) for start, end in values)
    for span in spans:
        if not 0 <= span.start < span.end <= size:
            raise ValueError(f"[{span.start}, {span.end}] is no stretch of the text")
    return spans
