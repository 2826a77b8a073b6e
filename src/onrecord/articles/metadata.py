"""A parsed HTML page → what it says of itself: title, author, day, site, language, address.

Read from the tree that the text is taken from as well, in one walk over its head: JSON-LD first
where it is of an article, then OpenGraph and the other `<meta>` names, then what the page shows.
Nothing is fetched and nothing is guessed from the running text but a day in the page's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urljoin

from lxml.html import HtmlElement

from onrecord.articles.bylines import read_authors
from onrecord.articles.days import day_in_words, iso_day
from onrecord.articles.evidence import NO_DATE, Published, published_by_url
from onrecord.articles.normalise import host, trim_headline
from onrecord.jsontext import read_json

PageKind = Literal["article", "live", "list"]  # live: a live blog; list: of many articles

ARTICLE_TYPE = re.compile(r"Article|Posting|Report|Review|Recipe", re.IGNORECASE)
LIVE_TYPE = re.compile(r"LiveBlogPosting")
LIST_TYPE = re.compile(r"CollectionPage|SearchResultsPage|ItemList")
# teasers on a page that calls itself no article; pages of one report have fewer below it
FEWEST_TEASERS = 6
LONGEST_TEASER = 200
PAGE_TYPE = re.compile(r"WebPage|Episode|Video|Event|Product", re.IGNORECASE)
TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title", "headline")
AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl")
SITES = ("og:site_name", "application-name", "dc.publisher")
LANGUAGES = ("content-language", "og:locale", "dc.language", "language")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SITE_TYPE = re.compile(r"WebSite|NewsMediaOrganization")
LONGEST_SITE = 5  # words
DATES = (
    "article:published_time datepublished og:published_time og:article:published_time"
    " parsely-pub-date sailthru.date dc.date.issued dcterms.issued dcterms.created dc.date.created"
    " publishdate publish-date publication_date published pubdate cxenseparse:recs:publishtime"
    " dc.date dcterms.date date.created article.published article:published date"
    " rnews:datepublished"
).split()
CHANGES = "article:modified_time datemodified og:updated_time lastmod last-modified".split()
# a date stands in a short element named for it; longer ones only hold one
DATED = re.compile(r"date|datum|fecha|publi|posted|time|byline|meta|info|entry-|kicker|dachzeile")
LONGEST_DATED = 120
SEPARATED = re.compile(r"(.+?\S)\s+(?:[|•·»›:]{1,2}|[-–—])\s+(\S.*)", re.DOTALL)
DEEPEST = 6  # levels of JSON-LD; the deepest of 137 pages measured: 4
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; None: it doesn't."""

    title: str | None = None
    author: str | None = None
    agency: str | None = None  # as its byline names it
    published: Published = NO_DATE
    site: str | None = None
    language: str | None = None  # as in <html lang>, region left out
    url: str | None = None
    kind: PageKind = "article"


class _Head:
    """The metadata of a page by name, and its JSON-LD items; made in one walk."""

    def __init__(self, tree: HtmlElement) -> None:
        self.meta: dict[str, str] = {}
        for element in tree.iter("meta"):
            named = (element.get(key) for key in ("property", "name", "itemprop", "http-equiv"))
            name = next(filter(None, named), None)
            content = (element.get("content") or "").strip()
            if name and content:
                self.meta.setdefault(name.casefold(), content)
        self.items = list(_json_items(tree))
        self.articles = [item for item in self.items if _is_a(item, ARTICLE_TYPE)]

    def first(self, names: Iterable[str]) -> str | None:
        """Return the content of the first of the names that the page has."""
        return next((self.meta[name] for name in names if name in self.meta), None)

    def said(self, key: str) -> Iterator[Any]:
        """Yield the values of a key of the articles, then of pages and the like, in JSON-LD."""
        pages = [item for item in self.items if _is_a(item, PAGE_TYPE)]
        for item in [*self.articles, *pages]:
            if item.get(key):
                yield item[key]


