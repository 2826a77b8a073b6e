"""A folder of captured pages: articles with what sidecars and digests know of them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord.articles.captures import read_bytes, read_captures, read_folders, read_path
from onrecord.articles.outlets import unlisted_outlets
from onrecord.articles.supervise import PageReader
from onrecord.models import Article, Curated, Outlet, Refusal, Source, Span
from tests.articles.test_pages import HEADLINE, HTML, PARAGRAPHS, TEXT

CURATED = Curated(
    outlets={"post": Outlet("post", "Harbour Post", "https://www.post.example/")},
    people={},
    events={},
    topics={},
    reports=(),
    corrections=(),
)
URL = "https://www.post.example/2024/05/03/bridge-is-open?utm_source=letter"
DIGEST = Article(
    id="post-2024-05-04-bridge",
    source=Source(
        url="https://post.example/2024/05/03/bridge-is-open",
        outlet_id="post",
        published="2024-05-04",
        published_precision="range",
        byline="Bo Roe",
        agency="AFP",
        language="en",
        translated_from="sv",
        archive_url="https://archive.example/1",
    ),
    headline="The digest's headline",
    text="The bridge is open.",
    paragraphs=(Span(0, 19),),
)


def capture(folder: Path, name: str = "a.txt", text: str = TEXT, **known: Any) -> Path:
    """Write a captured page with its sidecar, and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    if known:
        path.with_name(f"{path.name.partition('.')[0]}.json").write_text(json.dumps(known))
    return path


def only(folder: Path, *digests: Article) -> Article:
    """Return the one article of a folder, none refused."""
    articles, refusals = read_captures(folder, CURATED, digests)
    assert not refusals
    assert len(articles) == 1
    return articles[0]


def test_a_text_in_markdown_is_a_capture(tmp_path: Path) -> None:
    capture(tmp_path, "a.md", f"# {TEXT}", url=URL)
    capture(tmp_path, "README.md", "What is here.")
    assert only(tmp_path).headline == HEADLINE


def test_a_sidecar_says_where_a_text_is_from(tmp_path: Path) -> None:
    capture(
        tmp_path,
        url=URL,
        outlet="harbour post",
        byline="Ann Lee",
        published="2024-05-05T10:00:00Z",
        language="sv",
        retrieved_at="2024-05-06T00:00:00Z",
        status=200,
    )
    article = only(tmp_path)
    assert article.id == "post-2024-05-05-bridge-is-open"
    assert article.headline == HEADLINE
    assert article.text == TEXT
    assert [article.text[p.start : p.end] for p in article.paragraphs] == PARAGRAPHS
    assert [cut.reason for cut in article.cuts] == ["headline", "share"]
    source = article.source
    assert (source.url, source.outlet_id, source.basis) == (URL, "post", "capture")
    assert (source.published, source.published_precision) == ("2024-05-05", "day")
    assert (source.byline, source.agency, source.language) == ("Ann Lee", "Quaypress", "sv")
    assert (source.retrieved_at, source.rights) == ("2024-05-06T00:00:00Z", None)
    assert article.summary is None


def test_a_digest_gives_its_id_its_body_and_what_the_page_lacks(tmp_path: Path) -> None:
    capture(tmp_path, url=URL)
    article = only(tmp_path, DIGEST)
    assert (article.id, article.summary) == (DIGEST.id, DIGEST.text)
    assert article.headline == HEADLINE  # the page's own: quotes in it are found there
    source, told = article.source, DIGEST.source
    assert (source.published, source.published_precision) == ("2024-05-04", "range")
    assert (source.byline, source.agency) == (told.byline, told.agency)
    assert (source.translated_from, source.archive_url) == (told.translated_from, told.archive_url)
    assert source.basis == "capture"


def test_a_sidecar_is_believed_before_a_digest(tmp_path: Path) -> None:
    capture(tmp_path, url=URL, published="2024-05-02", byline="Ann Lee", headline="Ferry gone")
    article = only(tmp_path, DIGEST)
    assert (article.source.published, article.source.published_precision) == ("2024-05-02", "day")
    assert (article.source.byline, article.headline) == ("Ann Lee", "Ferry gone")


