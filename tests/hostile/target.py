"""What is fuzzed: bytes → what they say, as `onrecord extract` reads them, with all that must hold.

No exception but those that are told as refusals, no stretch that isn't where its offsets say, no
time without bounds, nothing that isn't JSON.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.articles.captures import read_bytes
from onrecord.articles.extract import extract
from onrecord.articles.furniture import read_extracted, read_scraped
from onrecord.articles.known import NOTHING, Known
from onrecord.articles.normalise import decode
from onrecord.articles.pages import HTML, Page, read_page
from onrecord.articles.plain import read_plain
from onrecord.articles.supervise import PageReader
from onrecord.commands.objects import article_object, said_object
from onrecord.curated import default_directory, load_curated
from onrecord.models import Article, Curated, Refusal
from onrecord.people.registry import Registry
from onrecord.said import read_said

# of the processor, for the first and for each character; the dearest of our pages takes a tenth
SECONDS = 1.0
SECONDS_EACH = 0.001


@dataclass(slots=True)
class _Here(PageReader):
    """Reads pages in this process, so that what breaks is seen."""

    def read(self, source: str, data: bytes, known: Known = NOTHING) -> Page | Refusal:
        return read_page(source, data, known)


@cache
def _curated() -> tuple[Curated, Registry]:
    curated = load_curated(default_directory())
    return curated, Registry(curated.people.values())


def check(data: bytes) -> None:
    """Read the bytes in every way there is, and check what comes of it."""
    _curated()
    start = time.thread_time()
    for article in _articles(data):
        _check_article(article)
    spent = time.thread_time() - start
    assert spent < SECONDS + SECONDS_EACH * len(data), f"{spent:.1f} s for {len(data)} bytes"


def _articles(data: bytes) -> Iterator[Article]:
    """Yield the page, and the text in it whatever its length and language."""
    page = read_bytes("a", data, _curated()[0], _Here())
    if isinstance(page, Article):
        yield page
    else:
        json.dumps([page.reason, page.detail]).encode()
    text = decode(data)
    if text is None:
        return
    if HTML.match(text):
        found = extract(text)
        text = found.text if found else ""
        for post in found.posts if found else ():
            assert text[post.span.start : post.span.end].strip()
        read_extracted(text, (found and found.metadata.title) or "")
    else:
        read_scraped(text)
    yield read_plain("a", text)


def _check_article(article: Article) -> None:
    curated, registry = _curated()
    for plain in (False, True):
        said = said_object(article, read_said(article, registry, curated, plain=plain))
        json.loads(json.dumps(said, ensure_ascii=False).encode())
        for quote in said["quotes"]:
            text = article.headline if quote["part"] == "headline" else article.text
            _check_place(text, quote["start"], quote["end"], quote["text"])
            _check_place(text, quote["cue_start"], quote["cue_end"], quote["cue"])
            where = quote["speaker_start"], quote["speaker_end"]
            _check_place(text, *where, quote["speaker_mention"])
            assert 0 <= quote["probability"] <= 1
            for inner in quote.get("nested", ()):
                _check_place(text, inner["start"], inner["end"], inner["text"])
    json.dumps(article_object(article, verbose=True), ensure_ascii=False).encode()


def _check_place(text: str, start: int | None, end: int | None, printed: str | None) -> None:
    if start is None or end is None:
        assert printed is None
        return
    assert 0 <= start < end <= len(text)
    assert text[start:end] == printed
