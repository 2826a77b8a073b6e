"""What our own pages show beyond Datasette's context: home, a quote, an utterance, and so on.

SQL in, plain rows out. The markup is in templates/, and nothing here knows of it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from datasette.utils import tilde_decode

from onrecord.site import queries
from onrecord.site.collate import Stretch, collate
from onrecord.site.reading import READING
from onrecord.site.timeline import Timeline, draw_timeline

DATABASE = "onrecord"
Row = Any  # sqlite3.Row, by Datasette's hand

MOST_PRINTINGS = 5  # on the home page
CHART_TEMPLATES = ("table", "query")


@dataclass(frozen=True, slots=True)
class Printing:
    """One report of an utterance, its words set against the fullest report's."""

    quote: Row
    stretches: list[Stretch]
    is_fullest: bool


@dataclass(frozen=True, slots=True)
class Home:
    """What the home page shows."""

    counts: Row
    telling: list[Row]
    printings: list[Printing]
    speakers: list[Row]
    months: Timeline
    reports: list[Row]
    version: Row | None


@dataclass(frozen=True, slots=True)
class QuotePage:
    """What the page of one quote shows."""

    quote: Row
    rule: Row | None
    date_rule: Row | None
    candidates: list[Row]
    printings: list[Printing]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What the page of a person or institution shows."""

    person: Row
    body: Row | None  # that the person stands for
    names: list[Row]
    positions: list[Row]
    quotes: list[Row]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a digest; with the quote where it is somebody's words."""

    text: str
    quote: Row | None = None


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """What the page of one article shows; `paragraphs` only where its text is ours or open."""

    article: Row
    quotes: list[Row]
    paragraphs: list[list[Passage]]


class Reader:
    """Asks the dataset's database; each method returns rows."""

    def __init__(self, database: Any) -> None:
        self._database = database

    async def all(self, sql: str, *values: str) -> list[Row]:
        """Return every row."""
        return list((await self._database.execute(sql, values)).rows)

    async def one(self, sql: str, *values: str) -> Row | None:
        """Return the first row, or None."""
        rows = await self.all(sql, *values)
        return rows[0] if rows else None


async def template_vars(template: str, request: Any, datasette: Any) -> dict[str, Any]:
    """Return the variables that `template` needs besides Datasette's own."""
    common = _page_vars(template, request)
    make = PAGES.get(template)
    if make is None or request is None or DATABASE not in datasette.databases:
        return common
    return {**common, **await make(Reader(datasette.get_database(DATABASE)), request)}


def _page_vars(template: str, request: Any) -> dict[str, Any]:
    page = request.scope.get("onrecord.page") if request else None
    if page is None:
        return {"csp_nonce": ""}
    page.has_charts = template.startswith(CHART_TEMPLATES)
    return {"csp_nonce": page.nonce}


async def _home(reader: Reader, request: Any) -> dict[str, Any]:
    different = await reader.one(queries.DIFFERENT_WORDS) or {"id": ""}
    return {
        "home": Home(
            counts=await reader.one(queries.COUNTS),
            telling=await reader.all(queries.TELLING),
            printings=_one_an_outlet(await _printings(reader, different["id"])),
            speakers=await reader.all(queries.SPEAKERS),
            months=draw_timeline([tuple(row) for row in await reader.all(queries.MONTHS)]),
            reports=await reader.all(queries.REPORTS),
            version=await reader.one(queries.VERSION),
        )
    }


async def _quote(reader: Reader, request: Any) -> dict[str, Any]:
    quote = await reader.one(queries.ONE_QUOTE, _key(request))
    if quote is None:
        return {}
    return {
        "quote_page": QuotePage(
            quote=quote,
            rule=await reader.one(queries.RULE, quote["rule_id"]),
            date_rule=await reader.one(queries.RULE, quote["date_rule"]),
            candidates=await reader.all(queries.CANDIDATES, quote["id"]),
            printings=await _printings(reader, quote["utterance_id"]),
        )
    }


async def _utterance(reader: Reader, request: Any) -> dict[str, Any]:
    return {"printings": await _printings(reader, _key(request))}


