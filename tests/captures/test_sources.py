"""Lists of reports: CSV, feeds, site maps."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from onrecord.articles.index import read_index
from onrecord.captures.records import RefusedError, Wanted
from onrecord.captures.sources import Entry, Listed, listed_in, read_sources
from onrecord.errors import OnRecordError
from tests.captures.conftest import Run
from tests.captures.site import Web, answer, page

BASE = "https://post.example/feeds/news.xml"
RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Post</title>
<link>https://post.example/</link><atom:link rel="self" href="https://post.example/feed"/>
<item><title>A</title><link>https://post.example/a?x=1&amp;y=2</link><guid>n-1</guid></item>
<item><atom:link href="https://post.example/b"/></item>
<item><title>C</title><guid>https://post.example/c</guid></item>
<item><guid isPermaLink="false">https://post.example/d</guid></item>
<item><link>/e</link></item>
</channel></rss>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/"><channel><link>https://post.example/</link></channel>
<item rdf:about="x"><link>https://post.example/a</link></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://post.example/"/>
<entry><link rel="self" href="https://post.example/a.atom"/><link href="../a"/></entry>
<entry><link rel="alternate" type="text/html" href="https://post.example/b"/></entry></feed>"""
URLSET = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><image:image><image:loc>https://post.example/a.jpg</image:loc></image:image>
<loc> https://post.example/a </loc></url><url><loc>https://post.example/b</loc></url></urlset>"""
MAPS = "<sitemapindex>{}</sitemapindex>"


def entry(url: str) -> str:
    return f"<sitemap><loc>{url}</loc></sitemap>"


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        (RSS, ("a?x=1&y=2", "b", "c", "e")),
        (RDF, ("a",)),
        (ATOM, ("a", "b")),
        (URLSET, ("a", "b")),
        ("<rss><channel></channel></rss>", ()),
        (RSS[: RSS.index("<item><atom")], ("a?x=1&y=2",)),
        (RSS.replace("Post", "Post & Son \x01 &nbsp;"), ("a?x=1&y=2", "b", "c", "e")),
        (RSS.replace("&amp;", "&").replace("</channel>", ""), ("a?x=1&y=2", "b", "c", "e")),
        (
            RSS.replace("&amp;", "&#038;").replace("/e", "/it&apos;s"),
            ("a?x=1&y=2", "b", "c", "it's"),
        ),
    ],
)
def test_the_addresses_of_a_feed(text: str, pages: tuple[str, ...]) -> None:
    expected = Listed(tuple(Entry(f"https://post.example/{page}") for page in pages))
    assert listed_in(text.encode(), BASE, 10_000) == expected
    assert listed_in(gzip.compress(text.encode()), BASE, 10_000) == expected


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("<pubDate>Wed, 03 Apr 2024 14:05:00 GMT</pubDate>", "2024-04-03"),
        ("<pubDate>Wed, 03 Apr 2024 23:30:00 -0500</pubDate>", "2024-04-03"),
        ("<pubDate>3 Apr 2024</pubDate>", "2024-04-03"),
        ("<dc:date xmlns:dc='d'>2024-04-03T14:05:00Z</dc:date>", "2024-04-03"),
        ("<published>2024-04-03T14:05:00+03:00</published>", "2024-04-03"),
        (
            "<n:news xmlns:n='n'><n:publication_date>2024-04-03</n:publication_date></n:news>",
            "2024-04-03",
        ),
        ("<updated>2024-04-05</updated><published>2024-04-03</published>", "2024-04-03"),
        ("<updated>2024-04-05</updated>", None),
        ("<lastmod>2024-04-05</lastmod>", None),
        ("<pubDate>yesterday</pubDate>", None),
        ("<pubDate>Wed, 31 Feb 2024 14:05:00 GMT</pubDate>", None),
        ("<pubDate/>", None),
    ],
)
def test_the_day_of_an_entry(told: str, day: str | None) -> None:
    text = f"<rss><item><link>https://post.example/a</link>{told}</item></rss>"
    assert listed_in(text.encode(), BASE, 10_000).pages == (Entry("https://post.example/a", day),)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "not-a-page"),
        (b"<html><body><item><link>x</link></item></body></html>", "not-a-page"),
        (b'{"items": []}', "not-a-page"),
        (b"\xff\xfe\x00", "not-a-page"),
        (b"\x1f\x8bnonsense", "fetch-failed"),
        (gzip.compress(b"<rss>" + b" " * 10_000_000), "too-large"),
    ],
)
def test_what_is_no_feed(body: bytes, reason: str) -> None:
    with pytest.raises(RefusedError) as caught:
        listed_in(body, BASE, 10_000)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "declared", [LAUGHS, '<!ENTITY l9 SYSTEM "file:///etc/hostname">'], ids=["laughs", "file"]
)
def test_entities_are_left_alone(declared: str) -> None:
    text = (
        f'<!DOCTYPE rss [<!ENTITY l0 "ha">{declared}]><rss><item><link>/a&l9;/b</link></item></rss>'
    )
    assert listed_in(text.encode(), BASE, 10_000).pages == (Entry("https://post.example/a&l9;/b"),)