def read_metadata(tree: HtmlElement, address: str | None = None) -> Metadata:
    """Return what a page says of itself; `address` is the one it was fetched from, if known."""
    head = _Head(tree)
    url = _url(tree, head, address)
    publisher = _publisher(head)
    site = head.first(SITES) or publisher or _site_told(tree, head)
    hosted = host(address or url or "")
    authors = read_authors(
        tree, _told_authors(head), [site or "", publisher or "", hosted, hosted.rpartition(".")[0]]
    )
    return Metadata(
        title=_title(tree, head, site),
        author=authors.byline,
        agency=authors.agency,
        published=_published(tree, head, address or url),
        site=site,
        language=_language(tree, head),
        url=url,
        kind=_kind(tree, head),
    )


def _kind(tree: HtmlElement, head: _Head) -> PageKind:
    """Return whether the page is one report, or many under one address."""
    if any(_is_a(item, LIVE_TYPE) for item in head.items):
        return "live"
    if head.articles or head.meta.get("og:type", "").casefold() == "article":
        return "article"
    if any(_is_a(item, LIST_TYPE) for item in head.items):
        return "list"
    teasers = sum(_is_teaser(article) for article in tree.iter("article"))
    long = sum(len(p.text_content()) > LONGEST_TEASER for p in tree.iter("p"))
    return "list" if teasers >= FEWEST_TEASERS and long < teasers else "article"


def _is_teaser(article: HtmlElement) -> bool:
    """Return whether an <article> is a linked heading with a line or two below it."""
    paragraphs = len(article.findall(".//p"))
    return paragraphs <= 2 and any(h.find(".//a") is not None for h in article.iter("h2", "h3"))


