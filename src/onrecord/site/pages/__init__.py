"""What our own pages show beyond Datasette's context, a module a page.

SQL in, plain rows out. The markup is in templates/, and nothing here knows of it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from onrecord.site.corrected import corrected_vars
from onrecord.site.pages.article import article_vars
from onrecord.site.pages.home import home_vars
from onrecord.site.pages.listing import table_vars
from onrecord.site.pages.person import person_vars
from onrecord.site.pages.quote import quote_vars
from onrecord.site.pages.subject import subject_vars
from onrecord.site.pages.utterance import utterance_vars
from onrecord.site.reader import DATABASE, Reader

CHART_TEMPLATES = ("table", "query")

PAGES: dict[str, Callable[[Reader, Any], Awaitable[dict[str, Any]]]] = {
    "index.html": home_vars,
    "table.html": table_vars,
    f"row-{DATABASE}-quotes.html": quote_vars,
    f"row-{DATABASE}-utterances.html": utterance_vars,
    f"row-{DATABASE}-articles.html": article_vars,
    f"row-{DATABASE}-people.html": person_vars,
    f"row-{DATABASE}-outlets.html": subject_vars,
    f"row-{DATABASE}-events.html": subject_vars,
    f"row-{DATABASE}-topics.html": subject_vars,
}


async def template_vars(template: str, request: Any, datasette: Any) -> dict[str, Any]:
    """Return the variables that `template` needs besides Datasette's own."""
    common = _page_vars(template, request)
    make = PAGES.get(template)
    if make is None or request is None or DATABASE not in datasette.databases:
        return common
    reader = Reader(datasette.get_database(DATABASE))
    return {**common, **await corrected_vars(reader, request), **await make(reader, request)}


def _page_vars(template: str, request: Any) -> dict[str, Any]:
    page = request.scope.get("onrecord.page") if request else None
    if page is None:
        return {"csp_nonce": ""}
    page.has_charts = template.startswith(CHART_TEMPLATES)
    return {"csp_nonce": page.nonce}
