"""An event in, the ids of all who took part out: those listed, and who held an office that day.

Refused: guesses from an office whose dates are known to lie elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.models import Body, Event, Membership, Office, Person, Position

# titles as data/people.yml has them
TITLES: Mapping[Office, frozenset[str]] = {
    "leaders": frozenset(
        {"President", "Vice president", "Prime minister", "Chancellor", "Premier"}
    ),
    "foreign-ministers": frozenset({"Foreign minister", "Foreign secretary", "Secretary of state"}),
    "defence-ministers": frozenset(
        {"Defence minister", "Defence secretary", "Secretary of defense"}
    ),
}


def took_part(
    event: Event, people: Mapping[str, Person], bodies: Mapping[str, Body]
) -> frozenset[str]:
    """Return the ids of those whose words on the event's days may belong to it."""
    return frozenset({*event.participants, *_officers(event, people, bodies)})


def _officers(
    event: Event, people: Mapping[str, Person], bodies: Mapping[str, Body]
) -> Iterator[str]:
    """Yield the bodies that the event is of, what stands for them, and who held office there."""
    countries = {*_countries(event, bodies)}
    titles = {title for office in event.offices for title in TITLES[office]}
    for person in people.values():
        if event.of and (person.id in event.of or person.stands_for in event.of):
            yield person.id
        for position in person.positions:
            if _held_at(position, event) and (
                position.organisation in event.of
                or (position.title in titles and _country(position, people) in countries)
            ):
                yield person.id


def _countries(event: Event, bodies: Mapping[str, Body]) -> Iterator[str]:
    """Yield the countries that the event is of: those named, and the members of bodies that day."""
    for named in event.of:
        if named in bodies:
            yield from (one.country for one in bodies[named].members if _belonged(one, event))
        else:
            yield named


def _country(position: Position, people: Mapping[str, Person]) -> str | None:
    body = people.get(position.organisation or "")
    return body.country if body else None


def _belonged(member: Membership, event: Event) -> bool:
    return (member.start or "") <= event.start and (member.end is None or event.start < member.end)


def _held_at(position: Position, event: Event) -> bool:
    """Tell whether the office was held on one of the event's days, as far as its dates say."""
    last = event.end or event.start
    return _not_after(position.start, last) and _not_after(event.start, position.end)


def _not_after(one: str | None, other: str | None) -> bool:
    """Tell whether a date is not later than another, to the precision that both have."""
    if one is None or other is None:
        return True
    shared = min(len(one), len(other))
    return one[:shared] <= other[:shared]
