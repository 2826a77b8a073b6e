from __future__ import annotations

from onrecord.site.timeline import FEW, HEIGHT, WIDTH, draw_portraits, draw_timeline


def test_no_months_draw_nothing() -> None:
    assert draw_timeline([]).bars == ()


def test_empty_months_keep_their_width() -> None:
    first, second = draw_timeline([("2023-01", 1), ("2023-04", 2)]).bars
    assert first.x == 0
    assert second.x == WIDTH * 3 / 4
    assert second.x + second.width <= WIDTH


def test_the_highest_month_fills_the_height_and_the_others_follow() -> None:
    first, second = draw_timeline([("2023-01", 1), ("2023-04", 2)]).bars
    assert (second.height, second.y) == (HEIGHT, 0)
    assert (first.height, first.y) == (HEIGHT / 2, HEIGHT / 2)


def test_years_are_marked_where_they_begin() -> None:
    ticks = draw_timeline([("2022-07", 1), ("2023-06", 1)]).ticks
    assert [(tick.year, tick.left) for tick in ticks] == [(2022, 0), (2023, 50)]


def test_no_more_years_are_marked_than_can_be_read() -> None:
    ticks = draw_timeline([("2008-01", 1), ("2025-12", 1)]).ticks
    assert [tick.year for tick in ticks] == [2008, 2011, 2014, 2017, 2020, 2023]


def test_few_months_are_listed_many_are_drawn() -> None:
    months = [(f"2023-{month:02}", 1) for month in range(1, 13)]
    assert draw_timeline(months[:FEW]).is_sparse
    assert not draw_timeline(months).is_sparse


def test_events_stand_over_their_months_and_no_others_are_marked() -> None:
    months = [("2023-01", 1), ("2023-10", 2)]
    events = [("summit", "The summit", "2023-06"), ("old", "Long ago", "2008-04")]
    (mark,) = draw_timeline(months, events).marks
    assert (mark.id, mark.left) == ("summit", 54)


def test_portraits_share_one_axis_and_each_has_its_own_height() -> None:
    months = [("2023-01", 9), ("2023-04", 9)]
    portraits = draw_portraits([("ann", "2023-01", 1), ("ben", "2023-04", 4)], months)
    assert portraits == {"ann": "M0.0 100V0.0h200.0V100z", "ben": "M750.0 100V0.0h200.0V100z"}
