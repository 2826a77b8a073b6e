"""A digest tells a report in our own words: only what speakers said may be the report's.

The reports themselves belong to their publishers and are not in the repository; where they are at
hand (`corpora`), each digest is held against its report and against the quotations expected of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

# Eight words in a row are an expression someone chose; shorter runs are how the language works.
RUN = 8
# A quotation that goes on in the next paragraph opens again there and may not close before it.
IN_MARKS = re.compile(r'["“]([^"“”\n]+)(?:["”]|$)', re.MULTILINE)
# The signature of a post is a name and a date, and nobody's wording.
SIGNATURE = re.compile(r"^— .+$", re.MULTILINE)
DIGESTS = sorted((Path(__file__).parent.parent / "data" / "articles").glob("*.md"))

Digests = dict[str, tuple[str, str]]  # URL → (file name, body)


def words(text: str) -> list[str]:
    """Return the words of `text` case-folded; an apostrophe divides a word, so no mark matters."""
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> Iterator[str]:
    """Return every run of `RUN` words in `text`, overlapping ones too."""
    found = words(text)
    return (" ".join(found[at : at + RUN]) for at in range(len(found) - RUN + 1))


def own_words(body: str, quoted: list[str]) -> list[str]:
    """Return the stretches of `body` left when quoted words and signatures of posts are cut out."""
    borrowed = [re.escape(text) for text in sorted(quoted, key=len, reverse=True)]
    return re.split("|".join([SIGNATURE.pattern, *borrowed]), body, flags=re.MULTILINE)


def copied(body: str, quoted: list[str], report: str) -> list[str]:
    """Return the runs that `body` shares with `report` outside the quoted words."""
    theirs = set(runs(report))
    return [run for stretch in own_words(body, quoted) for run in runs(stretch) if run in theirs]


def missing(body: str, quoted: list[str]) -> list[str]:
    """Return the quotations that do not stand in `body` after the one before them."""
    lost, at = [], 0
    for text in quoted:
        found = body.find(text, at)
        if found < 0:
            lost.append(text)
        else:
            at = found + len(text)
    return lost


REPORT = (
    "The mayor said on Monday that the bridge over the harbour would open again before the winter. "
    '"We kept our word, and the ferries can rest at last," she told the crowd.'
)
SAID = ["We kept our word, and the ferries can rest at last,"]


@pytest.mark.parametrize(
    ("body", "caught"),
    [
        ('Cars will cross once more this autumn. "We kept our word, and the ferries', 0),
        ("The mayor said on Monday that the bridge over", 2),
        ("THE MAYOR said, on Monday: that – the bridge!", 1),
        ("The mayor said on Monday that the crossing reopens.", 0),
        ('"We kept our word, and the ferries can rest at last," she told the crowd.', 0),
        ("They would open again before\n\nthe winter. We kept our word, the mayor said.", 3),
    ],
)
def test_a_copied_run_is_caught(body: str, caught: int) -> None:
    assert len(copied(body, SAID, REPORT)) == caught


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        ('"One," he said. "Two."', []),
        ('"Two," he said. "One."', ["Two"]),
        ('"One," he said, and no more.', ["Two"]),
    ],
)
def test_a_lost_or_moved_quotation_is_caught(body: str, lost: list[str]) -> None:
    assert missing(body, ["One", "Two"]) == lost


@pytest.fixture(scope="module")
def digests() -> Digests:
    """Return every digest of the repository by the URL of its report."""
    read: Digests = {}
    for path in DIGESTS:
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        read[yaml.safe_load(front)["url"]] = (path.name, body)
    return read


@pytest.fixture(scope="module")
def expected(corpora: Path) -> list[dict[str, Any]]:
    """Return what a correct reading finds in each of the founding reports."""
    articles: list[dict[str, Any]] = json.loads(
        (corpora / "seeds" / "expected.json").read_text(encoding="utf-8")
    )["articles"]
    return articles


def outside_headline(article: dict[str, Any]) -> list[str]:
    """Return the words of the article's expected quotations, those of its headline left out."""
    return [quote["words"] for quote in article["quotes"] if quote["part"] != "headline"]


def test_every_founding_report_has_a_digest(
    expected: list[dict[str, Any]], digests: Digests
) -> None:
    assert [article["url"] for article in expected if article["url"] not in digests] == []


def test_every_quotation_stands_in_its_digest_in_order(
    expected: list[dict[str, Any]], digests: Digests
) -> None:
    lost = {
        digests[article["url"]][0]: missing(digests[article["url"]][1], outside_headline(article))
        for article in expected
    }
    assert {name: texts for name, texts in lost.items() if texts} == {}


def test_nothing_else_stands_in_marks(expected: list[dict[str, Any]], digests: Digests) -> None:
    for article in expected:
        name, body = digests[article["url"]]
        stray = set(IN_MARKS.findall(body)) - set(outside_headline(article))
        assert stray == set(), name


def test_no_wording_of_a_report_is_copied(
    expected: list[dict[str, Any]], digests: Digests, corpora: Path
) -> None:
    for article in expected:
        name, body = digests[article["url"]]
        report = (corpora / "seeds" / article["file"]).read_text(encoding="utf-8")
        assert copied(body, outside_headline(article), report) == [], name
