"""Whether words stand in a text: a line each."""

from __future__ import annotations

import time

import pytest

from onrecord.models import Verification
from onrecord.verify.match import Match, look_up

REPORT = (
    "Ms Lee told the council: “We won’t close the ferry – not this year, not next.”\n\n"
    "The bridge is open.\nCome and see…\n— Ann Lee (@annlee) May 3, 2024\n"
    "“Nobody asked us whether the tolls should rise by a third in a single winter,” she said."
)
TABLE: list[tuple[str, Verification]] = [
    ("We won’t close the ferry – not this year, not next.", "exact"),
    ("The bridge is open.\nCome and see…", "exact"),
    ("We won't close the ferry - not this year, not next.", "normalised"),
    ("The bridge is open. Come and see...", "normalised"),
    ("Nobody\u00a0asked us", "normalised"),
    ("Nobody asked us whether the tolls should rise by a quarter in a single winter,", "near"),
    ("Nobody asked whether the tolls should rise by a third in a single winter,", "near"),
    ("nobody has ever wanted to pay for a ferry that sails empty", "absent"),
    ("We won’t open the station", "absent"),
    ("tunnel", "absent"),
]


@pytest.mark.parametrize(("words", "result"), TABLE)
def test_words_are_looked_up(words: str, result: Verification) -> None:
    assert look_up(words, REPORT).result == result


def test_what_stands_there_instead_is_shown_in_whole_words() -> None:
    words = "Nobody asked us whether the tolls should fall by a third in a single winter,"
    assert look_up(words, REPORT) == Match(
        "near",
        '"Nobody asked us whether the tolls should rise by a third in a single winter,"',
    )


def test_a_long_page_takes_no_long_time() -> None:
    start = time.perf_counter()
    assert look_up("tolls on the ferry rise " * 10, "the bridge is open " * 50_000)
    assert time.perf_counter() - start < 5
