from __future__ import annotations

from typing import get_args

import pytest

from onrecord.models import DateSource
from onrecord.site.words import EVIDENCE, count, date_range, evidence, long_date, set_words


def test_whatever_gives_the_day_of_publication_has_plain_words() -> None:
    assert EVIDENCE.keys() == set(get_args(DateSource))
    assert evidence("url") == "by its address"
    assert evidence(None) == ""


@pytest.mark.parametrize(
    ("iso", "shown"),
    [("2023-04-20", "20 April 2023"), ("2023-04", "April 2023"), ("2023", "2023"), (None, "")],
)
def test_a_date_is_shown_to_the_precision_it_has(iso: str | None, shown: str) -> None:
    assert long_date(iso) == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2023-04-20", "2023-04-20", "20 April 2023"),
        ("2023-04-20", None, "20 April 2023"),
        ("2022-02-24", "", "24 February 2022"),
        ("2023-04-20", "2023-04-21", "20–21 April 2023"),
        ("2023-04-28", "2023-05-04", "28 April – 4 May 2023"),
        ("2023-12-28", "2024-01-03", "28 December 2023 – 3 January 2024"),
        ("2022-09-01", "2022-09-30", "September 2022"),
        ("2024-02-01", "2024-02-28", "1–28 February 2024"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("2014-02", "2014-03", "February – March 2014"),
        (None, None, ""),
    ],
)
def test_a_range_names_both_ends_only_where_they_differ(
    start: str, end: str | None, shown: str
) -> None:
    assert date_range(start, end) == shown


def test_words_standing_alone_lose_the_comma_before_their_cue_and_nothing_else() -> None:
    assert set_words("We won,") == "We won"
    assert set_words("We won, at last.") == "We won, at last."


def test_a_count_agrees_with_its_noun() -> None:
    assert count(1, "quote") == "1 quote"
    assert count(1204, "quote") == "1,204 quotes"
    assert count(0, "person", "people") == "0 people"
