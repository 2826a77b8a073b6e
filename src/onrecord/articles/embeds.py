"""Posts embedded in a page's tree → plain lines with an author line after them.

X/Twitter, Telegram, Facebook, Instagram, YouTube, Mastodon and Bluesky give pages a block with the
post's words, its author, its day and its address, each in its own way, and AMP pages an element of
their own around it. Here each becomes one paragraph of lines, the last of them
`— Ann Lee (@annlee) May 3, 2024`. A block that doesn't say whose post it is stays the quotation
that it is for a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from lxml.etree import XPath
from lxml.html import HtmlElement, builder

from onrecord.articles.days import day_in_words, iso_day

EMBED = re.compile(
    r"twitter-(?:tweet|video)|instagram-media|fb-(?:post|video)|fb-xfbml-parse-ignore"
    r"|telegram-post|tgme_widget_message(?:\s|$)|bluesky-embed|mastodon-embed|tiktok-embed|youtube-(?:post|community)"
)
MAYBE = XPath(
    "//blockquote[@class]|//amp-twitter|//amp-facebook|//amp-instagram|//div[contains(@class,'fb-')"
    " or contains(@class,'-embed') or contains(@class,'tgme_widget_message')]"
)
# — Ann Lee (@annlee) May 3, 2024;  of a mastodon address the server is left out
SIGNED = re.compile(
    r"(?:[—–-]|&mdash;)\s*+(?P<name>[^\s@()—](?:[^@()—]{0,78}?[^\s@()—])??|(?<=\s))\s*+"
    r"\(?@(?P<handle>[\w.]+)(?:@[\w.-]+)?\)?"
)
SHARED = re.compile(
    r"A (?:post|video|reel) shared by (?P<name>[^@()]{1,80}?)\s*\(@(?P<handle>[\w.]+)\)"
)
POSTED = re.compile(r"(?:Posted|Post) by (?P<name>.{1,80}?)(?: on |$)")
HANDLE_IN_LINK = re.compile(
    r"(?:twitter|x|facebook|instagram|tiktok|youtube)\.com/@?(?P<handle>[\w.]+)|t\.me/(?:s/)?(?P<other>\w+)"
)
# paths of these sites that name nobody
NO_HANDLES = frozenset(
    "c channel events groups hashtag i intent p permalink.php photo photo.php photos post posts"
    " profile.php reel reels s share status story story.php video videos watch".split()
)
# the path of one post: of several links in a block, the way to the post and not to its author
POST_PATH = re.compile(
    r"/(?:status(?:es)?|posts?|p|reel|tv|videos?|photos?|permalink|watch)(?:\.php)?[/?]"
    r"|t\.me/(?:s/)?\w+/\d|youtu\.be/|/@\w+/\d"
)
TRACKED = re.compile(
    r"^(?:utm_\w+|ref_\w+|ref|s|t|igsh(?:id)?|fbclid|embed|single|__\w+(?:\[\d\])?)$"
)
OWN_LINKS = ("data-instgrm-permalink", "data-href", "cite", "data-url")
TELEGRAM_POSTS = ("data-telegram-post", "data-post")
TELEGRAM_NAME = "tgme_widget_message_owner_name"
TELEGRAM_WORDS = "tgme_widget_message_text"
INVITATION = re.compile(r"^View this (?:post|profile|photo) on \w+$", re.IGNORECASE)
MONTHS = (
    "January February March April May June July August September October November December".split()
)


@dataclass(frozen=True, slots=True)
class EmbeddedPost:
    """A post's lines, its author line the last, and what its block says of it."""

    lines: tuple[str, ...]
    author: str
    handle: str  # without the @
    day: str | None  # ISO 8601; None: the block doesn't say
    url: str | None  # where it was posted; None: the block doesn't say


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
        is_post = element.tag.startswith("amp-") or EMBED.search(element.get("class") or "")
        if is_post and outer.isdisjoint(element.iterancestors()):
            outer.add(element)
            yield element


