"""The bytes of a page: its words, or the reason why it can't be used."""

from __future__ import annotations

import gzip
import hashlib
import json

import pytest

from onrecord.articles.evidence import Published
from onrecord.articles.known import Known
from onrecord.articles.pages import MOST_BYTES, Page, read_page
from onrecord.models import Refusal, RefusalReason

HEADLINE = "Minister opens bridge over the river"
PARAGRAPHS = [
    "RIVERTON (Quaypress) - The minister opened the new bridge on Monday, a year later than the "
    "two towns had planned, and walked across it in the rain.",
    '"The river no longer divides us," the minister said as the first cars crossed.',
    "The bridge cost 40 million crowns, paid for by tolls that both of the towns collect.",
]
TEXT = "\n".join([HEADLINE, *PARAGRAPHS, "Share this"])
HTML = f"""<!DOCTYPE html>
<html lang="en-GB"><head><title>{HEADLINE} | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2024-05-03T09:12:00Z">
<link rel="canonical" href="https://post.example/2024/bridge"></head>
<body><nav><a href="/">Home</a></nav><article><h1>{HEADLINE}</h1>
{"".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)}
<blockquote class="twitter-tweet"><p>Dry feet at last. pic.twitter.com/a1B2</p>
&mdash; Ann Lee (@annlee) <a href="https://twitter.com/annlee/status/1">May 3, 2024</a></blockquote>
<p>The ferry, which had sailed between the towns since 1890, made its last trip on Sunday.</p>
</article><footer>All rights reserved.</footer></body></html>
"""


def read(data: bytes) -> Page:
    page = read_page("bridge", data)
    assert isinstance(page, Page), page
    return page


def lines(page: Page) -> list[str]:
    return [page.text[span.start : span.end] for span in page.reading.paragraphs]


def test_a_text_is_read_whole() -> None:
    page = read(TEXT.encode())
    assert page.text == TEXT
    assert page.reading.headline == HEADLINE
    assert lines(page) == PARAGRAPHS
    assert page.agency == "Quaypress"
    assert page.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_html_is_read_with_what_it_says_of_itself() -> None:
    page = read(HTML.encode())
    assert page.reading.headline == HEADLINE
    assert page.reading.byline == "Ann Lee"
    assert lines(page) == [
        *PARAGRAPHS,
        "Dry feet at last. pic.twitter.com/a1B2",
        "— Ann Lee (@annlee) May 3, 2024",
        "The ferry, which had sailed between the towns since 1890, made its last trip on Sunday.",
    ]
    assert page.published == Published("2024-05-03", "day", "metadata", "2024-05-03T09:12:00Z")
    assert (page.language, page.url) == ("en", "https://post.example/2024/bridge")


@pytest.mark.parametrize(
    "data",
    [
        HTML.encode("utf-16"),
        HTML.encode("utf-16-le"),
        HTML.replace("<article>", "<article>\0").encode(),
        b"\xef\xbb\xbf\r\n" + HTML.encode(),
        b"<!-- saved on a Monday -->" + HTML.encode(),
        HTML.partition("<body>")[2].encode(),
    ],
)
def test_html_is_known_by_its_first_bytes(data: bytes) -> None:
    page = read(data)
    assert lines(page)[:3] == PARAGRAPHS
    assert "<" not in page.text


@pytest.mark.parametrize("data", [TEXT.encode(), HTML.encode()])
def test_a_zipped_page_is_the_page(data: bytes) -> None:
    assert read(gzip.compress(data)) == read(data)


def test_a_post_dates_a_text_without_a_date() -> None:
    text = f"{TEXT}\n{PARAGRAPHS[1]}\nDry feet at last.\n— Ann Lee (@annlee) May 3, 2024"
    assert read(text.encode()).published == Published("2024-05-03", "range", "post")


def test_the_headline_known_from_elsewhere_is_taken() -> None:
    page = read_page("bridge", TEXT.encode(), Known(headline="Another headline"))
    assert isinstance(page, Page)
    assert page.reading.headline == "Another headline"


SHELL = b"""<!DOCTYPE html><html><head><title>Bridge opens</title></head><body><div id="root"></div>
<script type="application/json">{"headline": "Bridge opens"}</script>
<noscript>You need to enable JavaScript to run this app.</noscript></body></html>"""
MHTML = b"""From: <Saved by a browser>\r\nSubject: Bridge opens\r\nMIME-Version: 1.0\r
Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x"\r\n\r\n----x\r
Content-Type: text/html\r\n\r\n""" + HTML.encode()

REFUSED: list[tuple[str, bytes, RefusalReason]] = [
    ("nothing", b"", "empty"),
    ("white space", b" \n\t\r\n", "empty"),
    ("zipped nothing", gzip.compress(b""), "empty"),
    ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not-a-page"),
    ("a PDF", b"%PDF-1.7 " + TEXT.encode(), "not-a-page"),
    ("a PDF behind a line end", b"\n%PDF-1.7 " + TEXT.encode(), "not-a-page"),
    ("rich text", b"{\\rtf1 " + TEXT.encode() + b"}", "not-a-page"),
    ("an office document", b"PK\x03\x04" + TEXT.encode(), "not-a-page"),
    ("JSON", json.dumps({"body": TEXT}).encode(), "not-a-page"),
    ("a page in one file", MHTML, "not-a-page"),
    ("a page that a script fills", SHELL, "too-short"),
    ("zipped bytes cut off", gzip.compress(TEXT.encode())[:40], "unreadable"),
    ("zipped bytes spoilt", gzip.compress(TEXT.encode())[:20] + b"x" * 60, "unreadable"),
    ("no zip behind the sign", b"\x1f\x8b" + b"x" * 60, "unreadable"),
    ("too much", b"a " * MOST_BYTES, "too-large"),
    ("a bomb", gzip.compress(b"a" * (MOST_BYTES + 1)), "too-large"),
    ("buttons", b"Home\nNews\nSport\nClose\n", "no-article"),
    ("an empty document", b"<html><body></body></html>", "no-article"),
    ("a menu", b"<html><body><ul><li>Home</li><li>News</li></ul></body></html>", "too-short"),
    ("a teaser", PARAGRAPHS[1].encode(), "too-short"),
    ("a short page", b"<html><body><p>The bridge is open.</p></body></html>", "too-short"),
    ("thousands of tags", b"<html><body>" + b"<div>" * 20_000 + TEXT.encode(), "no-article"),
]


@pytest.mark.parametrize(
    ("data", "reason"), [row[1:] for row in REFUSED], ids=[r[0] for r in REFUSED]
)
def test_what_is_no_report_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    refusal = read_page("shelf/bridge.txt", data)
    assert isinstance(refusal, Refusal)
    assert (refusal.source, refusal.reason) == ("shelf/bridge.txt", reason)
    assert refusal.detail
