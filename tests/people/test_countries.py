"""Countries as news names them, at the start of a name and anywhere in a text."""

from __future__ import annotations

import pytest

from onrecord.people.countries import countries_named, leading_country
from onrecord.people.names import fold

LEADING = [
    ("Ukraine's Foreign Ministry", "UA", 1),
    ("United States Congress", "US", 2),
    ("U.S. Congress", "US", 1),
    ("South Korean army", "KR", 2),
    ("Czech government", "CZ", 1),
    ("Britons", "GB", 1),
    ("Foreign Ministry", None, 0),
    ("", None, 0),
]


@pytest.mark.parametrize(("name", "code", "length"), LEADING)
def test_the_country_a_name_begins_with(name: str, code: str | None, length: int) -> None:
    found, words = leading_country(name.split())
    assert (found.code if found else None, words) == (code, length)


NAMED = [
    ("Talks of Britain with the United States and a Ukrainian envoy", {"GB", "US", "UA"}),
    ("They told us about the US and the U.K.", {"US", "GB"}),
    ("let us go", set()),
    ("a turkey and some china", set()),
    ("Poles and Finns", {"PL", "FI"}),
]


@pytest.mark.parametrize(("text", "codes"), NAMED)
def test_the_countries_of_a_text(text: str, codes: set[str]) -> None:
    words = text.split()
    assert countries_named([fold(word) for word in words], words) == codes
