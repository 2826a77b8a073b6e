"""The pages of an outlet, an event and a topic: what they are, and their quotes in sum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.site import queries
from onrecord.site.profile import Aspect, Profile, read_profile
from onrecord.site.reader import Reader, Row, key

ASPECTS: dict[str, tuple[Aspect, ...]] = {
    "outlets": ("speakers", "topics", "years"),
    "events": ("speakers", "outlets", "topics"),
    "topics": ("speakers", "years", "outlets"),
}


@dataclass(frozen=True, slots=True)
class SubjectPage:
    """What the page of an outlet, an event or a topic shows."""

    row: Row
    reports: list[Row]  # of an outlet, the latest
    profile: Profile


async def subject_vars(reader: Reader, request: Any) -> dict[str, Any]:
    """Return `subject_page`; nothing for a row that isn't there."""
    table = request.url_vars["table"]
    row = await reader.one(queries.ONE[table], key(request))
    if row is None:
        return {}
    is_outlet = table == "outlets"
    return {
        "subject_page": SubjectPage(
            row=row,
            reports=await reader.all(queries.OUTLET_REPORTS, row["id"]) if is_outlet else [],
            profile=await read_profile(reader, table, row["id"], ASPECTS[table]),
        )
    }
