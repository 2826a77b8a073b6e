"""The founding reports as scraped: body, headline and every cut, by the lines of the raw file."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from onrecord.articles.captures import read_captures
from onrecord.articles.digests import read_digests
from onrecord.articles.furniture import read_scraped
from onrecord.curated import load_curated
from onrecord.models import Span

# Line numbers of the raw file: its paragraphs, and its cuts by reason. Line 7 of the last report
# is in both: a banner runs into the first sentence.
LINES: dict[str, tuple[list[int], dict[str, list[int]]]] = {
    "000": (
        [*range(7, 24, 2)],
        {
            "headline": [3],
            "credit": [5],
            "label": [1, *range(44, 49)],
            "newsletter": [25, 27],
            "consent": [28],
            "appeal": [*range(30, 43, 2), 49, 50],
            "link": [52],
        },
    ),
    "001": (
        [*range(12, 47, 2)],
        {
            "headline": [8],
            "caption": [10],
            "label": [1, *range(69, 74)],
            "newsletter": [48, 50, 51, 52],
            "consent": [53],
            "appeal": [*range(2, 7), *range(55, 68, 2), 74, 75],
            "link": [77],
        },
    ),
    "002": (
        [*range(2, 7), *range(10, 14), *range(15, 20)],
        {"headline": [1], "repeated": [7, 8, 9], "link": [14]},
    ),
    "003": (
        [12, 14, 18, 20, *range(24, 35, 2)],
        {
            "headline": [4, 6],
            "label": [1, 2],
            "deck": [8],
            "link": [10],
            "heading": [16, 22],
            "credit": [36],
        },
    ),
    "004": (
        [*range(7, 23)],
        {
            "headline": [1],
            "deck": [2],
            "appeal": [*range(3, 8)],
            "credit": [23],
            "paywall": [24, 25],
            "comments": [26, 27, 28],
        },
    ),
}


@pytest.fixture(scope="session")
def expected(corpora: Path) -> dict[str, Any]:
    reports = json.loads((corpora / "seeds/expected.json").read_text(encoding="utf-8"))
    return {report["file"][:3]: report for report in reports["articles"]}


@pytest.mark.parametrize("key", LINES)
def test_a_raw_report_is_read_exactly(corpora: Path, expected: dict[str, Any], key: str) -> None:
    report = expected[key]
    text: str = (corpora / "seeds" / report["file"]).read_text(encoding="utf-8")
    reading = read_scraped(text)

    def line(span: Span) -> int:
        return text.count("\n", 0, span.start) + 1

    paragraphs, cuts = LINES[key]
    assert reading.headline == report["headline"]
    assert [line(span) for span in reading.paragraphs] == paragraphs
    found = defaultdict(list)
    for cut in reading.cuts:
        found[cut.reason].append(line(cut.span))
    assert found == cuts
    body_end = text.index(report["body_ends"]) + len(report["body_ends"])
    assert text.startswith(report["body_starts"], reading.paragraphs[0].start)
    assert body_end in {span.end for span in reading.paragraphs}


@pytest.mark.parametrize("key", LINES)
def test_no_quotation_is_cut(corpora: Path, expected: dict[str, dict[str, Any]], key: str) -> None:
    text = (corpora / "seeds" / expected[key]["file"]).read_text(encoding="utf-8")
    body = "\n".join(text[span.start : span.end] for span in read_scraped(text).paragraphs)
    for quote in expected[key]["quotes"]:
        assert quote["part"] == "headline" or quote["words"] in body


def test_captures_take_what_their_digests_know(corpora: Path, root: Path) -> None:
    curated = load_curated(root / "data")
    digests, broken = read_digests(root / "data/articles", curated)
    articles, refusals = read_captures(corpora / "seeds", curated, digests)
    assert not broken
    assert not refusals
    assert [article.id for article in articles] == [digest.id for digest in digests]
    for article, digest in zip(articles, digests, strict=True):
        assert article.summary == digest.text
        assert article.source.basis == "capture"
        assert article.headline == digest.headline
        assert article.source.published == digest.source.published


def test_a_report_without_a_date_is_dated_by_its_post(corpora: Path, root: Path) -> None:
    articles, _ = read_captures(corpora / "seeds", load_curated(root / "data"), [])
    voi = next(article.source for article in articles if article.source.outlet_id == "voi")
    assert (voi.published, voi.published_precision) == ("2023-04-20", "range")
