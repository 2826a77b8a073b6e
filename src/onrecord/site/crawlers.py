"""What machines that read the whole site look for: robots.txt, the sitemaps and llms.txt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape

from datasette.utils.asgi import NotFound, Response

from onrecord.db.tables import TABLES, VIEWS
from onrecord.site.identity import identify
from onrecord.site.reader import Reader, open_reader

# The protocol allows 50,000 addresses a file; fewer are answered within the time of one query.
ADDRESSES = 20_000

# The tables whose rows have pages that stand alone, and which rows are worth a visit.
MAPPED = {
    "quotes": "",
    "utterances": "where quote_count > 1",
    "articles": "",
    "people": "where quote_count > 0",
    "outlets": "where quote_count > 0",
    "events": "where quote_count > 0",
    "topics": "",
}

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


async def robots(request: Any, datasette: Any) -> Response:
    """Return robots.txt: all may be read but what has two arguments or more, which is endless."""
    path = datasette.urls.path
    rules = [
        "User-agent: *",
        f"Disallow: {path('/onrecord')}*&",
        f"Sitemap: {datasette.absolute_url(request, path('/sitemap.xml'))}",
    ]
    return Response.text("\n".join(rules) + "\n")


async def sitemap_index(request: Any, datasette: Any) -> Response:
    """Return the list of all sitemaps."""
    reader = open_reader(datasette)
    names = [
        f"/sitemap-{table}-{number}.xml"
        for table, condition in MAPPED.items()
        for number in range(await _pages(reader, table, condition))
    ]
    places = (datasette.absolute_url(request, datasette.urls.path(name)) for name in names)
    return _xml("sitemapindex", "sitemap", places)


async def sitemap(request: Any, datasette: Any) -> Response:
    """Return one sitemap: the addresses of `ADDRESSES` rows of a table, by id."""
    table, number = request.url_vars["table"], int(request.url_vars["number"])
    if table not in MAPPED:
        raise NotFound(f"No sitemap of {table}")
    rows = await open_reader(datasette).all(
        f"select id from {table} {MAPPED[table]} order by id limit {ADDRESSES} offset ?",
        number * ADDRESSES,
    )
    if not rows and number:
        raise NotFound(f"The sitemap of {table} has no part {number}")
    places = (
        datasette.absolute_url(request, datasette.urls.row("onrecord", table, row["id"]))
        for row in rows
    )
    return _xml("urlset", "url", places)


async def llms(request: Any, datasette: Any) -> Response:
    """Return llms.txt: what the dataset is and how a program asks it, in Markdown."""
    site = identify(datasette)
    at = datasette.absolute_url(request, datasette.urls.database("onrecord"))
    tables = "\n".join(f"- [{t.name}]({at}/{t.name}): {t.description}" for t in (*TABLES, *VIEWS))
    return Response.text(
        f"# {site.name}\n\n> {site.description}\n\n"
        "Every table and view is JSON with `.json` and CSV with `.csv` at its end."
        f" SQL: `{at}.json?sql=…&_shape=array` (read only, 1 second, 1,000 rows)."
        f" The whole database: {at}.db; CSV, Parquet and other files:"
        f" {datasette.absolute_url(request, datasette.urls.path('/downloads'))}\n\n"
        "Cite a quote by the address of its page, and the report that printed it.\n\n"
        f"## Tables and views\n\n{tables}\n"
    )


async def _pages(reader: Reader, table: str, condition: str) -> int:
    row = await reader.one(f"select count(*) as rows from {table} {condition}")
    return -(-row["rows"] // ADDRESSES) if row else 0


def _xml(root: str, item: str, places: Iterable[str]) -> Response:
    items = "".join(f"<{item}><loc>{escape(place)}</loc></{item}>\n" for place in places)
    body = f'{_XML}<{root} xmlns="{_NAMESPACE}">\n{items}</{root}>\n'
    return Response(body, content_type="application/xml; charset=utf-8")
