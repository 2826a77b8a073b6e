"""The documents of the repository, as pages of the site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any

from datasette.utils.asgi import NotFound, Response
from markdown import markdown
from markupsafe import Markup

from onrecord.curated import default_directory

# In the documents an address is of a copy on the reader's own machine.
LOCAL = "http://127.0.0.1:8001"
# A wide table scrolls in a region of its own; each has a name of its own.
_REGION = '<div class="table-wrapper" tabindex="0" role="region" aria-label="Table {}"><table>'
_HEADING = re.compile(r"^# (.+)\n", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Document:
    """One document: where it is in the repository, and what is found in it."""

    file: str
    about: str


DOCUMENTS: Mapping[str, Document] = MappingProxyType(
    {
        "methods": Document("docs/methods.md", "How it is read, by which rules, and how well"),
        "dictionary": Document("docs/data-dictionary.md", "Every table, view and column"),
        "api": Document("docs/api.md", "Examples in curl, Python, R and JavaScript"),
        "tutorial": Document("docs/tutorial.md", "A dataset of your own in ten minutes"),
        "downloads": Document(
            "docs/downloads.md", "The files, in pandas, polars, DuckDB, SQLite and others"
        ),
        "rights": Document(
            "docs/rights.md", "What may be done with it, and what to do about errors"
        ),
        "capturing": Document("docs/capturing.md", "How pages are fetched, and which are not"),
        "releases": Document("docs/releases.md", "How versions are made, and what becomes of ids"),
        "publishing": Document(
            "docs/publishing.md", "From a built dataset to a site: servers, images, plain files"
        ),
        "scaling": Document("docs/scaling.md", "How archives of millions of pages are read"),
        "changes": Document("CHANGELOG.md", "What changed in the code and in the data"),
    }
)


async def contents(request: Any, datasette: Any) -> Response:
    """Return the page that lists the documents."""
    listed = [(name, _title(_text(name)), document.about) for name, document in DOCUMENTS.items()]
    page = await datasette.render_template("docs.html", {"documents": listed}, request=request)
    return Response.html(page)


async def document(request: Any, datasette: Any) -> Response:
    """Return a document as a page; raises NotFound for one that there isn't."""
    name = request.url_vars["name"]
    if name not in DOCUMENTS:
        raise NotFound(f"No document {name}")
    text = _text(name)
    here = datasette.absolute_url(request, datasette.urls.instance()).rstrip("/")
    shown = {
        "name": name,
        "title": _title(text),
        "about": DOCUMENTS[name].about,
        "body": _body(text, here, datasette.urls.path),
    }
    page = await datasette.render_template("document.html", {"document": shown}, request=request)
    return Response.html(page)


def _text(name: str) -> str:
    """Return a document's Markdown; the documents lie where the data folder does."""
    return _COMMENT.sub(
        "", (default_directory().parent / DOCUMENTS[name].file).read_text(encoding="utf-8")
    )


def _title(text: str) -> str:
    found = _HEADING.search(text)
    return found[1] if found else ""


def _body(text: str, here: str, path: Any) -> Markup:
    """Return a document without its title as HTML; links between documents lead to their pages."""
    body = _HEADING.sub("", text, count=1).replace(LOCAL, here)
    html = markdown(body, extensions=["tables", "fenced_code", "toc"])
    for name, other in DOCUMENTS.items():
        html = html.replace(f'href="{Path(other.file).name}', f'href="{path(f"/docs/{name}")}')
    html = html.replace("<th></th>", "<td></td>")  # a corner heads nothing
    for inside in ("/onrecord", "/downloads", "/docs"):
        html = html.replace(f'href="{inside}', f'href="{path(inside)}')
    number = count(1)
    html = re.sub("<table>", lambda _: _REGION.format(next(number)), html)
    return Markup(html.replace("</table>", "</table></div>"))