@pytest.mark.parametrize(
    ("url", "text", "published", "precision"),
    [
        (URL, TEXT, "2024-05-03", "day"),
        ("https://post.example/bridge", TEXT, None, "unknown"),
        (
            "https://post.example/bridge",
            f"{TEXT}\nDry feet.\n— Ann Lee (@annlee) May 3, 2024",
            "2024-05-03",
            "range",
        ),
        (
            "https://post.example/2024/05/04/bridge",
            f"{TEXT}\nDry feet.\n— Ann Lee (@annlee) May 3, 2024",
            "2024-05-04",
            "day",
        ),
    ],
)
def test_the_day_is_worked_out_where_nobody_wrote_it(
    tmp_path: Path, url: str, text: str, published: str | None, precision: str
) -> None:
    capture(tmp_path, text=text, url=url, published="yesterday")
    source = only(tmp_path).source
    assert (source.published, source.published_precision) == (published, precision)


MOMENTS = [
    ("2024-05-03T23:30:00Z", "Europe/Kyiv", "2024-05-04"),
    ("2024-05-03T23:30:00Z", None, "2024-05-03"),
    ("2024-05-03T01:30:00Z", "America/New_York", "2024-05-02"),
    ("2024-05-03", "America/New_York", "2024-05-03"),
]


@pytest.mark.parametrize(("stamp", "timezone", "day"), MOMENTS)
def test_the_day_of_publication_is_that_of_the_outlets_clock(
    tmp_path: Path, stamp: str, timezone: str | None, day: str
) -> None:
    capture(tmp_path, "bridge.html", HTML.replace("2024-05-03T09:12:00Z", stamp))
    outlet = replace(CURATED.outlets["post"], timezone=timezone)
    (article,), _ = read_captures(tmp_path, replace(CURATED, outlets={"post": outlet}), ())
    assert article.source.published == day


def test_html_needs_no_sidecar(tmp_path: Path) -> None:
    capture(tmp_path, "pages/bridge.html", HTML)
    article = only(tmp_path)
    assert article.source.url == "https://post.example/2024/bridge"
    assert article.id.startswith("post-2024-05-03-bridge-")
    assert article.source.byline == "Ann Lee"


def test_the_index_of_a_folder_serves_for_sidecars(tmp_path: Path) -> None:
    path = capture(tmp_path, "ab/cd.txt")
    index = tmp_path / "index.jsonl"
    line = json.dumps({"file": "ab/cd.txt", "url": URL, "status": 200})
    index.write_text(f"\n{line}\n")
    assert only(tmp_path).source.url == URL
    index.write_text(f"{line}\n{{\n")
    articles, refusals = read_captures(tmp_path, CURATED, [])
    assert not articles
    assert "index.jsonl:2: not JSON" in refusals[0].detail
    assert refusals[1].source == str(path)


def test_of_two_captures_of_one_address_the_newest_is_read(tmp_path: Path) -> None:
    capture(tmp_path, "a.txt", TEXT + "\nNew.", url=URL, retrieved_at="2024-05-06T00:00:00Z")
    capture(tmp_path, "b.txt", TEXT, url=URL, retrieved_at="2024-05-05T00:00:00Z")
    capture(tmp_path, "c.txt", TEXT, url=URL)
    assert only(tmp_path).source.retrieved_at == "2024-05-06T00:00:00Z"


