"""Expressions of time in a report published on Thursday, 20 April 2023."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.utterances.calendar import Period
from onrecord.utterances.expressions import find_expressions
from onrecord.utterances.readings import Shift, Today

THURSDAY = Today(date(2023, 4, 20))

DAYS = [
    ("on Thursday", "2023-04-20"),
    ("Thursday", "2023-04-20"),
    ("earlier on Thursday", "2023-04-20"),
    ("late on Wednesday", "2023-04-19"),
    ("on Friday", "2023-04-14"),
    ("Sunday night", "2023-04-16"),
    ("last Thursday", "2023-04-13"),
    ("last Monday", "2023-04-17"),
    ("yesterday", "2023-04-19"),
    ("last night", "2023-04-19"),
    ("today", "2023-04-20"),
    ("earlier today", "2023-04-20"),
    ("this morning", "2023-04-20"),
    ("April 18", "2023-04-18"),
    ("on 18 April", "2023-04-18"),
    ("the 18th of April", "2023-04-18"),
    ("on Tuesday, April 18", "2023-04-18"),
    ("Tuesday (April 18)", "2023-04-18"),
    ("Dec. 28", "2022-12-28"),
    ("28 September 2022", "2022-09-28"),
    ("Sept. 28, 2022", "2022-09-28"),
    ("2022-09-30", "2022-09-30"),
    ("two days ago", "2023-04-18"),
    ("the day before yesterday", "2023-04-18"),
    ("on the 12th", "2023-04-12"),
    ("on the 28th", "2023-03-28"),
    ("on Friday last week", "2023-04-14"),
    ("on the evening of April 18", "2023-04-18"),
    ("18.04.2023", "2023-04-18"),
    ("on July 11, 2023", "2023-07-11"),  # printed in full it counts, ahead or not
]

WIDER = [
    ("last week", "2023-04-10", "2023-04-16", "range"),
    ("earlier this week", "2023-04-17", "2023-04-20", "range"),
    ("over the weekend", "2023-04-15", "2023-04-16", "range"),
    ("last weekend", "2023-04-15", "2023-04-16", "range"),
    ("late on Tuesday or early on Wednesday", "2023-04-18", "2023-04-19", "range"),
    ("overnight", "2023-04-19", "2023-04-20", "range"),
    ("less than a week ago", "2023-04-13", "2023-04-20", "range"),
    ("mid-March", "2023-03-10", "2023-03-20", "range"),
    ("in early March", "2023-03-01", "2023-03-15", "range"),
    ("at the end of March", "2023-03-16", "2023-03-31", "range"),
    ("late last year", "2022-07-01", "2022-12-31", "range"),
    ("last winter", "2022-12-01", "2023-02-28", "range"),
    ("in the spring of 2022", "2022-03-01", "2022-05-31", "range"),
    ("in the first quarter of 2023", "2023-01-01", "2023-03-31", "range"),
    ("in the 1990s", "1990-01-01", "1999-12-31", "range"),
    ("two weeks ago", "2023-04-03", "2023-04-09", "range"),
    ("last month", "2023-03-01", "2023-03-31", "month"),
    ("earlier this month", "2023-04-01", "2023-04-20", "month"),
    ("last September", "2022-09-01", "2022-09-30", "month"),
    ("in September last year", "2022-09-01", "2022-09-30", "month"),
    ("last April", "2022-04-01", "2022-04-30", "month"),
    ("in February", "2023-02-01", "2023-02-28", "month"),
    ("in May 2022", "2022-05-01", "2022-05-31", "month"),
    ("three months ago", "2023-01-01", "2023-01-31", "month"),
    ("last year", "2022-01-01", "2022-12-31", "year"),
    ("this year", "2023-01-01", "2023-04-20", "year"),
    ("in 2008", "2008-01-01", "2008-12-31", "year"),
    ("a year ago", "2022-01-01", "2022-12-31", "year"),
]

AHEAD = ["next week", "next Monday", "tomorrow", "on 31 June", "later this month", "next summer"]

# as likely ahead; the days they mean to those who know that they are past
AS_LIKELY_AHEAD = [("on July 11", "2022-07-11"), ("in July", "2022-07-01")]

COUNTED = [
    ("a day earlier", Shift(-1, "day")),
    ("two weeks later", Shift(2, "week")),
    ("the next day", Shift(1, "day")),
    ("the day before", Shift(-1, "day")),
    ("the previous Friday", Shift(-1, "day", weekday=4)),
    ("hours later", Shift(0, "day")),
    ("earlier in the day", Shift(0, "day")),
    ("that same evening", Shift(0, "day")),
    ("three days after", Shift(3, "day", is_tied=True)),
    ("on the eve of", Shift(-1, "day", is_tied=True)),
]

PAST_BUT_WHEN = ["a few days ago", "several years ago", "nearly a year ago", "in recent weeks"]

NOTHING = [
    "may 5 of them march on",
    "the Monday-morning crowd of 2008 people",
    "155 mm shells and 20 officials",
    "a second one, in secret",
    "on Super Tuesday and Good Friday",
    "told TODAY",
    "told the Sunday Times and the Mail on Sunday",
    "after Friday prayers",
    "said Wednesday Moro, a singer",
    "on the 12th floor",
]


@pytest.mark.parametrize(("words", "day"), DAYS)
def test_one_day(words: str, day: str) -> None:
    (found,) = find_expressions(f"Ms Lee said {words} that it rained.", THURSDAY)
    assert found.text == words
    assert found.period is not None
    assert (found.period.start.isoformat(), found.period.end.isoformat()) == (day, day)
    assert found.period.precision == "day"


@pytest.mark.parametrize(("words", "start", "end", "precision"), WIDER)
def test_more_than_a_day(words: str, start: str, end: str, precision: str) -> None:
    (found,) = find_expressions(f"Ms Lee said {words} that it rained.", THURSDAY)
    assert found.text == words
    assert found.period is not None
    assert (found.period.start.isoformat(), found.period.end.isoformat()) == (start, end)
    assert found.period.precision == precision


@pytest.mark.parametrize("words", AHEAD)
def test_what_is_ahead_has_no_period(words: str) -> None:
    (found,) = find_expressions(f"Ms Lee said {words} it would rain.", THURSDAY)
    assert (found.text, found.period) == (words, None)


@pytest.mark.parametrize(("words", "start"), AS_LIKELY_AHEAD)
def test_what_may_be_ahead_says_so(words: str, start: str) -> None:
    (found,) = find_expressions(f"Ms Lee said {words} it would rain.", THURSDAY)
    assert found.period is not None
    assert (found.text, found.period.start.isoformat(), found.is_ahead) == (words, start, True)


@pytest.mark.parametrize(("words", "shift"), COUNTED)
def test_what_counts_from_another_day(words: str, shift: Shift) -> None:
    followed = "the vote" if shift.is_tied else ", as they knew"
    (found,) = find_expressions(f"Ms Lee said {words} {followed}.", THURSDAY)
    assert (found.text, found.period, found.shift) == (words, None, shift)


@pytest.mark.parametrize("words", PAST_BUT_WHEN)
def test_what_is_past_but_not_when(words: str) -> None:
    (found,) = find_expressions(f"Ms Lee said {words} that it rained.", THURSDAY)
    assert (found.text, found.period, found.shift, found.is_ahead) == (words, None, None, False)


FIGURES = [
    ("13/04/2023", None, "2023-04-13"),  # no thirteenth month
    ("4/13/2023", False, "2023-04-13"),
    ("03/02/2023", True, "2023-03-02"),
    ("03/02/2023", False, "2023-02-03"),
    ("03/02/2023", None, None),  # both have been
    ("05/04/2023", None, "2023-04-05"),  # 4 May is ahead
    ("05.04.2023", True, "2023-04-05"),  # with dots the day is first everywhere
    ("31/31/2023", None, None),
]


@pytest.mark.parametrize(("words", "month_first", "day"), FIGURES)
def test_figures_in_the_order_of_the_outlet(
    words: str, month_first: bool | None, day: str | None
) -> None:
    (found,) = find_expressions(f"on {words}, it rained", Today(THURSDAY.day, month_first))
    assert (found.period.start.isoformat() if found.period else None) == day


@pytest.mark.parametrize("words", NOTHING)
def test_no_expression(words: str) -> None:
    assert find_expressions(words, THURSDAY) == []


def test_expressions_come_in_reading_order_with_their_places() -> None:
    text = "In 2014 and again last week (on Tuesday), it rained."
    found = find_expressions(text, THURSDAY)
    assert [e.text for e in found] == ["In 2014", "last week", "on Tuesday"]
    assert [text[e.span.start : e.span.end] for e in found] == [e.text for e in found]


def test_a_bracket_opened_before_the_expression_is_not_part_of_it() -> None:
    (found,) = find_expressions("the talks (on April 18) went on", THURSDAY)
    assert found.text == "on April 18"


WORDS = ["Sunday", "on", "(", ")", "31", "30", "April", "February", "2023", "last", "ago", "in"]


@given(st.lists(st.sampled_from([*WORDS, "year", "next", "two", "week", "the", "of", ","])))
def test_any_run_of_words_can_be_read(words: list[str]) -> None:
    text = " ".join(words)
    for found in find_expressions(text, THURSDAY):
        assert text[found.span.start : found.span.end] == found.text
        assert found.period is None or found.period.start <= found.period.end


def test_last_week_of_a_sunday_may_be_the_week_that_ends_then() -> None:
    (found,) = find_expressions("last week", Today(date(2023, 4, 23)))
    assert found.period == Period(date(2023, 4, 10), date(2023, 4, 22), "range")
