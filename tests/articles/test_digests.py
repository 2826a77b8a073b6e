"""Digests: read whole, or refused with each problem's line."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.articles.digests import check_marks, read_digests
from onrecord.curated import load_curated
from tests.articles.test_captures import CURATED

FRONT = """\
---
url: https://post.example/bridge
outlet: post
headline: "Bridge: open at last"
published: 2024-05-03
published_precision: range
byline: Ann Lee
agency: AFP
language: en
translated_from: sv
archive_url: https://archive.example/1
---
"""
BODY = """\
The minister opened the bridge on Monday.

"The river no longer divides us," she said.

Dry feet at last.
— Ann Lee (@annlee) May 3, 2024
"""


def refused(folder: Path, text: str) -> list[str]:
    """Return what is said of a broken digest, its path left out."""
    path = folder / "broken.md"
    path.write_text(text, encoding="utf-8")
    articles, refusals = read_digests(folder, CURATED)
    assert not articles
    assert [(refusal.source, refusal.reason) for refusal in refusals] == [
        (str(path), "invalid-digest")
    ]
    return [line.removeprefix(f"{path}:") for line in refusals[0].detail.splitlines()]


def test_a_digest_becomes_an_article(tmp_path: Path) -> None:
    (tmp_path / "post-2024-05-03-bridge.md").write_text(f"{FRONT}\n{BODY}\n")
    (tmp_path / "notes.txt").write_text("no digest")
    articles, refusals = read_digests(tmp_path, CURATED)
    assert not refusals
    (article,) = articles
    assert article.id == "post-2024-05-03-bridge"
    assert article.headline == "Bridge: open at last"
    assert article.text == BODY.strip()
    lines = [article.text[span.start : span.end] for span in article.paragraphs]
    assert lines == [line for line in BODY.splitlines() if line]
    source = article.source
    assert (source.outlet_id, source.basis, source.rights) == ("post", "digest", "CC-BY-4.0")
    assert (source.published, source.published_precision) == ("2024-05-03", "range")
    assert (source.byline, source.agency, source.translated_from) == ("Ann Lee", "AFP", "sv")


@pytest.mark.parametrize(
    ("line", "precision"),
    [("published: 2024-05-03", "day"), ("published: '2024-05'", "month"), ("", "unknown")],
)
def test_a_date_is_as_precise_as_it_is_written(tmp_path: Path, line: str, precision: str) -> None:
    front = FRONT.replace("published: 2024-05-03\npublished_precision: range", line)
    (tmp_path / "a.md").write_text(front + BODY)
    articles, _ = read_digests(tmp_path, CURATED)
    assert articles[0].source.published_precision == precision


BROKEN = [
    # (what to change, into what, the first line said of it)
    (FRONT, "", "1: no front matter"),
    ("byline: Ann Lee", "byline: 'Ann", "12: not YAML"),
    ("byline: Ann Lee", "colour: red", "7: unknown key `colour`"),
    ("outlet: post", "outlet: quay", "3: `quay` is no id in outlets.yml"),
    ("2024-05-03\n", "May 3\n", "5: `published` can't be 'May 3'"),
    ("precision: range", "precision: hour", "6: `published_precision` can't be 'hour'"),
    ("url: https://", "url: ", "2: `url` can't be 'post.example/bridge'"),
    ('headline: "Bridge: open at last"\n', "", "2: `headline` is missing"),
    (BODY, " \n\n", "13: no body"),
    ('us," she', "us, she", "15: a quotation opens here and never closes"),
    ('"The river', "The river", '15: " closes a quotation that never opened'),
]


@pytest.mark.parametrize(("part", "change", "problem"), BROKEN)
def test_a_broken_digest_is_named_with_its_line(
    tmp_path: Path, part: str, change: str, problem: str
) -> None:
    told = refused(tmp_path, (FRONT + BODY).replace(part, change))
    assert told[0].startswith(problem)


def test_all_problems_of_a_digest_are_told_and_the_others_are_read(tmp_path: Path) -> None:
    text = FRONT.replace("outlet: post", "outlet: quay") + BODY.replace('us,"', "us,")
    assert [line.split(":")[0] for line in refused(tmp_path, text)] == ["3", "15"]
    (tmp_path / "whole.md").write_text(FRONT + BODY)
    articles, refusals = read_digests(tmp_path, CURATED)
    assert [article.id for article in articles] == ["whole"]
    assert len(refusals) == 1


def test_of_two_digests_of_one_report_the_second_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FRONT + BODY)
    (tmp_path / "b.md").write_text(FRONT.replace("https://", "http://www.") + BODY)
    articles, refusals = read_digests(tmp_path, CURATED)
    assert [article.id for article in articles] == ["a"]
    assert "a.md retells the same report" in refusals[0].detail


def test_a_digest_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes((FRONT + BODY).encode() + b"caf\xe9")
    _, refusals = read_digests(tmp_path, CURATED)
    assert "can't be read as UTF-8" in refusals[0].detail


MARKS = [
    # (paragraphs, the numbers of those with a mark without its fellow)
    (["“We go,” she said. “Now.”"], []),
    (['"We go," she said. "Now."'], []),
    (["« We go », she said. „Now“, he said."], []),
    (["“We go,” she said. “Now. »"], []),  # printed so: it opens and it closes
    (["“We go.", "“We stay.”"], []),
    (['He went on: "We go.', "“We stay.”", "It rained."], []),
    (["“He said ‘go’ to them.”", "It's the ministers' bridge."], []),
    (['("Now," she said.)', 'She said "now"—and went.'], []),
    (['"...if not, we go," she said.'], []),
    (["“She called it “a bridge” once,” he said."], []),
    (["“We go.", "It rained."], [1]),
    (['"We go.', "It rained.", '"We stay," he said.'], [1]),
    (["It rained.", "“We go."], [2]),
    (["We go,” she said."], [1]),
    (["“We go. “Now,” she said."], [1]),
    (["“We go.", "“We stay.", "It rained."], [2]),
]


@pytest.mark.parametrize(("paragraphs", "lines"), MARKS)
def test_marks_without_their_fellow_are_found(paragraphs: list[str], lines: list[int]) -> None:
    assert [line for line, _ in check_marks(enumerate(paragraphs, 1))] == lines


def test_the_repository_s_own_digests_are_sound(root: Path) -> None:
    articles, refusals = read_digests(root / "data/articles", load_curated(root / "data"))
    assert not refusals
    assert len(articles) >= 5
