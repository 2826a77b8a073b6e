"""The bytes of a page → whether it is worth reading in full, at less than twice a bare parse.

A page is worth it that has enough words, is in English, and speaks of the subject. What the subject
is the data files say: words that many topics have in common, and the names of those who speak. What
is passed over is counted, not refused: of a month of news it is nearly everything.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import pyarrow as pa
import pyarrow.compute as pc
from lxml import etree
from lxml.html import HTMLParser

from onrecord.articles.languages import is_english
from onrecord.articles.pages import FEWEST_WORDS, MOST_BYTES, MOST_TAGS
from onrecord.models import Curated, Topic
from onrecord.people.names import name_words

# A word of every third topic is of the subject (ukrain*, nato, kyiv, kremlin …), not of one of them
SHARE = 1 / 3
LEAST_HITS = 2  # a report of the subject has another of its words or names, besides one of its own
# of its words in paragraphs: more than enough for `_text` to look at no others
MANY_WORDS = 5 * FEWEST_WORDS
_P = re.compile(rb"<p[\s>]")
_TAG = re.compile(rb"<[^<>]*+>")
_WORD = re.compile(r"[^\W\d_]{3,}")
# plain strings: those that know their element cost as much again as the parse
_PARAGRAPHS = etree.XPath("//p//text()[not(parent::script or parent::style)]", smart_strings=False)
_BODY = etree.XPath(
    "//body//text()[not(parent::script or parent::style or parent::a)]", smart_strings=False
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a subject, in small letters; none: every page is of it."""

    stems: tuple[str, ...]  # of what topics share
    names: frozenset[str]  # surnames; bodies' names end in words like council

    def may_be_in(self, data: bytes) -> bool:
        """Return whether a page has a word of the subject somewhere, in its menus or scripts too.

        Most pages of a month have none, and are known by it before they are parsed.
        """
        if not self.stems or b"\0" in data[:100]:  # UTF-16 is read whole
            return True
        # all at once and in linear time: half of what finding one after another takes
        held = pa.array([data], pa.binary())
        stems = "|".join(map(re.escape, self.stems))
        return bool(pc.match_substring_regex(held, stems, ignore_case=True)[0].as_py())

    def is_in(self, text: str) -> bool:
        """Return whether a text speaks of the subject."""
        if not self.stems:
            return True
        # most texts end here, and bytes of small letters are had in a tenth of the time
        small = text.encode(errors="replace").lower()
        if not any(stem.encode() in small for stem in self.stems):
            return False
        words = set(_WORD.findall(text.casefold()))
        topical = {word for word in words if word.startswith(self.stems)}
        return bool(topical) and len(topical | (words & self.names)) >= LEAST_HITS


def lexicon_of(curated: Curated) -> Lexicon:
    """Return the words of the subject that the data files are about."""
    topics = curated.topics.values()
    counts = Counter(stem for topic in topics for stem in _stems(topic))
    shared = sorted(stem for stem, count in counts.items() if count >= SHARE * len(topics))
    people = (one for one in curated.people.values() if one.kind == "person")
    names = (name_words(person.name) for person in people)
    last = frozenset(words[-1].casefold() for words in names if words)
    # those in ASCII are the same bytes in every encoding of the Web but UTF-16
    return Lexicon(tuple(stem for stem in shared if stem.isascii()), last)


def gate(data: bytes, lexicon: Lexicon) -> str | None:
    """Return why a page is not read in full; None: it is.

    A page that no parser takes is read in full, so that its refusal is on record.
    """
    if len(data) > MOST_BYTES or data.count(b"<") > MOST_TAGS:
        return None  # refused there before anything is parsed
    if not lexicon.may_be_in(data) or _is_told_without(lexicon, data):
        return "off-topic"
    try:
        tree = etree.fromstring(data, HTMLParser(remove_comments=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    if tree is None:
        return None
    text = _text(tree)
    if text.count(" ") < FEWEST_WORDS and len(text.split()) < FEWEST_WORDS:
        return "too-short"
    if not lexicon.is_in(text):
        return "off-topic"
    return None if is_english(text) else "language"


def _is_told_without(lexicon: Lexicon, data: bytes) -> bool:
    """Return whether a page has many words in its paragraphs and none of them is of the subject.

    That is how pages are that have one in their menu only, and it is known before they are parsed:
    from the beginning of a paragraph to the last end before the next there is all of its text, and
    perhaps more.
    """
    if b"<P" in data:
        return False
    starts = [found.start() for found in _P.finditer(data)]
    pieces = []
    for start, after in pairwise([*starts, len(data)]):
        end = data.rfind(b"</p", start, after)
        pieces.append(data[start : end if end >= 0 else after])
    told = b" ".join(pieces)
    return _TAG.sub(b"", told).count(b" ") > MANY_WORDS and not lexicon.may_be_in(told)


def _text(tree: etree._Element) -> str:
    """Return the words of a page's paragraphs; of one without any, all its words."""
    text = " ".join(_PARAGRAPHS(tree))
    return text if text.count(" ") > 2 * FEWEST_WORDS else " ".join(_BODY(tree))


def _stems(topic: Topic) -> set[str]:
    """Return the words that a topic's doubtful phrases must stand beside, stems without their *."""
    return {phrase.rstrip("*").casefold() for phrase in topic.beside if " " not in phrase}
