"""data/gold/events.csv → how often a quote is tied to the event it was said at.

Every row has the same quoted words, invented, since only the report around them tells where they
were said. Speaker and day are given: what is measured is the tie alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from onrecord.curated.values import is_date
from onrecord.evaluate.labels import Labelled
from onrecord.evaluate.rows import Row, read_rows
from onrecord.models import Article, Curated, Dating, Source, Span
from onrecord.quotes import read_quotes
from onrecord.utterances.events import Calendar, calendar

COLUMNS = ("split", "day", "speaker", "headline", "text", "event")
_BREAK = " / "  # between paragraphs


def judge_events(path: Path, curated: Curated) -> list[Labelled]:
    """Return each hand-checked row with its right event, if any, and the one it is given.

    Raises RowsError where the file can't be read or names an unknown event or speaker.
    """
    rows = read_rows(path, COLUMNS, lambda row: _complaints(row, curated))
    return [_judge(row, calendar(curated)) for row in rows]


def _judge(row: Row, events: Calendar) -> Labelled:
    article = _article(row)
    day = row["day"] or None
    dating = Dating(day, day, "day" if day else "unknown", None, "given")
    found = (
        events.find(dating, (row["speaker"],), quote, article)
        for quote in read_quotes(article)
        if quote.kind == "direct"
    )
    event = next(found, None)
    return Labelled(
        split=row["split"],
        text=f"{row['day']}, {row['speaker']}: {row['headline']} / {row['text']}",
        wanted=frozenset([row["event"]] if row["event"] else []),
        given=frozenset([event] if event else []),
    )


def _article(row: Row) -> Article:
    text = row["text"].replace(_BREAK, "\n")
    return Article(
        id="row",
        source=Source("https://news.example/", "news", row["day"] or None),
        headline=row["headline"],
        text=text,
        paragraphs=tuple(Span(*found.span()) for found in re.finditer(r"[^\n]+", text)),
    )


def _complaints(row: Row, curated: Curated) -> Iterator[str]:
    if row["event"] and row["event"] not in curated.events:
        yield f"`{row['event']}` is no id in events.yml; mend it"
    if row["speaker"] not in curated.people:
        yield f"`{row['speaker']}` is no id in people.yml or institutions.yml; mend it"
    if row["day"] and not is_date(row["day"]):
        yield f"`day` can't be {row['day']!r}; write YYYY-MM-DD"
