from __future__ import annotations

from onrecord.site.timeline import FEW, HEIGHT, WIDTH, draw_timeline


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
