"""Each page in its own bounds: hostile pages end in time, and those after them are read."""

from __future__ import annotations

import os
import time

import pytest

from onrecord.articles import supervise
from onrecord.articles.known import Known
from onrecord.articles.pages import Page
from onrecord.articles.supervise import PageReader
from onrecord.models import Refusal

PARAGRAPH = "<p>The minister opened the bridge on Monday, and the two towns were glad of it.</p>"
FRAME = (
    '<html lang="en"><head><title>Bridge</title></head><body><article>{}</article></body></html>'
)
GOOD = FRAME.format(
    "".join(
        f"<p>Of {n} ferries the {n}th was sold on the Monday of that week.</p>" for n in range(9)
    )
)
HOSTILE = {
    "20,000 nested tags": "<div>" * 20_000 + PARAGRAPH * 20 + "</div>" * 20_000,
    "20,000 nested tags left open": "<blockquote>" * 20_000 + PARAGRAPH,
    "5 MB of paragraphs": PARAGRAPH * (5_000_000 // len(PARAGRAPH)),
    "5 MB of <p>": "<p>" * 1_700_000,
    "100,000 spans": "<p>" + "<span>and </span>" * 100_000 + "</p>",
    "50,000 spans with words": "<p>" + "<span>the word and </span>" * 50_000 + "</p>",
    "2,000 days": "".join(
        f"<p class='date'>Published on {n % 28 + 1} May {1995 + n % 30}, 12/{n % 12 + 1}/2020</p>"
        for n in range(2_000)
    ),
    "10,000 posts": "<blockquote class='twitter-tweet'><p>Hi</p>— A (@a) May 3, 2024</blockquote>"
    * 10_000,
    "5,000 tables in tables": "<table><tr><td>" * 5_000 + PARAGRAPH * 20,
    "an attribute of a megabyte": f"<p title='{'x' * 1_000_000}' class='{'caption ' * 120_000}'>",
    "50,000 linked reports": "<p><a href='/x'>Report on the ferry to the left bank</a></p>"
    * 49_000,
    "a megabyte of &": "<p>" + "&" * 1_000_000,
    "entities of no letter": PARAGRAPH.replace("Monday", "&#x110000;&nosuch;&amp&lt;&#0;") * 20,
    "40,000 links": "<p>" + "<a href='x'>the way</a> and " * 40_000 + "</p>",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_ends_in_time_and_the_batch_goes_on(body: str) -> None:
    with PageReader() as reader:
        start = time.monotonic()
        assert isinstance(reader.read("hostile", FRAME.format(body).encode()), Page | Refusal)
        assert time.monotonic() - start < 10
        assert isinstance(reader.read("good", GOOD.encode()), Page)


def test_a_page_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_page(source: str, data: bytes, known: Known, *, fast: bool) -> Refusal:
        while source == "endless":
            time.sleep(1)
        return Refusal(source, "empty", "read")

    monkeypatch.setattr(supervise, "read_page", read_page)
    with PageReader(seconds=2) as reader:
        refusal = reader.read("endless", b"")
        assert refusal == Refusal("endless", "timed-out", "not read after 2 seconds")
        assert reader.read("next", b"") == Refusal("next", "empty", "read")


def test_a_page_that_takes_too_much_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_page(source: str, data: bytes, known: Known, *, fast: bool) -> Refusal:
        return Refusal(source, "empty", f"{len(b'x' * 2**40 if source == 'huge' else b'')}")

    monkeypatch.setattr(supervise, "read_page", read_page)
    with PageReader() as reader:
        refusal = reader.read("huge", b"")
        assert isinstance(refusal, Refusal)
        assert refusal.reason == "too-large"
        assert reader.read("next", b"") == Refusal("next", "empty", "0")


def test_a_process_that_breaks_down_costs_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_page(source: str, data: bytes, known: Known, *, fast: bool) -> Refusal:
        if source == "deadly":
            os._exit(1)
        return Refusal(source, "empty", "read")

    monkeypatch.setattr(supervise, "read_page", read_page)
    with PageReader() as reader:
        refusal = reader.read("deadly", b"")
        assert isinstance(refusal, Refusal)
        assert refusal.reason == "unreadable"
        assert reader.read("next", b"") == Refusal("next", "empty", "read")