@pytest.mark.parametrize(
    ("one", "other", "newest"),
    [
        ("2024-05-06T00:00:00Z", "2024-05-05T00:00:00Z", "one"),
        ("2024-05-05T00:00:00Z", "2024-05-06T00:00:00Z", "other"),
        ("2024-05-06T01:00:00+02:00", "2024-05-05T23:30:00Z", "other"),
        ("2024-05-06T01:00:00.5Z", "2024-05-06T01:00:00Z", "one"),
        ("2024-05-06", None, "one"),
        ("yesterday", "2024-05-05", "other"),
        ("2024-05-06T00:00:00Z", "2024-05-06T00:00:00Z", "other"),
        (None, None, "other"),
    ],
)
def test_of_captures_in_several_folders_the_newest_is_read(
    tmp_path: Path, one: str | None, other: str | None, newest: str
) -> None:
    for name, day in (("one", one), ("other", other)):
        # a page may give itself another day each time: its address is what counts
        capture(
            tmp_path / name, text=f"{TEXT}\n{name}.", url=URL, published="2024-05-03", **when(day)
        )
    folders = [tmp_path / "one", tmp_path / "other"]
    (article,), refusals = read_folders(folders, CURATED, [])
    assert (article.text.rpartition("\n")[2], refusals) == (f"{newest}.", [])


def when(day: str | None) -> dict[str, str]:
    return {"retrieved_at": day} if day else {}


def test_a_page_that_changed_its_day_is_still_one_article(tmp_path: Path) -> None:
    for day in ("05", "06"):
        known = {"published": f"2024-05-{day}", "retrieved_at": f"2024-05-{day}T12:00:00Z"}
        capture(tmp_path / day, url=URL, **known)
    articles, _ = read_folders([tmp_path / "06", tmp_path / "05"], CURATED, [])
    assert [article.source.published for article in articles] == ["2024-05-06"]


def test_sidecars_and_the_index_are_one_store(tmp_path: Path) -> None:
    capture(tmp_path, "side.txt", f"{TEXT}\nSide.", url=URL, retrieved_at="2024-05-05T00:00:00Z")
    for day, words in (("06", "Index."), ("04", "Index.")):
        capture(tmp_path, "listed.txt", f"{TEXT}\n{words}")
        line = {"file": "listed.txt", "url": URL, "retrieved_at": f"2024-05-{day}T00:00:00Z"}
        (tmp_path / "index.jsonl").write_text(json.dumps(line) + "\n")
        ends = only(tmp_path).text.rpartition("\n")[2]
        assert ends == ("Index." if day == "06" else "Side.")


def test_addresses_that_end_alike_have_ids_of_their_own(tmp_path: Path) -> None:
    known = {"published": "2024-05-04", "url": "https://post.example/print/bridge-is-open"}
    capture(tmp_path, "a.txt", TEXT, **known)
    capture(tmp_path, "b.txt", TEXT, **known | {"url": "https://post.example/bridge-is-open"})
    articles, _ = read_folders([tmp_path], CURATED, [])
    shorter, longer = (article.id for article in articles)
    assert shorter == "post-2024-05-04-bridge-is-open"
    assert re.fullmatch(rf"{shorter}-[0-9a-f]{{8}}", longer)
    # nor does a page take the id of another report's digest, nor its own digest give its id up
    digest = replace(DIGEST, id=shorter)
    articles, _ = read_folders([tmp_path], CURATED, [digest])
    assert len({digest.id, *(article.id for article in articles)}) == 3
    told = replace(digest, source=replace(digest.source, url=known["url"]))
    articles, _ = read_folders([tmp_path], CURATED, [told])
    assert [article.source.url for article in articles if article.id == told.id] == [known["url"]]


def test_what_cannot_be_used_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    capture(tmp_path, "a.txt", url=URL)
    capture(tmp_path, "b.txt")
    capture(tmp_path, "c.txt", PARAGRAPHS[1], url="https://post.example/c")
    (tmp_path / "d.txt").write_text(TEXT)
    (tmp_path / "d.json").write_text("{")
    (tmp_path / "e.txt").write_text(TEXT)
    (tmp_path / "e.json").write_text("[]")
    articles, refusals = read_captures(tmp_path, CURATED, [])
    assert [article.source.url for article in articles] == [URL]
    told = [(Path(refusal.source).name, refusal.reason) for refusal in refusals]
    assert told == [
        ("b.txt", "unreadable"),
        ("c.txt", "too-short"),
        ("d.txt", "unreadable"),
        ("e.txt", "unreadable"),
    ]
    assert "b.json" in refusals[0].detail
    assert "d.json: not JSON" in refusals[2].detail


