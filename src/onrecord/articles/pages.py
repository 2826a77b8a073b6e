"""The bytes of one page → its words, or the reason why it can't be used.

HTML, plain text, and either of them gzipped, told apart by their first bytes and never by a name.
Nothing raises here: whatever the bytes are, a Page or a Refusal comes out.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import zlib
from dataclasses import dataclass, replace

from onrecord.articles.bylines import authors_of
from onrecord.articles.datelines import read_dateline
from onrecord.articles.evidence import NO_DATE, Published
from onrecord.articles.formats import foreign_format
from onrecord.articles.furniture import Reading, read_extracted, read_scraped
from onrecord.articles.known import NOTHING, Known
from onrecord.articles.languages import is_english
from onrecord.articles.metadata import PageKind
from onrecord.articles.normalise import decode, trim_headline
from onrecord.articles.published import Lines, date_report
from onrecord.models import Post, Refusal, RefusalReason

# trafilatura reads no more either; the largest of 137 saved pages has 0.4 million
MOST_BYTES = 20_000_000
# what a report of one sentence and its dateline has; less is a teaser, a notice or an error page
FEWEST_WORDS = 40
GZIP = b"\x1f\x8b"
# any tag: no text begins with one, and pieces of pages come without their head
HTML = re.compile(r"\ufeff?\s*<(?:[a-z][a-z0-9]{0,9}[\s>]|!doctype|!--|\?xml)", re.IGNORECASE)
# forty times the most of 137 saved pages
MOST_TAGS = 150_000
# reasons of cuts that may be the line of the day; "3. April 2024" passes for a caption
DATED = frozenset({"byline", "caption", "date", "deck", "label"})
OPENING = 3  # paragraphs; a dateline stands in one of them
WALLS = frozenset({"paywall", "consent"})
MANY: dict[PageKind, str] = {
    "live": "a live blog: many reports under one address",
    "list": "a list of articles",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read; what only its address, its sidecar or its digest knows is not here."""

    text: str
    reading: Reading
    sha256: str  # of the page's bytes, unzipped
    published: Published = NO_DATE
    agency: str | None = None
    language: str | None = None
    url: str | None = None  # the address the page gives itself
    posts: tuple[Post, ...] = ()


class UnusableError(Exception):
    """A page can't be used; caught where pages are read and told as a Refusal."""

    def __init__(self, reason: RefusalReason, detail: str) -> None:
        """Keep the reason from the closed list and the detail in words."""
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def read_page(
    source: str, data: bytes, known: Known = NOTHING, *, fast: bool = False
) -> Page | Refusal:
    """Return what the bytes of a page say, or why they can't be used.

    `source` is the path or URL to name in a refusal; of `known` the headline, the address, the
    content type, the day of the capture and that of the feed count. `fast` is `extract`'s.
    """
    try:
        data = _unzipped(data)
        page = _read(data, known, fast=fast)
        _check(page)
    except UnusableError as error:
        return Refusal(source, error.reason, error.detail)
    return page


def _unzipped(data: bytes) -> bytes:
    if data.startswith(GZIP):
        try:
            with gzip.open(io.BytesIO(data)) as stream:
                data = stream.read(MOST_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise UnusableError("unreadable", f"the gzip data is broken: {error}") from error
    if len(data) > MOST_BYTES:
        raise UnusableError("too-large", f"more than {MOST_BYTES:,} bytes")
    if not data.strip():
        raise UnusableError("empty", "there is nothing in it")
    return data


def _read(data: bytes, known: Known, *, fast: bool) -> Page:
    if name := foreign_format(data):
        raise UnusableError("not-a-page", f"it is {name}")
    text = decode(data, known.content_type)
    if text is None:
        raise UnusableError("not-a-page", "neither HTML nor text")
    sha256 = hashlib.sha256(data).hexdigest()
    if HTML.match(text):
        return _read_html(text, sha256, known, fast=fast)
    return _read_text(text, sha256, known)


def _read_html(html: str, sha256: str, known: Known, *, fast: bool) -> Page:
    if html.count("<") > MOST_TAGS:
        raise UnusableError("too-large", f"more than {MOST_TAGS:,} tags")
    # imported where there is HTML only: trafilatura starts in 0.25 s, and saved texts need none
    from onrecord.articles.extract import extract  # noqa: PLC0415

    found = extract(html, known.url, fast=fast)
    if found is None or not found.text:
        raise UnusableError("no-article", "no article was found in the HTML")
    said = found.metadata
    if said.kind != "article":
        raise UnusableError("no-article", MANY[said.kind])
    title = trim_headline(known.headline or said.title or "", said.site)
    reading = read_extracted(found.text, title)
    return Page(
        text=found.text,
        reading=replace(reading, byline=said.author),
        sha256=sha256,
        published=date_report(said.published, _around(found.text, reading), known, said.url),
        agency=_agency(found.text, reading) or said.agency,
        language=said.language,
        url=said.url,
        posts=found.posts,
    )


def _read_text(text: str, sha256: str, known: Known) -> Page:
    reading = read_scraped(text, known.headline or "")
    authors = authors_of(reading.byline or "")
    return Page(
        text=text,
        reading=replace(reading, byline=authors.byline),
        sha256=sha256,
        published=date_report(NO_DATE, _around(text, reading), known),
        agency=_agency(text, reading) or authors.agency,
    )


def _check(page: Page) -> None:
    """Raise UnusableError for a page without a report in it, or with one we can't read."""
    lines = _lines(page.text, page.reading)
    words = sum(len(line.split()) for line in lines)
    walls = {cut.reason for cut in page.reading.cuts} & WALLS
    if words < FEWEST_WORDS and walls:
        raise UnusableError("paywall", f"{words} words of body and a notice of {min(walls)}")
    if not lines:
        raise UnusableError("no-article", "no line of it is a paragraph of a report")
    if words < FEWEST_WORDS:
        detail = f"{words} words of body where {FEWEST_WORDS} are the least"
        raise UnusableError("too-short", detail)
    if not is_english(" ".join(lines)):
        raise UnusableError("language", f"not in English; the page says: {page.language or '?'}")


def _lines(text: str, reading: Reading) -> list[str]:
    return [text[span.start : span.end] for span in reading.paragraphs]


def _around(text: str, reading: Reading) -> Lines:
    """Return the lines that may date a report: its own, and those cut for no other meaning."""
    body = _lines(text, reading)
    start = reading.paragraphs[0].start if reading.paragraphs else len(text)
    cut = [one.span for one in reading.cuts if one.reason in DATED]
    above = [text[one.start : one.end] for one in cut if one.end <= start]
    below = [text[one.start : one.end] for one in cut if one.end > start]
    return Lines(above, body, below)


def _agency(text: str, reading: Reading) -> str | None:
    """Return the agency of the dateline, which a deck or a headline may stand above."""
    datelines = map(read_dateline, _lines(text, reading)[:OPENING])
    return next((line.agency for line in datelines if line and line.agency), None)
