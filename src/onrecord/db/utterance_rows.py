"""The rows of utterances, and of the quotes that report them; bare values, as there are many."""

from __future__ import annotations

import json
from collections.abc import Iterator

from onrecord.db.values import Values
from onrecord.models import Dataset, Segment
from onrecord.utterances.differences import packed


def utterances(dataset: Dataset) -> Iterator[Values]:
    """Yield a row for each utterance, with how many print it."""
    articles = {article.id: article for article in dataset.articles}
    printed_in = {s.id: s.article.id for s in dataset.statements}
    for utterance in dataset.utterances:
        dating, reports = utterance.dating, utterance.variants
        outlets = independent = 1
        if len(reports) > 1:
            printed = [articles[printed_in[report.quote_id]] for report in reports]
            outlets = len({article.source.outlet_id for article in printed})
            independent = len({article.syndication_id or article.id for article in printed})
        yield (
            utterance.id,
            utterance.text,
            utterance.fullest_id,
            utterance.speaker_id,
            dating.start,
            dating.end,
            dating.precision,
            utterance.event_id,
            len(reports),
            outlets,
            independent,
        )


def variants(dataset: Dataset) -> Iterator[Values]:
    """Yield a row for each report of each utterance."""
    for utterance in dataset.utterances:
        for one in utterance.variants:
            told = _told(one.segments) if one.segments else None
            yield one.quote_id, utterance.id, one.relation, one.similarity, told


def _told(segments: tuple[Segment, ...]) -> str:
    return json.dumps(packed(segments), ensure_ascii=False)
