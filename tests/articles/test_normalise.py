"""Addresses and bytes brought to one form."""

from __future__ import annotations

import pytest

from onrecord.articles.normalise import canonical_url, decode, host, trim_headline

SAME = [
    "https://post.example/2024/05/ferry",
    "http://post.example/2024/05/ferry",
    "https://www.post.example/2024/05/ferry/",
    "https://WWW.Post.Example/2024/05/ferry#comments",
    "https://m.post.example/2024/05/ferry",
    "https://amp.post.example/2024/05/ferry",
    "https://post.example/2024/05/ferry/amp/",
    "https://post.example/amp/2024/05/ferry",
    "https://post.example//2024/05/ferry?utm_source=letter&utm_medium=mail&fbclid=1",
    "https://post.example:443/2024/05/ferry?amp=1",
    " https://post.example./2024/05/ferry\n",
]
OTHER = [
    "https://post.example/2024/05/ferries",
    "https://post.example/2024/05/Ferry",
    "https://post.example/2024/05/ferry?id=2",
    "https://post.example:8080/2024/05/ferry",
    "https://amphora.example/2024/05/ferry",
    "https://news.post.example/2024/05/ferry",
]


@pytest.mark.parametrize("url", SAME)
def test_two_addresses_of_one_page_have_one_key(url: str) -> None:
    assert canonical_url(url) == "post.example/2024/05/ferry"


def test_addresses_of_other_pages_have_other_keys() -> None:
    assert len({canonical_url(url) for url in [SAME[0], *OTHER]}) == 1 + len(OTHER)


def test_parameters_that_name_the_page_stay_in_one_order() -> None:
    one, other = "https://a.example/?id=2&page=1&ref=x", "https://a.example?page=1&id=2"
    assert canonical_url(one) == canonical_url(other) == "a.example?id=2&page=1"


@pytest.mark.parametrize("url", ["", "no address", "https://[broken", "https://a.example:port/"])
def test_what_is_no_address_is_left(url: str) -> None:
    assert canonical_url(url) == url


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.post.example/x", "post.example"),
        ("https://m.example", "m.example"),  # a prefix needs a host behind it
        ("post.example/x", ""),
        ("https://[broken", ""),
    ],
)
def test_host(url: str, name: str) -> None:
    assert host(url) == name


@pytest.mark.parametrize(
    ("headline", "site", "trimmed"),
    [
        ("Talks open | Harbour Post", None, "Talks open"),
        ("Talks open | World | Harbour Post", None, "Talks open"),
        ("Talks open - Harbour Post", "Harbour post", "Talks open"),
        ("Talks open – in the rain", "Harbour Post", "Talks open – in the rain"),
        ("Talks open - Harbour Post", None, "Talks open - Harbour Post"),
        ("Open | and this goes on for more words", None, "Open | and this goes on for more words"),
        (" Talks open ", None, "Talks open"),
    ],
)
def test_a_site_s_name_is_trimmed_off(headline: str, site: str | None, trimmed: str) -> None:
    assert trim_headline(headline, site) == trimmed


def test_bars_without_end_are_trimmed() -> None:
    assert trim_headline("Ferry sinks" + " | Post" * 50_000, None) == "Ferry sinks"


CAFE = "Le café du port est ouvert à tous, même en été. " * 5
HARBOUR = "Гавань відкрита для всіх, навіть узимку. " * 5


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (CAFE.encode(), CAFE),
        (b"\xef\xbb\xbf" + CAFE.encode(), CAFE),
        (CAFE.encode("utf-16"), CAFE),
        (CAFE.encode("utf-16-le"), CAFE),
        (CAFE.encode("utf-16-be"), CAFE),
        (CAFE.encode().replace(b"port", b"po\0rt", 1), CAFE.replace("port", "po\ufffdrt", 1)),
        (CAFE.encode("latin-1"), CAFE),
        (HARBOUR.encode("windows-1251"), HARBOUR),
        (CAFE.encode() + "é".encode()[:1], CAFE + "\ufffd"),
        (b"ferry\x00quay", None),
        (bytes(range(1, 32)), None),
        (bytes(99), None),
        (b"\0", None),
        (b"", ""),
    ],
)
def test_bytes_become_text(data: bytes, text: str | None) -> None:
    assert decode(data) == text