async def _article(reader: Reader, request: Any) -> dict[str, Any]:
    article = await reader.one(queries.ONE_ARTICLE, _key(request))
    if article is None:
        return {}
    quotes = await reader.all(queries.ARTICLE_QUOTES, article["id"])
    return {"article_page": ArticlePage(article, quotes, _paragraphs(article, quotes))}


async def _person(reader: Reader, request: Any) -> dict[str, Any]:
    person = await reader.one(queries.ONE_PERSON, _key(request))
    if person is None:
        return {}
    return {
        "person_page": PersonPage(
            person=person,
            body=await reader.one(queries.ONE_PERSON, person["stands_for"]),
            names=await reader.all(queries.NAMES, person["id"]),
            positions=await reader.all(queries.POSITIONS, person["id"]),
            quotes=await reader.all(queries.PERSON_QUOTES, person["id"]),
        )
    }


async def _row(reader: Reader, request: Any) -> dict[str, Any]:
    sql = queries.QUOTES_OF.get(request.url_vars["table"])
    return {"listed": await reader.all(sql, _key(request)) if sql else []}


async def _table(reader: Reader, request: Any) -> dict[str, Any]:
    table = request.url_vars["table"]
    topics = await reader.all(queries.TOPIC_NAMES) if table == "quotes" else []
    return {
        "reading": READING.get(table),
        "topic_names": {topic["id"]: topic["name"] for topic in topics},
    }


def _key(request: Any) -> str:
    return str(tilde_decode(request.url_vars["pks"]))


async def _printings(reader: Reader, utterance_id: str) -> list[Printing]:
    """Return every report of an utterance, the fullest first, then by day.

    No report is the fullest where the fullest is put together, from the stretches of one turn.
    """
    printings = [_printing(row) for row in await reader.all(queries.PRINTINGS, utterance_id)]
    return sorted(printings, key=lambda printing: not printing.is_fullest)


def _printing(row: Row) -> Printing:
    if row["text"] == row["fullest"]:
        return Printing(row, [Stretch("same", row["text"])], is_fullest=True)
    return Printing(row, collate(row["fullest"], row["text"]), is_fullest=False)


def _one_an_outlet(printings: list[Printing]) -> list[Printing]:
    """Return each outlet's first printing, few enough for the home page."""
    first: dict[str, Printing] = {}
    for printing in printings:
        first.setdefault(printing.quote["outlet_id"], printing)
    return list(first.values())[:MOST_PRINTINGS]


def _paragraphs(article: Row, quotes: list[Row]) -> list[list[Passage]]:
    """Return the digest in paragraphs, with each quote in its place; nothing without a text."""
    text, start, end = article["text"], "start_offset", "end_offset"
    if text is None:
        text, start, end = article["summary"], "summary_start", "summary_end"
    if text is None:
        return []
    placed = [
        (quote[start], quote[end], quote)
        for quote in quotes
        if quote["part"] != "headline" and quote[start] is not None
    ]
    return _split(_passages(text, placed))


def _passages(text: str, placed: list[tuple[int, int, Row]]) -> list[Passage]:
    """Return the text cut where quotes begin and end; of nested quotes the inner one is shown."""
    cuts = sorted({0, len(text), *(cut for start, end, _ in placed for cut in (start, end))})
    innermost = sorted(placed, key=lambda span: span[1] - span[0])
    return [
        Passage(
            text[place:stop],
            next((quote for a, b, quote in innermost if a <= place and stop <= b), None),
        )
        for place, stop in pairwise(cuts)
    ]


def _split(passages: list[Passage]) -> list[list[Passage]]:
    paragraphs: list[list[Passage]] = [[]]
    for passage in passages:
        first, *rest = passage.text.split("\n\n")
        paragraphs[-1].append(Passage(first, passage.quote))
        paragraphs += [[Passage(piece, passage.quote)] for piece in rest]
    return [paragraph for paragraph in paragraphs if any(p.text.strip() for p in paragraph)]


PAGES: dict[str, Callable[[Reader, Any], Awaitable[dict[str, Any]]]] = {
    "index.html": _home,
    "table.html": _table,
    "row.html": _row,
    f"row-{DATABASE}-quotes.html": _quote,
    f"row-{DATABASE}-utterances.html": _utterance,
    f"row-{DATABASE}-articles.html": _article,
    f"row-{DATABASE}-people.html": _person,
}
