from __future__ import annotations

import pytest

from onrecord.evaluate.letters import Letters
from onrecord.evaluate.names import is_same_person
from onrecord.evaluate.sources import names_source, surname
from onrecord.models import Span
from tests.evaluate.small import marked, read


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("Lee", "lee"),
        ("Mayor Ann Lee of Norstad", "lee"),
        ("Ann Lee, who runs the Port", "lee"),
        ("Ann “Boxer” Lee Jr.", "lee"),
        ("Lee’s", "lee"),
        ("the Lees'", "lees"),
        ("Ann Lee – for the Port", "lee"),
        ("Ann-Marie Lee-Roe", "lee-roe"),
        ("the mayor of Norstad", None),
        ("She", None),
        ("Many", None),
        ("", None),
        ("42", None),
    ],
)
def test_a_surname_ends_the_name_that_a_mention_begins_with(
    mention: str, expected: str | None
) -> None:
    assert surname(mention) == expected


ARTICLE = marked(
    "⟦1s Ann Lee⟧ ⟦1c spoke⟧. Mr Lee and Bo Roe met. “⟦1d We won,⟧” she said.", "Ann Lee | 1"
)


@pytest.mark.parametrize(
    ("mention", "name", "right"),
    [
        ("Ann", None, True),  # overlaps
        ("Mr Lee", None, True),  # the same surname elsewhere
        ("she", "Ann Lee", True),  # the chain's name
        ("she", None, False),
        ("Bo Roe", "Bo Roe", False),
        (None, None, False),
    ],
)
def test_a_source_is_right_by_place_or_by_surname(
    mention: str | None, name: str | None, right: bool
) -> None:
    said = read(ARTICLE, "We won,", mention, name=name)
    assert names_source(Letters(ARTICLE.text), said, (Span(0, 7),)) is right


@pytest.mark.parametrize(
    ("name", "expected", "same"),
    [
        ("Ann Lee", "Ann Lee", True),
        ("President Ann Lee", "Ann Lee", True),
        ("Ann Maria Lee", "Ann Lee", True),
        ("LEE Ann", "Ann Lee", True),
        ("Zdenek Havranek", "Zdeněk Havránek", True),
        ("Lee", "Ann Lee", False),
        ("Bo Lee", "Ann Lee", False),
        ("Kremlin", "Kremlin", True),
        ("Ministry of Rain", "Norstad Ministry of Rain", True),
        ("Ministry", "Ministry of Rain", False),
        (None, "Ann Lee", False),
        (None, None, True),
        ("Ann Lee", None, False),
    ],
)
def test_a_person_is_the_same_by_more_than_a_surname(
    name: str | None, expected: str | None, same: bool
) -> None:
    assert is_same_person(read(ARTICLE, "We won,", "she", name=name), expected) is same
