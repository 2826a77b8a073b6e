"""A CSV, a feed or a site map → the addresses of reports.

A CSV needs a column `url`; `outlet`, `headline`, `published` and `language`, as in
data/sources.csv, are kept with the page. RSS, Atom and site maps are read by one lenient XML
parser: feeds in the wild break off or hold stray characters, and of a feed only its addresses are
wanted, which a library for feeds would give without those of site maps. trafilatura's own reading
of feeds fetches by itself, past our rules, and drops the addresses on other hosts.
"""

from __future__ import annotations

import csv
import re
import zlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from lxml import etree

from onrecord.articles.normalise import decode
from onrecord.captures.fetch import Fetcher
from onrecord.captures.records import Bounds, RefusedError, Wanted
from onrecord.errors import OnRecordError

MOST_MAPS = 50  # site maps that one names; a news site has one a month
ENTRIES = frozenset({"item", "entry", "url"})
GZIP = b"\x1f\x8b"
DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])
# After a feed's first error libxml2 (2.14.6) drops every &amp; behind it, so that `?a=1&amp;b=2`
# reads `?a=1b=2`: ampersands pass through it as another letter, one of no alphabet. Other
# references stay, and those to entities that a feed declares are never followed.
AMPERSAND = re.compile(r"&(?:amp;|#0*38;|#x0*26;|(?!(?:lt|gt|quot|apos|#\w{1,8});))", re.IGNORECASE)
STAND_IN = "\ue000"


@dataclass(frozen=True, slots=True)
class Listed:
    """What a feed or a site map lists, in its order."""

    pages: tuple[str, ...]
    maps: tuple[str, ...] = ()


def read_sources(path: Path) -> tuple[Wanted, ...]:
    """Return the reports that a CSV lists, in its order; raises OnRecordError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictReader(stream)
            if "url" not in (rows.fieldnames or ()):
                raise OnRecordError(f"{path}:1: no column is called url; name the columns there")
            return tuple(_wanted(row) for row in rows if (row["url"] or "").strip())
    except (csv.Error, UnicodeDecodeError) as error:
        raise OnRecordError(f"{path}: not CSV in UTF-8, {error}") from error


async def read_listed(url: str, fetcher: Fetcher, bounds: Bounds) -> tuple[Wanted, ...]:
    """Return the pages that a feed or a site map lists, those of the maps it names included.

    A map named there that can't be had is passed over. Raises RefusedError for the first.
    """
    listed = await _fetch_listed(url, fetcher, bounds)
    pages, seen = list(listed.pages), {url}
    waiting = deque(listed.maps)
    while waiting and len(seen) <= MOST_MAPS and len(pages) < bounds.most_addresses:
        place = waiting.popleft()
        if place in seen:
            continue
        seen.add(place)
        try:
            listed = await _fetch_listed(place, fetcher, bounds)
        except RefusedError:
            continue
        pages += listed.pages
        waiting += listed.maps
    return tuple(Wanted(page) for page in dict.fromkeys(pages[: bounds.most_addresses]))


def listed_in(body: bytes, base: str, most_bytes: int) -> Listed:
    """Return what a feed or a site map, gzipped or not, lists; raises RefusedError."""
    if body.startswith(GZIP):
        body = _unzipped(body, most_bytes)
    root = _parse(decode(body) or "")
    if root is None or _name(root) not in ("rss", "RDF", "feed", "urlset", "sitemapindex"):
        raise RefusedError("not-a-page", "neither a feed nor a site map")
    elements = list(root.iter(etree.Element))
    pages = (_address(one) for one in elements if _name(one) in ENTRIES)
    maps = (_address(one) for one in elements if _name(one) == "sitemap")
    return Listed(tuple(_joined(pages, base)), tuple(_joined(maps, base)))


def _parse(text: str) -> etree._Element | None:
    """Return the root of what may be XML; None: it is none. Nothing it refers to is opened."""
    declaration = DECLARATION.match(text)
    text = text[declaration.end() if declaration else 0 :].translate(CONTROL)
    text = AMPERSAND.sub(STAND_IN, text)
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        encoding="utf-8",
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


async def _fetch_listed(url: str, fetcher: Fetcher, bounds: Bounds) -> Listed:
    answer = (await fetcher.fetch(url)).answer
    return listed_in(answer.body, answer.url, bounds.most_bytes)


def _wanted(row: dict[str, str | None]) -> Wanted:
    return Wanted(
        url=(row["url"] or "").strip(),
        outlet=row.get("outlet") or None,
        headline=row.get("headline") or None,
        published=row.get("published") or None,
        language=row.get("language") or None,
    )


def _address(entry: etree._Element) -> str | None:
    """Return the address of one entry: its `loc`, its link, or the id that serves for one."""
    for child in entry.iterchildren(etree.Element):
        text = str(child.text or "").strip().replace(STAND_IN, "&")
        href = str(child.get("href", "")).strip().replace(STAND_IN, "&")
        match _name(child):
            case "loc" if text:
                return text
            case "link" if text:
                return text
            case "link" if href and child.get("rel", "alternate") == "alternate":
                return href
            case "guid" if child.get("isPermaLink") != "false" and text.startswith("http"):
                return text
    return None


def _joined(addresses: Iterator[str | None], base: str) -> Iterator[str]:
    for address in addresses:
        if address:
            try:
                yield urljoin(base, address)
            except ValueError:
                yield address  # no address at all: its refusal says so


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _unzipped(body: bytes, most: int) -> bytes:
    try:
        data = zlib.decompressobj(wbits=31).decompress(body, most + 1)
    except zlib.error as error:
        raise RefusedError("fetch-failed", f"the gzip data is broken: {error}") from error
    if len(data) > most:
        raise RefusedError("too-large", f"more than {most:,} bytes")
    return data
