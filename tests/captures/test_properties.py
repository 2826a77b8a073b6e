"""Whatever a site says, reading it ends in an answer or a refusal, and soon."""

from __future__ import annotations

import contextlib
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.captures.addresses import parse_url
from onrecord.captures.records import RefusedError
from onrecord.captures.reservation import by_file, by_meta, read_file
from onrecord.captures.robots import read_robots
from onrecord.captures.sources import listed_in

LINES = st.lists(
    st.tuples(
        st.sampled_from(
            "User-agent Allow Disallow Crawl-delay Request-rate Visit-time Sitemap x".split()
        ),
        st.sampled_from(": :: = \ufeff:".split()),
        st.one_of(st.text(max_size=12), st.sampled_from("* / /*$ % %zz 1/0 1/5s 9e999 -1".split())),
    ).map("".join)
).map("\n".join)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.sampled_from("location tdm-reservation tdm-policy".split()), inner)
    ),
)
PIECES = (
    *"<rss> <item> <link> </link> </item> <url> <loc> & &amp; &x; <![CDATA[ ]]> <!-- -->".split(),
    *"<?xml <!DOCTYPE [ ]> http://a.test/ \x01 é".split(),
    *"<meta name= tdm-reservation content= 1 > ' =".split(),
)
TAGS = st.lists(st.sampled_from(PIECES)).map(lambda pieces: " ".join(pieces).encode())


@given(LINES | st.text(), st.text())
def test_any_robots_txt(text: str, path: str) -> None:
    robots = read_robots(text.encode("utf-8", "replace"))
    robots.allows(f"http://post.test/{path}")
    assert robots.delay() >= 0


@given(JSON, st.text())
def test_any_file_of_reservations(value: object, path: str) -> None:
    by_file(read_file(json.dumps(value).encode()), path)


@given(TAGS | st.binary())
def test_any_page_and_any_feed(data: bytes) -> None:
    by_meta(data)
    with contextlib.suppress(RefusedError):
        listed_in(data, "http://post.test/", 1_000)


@given(st.text() | st.text("htps:/[]@.#?%\\ é1", max_size=20).map("http://".__add__))
def test_any_address(url: str) -> None:
    with contextlib.suppress(RefusedError):
        assert parse_url(url).scheme in ("http", "https")


LONG = 500_000


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nDisallow: /" + "*a" * (LONG // 2),
        "User-agent: *\n" + "Disallow: /*a*b*c$\n" * (LONG // 19),
        "User-agent: a\n" * (LONG // 14),
        "Disallow" * (LONG // 8),
    ],
)
def test_a_long_robots_txt_takes_no_time(text: str) -> None:
    start = time.process_time()
    read_robots(text.encode()).allows("http://post.test/" + "a" * 8_000)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "piece", ["<meta ", "<meta a", "<meta " + "a " * 900, "<meta a=", "<!--", "<meta a='", "<"]
)
def test_a_long_page_takes_no_time(piece: str) -> None:
    data = (piece * (2 * LONG // len(piece))).encode()
    start = time.process_time()
    by_meta(data)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "piece", ["<item>", "&", "&amp;", "<rss ", "<![CDATA[", "<a b='", "<?xml "]
)
def test_a_long_feed_takes_no_time(piece: str) -> None:
    data = ("<rss>" + piece * (4 * LONG // len(piece))).encode()
    start = time.process_time()
    with contextlib.suppress(RefusedError):
        listed_in(data, "http://post.test/", 10 * LONG)
    assert time.process_time() - start < 5
