"""The hooks by which Datasette finds the site; each calls one function next door."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from pluggy import HookimplMarker

from onrecord.site import (
    assets,
    cite,
    corrected,
    counted,
    facets,
    gone,
    identity,
    linked_data,
    links,
    narrow,
    pages,
    reconcile,
    requests,
    security,
    whole_csv,
    words,
)
from onrecord.site.reader import DATABASE
from onrecord.site.routes import ROUTES
from onrecord.site.schema_picture import schema_picture

hookimpl = HookimplMarker("datasette")  # Datasette's own, which it exports without types
TEMPLATES = Path(__file__).parent / "templates"


@hookimpl
def startup(datasette: Any) -> None:
    """Set what holds for the whole server."""
    security.log_plainly()
    counted.read_counts(datasette)


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Bound what one query may take."""
    security.limit_connection(conn)


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[security.App], security.App]:
    """Put the security headers on every answer, and send a CSV whole or not at all."""
    return lambda app: security.secure(requests.only_sound(whole_csv.keep_whole(app, datasette)))


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """Answer at our own addresses."""
    return list(ROUTES)


@hookimpl
def prepare_jinja2_environment(env: Environment, datasette: Any) -> None:
    """Let our templates come before Datasette's, and give all of them our filters.

    Before Python 3.12 Datasette finds templates/ only beside a plugin that is a package.
    """
    loader = env.loader
    env.loader = ChoiceLoader([FileSystemLoader(TEMPLATES), *([loader] if loader else [])])
    env.filters.update(words.FILTERS)
    env.filters["correction"] = corrected.draft
    env.filters["json_ld"] = linked_data.json_ld
    # a function: the databases are opened later, and pages of errors get no variables of ours
    env.globals["is_served"] = lambda: DATABASE in datasette.databases
    env.globals["absolute"] = datasette.absolute_url
    env.globals["cite"] = cite
    env.globals["site"] = identity.identify(datasette)
    env.globals["linked_data"] = linked_data
    env.globals["schema_picture"] = schema_picture
    # where errors are reported, a form or a tracker that takes `title` and `body`
    env.globals["report_url"] = (datasette.plugin_config("onrecord") or {}).get("report_url")
    env.globals["asset"] = lambda name: datasette.urls.path(assets.asset_path(name))


@hookimpl
def render_cell(value: object, column: str, table: str | None, datasette: Any) -> Any:
    """Make ids of rows links to them where Datasette doesn't."""
    return links.link_to_row(value, column, table, datasette.urls)


@hookimpl
def filters_from_request(request: Any, database: str, table: str, datasette: Any) -> Any:
    """Narrow the table of quotes to one speaker's."""
    return narrow.narrow(datasette, database, table, request.args.get(narrow.SPEAKER))


@hookimpl
def extra_template_vars(template: str, request: Any, datasette: Any) -> Any:
    """Give each template what it shows beyond Datasette's own context."""
    return pages.template_vars(template, request, datasette)


@hookimpl
async def handle_exception(datasette: Any, request: Any, exception: Exception) -> Any:
    """Answer for what was taken down or moved, and for what makes no sense."""
    answer = await gone.answer_for_gone(datasette, request, exception)
    return answer or await requests.answer_for_unsound(datasette, request, exception)


@hookimpl(hookwrapper=True)
def register_facet_classes() -> Generator[None, Any, None]:
    """Read the counts of facets where the build has made them."""
    outcome = yield
    outcome.force_result([facets.with_ours(classes) for classes in outcome.get_result()])


@hookimpl
def skip_csrf(scope: Any) -> bool:
    """Take names to be matched from anywhere: it changes nothing, and nobody logs in here."""
    return bool(scope["path"].endswith(reconcile.PATH))
