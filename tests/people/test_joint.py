"""Who speaks in a statement of several, and who only stands beside."""

from __future__ import annotations

import pytest

from onrecord.articles.plain import read_plain
from onrecord.models import NameForm, Person
from onrecord.people.registry import Registry
from onrecord.people.resolve import resolve_speakers
from onrecord.quotes import read_quotes

NAMES = ["Ann Leewood", "Tom Roebuck", "Mira Vossberg", "Ilan Kordas", "Olga von Brandt"]
PEOPLE = [Person(name.split()[-1].lower(), name) for name in NAMES]
BODIES = [
    Person("norland", "Norland", kind="organisation", country="NO"),
    Person("sundland", "Sundland", kind="organisation", country="SE"),
    Person("league", "Northern League", kind="organisation", names=(NameForm("the League"),)),
]
REGISTRY = Registry([*PEOPLE, *BODIES])

CASES = [
    # all of them
    ("Ann Leewood and Tom Roebuck said", "leewood roebuck"),
    ("Ann Leewood, Tom Roebuck and Mira Vossberg said", "leewood roebuck vossberg"),
    ("Ann Leewood, Tom Roebuck and Mira Vossberg have jointly said", "leewood roebuck vossberg"),
    ("President Ann Leewood, Chancellor Tom Roebuck and Prime Minister Mira Vossberg said",
     "leewood roebuck vossberg"),
    ("said Ann Leewood and Tom Roebuck in a statement", "leewood roebuck"),
    ("said Ann Leewood, Tom Roebuck and Olga von Brandt", "leewood roebuck brandt"),
    ("said both Ann Leewood and Tom Roebuck", "leewood roebuck"),
    ("the League's secretary, Ann Leewood, and the Sundish president, Tom Roebuck, said",
     "leewood roebuck"),
    ("Ann Leewood of Norland and Tom Roebuck of Sundland said", "leewood roebuck"),
    # one of them
    ("Ann Leewood, alongside Tom Roebuck, said", "leewood"),
    ("said Ann Leewood, standing next to Tom Roebuck", "leewood"),
    ("Ann Leewood said with Tom Roebuck at her side", "leewood"),
    ("Ann Leewood told Tom Roebuck and Mira Vossberg", "leewood"),
    ("said Ann Leewood, and Tom Roebuck nodded", "leewood"),
    ("said Ann Leewood and left the room", "leewood"),
    ("Ann Leewood, the mayor and a friend of Tom Roebuck, said", "leewood"),
    ("Ann Leewood, who met Tom Roebuck and Mira Vossberg, said", "leewood"),
    ("In Norland, Ann Leewood and Tom Roebuck said", "leewood roebuck"),
    # none whose name is there
    ("the leaders of Norland and Sundland said", ""),
]  # fmt: skip
KNOWN_FAILURES = {
    "the League's secretary, Ann Leewood, and the Sundish president, Tom Roebuck, said": (
        "the office nearest to the cue is taken for the only source"
    )
}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            *case,
            marks=pytest.mark.xfail(reason=KNOWN_FAILURES[case[0]], strict=True)
            if case[0] in KNOWN_FAILURES
            else (),
        )
        for case in CASES
    ],
)
def test_speakers(words: str, expected: str) -> None:
    names = ", ".join(NAMES)
    article = read_plain("joint", f"{names} met.\n“We will not wait for the bridge,” {words}.")
    quotes = read_quotes(article)
    found = {
        quote.text: " ".join(person.id for person in speakers)
        for quote, speakers in zip(quotes, resolve_speakers(quotes, article, REGISTRY), strict=True)
    }
    assert found["We will not wait for the bridge,"] == expected
