"""Saved pages with marked pieces of text → how well pages are read, and at what cost.

The folder has pages, zipped or not, and `gold.json`: by address `with`, pieces that belong to the
article, `without`, pieces that don't, `title`, `date` and `file`. Precision and recall count the
pieces that are in the article as read: its headline and its paragraphs, furniture cut. A title is
right when it equals the marked one or one holds the other, case and space apart; a day, when it is
the same. The cost is processor time of text and metadata together, as a multiple of parsing the
same bytes with lxml and doing nothing else: the median of some runs.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from lxml import html as lxml_html
from rich.table import Table

from onrecord.articles.extract import extract, trafilatura_alone
from onrecord.articles.furniture import read_extracted
from onrecord.articles.normalise import decode
from onrecord.evaluate.gold import GoldError
from onrecord.jsontext import read_json

RUNS = 3


@dataclass(frozen=True, slots=True)
class PageScore:
    """How one way of reading does on the pages; None: it doesn't look for that."""

    name: str
    f1: float
    precision: float
    recall: float
    title: float | None  # share of pages
    date: float | None
    cost: float  # as a multiple of a bare parse


@dataclass(frozen=True, slots=True)
class _Marked:
    """A saved page and what people marked in it."""

    data: bytes
    inside: tuple[str, ...]
    outside: tuple[str, ...]
    title: str
    date: str


@dataclass(frozen=True, slots=True)
class _AsRead:
    text: str
    title: str | None = None
    date: str | None = None


_Read = Callable[[bytes], _AsRead]


def evaluate_pages(directory: Path, runs: int = RUNS) -> list[PageScore]:
    """Return how our two readings and trafilatura's own two do on the pages of a folder."""
    pages = _load(directory)
    for data in (page.data for page in pages):  # what is read once and kept is no page's cost
        _ours(data)
    return [
        _score("onrecord", pages, _ours, runs),
        _score("onrecord, fast", pages, _ours_fast, runs),
        _score("trafilatura", pages, lambda data: _AsRead(trafilatura_alone(data)), runs),
        _score(
            "trafilatura, fast",
            pages,
            lambda data: _AsRead(trafilatura_alone(data, fast=True)),
            runs,
        ),
    ]


def pages_table(scores: Sequence[PageScore]) -> Table:
    """Return the scores for a reader, a line each."""
    table = Table(box=None)
    for name in ("", "F1", "precision", "recall", "title", "date", "× bare parse"):
        table.add_column(name, justify="right" if name else "left")
    for score in scores:
        shares = (score.f1, score.precision, score.recall, score.title, score.date)
        shown = ("–" if share is None else f"{share:.3f}" for share in shares)
        table.add_row(score.name, *shown, f"{score.cost:.1f}")
    return table


def _load(directory: Path) -> list[_Marked]:
    path = directory / "gold.json"
    try:
        gold: dict[str, Any] = read_json(path.read_bytes())
        return [_marked(directory, page) for page in gold.values()]
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise GoldError(f"{path}: it doesn't say what the pages are, {error}") from error


def _marked(directory: Path, page: dict[str, Any]) -> _Marked:
    data = (directory / page["file"]).read_bytes()
    return _Marked(
        data=gzip.decompress(data) if page["file"].endswith(".gz") else data,
        inside=tuple(page["with"]),
        outside=tuple(page["without"]),
        title=page["title"],
        date=page["date"],
    )


def _ours(data: bytes, *, fast: bool = False) -> _AsRead:
    found = extract(decode(data) or "", fast=fast)
    if found is None:
        return _AsRead("")
    title = found.metadata.title or ""
    reading = read_extracted(found.text, title)
    lines = [found.text[span.start : span.end] for span in reading.paragraphs]
    return _AsRead("\n".join([title, *lines]), title, found.metadata.published.date)


def _ours_fast(data: bytes) -> _AsRead:
    return _ours(data, fast=True)


def _score(name: str, pages: Sequence[_Marked], read: _Read, runs: int) -> PageScore:
    found = [read(page.data) for page in pages]
    costs = [_cost(read, pages) for _ in range(runs)]
    pairs = list(zip(pages, found, strict=True))
    kept = sum(piece in one.text for page, one in pairs for piece in page.inside)
    wrong = sum(piece in one.text for page, one in pairs for piece in page.outside)
    precision = kept / max(kept + wrong, 1)
    recall = kept / max(sum(len(page.inside) for page in pages), 1)
    return PageScore(
        name=name,
        f1=2 * precision * recall / max(precision + recall, 1e-9),
        precision=precision,
        recall=recall,
        title=_share([_is_title(one.title, page.title) for page, one in pairs])
        if any(one.title for one in found)
        else None,
        date=_share([one.date == page.date for page, one in pairs])
        if any(one.date for one in found)
        else None,
        cost=median(costs),
    )


def _cost(read: _Read, pages: Sequence[_Marked]) -> float:
    """Return the time of reading all pages over that of parsing them, page by page in turn.

    In turn, so that whatever else the machine does slows both alike.
    """
    parsing = reading = 0.0
    for page in pages:
        start = process_time()
        lxml_html.fromstring(page.data)
        parsed = process_time()
        read(page.data)
        parsing += parsed - start
        reading += process_time() - parsed
    return reading / parsing


def _share(right: Sequence[bool]) -> float:
    return sum(right) / max(len(right), 1)


def _is_title(found: str | None, marked: str) -> bool:
    one, other = (" ".join((title or "").casefold().split()) for title in (found, marked))
    return bool(one) and (one in other or other in one)
