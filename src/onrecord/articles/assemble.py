"""A page as read, what is known of it and the digest of the same report → one Article.

Where they differ the sidecar is right, then the digest, then the page: a person wrote the first
two. The headline is the page's own, since the quotes in it are found there.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

from slugify import slugify

from onrecord.articles.days import day_at
from onrecord.articles.evidence import Published, as_published
from onrecord.articles.known import Known
from onrecord.articles.normalise import canonical_url, trim_headline
from onrecord.articles.outlets import find_outlet
from onrecord.articles.pages import Page
from onrecord.models import Article, Curated, Outlet, Source

NOTHING_TOLD = Source(url="", outlet_id="", language="")
# what gives an id its day: any other evidence is worked out, and better work must change no id
TELLING = frozenset({"sidecar", "digest", "json-ld", "metadata", "url"})
LONGEST_SLUG = 80  # letters; of 264 known reports' addresses one in five is longer


def assemble(page: Page, known: Known, digest: Article | None, curated: Curated) -> Article:
    """Return the article that a page is; its id is the digest's, or made from its address."""
    source = _source(page, known, digest, curated)
    outlet = curated.outlets.get(source.outlet_id)
    headline = trim_headline(page.reading.headline, outlet.name if outlet else None)
    return Article(
        id=digest.id if digest else article_id(source),
        source=source,
        headline=headline or (digest.headline if digest else ""),
        text=page.text,
        paragraphs=page.reading.paragraphs,
        cuts=page.reading.cuts,
        summary=digest.text if digest else None,
        posts=page.posts,
    )


def article_id(source: Source) -> str:
    """Return `outlet-date-slug`, made from the source's address alone, its date apart.

    The date is one that people, the address or the page's own data tell, else `undated`.
    The slug is the last piece of the address. Where that piece is too little to know the report
    by, or was cut short, a hash of the address follows.
    """
    key = canonical_url(source.url)
    piece = re.sub(r"\.\w{2,5}$", "", urlsplit(f"//{key}").path.rpartition("/")[2])
    slug = slugify(piece, max_length=LONGEST_SLUG, word_boundary=True)
    telling = len(slug) > len("index-page") or sum(map(str.isdigit, slug)) > 3
    if not telling or "?" in key or slug != slugify(piece):
        slug = f"{slug}-{hashlib.sha256(key.encode()).hexdigest()[:8]}".lstrip("-")
    day = source.published if source.published_from in TELLING else None
    return f"{source.outlet_id}-{day or 'undated'}-{slug}"


def _source(page: Page, known: Known, digest: Article | None, curated: Curated) -> Source:
    url = known.url or page.url or ""
    published = _published(page, known, digest)
    told = digest.source if digest else NOTHING_TOLD
    outlet_id = told.outlet_id or find_outlet(url, known.outlet, curated)
    return Source(
        url=url,
        outlet_id=outlet_id,
        published=_day_there(published, curated.outlets.get(outlet_id)),
        published_precision=published.precision,
        published_from=published.found_in,
        byline=known.byline or told.byline or page.reading.byline,
        agency=known.agency or told.agency or page.agency,
        language=known.language or told.language or page.language or "en",
        translated_from=known.translated_from or told.translated_from,
        archive_url=known.archive_url or told.archive_url,
        basis="capture",
        capture_sha256=page.sha256,
        retrieved_at=known.retrieved_at,
    )


def _day_there(published: Published, outlet: Outlet | None) -> str | None:
    """Return the day of publication where the outlet is, if the page tells the moment."""
    if outlet is None or outlet.timezone is None or published.moment is None:
        return published.date
    return day_at(published.moment, outlet.timezone)


def _published(page: Page, known: Known, digest: Article | None) -> Published:
    """Return the best evidence of the day: what people wrote, then what the page gives."""
    written = as_published(known.published, "sidecar")
    if written.date:
        return written
    if digest and digest.source.published:
        return Published(digest.source.published, digest.source.published_precision, "digest")
    return page.published