def _json_items(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            # raw line breaks inside strings are common
            value = read_json((script.text or "").strip().rstrip(";"), strict=False)
        except ValueError:
            continue
        yield from _walk(value, DEEPEST)


def _walk(value: Any, levels: int) -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON-LD that stand for themselves, in order."""
    if isinstance(value, list) and levels:
        for one in value:
            yield from _walk(one, levels - 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _walk(value.get(key), levels - 1) if levels else ()


def _is_a(item: dict[str, Any], type_: re.Pattern[str]) -> bool:
    return type_.search(str(item.get("@type", ""))) is not None


def _title(tree: HtmlElement, head: _Head, site: str | None) -> str | None:
    """Return the headline as the page shows it, else as it names itself."""
    told = [*head.said("headline"), head.first(TITLES), tree.findtext(".//title")]
    named = [_one_line(title) for title in told if isinstance(title, str) and title.strip()]
    shown = [line for line in (_one_line(h.text_content()) for h in tree.iter("h1")) if line]
    forms = [*named, *(_without_site(title, site) for title in named)]
    for line in shown:
        if any(_contain(line, title) for title in forms) and not _contain(line, site or " "):
            return line
    if not named:
        return shown[0] if shown else None
    return _without_site(named[0], site)


def _contain(one: str, other: str) -> bool:
    """Return whether one of two titles of some length is in the other, case and space apart."""
    one, other = one.casefold(), other.casefold()
    return min(len(one), len(other)) > 8 and (one in other or other in one)


def _without_site(title: str, site: str | None) -> str:
    trimmed = trim_headline(title, site)
    parted = SEPARATED.fullmatch(trimmed)
    if parted and site and parted[2].casefold() in site.casefold():
        return parted[1]
    return trimmed


def _told_authors(head: _Head) -> Iterator[str]:
    """Yield whom the page tells machines as its authors, those of one report in one."""
    for value in head.said("author"):
        names = [name for name in map(_name, _listed(value)) if name]
        if names:
            yield ", ".join(dict.fromkeys(names))
    yield from (head.meta[name] for name in AUTHORS if name in head.meta)


def _name(value: Any) -> str | None:
    """Return a name; None for what is none: an address, a handle, a whole sentence."""
    name = value.get("name") if isinstance(value, dict) else value
    if not isinstance(name, str):
        return None
    name = re.sub(r"^(?:by|von|par|por)\s+", "", _one_line(name), flags=re.IGNORECASE)
    return name if name and len(name) <= LONGEST_NAME and "://" not in name else None


def _publisher(head: _Head) -> str | None:
    return next((name for value in head.said("publisher") if (name := _name(value))), None)


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [value]


def _site_told(tree: HtmlElement, head: _Head) -> str | None:
    """Return the site's name as its own item has it, or as the title has it behind the headline."""
    for item in head.items:
        if _is_a(item, SITE_TYPE) and (name := _name(item)):
            return name
    parted = SEPARATED.fullmatch(_one_line(tree.findtext(".//title") or ""))
    if not parted or len(parted[2].split()) > LONGEST_SITE:
        return None
    shown = (_one_line(h.text_content()) for h in tree.iter("h1"))
    return parted[2] if parted[1].casefold() in map(str.casefold, shown) else None


def _url(tree: HtmlElement, head: _Head, address: str | None) -> str | None:
    """Return the address a page gives itself; None: it gives none, or one of no page on the web."""
    items = (item.get(key) for item in head.articles for key in ("url", "mainEntityOfPage", "@id"))
    told = [_canonical(tree), head.meta.get("og:url"), head.meta.get("twitter:url"), *items]
    base = next((one.get("href") for one in tree.iter("base") if one.get("href")), None) or address
    for url in (value.strip() for value in told if isinstance(value, str)):
        try:
            whole = urljoin(base or "", url)
        except ValueError:  # no address at all: "http://[post"
            continue
        if url and whole.startswith(("http://", "https://")):
            return whole
    return None


def _canonical(tree: HtmlElement) -> str | None:
    links = (link for link in tree.iter("link") if link.get("href"))
    named = (link for link in links if "canonical" in (link.get("rel") or "").casefold().split())
    return next((link.get("href") for link in named), None)


def _language(tree: HtmlElement, head: _Head) -> str | None:
    written = tree.get("lang") or tree.get(XML_LANG) or head.first(LANGUAGES)
    told = written or next((one for one in head.said("inLanguage") if isinstance(one, str)), "")
    language = re.split(r"[-_]", told.strip())[0].casefold()
    return language if re.fullmatch(r"[a-z]{2,3}", language) else None


def _published(tree: HtmlElement, head: _Head, address: str | None) -> Published:
    """Return the day of publication on the best evidence: told, in the address, shown, changed."""
    told = [value for value in head.said("datePublished") if isinstance(value, str)]
    if day := _first_day(told):
        return Published(day, "day", "json-ld", _moment(told, day))
    told = [head.meta[name] for name in DATES if name in head.meta]
    if day := _first_day(told):
        return Published(day, "day", "metadata", _moment(told, day))
    by_address = published_by_url(address or "")
    if by_address.date:
        return by_address
    if day := _shown_day(tree):
        return Published(day, "day", "page")
    changed = [*head.said("dateModified"), *(head.meta.get(name) for name in CHANGES)]
    if day := _first_day(value for value in changed if isinstance(value, str)):
        return Published(day, "day", "changed")
    return NO_DATE


def _moment(values: Iterable[str], day: str) -> str | None:
    """Return the first of the values that is a stamp of the day with more than the day in it."""
    return next((v for v in map(str.strip, values) if v != day and v.startswith(day)), None)


def _first_day(values: Iterable[str]) -> str | None:
    return next((day for value in values if (day := iso_day(value) or day_in_words(value))), None)


def _shown_day(tree: HtmlElement) -> str | None:
    """Return the day the page shows near its top: a <time>, else a short line named as a date."""
    for element in tree.iter("time", "abbr"):
        written = element.get("datetime") or element.get("title") or ""
        if day := iso_day(written) or day_in_words(element.text_content()[:LONGEST_DATED]):
            return day
    found: str | None = None
    for element in tree.iter("span", "p", "div", "li", "td", "small", "em", "i", "font", "h4"):
        day = _day_of(element)
        if day and DATED.search(f"{element.get('class')} {element.get('id')}".casefold()):
            return day
        found = found or day
    return found


def _day_of(element: HtmlElement) -> str | None:
    """Return the day in an element's own few words."""
    words = element.text or ""
    if not words.strip() and len(element) < 4:
        words = "".join(child.tail or "" for child in element)
    return day_in_words(words) if 5 < len(words) <= LONGEST_DATED else None


def _one_line(text: str) -> str:
    return " ".join(text.split())
