"""What is answered 400 because of what was asked is logged: it may be our fault after all."""

from __future__ import annotations

import logging

import pytest

from tests.site.conftest import Get

LOGGER = "onrecord.site.requests"


def warnings(log: pytest.LogCaptureFixture) -> list[str]:
    return [one.getMessage() for one in log.records if one.levelno == logging.WARNING]


@pytest.mark.parametrize(
    ("query", "failed"),
    [
        ("_through=PRIVATE", "JSONDecodeError"),
        ("_timelimit=PRIVATE", "ValueError"),
        ("_sort=PRIVATE", "DatasetteError"),
    ],
)
def test_what_fails_in_datasette_is_logged(
    get: Get, caplog: pytest.LogCaptureFixture, query: str, failed: str
) -> None:
    with caplog.at_level(logging.WARNING, LOGGER):
        assert get(f"/onrecord/quotes?{query}").status_code == 400
    assert warnings(caplog) == [f"answered 400: '/onrecord/quotes': {failed}"]


def test_the_place_where_it_failed_is_logged_beside_it(
    get: Get, capsys: pytest.CaptureFixture[str]
) -> None:
    get("/onrecord/quotes?_timelimit=x")
    assert "ValueError: " in capsys.readouterr().err


@pytest.mark.parametrize("path", ["/onrecord/quotes?_size=x", "/nosuch", "/onrecord/quotes"])
def test_what_is_told_apart_is_not_logged(
    get: Get, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    with caplog.at_level(logging.WARNING, LOGGER):
        get(path)
    assert not warnings(caplog)
