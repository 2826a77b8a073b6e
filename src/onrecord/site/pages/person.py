"""The page of a person or institution: names, offices, words, and whom they are quoted with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.site import queries
from onrecord.site.profile import Aspect, Profile, read_profile
from onrecord.site.reader import Reader, Row, key

ASPECTS: tuple[Aspect, ...] = ("topics", "years", "outlets", "events")


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What the page of a person or institution shows."""

    person: Row
    body: Row | None  # that the person stands for
    names: list[Row]
    positions: list[Row]
    beside: list[Row]  # others who speak in the same reports
    most_printed: list[Row]  # utterances that several outlets printed
    profile: Profile


async def person_vars(reader: Reader, request: Any) -> dict[str, Any]:
    """Return `person_page`; nothing for somebody who isn't there."""
    person = await reader.one(queries.ONE_PERSON, key(request))
    if person is None:
        return {}
    return {
        "person_page": PersonPage(
            person=person,
            body=await reader.one(queries.ONE_PERSON, person["stands_for"]),
            names=await reader.all(queries.NAMES, person["id"]),
            positions=await reader.all(queries.POSITIONS, person["id"]),
            beside=await reader.all(queries.BESIDE, person["id"]),
            most_printed=await reader.all(queries.MOST_PRINTED, person["id"]),
            profile=await read_profile(reader, "people", person["id"], ASPECTS),
        )
    }
