"""Atom feeds of the latest words: of everybody, and of each person."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from datasette.utils.asgi import NotFound, Response
from feedgen.feed import FeedGenerator

from onrecord.site import queries
from onrecord.site.identity import identify
from onrecord.site.reader import Reader, Row, open_reader
from onrecord.site.words import headed, long_date

EPOCH = "1970-01-01"  # of a report without any date; a feed has none without one


async def everybody(request: Any, datasette: Any) -> Response:
    """Return the feed of the latest words of all."""
    reader = open_reader(datasette)
    rows = await reader.all(queries.LATEST)
    title = f"{identify(datasette).name}: the latest words"
    return _answer(request, datasette, title, rows, datasette.urls.instance())


async def one_person(request: Any, datasette: Any) -> Response:
    """Return the feed of one person's or body's latest words; raises NotFound for nobody."""
    reader = open_reader(datasette)
    person = await reader.one(queries.ONE_PERSON, request.url_vars["person"])
    if person is None:
        raise NotFound(f"No feed for {request.url_vars['person']}: nobody here has this id")
    rows = await _words_of(reader, person)
    page = datasette.urls.row("onrecord", "people", person["id"])
    return _answer(request, datasette, f"{identify(datasette).name}: {person['name']}", rows, page)


async def _words_of(reader: Reader, person: Row) -> list[Row]:
    return await reader.all(queries.PERSON_QUOTES, person["id"])


def _answer(request: Any, datasette: Any, title: str, rows: list[Row], page: str) -> Response:
    here = datasette.absolute_url(request, request.path)
    feed = FeedGenerator()
    feed.id(here)
    feed.title(title)
    site = identify(datasette)
    feed.author(name=site.creator)
    feed.rights(
        f"Annotations: {site.licence}. Quoted words belong to those who spoke and printed them."
    )
    feed.link(href=here, rel="self", type="application/atom+xml")
    feed.link(href=datasette.absolute_url(request, page), rel="alternate", type="text/html")
    feed.updated(max((_moment(row["published"]) for row in rows), default=_moment(None)))
    for row in rows:
        address = datasette.urls.row("onrecord", "quotes", row["id"])
        _add_entry(feed, row, datasette.absolute_url(request, address))
    return Response(
        feed.atom_str(pretty=True).decode(), content_type="application/atom+xml; charset=utf-8"
    )


def _add_entry(feed: FeedGenerator, row: Row, address: str) -> None:
    entry = feed.add_entry(order="append")
    entry.id(address)
    entry.title(headed(row))
    entry.link(href=address)
    entry.updated(_moment(row["published"]))
    entry.author(name=row["speaker"] or row["speaker_mention"] or "Nobody named")
    said = f", said on {long_date(row['date_said'])}" if row["date_precision"] == "day" else ""
    entry.content(f"{row['text']}\n\n{row['outlet']}: {row['headline']}{said}", type="text")
    entry.source(row["url"], title=row["headline"])


def _moment(iso: str | None) -> datetime:
    """Return the first moment of a day, month or year."""
    return datetime.fromisoformat(f"{iso or EPOCH}-01-01"[:10]).replace(tzinfo=UTC)
