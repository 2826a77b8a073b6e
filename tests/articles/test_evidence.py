"""The day of a report as it is written, and as its address names it."""

from __future__ import annotations

import pytest

from onrecord.articles.evidence import (
    NO_DATE,
    Published,
    as_published,
    month_by_url,
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


@pytest.mark.parametrize(
    ("url", "date", "precision"),
    [
        ("https://a.example/2023/04/ferry", "2023-04", "month"),
        ("https://a.example/2023/ferry", "2023", "year"),
        ("https://a.example/2023/13/ferry", "2023", "year"),
        ("https://a.example/20230/04/ferry", None, "unknown"),
        ("https://a.example/news/ferry-2023", None, "unknown"),
        ("", None, "unknown"),
    ],
)
def test_the_month_or_the_year_in_an_address(
    url: str, date: str | None, precision: DatePrecision
) -> None:
    found = month_by_url(url)
    assert (found.date, found.precision) == (date, precision)
