"""Who took part in an event."""

from __future__ import annotations

import pytest

from onrecord.models import Body, Event, Membership, Person, Position
from onrecord.utterances.participants import took_part

UNION = Body(
    "union",
    (
        Membership("NO"),
        Membership("FI", start="2023-04-04"),
        Membership("GB", end="2020-02-01"),
    ),
)


def holder(id_: str, title: str, organisation: str, start: str | None, end: str | None) -> Person:
    return Person(id_, id_, positions=(Position(title, organisation, start, end),))


PEOPLE = {
    person.id: person
    for person in (
        Person("government-no", "Government", "organisation", country="NO"),
        Person("mfa-fi", "Ministry", "organisation", country="FI"),
        Person("government-gb", "Government", "organisation", country="GB"),
        Person("union", "Union", "organisation"),
        Person("old-town", "Old Town", "organisation", stands_for="union"),
        holder("ann-lee", "Prime minister", "government-no", "2021-10", None),
        holder("bob-ray", "Prime minister", "government-no", "2013", "2021-10"),
        holder("cy-poe", "Foreign minister", "mfa-fi", "2023-04-01", "2023-06-20"),
        holder("di-fox", "Prime minister", "government-gb", None, None),
        holder("ed-roe", "Spokesperson", "union", "2020", "2024"),
        holder("flo-may", "Fisheries minister", "government-no", "2021", None),
    )
}
LEADERS = {"ann-lee", "union", "old-town", "ed-roe"}
CASES = [
    (Event("e", "E", "2023-07-11", offices=("leaders",), of=("union",)), LEADERS),
    (Event("e", "E", "2020-07-11", offices=("leaders",), of=("NO",)), {"bob-ray"}),
    # the day of the change belongs to both
    (Event("e", "E", "2021-10-14", offices=("leaders",), of=("NO",)), {"ann-lee", "bob-ray"}),
    # a member from the day on
    (Event("e", "E", "2023-04-04", offices=("foreign-ministers",), of=("FI",)), {"cy-poe"}),
    (
        Event("e", "E", "2023-04-03", offices=("foreign-ministers",), of=("union",)),
        {"union", "old-town", "ed-roe"},
    ),
    # in office on one of the days
    (
        Event("e", "E", "2023-06-20", "2023-06-21", offices=("foreign-ministers",), of=("FI",)),
        {"cy-poe"},
    ),
    (Event("e", "E", "2023-06-21", offices=("foreign-ministers",), of=("FI",)), set()),
    # a former member, and one whose years in office are not known
    (Event("e", "E", "2019-01-01", offices=("leaders",), of=("GB",)), {"di-fox"}),
    (Event("e", "E", "2023-07-11", participants=("flo-may",)), {"flo-may"}),
    (Event("e", "E", "2023-07-11"), set()),
]


@pytest.mark.parametrize(("event", "ids"), CASES)
def test_who_took_part(event: Event, ids: set[str]) -> None:
    assert took_part(event, PEOPLE, {"union": UNION}) == ids


def test_who_left_a_body_does_not_take_part_for_it() -> None:
    event = Event("e", "E", "2023-07-11", offices=("leaders",), of=("union",))
    assert "di-fox" not in took_part(event, PEOPLE, {"union": UNION})
