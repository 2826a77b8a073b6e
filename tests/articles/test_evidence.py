"""The day and the agency of a report, from its address and its own words."""

from __future__ import annotations

import pytest

from onrecord.articles.evidence import (
    NO_DATE,
    Published,
    agency_of,
    as_published,
    published_by_posts,
    published_by_url,
)
from onrecord.models import DatePrecision


@pytest.mark.parametrize(
    ("written", "date", "precision"),
    [
        ("2023-04-20", "2023-04-20", "day"),
        ("2023-04-20T10:15:00Z", "2023-04-20", "day"),
        ("2023-04", "2023-04", "month"),
        ("2023", "2023", "year"),
    ],
)
def test_a_written_date_is_as_precise_as_it_is_written(
    written: str, date: str, precision: DatePrecision
) -> None:
    assert as_published(written) == Published(date, precision)


@pytest.mark.parametrize("written", [None, "", "20 April", "2023-13", "2023-02-30", "٢٠٢٣"])
def test_what_is_no_date_is_not_known(written: str | None) -> None:
    assert as_published(written) == NO_DATE


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://a.example/2023/04/20/ferry", "2023-04-20"),
        ("https://a.example/2023/4/2/ferry", "2023-04-02"),
        ("https://a.example/news/2023-04-20-ferry", "2023-04-20"),
        ("https://a.example/20230420/ferry", "2023-04-20"),
        ("https://a.example/x9.html/2024/12/22/223231/", "2024-12-22"),
        ("https://a.example/2023/04/ferry", None),
        ("https://a.example/news/191958/ferry", None),
        ("https://a.example/2023/13/45/ferry", None),
        ("https://a.example/2023/04/201/ferry", None),
        ("https://a.example/id-120230420", None),
        ("", None),
    ],
)
def test_the_day_in_an_address(url: str, date: str | None) -> None:
    assert published_by_url(url) == (Published(date, "day", "url") if date else NO_DATE)


def test_the_latest_post_dates_a_report_to_about_that_day() -> None:
    lines = [
        "— Ann Lee (@annlee) April 19, 2023",
        "Rain on May 1, 2024",
        "— Bo Roe (@bo) April 20, 2023",
    ]
    assert published_by_posts(lines) == Published("2023-04-20", "range", "post")
    assert published_by_posts(lines[1:2]) == NO_DATE


@pytest.mark.parametrize(
    ("paragraph", "agency"),
    [
        ("KYIV (Reuters) - The ferry sailed.", "Reuters"),
        ("RIVERTON, April 20 (AFP) – The ferry sailed.", "AFP"),
        ("UPPER SEDGE, Sweden (AP) — The ferry sailed.", "AP"),
        ("WASHINGTON/RIVERTON (Reuters) - The ferry sailed.", "Reuters"),
        ("JAKARTA - The ferry sailed.", None),
        ("The ferry (Marigold) - a white one - sailed.", None),
        ("NATO (the alliance) - met.", None),
        ("", None),
    ],
)
def test_the_agency_of_a_dateline(paragraph: str, agency: str | None) -> None:
    assert agency_of(paragraph) == agency
