from __future__ import annotations

import pytest

from onrecord.site.words import count, date_range, long_date, set_words


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
        ("2023-04-20", "2023-04-21", "20 April 2023 – 21 April 2023"),
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
