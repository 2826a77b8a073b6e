"""What sites say of machines: robots.txt and reservations of mining, asked for and obeyed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.articles.index import read_index
from tests.captures.conftest import BOUNDS, Run
from tests.captures.site import PAGE, Behave, Web, answer, page, raw, redirect

TDMREP = "/.well-known/tdmrep.json"


def robots(text: str) -> Behave:
    return answer(200, text, content_type="text/plain")


def tdmrep(*rules: object) -> Behave:
    return answer(200, json.dumps(rules), content_type="application/json")


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /news/", False),
        ("User-agent: *\nDisallow: /news/\nAllow: /news/a", True),
        ("User-agent: *\nDisallow: /*/a$", False),
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nAllow: /", True),
        ("User-agent: *\nAllow: /\n\nUser-agent: OnRecord\nDisallow: /news", False),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        ("<html>no rules at all</html>", True),
        ("User-agent: *\nCrawl-delay: soon\nDisallow: /x", True),
        ("User-agent: *\nCrawl-delay: 3600", False),
        ("User-agent: *\nCrawl-delay: -5", True),
        ("User-agent: *\nCrawl-delay: nan", True),
        ("User-agent: *\nCrawl-delay: inf", True),
        ("User-agent: *\nRequest-rate: 1/1h", False),
        ("User-agent: *\nRequest-rate: 0/5", True),
        ("User-agent: *\nRequest-rate: many", True),
        ("User-agent: other\nRequest-rate: 1/1h\n\nUser-agent: *\nDisallow: /x", True),
    ],
)
def test_robots_txt_is_obeyed(run: Run, web: Web, text: str, allowed: bool) -> None:
    web.put("post.test", "/robots.txt", robots(text))
    url = web.put("post.test", "/news/a", page())
    outcome = run(url)[url]
    assert outcome.reason == (None if allowed else "robots")
    assert ("/news/a" in web.paths("post.test")) is allowed


@pytest.mark.parametrize(
    ("behave", "reason"),
    [
        (answer(404), None),
        (answer(403), None),
        (answer(500), "robots"),
        (answer(429), "robots"),
        (redirect("/"), None),
        (redirect("/robots.txt"), "robots"),
        (redirect("http://127.0.0.1/robots.txt"), "address"),
        (raw(b""), "fetch-failed"),
        (raw(b"HTTP/1.1 200 OK\r\n\r\n", [b"User-agent: *\n"], 2), "fetch-failed"),
    ],
)
def test_a_robots_txt_that_cannot_be_had(
    run: Run, web: Web, behave: Behave, reason: str | None
) -> None:
    """A site without one lets everybody in; one that can't be read keeps us out."""
    web.put("post.test", "/robots.txt", behave)
    urls = [web.put("post.test", path, page()) for path in ("/a", "/b")]
    outcomes = run(*urls)
    assert [outcomes[url].reason for url in urls] == [reason] * 2
    assert web.paths("post.test").count("/robots.txt") <= 1 + BOUNDS.retries


@pytest.mark.parametrize(
    "asked",
    [
        "Crawl-delay: 0.3",
        "Request-rate: 3/1",
        "Crawl-delay: 0.1\nRequest-rate: 6/2s 0000-0001",
    ],
)
def test_the_delay_a_site_asks_for_is_kept(run: Run, web: Web, asked: str) -> None:
    web.put("post.test", "/robots.txt", robots(f"User-agent: *\n{asked}"))
    urls = [web.put("post.test", path, page()) for path in ("/a", "/b")]
    run(*urls)
    early, late = [request.at for request in web.asked if request.path in ("/a", "/b")]
    assert late - early >= 0.3


def test_a_redirect_goes_by_the_rules_of_where_it_leads(run: Run, web: Web) -> None:
    web.put("closed.test", "/robots.txt", robots("User-agent: *\nDisallow: /"))
    url = web.put("open.test", "/a", redirect(web.put("closed.test", "/a", page())))
    assert run(url)[url].reason == "robots"
    assert web.paths("closed.test") == ["/robots.txt", TDMREP]