def test_other_files_are_no_captures(tmp_path: Path) -> None:
    capture(tmp_path, url=URL)
    for name in ("README.txt", "README.md", "expected.json", "notes.csv"):
        (tmp_path / name).write_text("{}")
    (tmp_path / "folder.txt").mkdir()
    assert only(tmp_path).source.url == URL


def test_an_outlet_that_is_not_listed_is_made_from_the_host(tmp_path: Path) -> None:
    capture(tmp_path, "a.txt", url="https://www.quay.example/news/bridge-is-open-at-last")
    capture(tmp_path, "b.txt", url="https://news.post.example/bridge-is-open-at-last")
    articles, _ = read_captures(tmp_path, CURATED, [])
    assert [article.source.outlet_id for article in articles] == ["post", "quay-example"]
    assert unlisted_outlets(articles, CURATED) == (
        Outlet("quay-example", "quay.example", "https://quay.example/", note="unlisted"),
    )


@pytest.mark.parametrize(
    ("url", "end"),
    [
        ("https://post.example/x/bridge-is-open-at-last.html", "undated-bridge-is-open-at-last"),
        ("https://post.example/en/amp/274474", "undated-274474"),
        ("https://post.example/news?id=5", None),
        ("https://post.example/", None),
        ("https://post.example/" + "-".join(["bridge"] * 40), None),
    ],
)
def test_an_id_is_made_from_the_address_alone(tmp_path: Path, url: str, end: str | None) -> None:
    capture(tmp_path, "a.txt", TEXT, url=url)
    first = only(tmp_path).id
    capture(tmp_path, "a.txt", TEXT.upper() + ".", url=url.replace("https://", "http://www."))
    assert only(tmp_path).id == first
    assert len(first) < 120
    assert first == f"post-{end}" if end else first[-9] == "-"


def one(path: Path) -> Article | Refusal:
    with PageReader() as reader:
        (article,) = read_path(path, CURATED, reader)
    return article


def test_one_page_is_read_by_the_name_of_its_file(tmp_path: Path) -> None:
    article = one(capture(tmp_path, "bridge.html.gz", HTML))
    assert isinstance(article, Article)
    assert article.id == "bridge"
    article = one(capture(tmp_path, "x.txt"))
    assert isinstance(article, Article)
    assert (article.id, article.source.url, article.source.outlet_id) == ("x", "", "")
    missing = one(tmp_path / "nowhere.txt")
    assert isinstance(missing, Refusal)
    assert missing.reason == "unreadable"


def test_bytes_are_read_by_a_given_name() -> None:
    with PageReader() as reader:
        article = read_bytes("-", TEXT.encode(), CURATED, reader)
        assert isinstance(article, Article)
        assert (article.id, article.headline) == ("-", HEADLINE)
        assert isinstance(read_bytes("-", b"", CURATED, reader), Refusal)


def test_a_page_keeps_its_posts_and_the_agency_below_its_deck(tmp_path: Path) -> None:
    deck = f"<h1>{HEADLINE}</h1><p>Two towns have a bridge again, and a toll to pay for it.</p>"
    capture(tmp_path, "a.html", HTML.replace(f"<h1>{HEADLINE}</h1>", deck), url=URL)
    article = only(tmp_path)
    (post,) = article.posts
    assert (post.handle, post.url) == ("annlee", "https://twitter.com/annlee/status/1")
    assert article.text[post.span.start : post.span.end].startswith("Dry feet at last.")
    assert article.source.agency == "Quaypress"


def test_an_id_has_no_day_that_was_worked_out(tmp_path: Path) -> None:
    dated = TEXT.replace("RIVERTON (Quaypress) - ", "RIVERTON, 3 May 2024 (Quaypress) - ")
    capture(tmp_path, "a.txt", dated, url="https://www.post.example/news/the-bridge-is-open")
    article = only(tmp_path)
    assert article.source.published == "2024-05-03"
    assert article.id == "post-undated-the-bridge-is-open"
