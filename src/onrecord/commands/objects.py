"""Articles as JSON objects: what `onrecord extract --jsonl` and `onrecord read --jsonl` print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.models import Article, Quote
from onrecord.said import Said

_DIGITS = 4  # of a probability: more says nothing


def said_object(article: Article, said: Sequence[Said]) -> dict[str, Any]:
    """Return what `onrecord extract --jsonl` prints of one article."""
    return {
        "id": article.id,
        "headline": article.headline or None,
        "published": article.source.published,
        "quotes": [_quote_object(one) for one in said],
    }


def _quote_object(said: Said) -> dict[str, Any]:
    quote, attribution = said.quote, said.quote.attribution
    mention, cue = attribution.mention, attribution.cue
    values: dict[str, Any] = {
        **_stretch(quote),
        "kind": quote.kind,
        "part": quote.part,
        "speaker": said.speaker,
        "speaker_id": said.person.id if said.person else None,
        "speaker_mention": mention.text if mention else None,
        "speaker_start": mention.span.start if mention else None,
        "speaker_end": mention.span.end if mention else None,
        "cue": cue.text if cue else None,
        "cue_start": cue.span.start if cue else None,
        "cue_end": cue.span.end if cue else None,
        "rule": attribution.rule_id,
        "probability": round(attribution.probability, _DIGITS),
        "date_said": said.day,
    }
    if said.nested:
        values["nested"] = [_stretch(inner) for inner in said.nested]
    return values


def _stretch(quote: Quote) -> dict[str, Any]:
    return {"start": quote.span.start, "end": quote.span.end, "text": quote.text}


def article_object(article: Article, *, verbose: bool) -> dict[str, Any]:
    """Return the article as read; with `verbose` also how its day is known and what was cut."""
    source, text = article.source, article.text
    values: dict[str, Any] = {
        "id": article.id,
        "url": source.url or None,
        "headline": article.headline or None,
        "byline": source.byline,
        "published": source.published,
        "language": source.language,
        "paragraphs": [text[line.start : line.end] for line in article.paragraphs],
    }
    if verbose:
        values["published_precision"] = source.published_precision
        values["published_from"] = source.published_from
        values["cuts"] = [
            {
                "start": cut.span.start,
                "end": cut.span.end,
                "text": text[cut.span.start : cut.span.end],
                "reason": cut.reason,
            }
            for cut in article.cuts
        ]
    return values