@pytest.mark.parametrize(
    ("rules", "reserved"),
    [
        ([], None),
        ([{"location": "/", "tdm-reservation": 1}], 1),
        ([{"location": "/", "tdm-reservation": 0}], 0),
        ([{"location": "/", "tdm-reservation": "1"}], 1),
        ([{"location": "/sport/", "tdm-reservation": 1}], None),
        ([{"location": "/news/*", "tdm-reservation": 1}], 1),
        ([{"location": "/*.html$", "tdm-reservation": 1}], None),
        ([{"location": "/n*s/a$", "tdm-reservation": 1}], 1),
        (
            [
                {"location": "/", "tdm-reservation": 1},
                {"location": "/news/", "tdm-reservation": 0},
            ],
            0,
        ),
        ([None, 7, {"location": 3}, {"location": "/", "tdm-reservation": []}], None),
    ],
)
def test_the_file_of_reservations(
    run: Run, web: Web, tmp_path: Path, rules: list[object], reserved: int | None
) -> None:
    web.put("post.test", TDMREP, tdmrep(*rules))
    url = web.put("post.test", "/news/a", page())
    outcome = run(url)[url]
    assert outcome.reason == ("reserved" if reserved else None)
    assert ("/news/a" in web.paths("post.test")) is not bool(reserved)
    if not reserved:
        assert read_index(tmp_path)[-1].tdm_reservation == reserved


@pytest.mark.parametrize("body", ["", "{}", "[", "[" * 100_000, '{"location": "/"}', "\xff"])
def test_a_file_of_reservations_that_is_none(run: Run, web: Web, body: str) -> None:
    web.put("post.test", TDMREP, answer(200, body))
    url = web.put("post.test", "/a", page())
    assert run(url)[url].result == "captured"


def with_meta(element: str) -> Behave:
    return answer(200, PAGE.replace("<head>", f"<head>{element}"))


@pytest.mark.parametrize(
    ("behave", "reserved"),
    [
        (page(tdm_reservation="1"), 1),
        (page(tdm_reservation="0"), 0),
        (page(tdm_reservation="perhaps"), None),
        (page(x_archive_orig_tdm_reservation="1"), 1),
        (with_meta('<meta name="tdm-reservation" content="1">'), 1),
        (with_meta("<META CONTENT='1' NAME='TDM-Reservation' />"), 1),
        (with_meta("<meta content=1 name=tdm-reservation>"), 1),
        (with_meta('<meta name="tdm-reservation" content="0">'), 0),
        (with_meta('<meta name="robots" content="tdm-reservation=1">'), None),
        (with_meta("<meta " * 20_000), None),
        (with_meta("<meta " + "a" * 90_000), None),
    ],
)
def test_a_header_and_an_element_of_the_page(
    run: Run, web: Web, tmp_path: Path, behave: Behave, reserved: int | None
) -> None:
    url = web.put("post.test", "/a", behave)
    bounds = replace(BOUNDS, most_bytes=1_000_000)
    outcome = run(url, bounds=bounds)[url]
    assert outcome.reason == ("reserved" if reserved else None)
    assert not list(tmp_path.rglob("*.gz")) or not reserved
    assert run(url, bounds=bounds, policy={"ignore_reservation": True})[url].reason is None
    assert read_index(tmp_path)[-1].tdm_reservation == reserved


def test_reserved_wins_and_its_terms_are_told(run: Run, web: Web, tmp_path: Path) -> None:
    web.put("post.test", TDMREP, tdmrep({"location": "/", "tdm-reservation": 0}))
    terms = "https://post.example/terms"
    url = web.put("post.test", "/a", page(tdm_reservation="1", tdm_policy=terms))
    assert terms in run(url)[url].detail
    run(url, policy={"ignore_reservation": True})
    line = read_index(tmp_path)[-1]
    assert (line.tdm_reservation, line.tdm_policy) == (1, terms)
