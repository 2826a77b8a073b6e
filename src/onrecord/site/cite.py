"""How a quote is cited: in words, for BibTeX, and as CSL-JSON for Zotero, pandoc and their like."""

from __future__ import annotations

import json
import re
from typing import Any

from datasette.utils.asgi import NotFound, Response

from onrecord.site import queries
from onrecord.site.identity import identify
from onrecord.site.reader import Row, open_reader
from onrecord.site.words import headed, long_date

_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def in_words(quote: Row, address: str, site: str) -> str:
    """Return a citation for a footnote; it names the report, whose words they are, first."""
    printed = f", {long_date(quote['published'])}" if quote["published"] else ""
    return (
        f"{headed(quote)} In “{quote['headline']}”, {quote['outlet']}{printed}, {quote['url']}."
        f" {site}, quote {quote['id']}, {address}."
    )


def in_bibtex(quote: Row, address: str, site: str) -> str:
    """Return a BibTeX entry, `@misc`, its key made of the id."""
    fields = {
        "author": f"{{{_tex(quote['speaker'] or quote['outlet'])}}}",
        "title": _tex(headed(quote)),
        "howpublished": _tex(f"In “{quote['headline']}”, {quote['outlet']}"),
        "year": (quote["published"] or "")[:4],
        "url": quote["url"],
        "note": _tex(f"{site}, quote {quote['id']}, ") + rf"\url{{{address}}}",
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{onrecord-{quote['id']},\n" + ",\n".join(lines) + "\n}\n"


def in_csl(quote: Row, address: str, site: str) -> dict[str, Any]:
    """Return a CSL-JSON item (schema 1.0) of the report, with the quote as its note."""
    item = {
        "id": f"onrecord-{quote['id']}",
        "type": "article-newspaper",
        "title": quote["headline"],
        "container-title": quote["outlet"],
        "URL": quote["url"],
        "issued": _parts(quote["published"]),
        "note": f"{headed(quote)} {site}, {address}",
        "language": "en",
    }
    return {name: value for name, value in item.items() if value}


async def citation(request: Any, datasette: Any) -> Response:
    """Return the citation of a quote as a file: `.bib`, or `.json` for CSL-JSON."""
    quote = await open_reader(datasette).one(queries.ONE_QUOTE, request.url_vars["quote"])
    if quote is None:
        raise NotFound(f"No quote {request.url_vars['quote']}")
    page = datasette.urls.row("onrecord", "quotes", quote["id"])
    address = datasette.absolute_url(request, page)
    site = identify(datasette).name
    if request.url_vars["form"] == "bib":
        return Response(
            in_bibtex(quote, address, site), content_type="application/x-bibtex; charset=utf-8"
        )
    return Response(
        json.dumps([in_csl(quote, address, site)], ensure_ascii=False, indent=1),
        content_type="application/vnd.citationstyles.csl+json; charset=utf-8",
    )


def _tex(text: str) -> str:
    return re.sub(r"\s+", " ", text).translate(_TEX)


def _parts(iso: str | None) -> dict[str, list[list[int]]]:
    """Return a date as CSL has it, to the precision known."""
    return {"date-parts": [[int(part) for part in iso.split("-")]]} if iso else {}
