"""Offices without names, and who held them on a day; people and terms are made up."""

from __future__ import annotations

import pytest

from onrecord.models import NameForm, Person, Position
from onrecord.people.registry import Registry

PEOPLE = [
    Person("presidency-ua", "Presidency of Ukraine", kind="organisation", body="government",
           country="UA"),
    Person("government-hu", "Government of Hungary", kind="organisation", body="government",
           country="HU"),
    Person("mfa-gb", "Foreign Office", kind="organisation", body="ministry", country="GB"),
    Person("kremlin", "Kremlin", kind="organisation", body="metonym", country="RU",
           stands_for="presidency-ru"),
    Person("presidency-ru", "Presidency of Russia", kind="organisation", body="government",
           country="RU"),
    Person("league", "League of Ports", kind="organisation", body="alliance",
           names=(NameForm("LOPO"),)),
    Person("ana", "Ana Reyes", positions=(Position("President", "presidency-ua", "2019", "2024"),)),
    Person("ben", "Ben Holt",
           positions=(Position("Prime minister", "government-hu", "2020-05-01", "2022-05-01"),)),
    Person("cleo", "Cleo Marsh",
           positions=(Position("Prime minister", "government-hu", "2022-05-01"),)),
    Person("dag", "Dag Moe", positions=(Position("Foreign secretary", "mfa-gb", "2018"),)),
    Person("eva", "Eva Lund", positions=(Position("Secretary-general", "league", "2015"),)),
    Person("fay", "Fay Orr", positions=(Position("President", "presidency-ru", "2012"),)),
    Person("gus", "Gus Pell", positions=(Position("Spokesperson", "presidency-ru", "2012"),)),
]  # fmt: skip

MEANT = [
    ("The Ukrainian president", "2021-06-01", "ana"),
    ("Ukraine’s President", "2021-06", "ana"),
    ("the president of Ukraine", "2021", "ana"),
    ("the Ukrainian leader", "2021-06-01", "ana"),
    ("the Ukrainian president", "2025-01-01", None),  # nobody that is known
    ("the Ukrainian president", "2019-06-01", None),  # some day of the year it began
    ("the Ukrainian president", None, None),
    ("Hungary's prime minister", "2021-01-01", "ben"),
    ("the Hungarian premier", "2023-01-01", "cleo"),
    ("the Hungarian leader", "2023-01-01", "cleo"),
    ("the Hungarian prime minister", "2022-05-01", None),  # the day of the change
    ("the British foreign minister", "2020-01-01", "dag"),
    ("the UK foreign secretary", "2020-01-01", "dag"),
    ("LOPO's secretary general", "2020-01-01", "eva"),
    ("the LOPO chief", "2020-01-01", "eva"),
    ("the head of the League of Ports", "2020-01-01", "eva"),
    ("the Kremlin leader", "2020-01-01", "fay"),
    ("a Kremlin spokesman", "2020-01-01", None),
    ("the former Ukrainian president", "2021-06-01", None),
    ("Ukraine's deputy president", "2021-06-01", None),
    ("the next Ukrainian president", "2021-06-01", None),
    ("a Ukrainian president", "2021-06-01", None),
    ("the Ukrainian president's office", "2021-06-01", None),
    ("Ukrainian President Ana Reyes", "2021-06-01", None),  # that has a name
    ("the Ukrainian and Russian presidents", "2021-06-01", None),
    ("the president", "2021-06-01", None),
    ("Ukraine", "2021-06-01", None),
    ("", "2021-06-01", None),
]


@pytest.mark.parametrize(("mention", "day", "holder"), MEANT)
def test_the_holder_of_an_office(mention: str, day: str | None, holder: str | None) -> None:
    found = Registry(PEOPLE).holders.find(mention, day)
    assert (found.id if found else None) == holder