def test_pages_of_feeds_and_maps_are_captured(run: Run, web: Web) -> None:
    """A map may name maps, itself and maps that are gone; a page listed twice is asked for once."""
    pages = [web.put("post.test", path, page(path)) for path in ("/a", "/b")]
    links = "".join(f"<item><link>{url}</link></item>" for url in [*pages, pages[0]])
    feed = web.put("post.test", "/feed", answer(200, f"<rss>{links}</rss>"))
    inner = "<urlset><url><loc>/b</loc></url><url><loc>/c</loc></url></urlset>"
    packed = gzip.compress(inner.encode())
    web.put("post.test", "/c", page("c"))
    names = ["/map.xml", "/gone.xml", "/inner.xml.gz"]
    index = MAPS.format("".join(entry(web.url("post.test", name)) for name in names))
    site_map = web.put("post.test", "/map.xml", answer(200, index, content_type="text/xml"))
    web.put("post.test", "/inner.xml.gz", answer(200, packed, content_type="application/gzip"))
    gone = web.url("post.test", "/no-feed")
    outcomes = run(feeds=(feed, site_map, gone))
    captured = [url for url, outcome in outcomes.items() if outcome.result == "captured"]
    assert captured == [*pages, web.url("post.test", "/c")]
    assert (outcomes[gone].reason, outcomes[gone].detail) == ("fetch-failed", "status 404")
    assert len(outcomes) == 4


def test_the_day_in_a_feed_is_kept_in_the_index(run: Run, web: Web, tmp_path: Path) -> None:
    url = web.put("post.test", "/a", page("a"))
    item = f"<item><link>{url}</link>{{}}</item>"
    dated = item.format("<pubDate>Wed, 03 Apr 2024 14:05:00 GMT</pubDate>")
    feed = f"<rss>{item.format('')}{dated}</rss>"
    run(feeds=(web.put("post.test", "/feed", answer(200, feed)),))
    assert [line.known.listed for line in read_index(tmp_path)] == ["2024-04-03"]


def test_a_csv_of_reports(tmp_path: Path) -> None:
    path = tmp_path / "reports.csv"
    path.write_text("\ufeffheadline,url,other\nA,https://post.example/a,x\n,,\nB\n")
    assert read_sources(path) == (Wanted("https://post.example/a", headline="A"),)


@pytest.mark.parametrize("data", [b"", b"address\nx\n", b"url\n\xff\n", b"url\n" + b"x" * 200_000])
def test_what_is_no_csv_of_reports(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "reports.csv"
    path.write_bytes(data)
    with pytest.raises(OnRecordError, match=r"reports\.csv"):
        read_sources(path)