def _read(block: HtmlElement) -> EmbeddedPost | None:
    """Return the post of a block; None where nobody signs it or it says nothing."""
    if block.find_class(TELEGRAM_WORDS):
        return _read_telegram(block)
    lines = list(_lines(block))
    whole = " ".join(lines)
    signed = SIGNED.search(whole) or SHARED.search(whole) or POSTED.search(whole)
    links = _links(block)
    handle = _handle(signed, links)
    if not signed or not handle:
        return None
    day = _day(block, whole[signed.end() :])
    return _post(_words(lines, signed.group()), signed["name"].strip(" ,"), handle, day, links)


def _read_telegram(block: HtmlElement) -> EmbeddedPost | None:
    """Return the post of a Telegram widget as it is drawn, which signs above the words."""
    names = [" ".join(one.text_content().split()) for one in block.find_class(TELEGRAM_NAME)]
    words = (line for one in block.find_class(TELEGRAM_WORDS) for line in _lines(one))
    links = _links(block)
    handle = _handle(None, links)
    return _post(words, names[0], handle, _day(block, ""), links) if handle and names else None


def _post(
    words: Iterable[str], author: str, handle: str, day: str | None, links: Sequence[str]
) -> EmbeddedPost | None:
    """Return a post of the words and what is known of it; None where it has no words."""
    said = tuple(words)
    signature = f"— {author} (@{handle}) {_in_words(day)}".strip()
    url = next((link for link in links if POST_PATH.search(link)), None)
    link = _untracked(url) if url else None
    return EmbeddedPost((*said, signature), author, handle, day, link) if said else None


def _untracked(url: str) -> str:
    """Return the address of a post without what says how a reader came there."""
    parts = urlsplit(url if "://" in url else f"https:{url}")
    query = [pair for pair in parse_qsl(parts.query) if not TRACKED.match(pair[0])]
    return urlunsplit(parts._replace(query=urlencode(query), fragment=""))


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


def _links(block: HtmlElement) -> list[str]:
    """Return the addresses of a block, the likeliest of the post itself first."""
    own = [value for name in OWN_LINKS for value in _values(block, name)]
    parts = [f"https://t.me/{value}" for name in TELEGRAM_POSTS for value in _values(block, name)]
    tweets = [f"https://twitter.com/i/status/{value}" for value in _values(block, "data-tweetid")]
    shared = [f"https://www.instagram.com/p/{one}/" for one in _values(block, "data-shortcode")]
    linked = [link for link in (a.get("href") or "" for a in block.iter("a")) if link]
    links = [*own, *parts, *reversed(linked), *tweets, *shared]
    return [link for link in links if link.startswith(("https://", "http://", "//"))]


def _values(block: HtmlElement, name: str) -> Iterator[str]:
    """Yield the values that a block and the elements in it have for an attribute."""
    return (str(one.get(name)) for one in block.iter() if one.get(name))


def _handle(signed: re.Match[str] | None, links: Sequence[str]) -> str | None:
    """Return the author's handle, as signed or as in the address of the post."""
    if signed and "handle" in signed.re.groupindex:
        return signed["handle"].rstrip(".")
    for link in links:
        found = HANDLE_IN_LINK.search(link)
        handle = found and (found["handle"] or found["other"])
        if handle and handle.casefold() not in NO_HANDLES:
            return handle.split("?")[0]
    return None


def _day(block: HtmlElement, after: str) -> str | None:
    """Return the day of a post as ISO 8601: of its <time>, else in the words `after` its author."""
    stamps = [time.get("datetime") or "" for time in block.iter("time")]
    return next((day for stamp in stamps if (day := iso_day(stamp))), None) or day_in_words(after)


def _in_words(day: str | None) -> str:
    """Return a day as author lines have it, "May 3, 2024"; "": none is told."""
    if day is None:
        return ""
    year, month, number = map(int, day.split("-"))
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
