"""Who wrote a report: the names that pages tell machines and those that they show."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from onrecord.articles.bylines import Authors, authors_of, clean_byline, read_authors

WRITTEN = [
    ("By Ann Lee", "Ann Lee"),
    ("by Ann Lee and Bo Roe", "Ann Lee and Bo Roe"),
    ("Written by: Ann Lee", "Ann Lee"),
    ("Posted by Ann Lee on May 3, 2024", "Ann Lee"),
    ("Ann Lee | 3 May 2024 | 4 min read", "Ann Lee"),
    ("Ann Lee, 3 May 2024", "Ann Lee"),
    ("Ann Lee@annlee", "Ann Lee"),
    ("Ann Lee – Harbour Post", "Ann Lee"),
    ("Von Jörg Öst, Fr, 3. Mai 2024", "Jörg Öst"),
    ("Veröffentlicht am 3. Mai 2024 von Jörg Öst", "Jörg Öst"),
    ("Par Zoé Blanc Le 03/05/2024", "Zoé Blanc"),
    ("Publicado por Inés Mar", "Inés Mar"),
    ("Автор: Іван Бук", "Іван Бук"),
    ("View all posts by Ann Lee", "Ann Lee"),
    ("Bo-Fr Roe", "Bo-Fr Roe"),
    ("Byron Lee", "Byron Lee"),
    ("Paris Vonn", "Paris Vonn"),
    ("admin", None),
    ("No Author", None),
    ("https://post.example/ann", None),
    ("ann[at]post.example", None),
    ("ann@post.example", None),
    ("post.com", None),
    ("@annlee", None),
    ("3 May 2024", None),
    ("By", None),
    ("", None),
    ("The ferry sailed at nine and with it went all who had waited on the quay for it", None),
]


@pytest.mark.parametrize(("written", "name"), WRITTEN)
def test_the_names_in_a_byline(written: str, name: str | None) -> None:
    assert clean_byline(written) == name


SHOWN = [
    ('<p class="byline">By Ann Lee</p>', "Ann Lee"),
    ('<span itemprop="author"><b>Ann Lee</b></span>', "Ann Lee"),
    ('<a rel="author" href="/ann">Ann Lee</a>', "Ann Lee"),
    ('<a href="/autor/ann-lee">Ann Lee</a>', "Ann Lee"),
    ("<div>\n By <a href='/ann'>Ann Lee</a> <time>3 May 2024</time></div>", "Ann Lee"),
    ('<p class="byline">By Ann Lee and Bo Roe</p>', "Ann Lee and Bo Roe"),
    ('<div class="comments"><span class="author">Cy Fox</span></div>', None),
    ('<aside><a rel="author">Cy Fox</a></aside>', None),
    ("<p>By noon the ferry had sailed</p>", None),
    ("<p>By Friday, Ms Lee said.</p>", None),
    ('<p class="author">Harbour Post</p>', None),
]


@pytest.mark.parametrize(("markup", "byline"), SHOWN)
def test_the_byline_that_a_page_shows(markup: str, byline: str | None) -> None:
    tree = document_fromstring(f"<html><body>{markup}<p>Words.</p></body></html>")
    assert read_authors(tree, [], ["Harbour Post"]).byline == byline


@pytest.mark.parametrize(
    ("told", "shown", "byline"),
    [
        (["Ann Lee"], "By Bo Roe", "Ann Lee"),
        (["Ann"], "By Ann Lee", "Ann Lee"),
        (["Ann Lee"], "By Ann Lee and Bo Roe", "Ann Lee and Bo Roe"),
        (["Ann Lee"], "Ann Lee Senior Writer", "Ann Lee"),
        (["harbour-post", "Bo Roe"], "By Ann Lee", "Bo Roe"),
        (["No Author"], "By Ann Lee", "Ann Lee"),
        (["Harbour Post"], "Staff", None),
    ],
)
def test_what_is_told_comes_first_unless_it_is_nobody(
    told: list[str], shown: str, byline: str | None
) -> None:
    tree = document_fromstring(f'<html><body><p class="byline">{shown}</p></body></html>')
    assert read_authors(tree, told, ["Harbour Post"]).byline == byline


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Reuters", Authors(None, "Reuters")),
        ("Agence France-Presse", Authors(None, "AFP")),
        ("Ann Lee and AFP", Authors("Ann Lee", "AFP")),
        ("Ann Lee, Bo Roe, The Associated Press", Authors("Ann Lee, Bo Roe", "AP")),
        ("Ann Lee and Bo Roe", Authors("Ann Lee and Bo Roe")),
        ("Ann Aplin", Authors("Ann Aplin")),
        ("", Authors()),
    ],
)
def test_the_agency_of_a_byline(byline: str, authors: Authors) -> None:
    assert authors_of(byline) == authors
