"""Which line above the body is the headline, and where the body begins, in pages saved as text."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from onrecord.articles.furniture import read_scraped
from onrecord.articles.normalise import decode

HEADLINE = "Minister opens bridge over the river"
BODY = [
    "RIVERTON - The minister opened the new bridge on Monday, a year later than planned.",
    '"The river no longer divides us," the minister said as the first cars crossed.',
    "The bridge cost 40 million crowns, paid for by tolls that both towns collect.",
    "The ferry, which had run since 1890, made its last trip on Sunday evening.",
]
MENU = ["News", "World news", "North and the river", "Business", "Opinion", "Weather", "Sport"]
TEASERS = ["Mayor swims across river for a bet", "Left bank school gets its first boat"]
NOTICE = "The Post uses a single server in the old town, and it may be slow today."
DECK = "The ferry of 1890 is gone, and tolls will pay for the bridge in both of the towns"


@pytest.mark.parametrize(
    "above",
    [
        [HEADLINE],
        [*MENU, HEADLINE],
        [*MENU, *MENU, *TEASERS, HEADLINE],
        [f"{HEADLINE} - Harbour Post", *MENU, *TEASERS, HEADLINE, DECK],
        [HEADLINE, DECK],
        [*MENU, HEADLINE, DECK, "By Ann Lee", "May 3, 2024"],
        ["Bridge and river", HEADLINE, "May 3, 2024"],
        ["Breaking: the river and the bridge", *MENU, HEADLINE, "By Ann Lee"],
        # a sentence among the menus is no first paragraph
        [NOTICE, *MENU, *MENU, HEADLINE],
        [*MENU, NOTICE, NOTICE.replace("slow", "down"), *MENU, *MENU, *TEASERS, HEADLINE],
    ],
)
@pytest.mark.parametrize("below", [[], TEASERS, [*MENU, *TEASERS, *MENU, NOTICE]])
def test_a_page_saved_whole_gives_headline_and_body(above: list[str], below: list[str]) -> None:
    text = "\n".join([*above, *BODY, *below])
    reading = read_scraped(text)
    assert reading.headline == HEADLINE
    assert [text[span.start : span.end] for span in reading.paragraphs] == BODY


def test_a_text_in_markdown_gives_its_headline_without_the_mark() -> None:
    text = "\n\n".join(["[Skip to content](#main)", f"# {HEADLINE}", *BODY, "* * *", "## More"])
    reading = read_scraped(text)
    assert reading.headline == HEADLINE
    assert [text[span.start : span.end] for span in reading.paragraphs] == BODY


def test_a_page_s_title_is_cut_with_the_headline() -> None:
    text = "\n".join([f"{HEADLINE} | Harbour Post", *MENU, HEADLINE, *BODY])
    cuts = [
        text[c.span.start : c.span.end] for c in read_scraped(text).cuts if c.reason == "headline"
    ]
    assert cuts == [f"{HEADLINE} | Harbour Post", HEADLINE]


def test_what_somebody_says_behind_a_list_is_of_the_report() -> None:
    last = "“We are done,” the minister said."
    text = "\n".join([HEADLINE, *BODY, *MENU, *MENU, *MENU, last])
    assert text[read_scraped(text).paragraphs[-1].start :] == last


def test_headlines_of_whole_pages_keep_their_floor(corpora: Path) -> None:
    gold = json.loads((corpora / "pages" / "gold.json").read_text(encoding="utf-8"))
    right = 0
    for page in gold.values():
        data = gzip.decompress((corpora / "pages" / page["file"]).read_bytes())
        found = _folded(read_scraped(_as_text(data)).headline)
        marked = _folded(page["title"])
        right += bool(found) and (found in marked or marked in found)
    assert right >= 88  # of 137


def _as_text(data: bytes) -> str:
    """Return what a reader sees of a page, a line for each block, as a saved text has it."""
    tree = html.fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", decode(data) or ""))
    body = tree.find(".//body")
    pieces = "".join(_pieces(tree if body is None else body))
    return "\n".join(line for line in map(str.strip, pieces.split("\n")) if line)


def _pieces(element: HtmlElement) -> Iterator[str]:
    if isinstance(element.tag, str) and element.tag not in ("script", "style", "noscript", "svg"):
        around = "" if element.tag in ("a", "b", "i", "em", "strong", "span", "small") else "\n"
        yield around + " ".join((element.text or " ").split(None)) + " "
        for child in element:
            yield from _pieces(child)
            yield " ".join((child.tail or "").split()) + " "
        yield around


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())
