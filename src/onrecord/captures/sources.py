"""A CSV, a feed or a site map → the addresses of reports, and the days that feeds give them.

A CSV needs a column `url`; `outlet`, `headline`, `published` and `language`, as in
data/sources.csv, are kept with the page. RSS, Atom and site maps are read by one lenient XML
parser: feeds in the wild break off or hold stray characters, and of a feed only its addresses and
days are wanted, which a library for feeds would give without those of site maps. trafilatura's own
reading of feeds fetches by itself, past our rules, and drops the addresses on other hosts.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin

from lxml import etree

from onrecord.articles.days import day_in_words, iso_day
from onrecord.articles.normalise import decode
from onrecord.captures.fetch import Fetcher
from onrecord.captures.records import Bounds, RefusedError, Wanted
from onrecord.captures.unpack import GZIP, unzipped
from onrecord.errors import OnRecordError

MOST_MAPS = 50  # site maps that one names; a news site has one a month
ENTRIES = frozenset({"item", "entry", "url"})
# days of publication in RSS, Dublin Core, Atom and site maps of news; `updated` and `lastmod` are
# of any change
DAYS = frozenset({"pubDate", "date", "published", "issued", "created", "publication_date"})
DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])
# After a feed's first error libxml2 (2.14.6) drops every &amp; behind it, so that `?a=1&amp;b=2`
# reads `?a=1b=2`: ampersands pass through it as another letter, one of no alphabet. Other
# references stay, and those to entities that a feed declares are never followed; nor are those to
# half a surrogate pair, `&#55357;`, with which lxml can't say what it has read.
HALF = r"(?:x0*d[89a-f]..|0*5(?:529[6-9]|5[3-9]..|6...|7[0-2]..|73[0-3].|734[0-3]));"
AMPERSAND = re.compile(
    rf"&(?:amp;|#0*38;|#x0*26;|(?!(?:lt|gt|quot|apos|#(?!{HALF})\w{{1,8}});))", re.IGNORECASE
)
STAND_IN = "\ue000"


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in a feed or a site map."""

    url: str
    day: str | None = None  # of publication: ISO 8601; None: it isn't given


@dataclass(frozen=True, slots=True)
class Listed:
    """What a feed or a site map lists, in its order."""

    pages: tuple[Entry, ...]
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
    days: dict[str, str | None] = {}
    for page in pages[: bounds.most_addresses]:
        days[page.url] = days.get(page.url) or page.day
    return tuple(Wanted(url, listed=day) for url, day in days.items())


def listed_in(body: bytes, base: str, most_bytes: int) -> Listed:
    """Return what a feed or a site map, gzipped or not, lists; raises RefusedError."""
    if body.startswith(GZIP):
        body = unzipped(body, most_bytes)
    root = _parse(decode(body) or "")
    if root is None or _name(root) not in ("rss", "RDF", "feed", "urlset", "sitemapindex"):
        raise RefusedError("not-a-page", "neither a feed nor a site map")
    elements = list(root.iter(etree.Element))
    pages = tuple(
        Entry(_joined(address, base), _day(one))
        for one in elements
        if _name(one) in ENTRIES and (address := _address(one))
    )
    maps = (_address(one) for one in elements if _name(one) == "sitemap")
    return Listed(pages, tuple(_joined(address, base) for address in maps if address))


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


def _day(entry: etree._Element) -> str | None:
    """Return the day an entry says it was published on, as written in its own time zone."""
    for child in entry.iter(etree.Element):
        if _name(child) in DAYS and (day := _iso_day(str(child.text or "").strip())):
            return day
    return None


def _iso_day(written: str) -> str | None:
    if day := iso_day(written):
        return day
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, OverflowError):  # "yesterday", or a day beyond all calendars
        return day_in_words(written)


def _joined(address: str, base: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address  # no address at all: its refusal says so


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
