"""The home page: counts, one utterance in its printings, who speaks most, the latest reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from datasette import __version__
from datasette.utils.asgi import Response

from onrecord.site import queries
from onrecord.site.printings import Printing, find_printings
from onrecord.site.reader import Reader, Row
from onrecord.site.timeline import Timeline, draw_portraits, draw_timeline

MOST_PRINTINGS = 5


@dataclass(frozen=True, slots=True)
class Home:
    """What the home page shows."""

    counts: Row
    telling: list[Row]
    printings: list[Printing]
    speakers: list[Row]
    portraits: dict[str, str]  # of the speakers: when they were heard, as SVG paths
    months: Timeline
    reports: list[Row]
    version: Row | None


async def show_home(request: Any, datasette: Any) -> Response:
    """Return the home page.

    Datasette's own view asks for the permissions and the rows of every table first, which takes
    twice as long as all that the page shows.
    """
    await datasette.ensure_permissions(request.actor, ["view-instance"])
    data = datasette.absolute_url(request, datasette.urls.path("/.json"))
    context = {
        "metadata": datasette.metadata(),
        "datasette_version": __version__,
        "alternate_url_json": data,
    }
    page = await datasette.render_template("index.html", context, request, view_name="index")
    link = f'{data}; rel="alternate"; type="application/json+datasette"'
    return Response.html(page, headers={"Link": link})


async def home_vars(reader: Reader, request: Any) -> dict[str, Any]:
    """Return `home`."""
    months = [tuple(row) for row in await reader.all(queries.MONTHS)]
    events = [tuple(row) for row in await reader.all(queries.MARKED_EVENTS)]
    heard = [tuple(row) for row in await reader.all(queries.SPEAKERS_MONTHS)]
    different = await reader.one(queries.DIFFERENT_WORDS) or {"id": ""}
    return {
        "home": Home(
            counts=await reader.one(queries.COUNTS),
            telling=await reader.all(queries.TELLING),
            printings=_one_an_outlet(await find_printings(reader, different["id"])),
            speakers=await reader.all(queries.SPEAKERS),
            portraits=draw_portraits(heard, months),
            months=draw_timeline(months, events),
            reports=await reader.all(queries.REPORTS),
            version=await reader.one(queries.VERSION),
        )
    }


def _one_an_outlet(printings: list[Printing]) -> list[Printing]:
    """Return each outlet's first printing, few enough for the home page."""
    first: dict[str, Printing] = {}
    for printing in printings:
        first.setdefault(printing.quote["outlet_id"], printing)
    return list(first.values())[:MOST_PRINTINGS]
