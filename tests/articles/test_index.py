"""The index of a store: which of its pages are read, and what it says of those that aren't."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.articles.captures import read_captures
from onrecord.articles.index import INDEX, Line, as_json, captures_of, newest, read_index
from onrecord.articles.known import Known
from onrecord.models import Refusal
from tests.articles.test_captures import CURATED
from tests.articles.test_pages import TEXT

URL = "https://post.example/bridge"


def index(folder: Path, *lines: dict[str, Any]) -> None:
    text = "".join(f"{json.dumps(line)}\n" for line in lines)
    (folder / INDEX).write_text(text, encoding="utf-8")


def page(folder: Path, name: str, words: str) -> None:
    (folder / name).write_text(TEXT.replace("bridge", words), encoding="utf-8")


def test_of_two_captures_of_a_page_the_newest_is_read(tmp_path: Path) -> None:
    for name, words in (("z.txt", "old bridge"), ("a.txt", "new bridge")):
        page(tmp_path, name, words)
    # of one second: the later line decides
    when = {"retrieved_at": "2024-05-03T10:00:00Z"}
    old = {"url": f"{URL}?utm_source=x", "file": "z.txt", **when}
    index(tmp_path, old, {"url": URL, "file": "a.txt", **when})
    articles, refusals = read_captures(tmp_path, CURATED, [])
    assert not refusals
    assert ["new bridge" in article.text for article in articles] == [True]


def test_a_page_behind_a_consent_box_is_read_as_it_was(tmp_path: Path) -> None:
    page(tmp_path, "a.txt", "first bridge")
    page(tmp_path, "b.txt", "old bridge")
    (tmp_path / "c.txt").write_text("Please accept our cookies to go on reading.")
    index(tmp_path, *({"url": URL, "file": f"{name}.txt"} for name in "abc"))
    articles, refusals = read_captures(tmp_path, CURATED, [])
    assert ["old bridge" in article.text for article in articles] == [True]
    assert [Path(refusal.source).name for refusal in refusals] == ["c.txt"]


def test_older_captures_stay_in_the_index(tmp_path: Path) -> None:
    page(tmp_path, "a.txt", "old bridge")
    page(tmp_path, "b.txt", "new bridge")
    index(tmp_path, {"url": URL, "file": "a.txt"}, {"url": f"{URL}?fbclid=1", "file": "b.txt"})
    before = (tmp_path / INDEX).read_bytes()
    articles, refusals = read_captures(tmp_path, CURATED, [])
    assert ["new bridge" in article.text for article in articles] == [True]
    assert not refusals
    assert (tmp_path / INDEX).read_bytes() == before
    assert [line.file for line in read_index(tmp_path)] == ["a.txt", "b.txt"]


def test_the_captures_of_a_page_go_from_the_newest_back() -> None:
    first, second = (Line(Known(url=URL), file=f"{name}.txt") for name in "ab")
    again = Line(Known(url=URL), file="a.txt", status=200)
    refused = Line(Known(url=URL), reason="robots")
    assert captures_of((first, second)) == ((second, first),)
    assert captures_of((first, second, again)) == ((again, second),)
    assert captures_of((refused, first, refused, second, refused)) == ((second, first),)
    assert captures_of((Line(), refused, refused)) == ((Line(),), (refused,))


def test_one_text_at_two_addresses_is_two_articles(tmp_path: Path) -> None:
    page(tmp_path, "a.txt", "bridge")
    index(tmp_path, {"url": f"{URL}-1", "file": "a.txt"}, {"url": f"{URL}-2", "file": "a.txt"})
    articles, _ = read_captures(tmp_path, CURATED, [])
    assert [article.source.url for article in articles] == [f"{URL}-1", f"{URL}-2"]


def test_an_address_that_never_gave_a_page_is_refused_for_the_last_reason(tmp_path: Path) -> None:
    page(tmp_path, "a.txt", "bridge")
    index(
        tmp_path,
        {"url": f"{URL}-1", "reason": "fetch-failed", "detail": "status 500"},
        {"url": f"{URL}-1", "reason": "robots", "detail": "robots.txt keeps us out"},
        {"url": f"{URL}-2", "file": "a.txt"},
        {"url": f"{URL}-2", "reason": "fetch-failed", "detail": "status 404"},
        {"url": f"{URL}-3", "reason": "no reason we know"},
    )
    articles, refusals = read_captures(tmp_path, CURATED, [])
    assert [article.source.url for article in articles] == [f"{URL}-2"]
    assert refusals == [
        Refusal(f"{URL}-1", "robots", "robots.txt keeps us out"),
        Refusal(f"{URL}-3", "fetch-failed", "no page came"),
    ]


def test_a_page_that_the_index_names_and_nobody_has(tmp_path: Path) -> None:
    index(tmp_path, {"url": URL, "file": "a.txt"})
    articles, refusals = read_captures(tmp_path, CURATED, [])
    assert (articles, [refusal.reason for refusal in refusals]) == ([], ["unreadable"])


@pytest.mark.parametrize(
    "line",
    [
        Line(),
        Line(Known(url=URL, outlet="Harbour Post", content_type="text/html"), file="a.txt"),
        Line(Known(url=URL), status=404, reason="fetch-failed", detail="“status” 404"),
        Line(Known(url=URL), file="a.txt", tdm_reservation=0, tdm_policy="x", robots="none"),
    ],
)
def test_a_line_is_read_as_it_was_written(tmp_path: Path, line: Line) -> None:
    (tmp_path / INDEX).write_text(f"{as_json(line)}\n", encoding="utf-8")
    assert read_index(tmp_path) == (line,)


def test_what_is_of_another_type_is_not_known(tmp_path: Path) -> None:
    index(tmp_path, {"url": 7, "status": "200", "file": ["a"], "tdm_reservation": 1.5, "more": 1})
    assert read_index(tmp_path) == (Line(),)


def test_pages_without_an_address_count_by_their_file() -> None:
    lines = (Line(file="a.html"), Line(file="b.html"), Line(file="a.html", status=200))
    assert newest(lines) == (lines[2], lines[1])
