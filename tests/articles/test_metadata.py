"""What pages say of themselves, how days are written, and which letters bytes are."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from onrecord.articles.days import day_at, day_in_words, iso_day
from onrecord.articles.languages import is_english
from onrecord.articles.metadata import Metadata, read_metadata
from onrecord.articles.normalise import decode


def said(head: str, body: str = "<p>Words</p>", address: str | None = None) -> Metadata:
    return read_metadata(
        document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"), address
    )


TITLES = [
    ("<title>Bridge opens at last | Post</title>", "<h1>Bridge opens at last</h1>"),
    ("<title>Bridge opens at last | Post</title>", "<h1>Post</h1>"),
    ("<title>Bridge opens | Harbour Post</title>", "<h1>Bridge opens at last</h1>"),
    ('<meta property="og:title" content="Bridge opens at last">', "<h1>Harbour Post</h1>"),
    (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge opens at'
        ' last"}</script><title>Post</title>',
        "",
    ),
]


@pytest.mark.parametrize(("head", "body"), TITLES)
def test_the_headline_is_found(head: str, body: str) -> None:
    assert said(head, body).title == "Bridge opens at last"


DATES = [
    ('<meta property="article:published_time" content="2024-05-03T09:00Z">', "", "metadata"),
    ('<script type="application/ld+json">[{"@type":"BlogPosting","datePublished":"2024-05-03"}]'
     "</script><meta name='date' content='2020-01-01'>", "", "json-ld"),
    ("", '<time datetime="2024-05-03T00:00">today</time>', "page"),
    ("", '<p class="posted">Posted on May 3rd, 2024 by Ann Lee</p>', "page"),
    ("", "<div>Freitag, 03.05.2024</div>", "page"),
    ('<meta property="article:modified_time" content="2024-05-03">', "", "changed"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "found_in"), DATES)
def test_the_day_is_found_and_where(head: str, body: str, found_in: str) -> None:
    published = said(head, body).published
    assert (published.date, published.found_in) == ("2024-05-03", found_in)


def test_the_address_gives_the_day() -> None:
    address = "https://post.example/2024/05/03/bridge"
    assert said("", address=address).published.date == "2024-05-03"
    assert said("").published.date is None


ADDRESS = "https://post.example/2024/bridge"
ADDRESSES = [
    ('<link rel="canonical" href="https://post.example/bridge">', "https://post.example/bridge"),
    ('<link rel="Canonical nofollow" href="/bridge">', "https://post.example/bridge"),
    ('<base href="https://b.example/x/"><link rel="canonical" href="y">', "https://b.example/x/y"),
    ('<meta property="og:url" content="https://post.example/og">', "https://post.example/og"),
    (
        '<script type="application/ld+json">{"@type":"NewsArticle","mainEntityOfPage":'
        '"https://post.example/ld"}</script>',
        "https://post.example/ld",
    ),
    (
        '<link rel="canonical" href="android-app://post"><meta property="og:url"'
        ' content="https://post.example/og">',
        "https://post.example/og",
    ),
    ('<link rel="canonical" href="http://[post">', None),
    ('<link rel="canonical" href="javascript:void(0)">', None),
    ('<link rel="amphtml" href="/amp">', None),
]


@pytest.mark.parametrize(("head", "url"), ADDRESSES)
def test_the_address_that_a_page_gives_itself(head: str, url: str | None) -> None:
    assert said(head, address=ADDRESS).url == url


def test_a_relative_address_needs_one_to_join() -> None:
    assert said('<link rel="canonical" href="/bridge">').url is None


LD = '<script type="application/ld+json">{}</script>'
SITES = [
    ('<meta property="og:site_name" content="Harbour Post">', "", "Harbour Post"),
    (LD.format('{"@type":"WebSite","name":"Harbour Post"}'), "", "Harbour Post"),
    (
        LD.format('{"@type":"Article","publisher":{"@type":"Organization","name":"Harbour Post"}}'),
        "",
        "Harbour Post",
    ),
    ("<title>Bridge opens | Harbour Post</title>", "<h1>Bridge opens</h1>", "Harbour Post"),
    ("<title>Bridge opens – and closes</title>", "<h1>Bridge opens – and closes</h1>", None),
    ("<title>Bridge opens | Harbour Post</title>", "<h1>Something else</h1>", None),
    ("<title>Bridge opens</title>", "<h1>Bridge opens</h1>", None),
]


@pytest.mark.parametrize(("head", "body", "site"), SITES)
def test_the_name_of_the_site(head: str, body: str, site: str | None) -> None:
    assert said(head, body).site == site


@pytest.mark.parametrize(
    ("head", "language"),
    [
        ('<meta http-equiv="Content-Language" content="uk-UA">', "uk"),
        ('<meta property="og:locale" content="en_GB">', "en"),
        (LD.format('{"@type":"Article","inLanguage":"en-US"}'), "en"),
        ('<meta name="language" content="a long story">', None),
        ("", None),
    ],
)
def test_the_language(head: str, language: str | None) -> None:
    assert said(head).language == language


def test_a_list_of_articles_is_no_article() -> None:
    teaser = "<article><h2><a href='x'>Bridge opens</a></h2><p>A line.</p></article>"
    assert said("", teaser * 8).kind == "list"
    assert said('<meta property="og:type" content="article">', teaser * 8).kind == "article"
    assert said("", teaser * 8 + f"<p>{'long ' * 60}</p>" * 9).kind == "article"


DAYS = [
    ("3 May 2024", "2024-05-03"),
    ("Fri, May 3, 2024 at 10:00", "2024-05-03"),
    ("le 3 mai 2024", "2024-05-03"),
    ("3. März 2024", "2024-03-03"),
    ("3 de mayo de 2024", "2024-05-03"),
    ("03/05/2024", "2024-05-03"),
    ("05/13/2024", "2024-05-13"),
    ("31/02/2024", None),
    ("31 Smarch 2024", None),
    ("version 1.2.3", None),
    ("call 020 24 05 03 99", None),
]


@pytest.mark.parametrize(("words", "day"), DAYS)
def test_a_day_in_words(words: str, day: str | None) -> None:
    assert day_in_words(words) == day


def test_a_stamp_is_a_day() -> None:
    assert iso_day(" 2024-05-03T23:59:59+02:00") == iso_day("20240503T101112Z") == "2024-05-03"
    assert iso_day("3 May") is None


CAFE = "<p>Café in the “old” town"
LETTERS = [
    (CAFE.encode(), None),
    (CAFE.encode("cp1252"), "text/html; charset=ISO-8859-1"),
    (b"<meta charset='windows-1252'>" + CAFE.encode("cp1252"), None),
    (CAFE.encode(), "text/html; charset=latin-1"),  # UTF-8 whatever is declared
    (CAFE.encode("utf-16"), None),
]


@pytest.mark.parametrize(("data", "content_type"), LETTERS)
def test_bytes_are_read_in_their_charset(data: bytes, content_type: str | None) -> None:
    assert (decode(data, content_type) or "").endswith(CAFE)


def test_what_is_declared_decides_where_a_guess_would_err() -> None:
    russian = "<p>Мост открыт, сказал министр"
    assert decode(russian.encode("cp1251"), "text/html; charset=windows-1251") == russian
    assert decode(russian.encode("cp1251"), "text/html; charset=no-such-thing")


def test_english_is_told_from_others() -> None:
    assert is_english("The minister said that the bridge was open and that it was hers. " * 3)
    assert not is_english("Die Ministerin sagte, dass die Brücke offen sei und ihr gehöre. " * 3)
    assert is_english("Bonjour à tous")  # too short to tell


STAMPS = [
    ("2024-01-06T01:30:00Z", "America/New_York", "2024-01-05"),
    ("2024-01-05T23:30:00+00:00", "Europe/Kyiv", "2024-01-06"),
    ("2024-01-05T22:30:00-05:00", "America/New_York", "2024-01-05"),
    ("2024-01-05T22:30:00-05:00", None, "2024-01-05"),
    ("2024-01-05T23:30:00", "Europe/Kyiv", "2024-01-05"),  # local already
    ("2024-01-05", "Europe/Kyiv", "2024-01-05"),
    ("2024-01-05T23:30:00Z", "Ruritania/Strelsau", "2024-01-05"),
]


@pytest.mark.parametrize(("stamp", "timezone", "day"), STAMPS)
def test_the_day_where_the_outlet_is(stamp: str, timezone: str | None, day: str) -> None:
    assert day_at(stamp, timezone) == day


MOMENTS = [
    ("2024-05-03T23:30:00+00:00", "2024-05-03T23:30:00+00:00"),
    ("2024-05-03", None),
    ("3 May 2024, 23:30", None),
]


@pytest.mark.parametrize(("written", "moment"), MOMENTS)
def test_a_stamp_that_tells_more_than_the_day_is_kept(written: str, moment: str | None) -> None:
    found = said(f'<meta property="article:published_time" content="{written}">').published
    assert (found.date, found.moment) == ("2024-05-03", moment)
