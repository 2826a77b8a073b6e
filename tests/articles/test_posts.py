"""Author lines of embedded posts, and the lines that belong to them."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.articles.posts import find_posts, post_date

AUTHOR = "— Ann Lee (@annlee) April 20, 2023"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (AUTHOR, date(2023, 4, 20)),
        ("— Анна Лі / Ann Lee (@Ann_Lee1) April 20, 2023", date(2023, 4, 20)),
        ("-- Ann Lee (@annlee) Sept. 2, 2023", date(2023, 9, 2)),
        ("– Ann Lee (@annlee) 2 Sep 2023", date(2023, 9, 2)),
        ("— Ann Lee (@annlee)", None),
        ("— Ann Lee (@annlee) Smarch 31, 2023", None),
        ("— Ann Lee (@annlee) February 30, 2023", None),
        ("Ann Lee (@annlee) April 20, 2023", None),
        ("— Ann Lee, April 20, 2023", None),
        ("— as Ann Lee (@annlee) wrote on April 20, 2023, in a post.", None),
    ],
)
def test_the_day_of_an_author_line(line: str, day: date | None) -> None:
    assert post_date(line) == day


@pytest.mark.parametrize(
    ("lines", "posts"),
    [
        (["The ferry sailed.", "We sail.", AUTHOR, "It rained."], {1, 2}),
        ([AUTHOR], {0}),
        (["We sail.", AUTHOR, "At nine.", "Come! pic.twitter.com/a1", "It rained."], {0, 1, 2, 3}),
        (["We sail. pic.twitter.com/a1", AUTHOR, "It.", "pic.twitter.com/a2"], {0, 1}),
        (["We sail.", AUTHOR, "So do we.", AUTHOR, "Come! t.co/a1"], {0, 1, 2, 3, 4}),
        (["It rained.", "— a dash, no author"], set()),
    ],
)
def test_the_lines_of_posts(lines: list[str], posts: set[int]) -> None:
    assert find_posts(lines) == posts
