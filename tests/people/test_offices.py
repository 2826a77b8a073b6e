"""Terms of office and days, and what was held on them; the days of a change among them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta

import pytest

from onrecord.models import Position
from onrecord.people.offices import Held, may_hold, office, offices_on, turning_days

MAYOR = Position("Mayor", "town", "2010", "2014-06-05")
MINISTER = Position("Minister", "government", "2014-06-05", "2019-08")
PARTY_LEADER = Position("Leader", "party", "2016-03-01", None)
UNDATED = Position("Patron", "choir")
UNTIL = Position("Envoy", "union", None, "2012-01-31")
CAREER = (MAYOR, MINISTER, PARTY_LEADER, UNDATED, UNTIL)

HELD: list[tuple[str | None, str | None, list[str]]] = [
    (None, None, []),
    ("2005-07-01", None, ["Envoy?"]),  # since when is not known
    ("2009-12-31", None, ["Envoy?"]),
    ("2010-01-01", None, ["Mayor?", "Envoy?"]),  # some day of 2010
    ("2010-12-31", None, ["Mayor", "Envoy?"]),
    ("2011-05-05", None, ["Mayor", "Envoy?"]),
    ("2012-02-01", None, ["Mayor"]),
    ("2014-06-04", None, ["Mayor"]),
    ("2014-06-05", None, ["Minister", "Mayor"]),  # the day of the change: the new office first
    ("2014-06-06", None, ["Minister"]),
    ("2016-02-29", None, ["Minister"]),
    ("2016-03-01", None, ["Leader", "Minister"]),  # two at once: the newer first
    ("2019-07-31", None, ["Leader", "Minister"]),
    ("2019-08-01", None, ["Leader", "Minister"]),
    ("2019-08-15", None, ["Leader", "Minister?"]),
    ("2019-09-01", None, ["Leader"]),
    ("2026-01-01", None, ["Leader"]),
    ("2014-06", None, ["Minister?", "Mayor?"]),  # a month of two offices
    ("2014", None, ["Minister?", "Mayor?"]),
    ("2013", None, ["Mayor"]),
    ("2016-02-20", "2016-03-10", ["Minister", "Leader?"]),  # some day between
    ("2014-06-01", "2014-06-04", ["Mayor"]),
]


@pytest.mark.parametrize(("first", "last", "titles"), HELD)
def test_offices_of_a_day(first: str | None, last: str | None, titles: list[str]) -> None:
    held = offices_on(CAREER, first, last)
    assert [one.position.title + "?" * (not one.is_sure) for one in held] == titles


def test_the_order_of_the_data_file_does_not_count() -> None:
    days = [(first, last) for first, last, _ in HELD]
    for first, last in days:
        assert offices_on(CAREER, first, last) == offices_on(CAREER[::-1], first, last)


def test_between_two_turning_days_nothing_changes() -> None:
    turning = turning_days(CAREER)
    days = [(date(2009, 1, 1) + timedelta(number)).isoformat() for number in range(0, 4400)]
    told: dict[tuple[int, int], set[tuple[Held, ...]]] = {}
    for day in days:
        place = bisect_left(turning, day), bisect_right(turning, day)
        told.setdefault(place, set()).add(offices_on(CAREER, day))
    assert [len(held) for held in told.values()] == [1] * len(told)
    assert len(told) > len(turning)


def test_an_office_may_have_been_held_on_any_day() -> None:
    assert may_hold(MAYOR, None)
    assert may_hold(UNDATED, "2020-01-01")
    assert not may_hold(MAYOR, "2020-01-01")
    assert not may_hold(PARTY_LEADER, "2016-02")


@pytest.mark.parametrize(
    ("title", "body", "shown"),
    [
        ("President", "Presidency of Ukraine", "President of Ukraine"),
        ("Foreign minister", "Ministry of Foreign Affairs of Russia", "Foreign minister of Russia"),
        (
            "Defence secretary",
            "Ministry of Defence of the United Kingdom",
            "Defence secretary of the United Kingdom",
        ),
        (
            "Spokesperson",
            "Ministry of Foreign Affairs of Russia",
            "Spokesperson, Ministry of Foreign Affairs of Russia",
        ),
        ("Secretary-general", "NATO", "Secretary-general, NATO"),
        (
            "President of the European Council",
            "European Council",
            "President of the European Council",
        ),
        ("Mayor", None, "Mayor"),
    ],
)
def test_an_office_is_named_with_its_body(title: str, body: str | None, shown: str) -> None:
    assert office(title, body) == shown
