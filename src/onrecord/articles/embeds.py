"""Posts embedded in a page's tree → plain lines with an author line after them.

X/Twitter, Telegram, Facebook, Instagram, YouTube, Mastodon and Bluesky give pages a block with the
post's words, its author and its day, each in its own way. Here each becomes one paragraph of lines,
the last of them `— Ann Lee (@annlee) May 3, 2024`. A block that doesn't say whose post it is stays
the quotation that it is for a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import XPath
from lxml.html import HtmlElement, builder

from onrecord.articles.days import day_in_words, iso_day

EMBED = re.compile(
    r"twitter-(?:tweet|video)|instagram-media|fb-(?:post|video)|fb-xfbml-parse-ignore"
    r"|telegram-post|bluesky-embed|mastodon-embed|tiktok-embed|youtube-(?:post|community)"
)
MAYBE = XPath("//blockquote[@class]|//div[contains(@class,'fb-') or contains(@class,'-embed')]")
# — Ann Lee (@annlee) May 3, 2024;  of a mastodon address the server is left out
SIGNED = re.compile(
    r"(?:[—–-]|&mdash;)\s*(?P<name>[^@()—]{1,80}?)\s*\(?@(?P<handle>[\w.]+)(?:@[\w.-]+)?\)?"
)
SHARED = re.compile(
    r"A (?:post|video|reel) shared by (?P<name>[^@()]{1,80}?)\s*\(@(?P<handle>[\w.]+)\)"
)
POSTED = re.compile(r"(?:Posted|Post) by (?P<name>.{1,80}?)(?: on |$)")
HANDLE_IN_LINK = re.compile(
    r"(?:twitter|x|facebook|instagram|tiktok|youtube)\.com/@?(?P<handle>[\w.]+)|t\.me/(?P<other>\w+)"
)
# paths of these sites that name nobody
NO_HANDLES = frozenset("p reel reels watch photo photos story hashtag status i share c".split())
INVITATION = re.compile(r"^View this (?:post|profile|photo) on \w+$", re.IGNORECASE)
MONTHS = (
    "January February March April May June July August September October November December".split()
)


@dataclass(frozen=True, slots=True)
class EmbeddedPost:
    """A post's lines, its author line the last, and the address it was found at."""

    lines: tuple[str, ...]
    link: str | None


def rewrite_posts(tree: HtmlElement) -> tuple[EmbeddedPost, ...]:
    """Return the posts embedded in a page, in order, each made one plain paragraph in `tree`."""
    posts: list[EmbeddedPost] = []
    for block in list(_blocks(tree)):
        post = _read(block)
        if post:
            _replace(block, post)
            posts.append(post)
    return tuple(posts)


def _blocks(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the blocks of posts; of one block in another, the outer."""
    outer: set[HtmlElement] = set()
    for element in MAYBE(tree):
        if EMBED.search(element.get("class") or "") and outer.isdisjoint(element.iterancestors()):
            outer.add(element)
            yield element


def _read(block: HtmlElement) -> EmbeddedPost | None:
    """Return the post of a block; None where nobody signs it or it says nothing."""
    lines = list(_lines(block))
    whole = " ".join(lines)
    signed = SIGNED.search(whole) or SHARED.search(whole) or POSTED.search(whole)
    links = [link for link in (a.get("href") or "" for a in block.iter("a")) if link]
    handle = _handle(signed, [*_own_links(block), *reversed(links)])
    if not signed or not handle:
        return None
    words = tuple(_words(lines, signed.group()))
    author = f"— {signed['name'].strip(' ,')} (@{handle}) {_day(block, whole[signed.end() :])}"
    link = next(iter([*_own_links(block), *reversed(links)]), None)
    return EmbeddedPost((*words, author.strip()), link) if words else None


def _lines(block: HtmlElement) -> Iterator[str]:
    """Yield the lines of a block as a reader sees them: paragraphs, and what <br> parts."""
    pieces: list[str] = []
    for element in block.iter():
        if element.tag in ("script", "style", "svg"):
            continue
        if element.tag in ("p", "br", "div", "section"):
            pieces.append("\n")
        pieces.append((element.text or "").replace("\n", " "))
        pieces.append("".join(_tails(element, block)))
    for line in "".join(pieces).split("\n"):
        if words := " ".join(line.split()):
            yield words


def _tails(element: HtmlElement, block: HtmlElement) -> Iterator[str]:
    """Yield what follows an element and each that ends with it, in the order it is read."""
    here: HtmlElement | None = element
    if len(element):
        return
    while here is not None and here is not block:
        if here.tag in ("p", "div", "section"):
            yield "\n"
        yield (here.tail or "").replace("\n", " ")
        if here.getnext() is not None:
            return
        here = here.getparent()


def _words(lines: list[str], signature: str) -> Iterator[str]:
    """Yield the lines of the post itself: none from the signature on, and no invitations."""
    for line in lines:
        before, found, _ = line.partition(signature)
        if (words := before.strip()) and not INVITATION.match(words):
            yield words
        if found:
            return


def _own_links(block: HtmlElement) -> list[str]:
    names = ("data-instgrm-permalink", "data-href", "cite", "data-telegram-post")
    return [value for name in names if (value := block.get(name))]


def _handle(signed: re.Match[str] | None, links: list[str]) -> str | None:
    """Return the author's handle, as signed or as in the address of the post."""
    if signed and "handle" in signed.re.groupindex:
        return signed["handle"].rstrip(".")
    for link in links:
        found = HANDLE_IN_LINK.search(link)
        handle = found and (found["handle"] or found["other"])
        if handle and handle.casefold() not in NO_HANDLES:
            return handle.split("?")[0]
    return None


def _day(block: HtmlElement, after: str) -> str:
    """Return the day of the post as its author line has it, "May 3, 2024"; "": none is told."""
    stamps = [time.get("datetime") or "" for time in block.iter("time")]
    told = next((day for stamp in stamps if (day := iso_day(stamp))), None) or day_in_words(after)
    if not told:
        return ""
    year, month, number = map(int, told.split("-"))
    return f"{MONTHS[month - 1]} {number}, {year}"


def _replace(block: HtmlElement, post: EmbeddedPost) -> None:
    paragraph = builder.P(post.lines[0])
    for line in post.lines[1:]:
        joint = builder.BR()
        joint.tail = line
        paragraph.append(joint)
    paragraph.tail = block.tail
    parent = block.getparent()
    if parent is not None:
        parent.replace(block, paragraph)
