"""Where the content of a cue stands: what follows it, what stands before it, or a passive subject.

A content is offered with alternative ends (the clause's, its first comma, its first noun phrase's);
indirect.py weighs them.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from onrecord.quotes.cues import CueLink
from onrecord.quotes.lexicon import SPEAKING_NOUNS, TIME_WORDS
from onrecord.quotes.paragraph import Paragraph

_LATER = 12  # cues after one that may end its content; only hostile text has more
_ADDRESSED = frozenset("tell inform remind assure convince persuade notify".split())
_CLAUSE = frozenset("that if whether why how what who where when which".split())
TOPIC = frozenset("about on of for with against as at over from in into toward".split())
_ADJUNCT = frozenset("on in at during after before late early last this earlier from".split())


@dataclass(frozen=True, slots=True)
class Content:
    """Tokens [first, last) that may be what a cue reports.

    `shape` is how it is introduced (that, to, clause, topic, np, other, post, medial, passive,
    acc-before, acc-after), `close` what ends it.
    """

    first: int
    last: int
    shape: str
    close: str


@dataclass(frozen=True, slots=True)
class Place:
    """A cue in its sentence, whose words are the tokens [head, end)."""

    paragraph: Paragraph
    number: int  # of the cue among the paragraph's
    cue: CueLink
    head: int
    end: int


def sentence_ends(paragraph: Paragraph) -> list[int]:
    """Return for each sentence the token after its last word."""
    frame = paragraph.frame
    ends = []
    for number, head in enumerate(frame.heads):
        last = frame.heads[number + 1] if number + 1 < len(frame.heads) else len(frame.tags)
        while last > head and frame.tags[last - 1] in ".-;:":
            last -= 1
        ends.append(last)
    return ends


def find_contents(place: Place) -> list[Content]:
    """Return what the cue may report, with its alternative ends; empty where nothing may be.

    A sentence in which marked words stand there is those words' sentence: it gives nothing.
    """
    if place.cue.link == "acc":
        found = _according(place)
    elif place.cue.link == "by":
        found = _passive(place)
    else:
        found = _active(place)
    tags = place.paragraph.frame.tags
    if found and "Q" in tags[found[0].first : found[0].last]:
        return []
    return [content for content in found if content.last > content.first]


def _active(place: Place) -> list[Content]:
    tags, cue = place.paragraph.frame.tags, place.cue
    phrase = place.paragraph.phrases[cue.subject]
    after = phrase.last if cue.link == "inv" else cue.at + 1
    start, shape = _introduction(place, after)
    closed = start >= place.end or after >= place.end or tags[after] in ",.:;-"
    if closed or shape == "post":
        left = min(phrase.first, cue.at)
        follows = start < place.end and tags[start] == ","
        if left > place.head and tags[left - 1] == ",":
            before = Content(place.head, left - 1, "post", "comma")
            # "The plan, he said, would fail": the rest counts too
            rest = Content(start + 1, place.end, "medial", "rest")
            found = [before] if left - place.head > 3 else []
            if found or follows:
                return [*found, rest] if follows else found
        if start >= place.end or (tags[after] == "," and left > place.head):
            return []
    last = _clause_end(place, start)
    return [Content(start, stop, shape, close) for stop, close in _stops(place, start, last)]


def _introduction(place: Place, after: int) -> tuple[int, str]:
    """Return where the content after a cue starts, and how it is introduced."""
    frame, cue, end = place.paragraph.frame, place.cue, place.end
    tags, words = frame.tags, frame.words
    i = after
    while i < end and words[i] in TIME_WORDS:
        i += 1
    if i + 1 < end and tags[i] == "X" and words[i + 1] in ("that", "to"):
        i += 1
    if i < end and (cue.base in _ADDRESSED or _addresses(place.paragraph, i)):
        i = _after_addressee(place.paragraph, i + (words[i] == "to"), end)
    i = _after_adjuncts(place, i)
    if i < end and tags[i] == "," and cue.link != "inv":
        return i, "post"
    if i >= end:
        return i, "end"
    word = words[i]
    if word == "that":
        return i + 1, word
    if word == "to":
        return i, word
    if word in _CLAUSE:
        return i, "clause"
    if word in TOPIC:
        return i + 1, "topic"
    return i, "np" if tags[i] in "DNwO#" else "clause" if tags[i] == "P" else "other"


def _addresses(paragraph: Paragraph, i: int) -> bool:
    """Tell whether "to" opens an addressee: "said to reporters"."""
    frame = paragraph.frame
    if frame.words[i] != "to" or i + 1 >= len(frame.words):
        return False
    return frame.words[i + 1] in SPEAKING_NOUNS or frame.words[i + 1] in ("him", "them", "me", "us")


def _after_addressee(paragraph: Paragraph, i: int, end: int) -> int:
    """Return the token after an addressee and what brackets say of it: "told reporters"."""
    tags = paragraph.frame.tags
    last = i
    place = bisect_left(paragraph.phrases, i, key=lambda phrase: phrase.first)
    if place < len(paragraph.phrases):
        phrase = paragraph.phrases[place]
        if phrase.first == i and phrase.shape in "ndo":
            last = phrase.last
    if last == i:
        while last < len(tags) and tags[last] in "DNwO#" and last - i < 5:
            last += 1
    return _after_brackets(tags, last, end)


def _after_brackets(tags: list[str], i: int, end: int) -> int:
    if i < end and tags[i] == "(":
        while i < end and tags[i] != ")":
            i += 1
        return min(i + 1, end)
    return i


def _after_adjuncts(place: Place, i: int) -> int:
    """Return the token after times and places between a cue and its content, where `that` or a
    clause follows them; else i."""
    frame, end = place.paragraph.frame, place.end
    tags, words = frame.tags, frame.words
    at = i
    for _ in range(3):
        if not (at < end and words[at] in _ADJUNCT):
            break
        last = at + 1
        while last < end and tags[last] in "DNw#O" and last - at < 7:
            last += 1
            if words[last - 1] in TIME_WORDS and (last >= end or words[last] not in TIME_WORDS):
                break
        if last == at + 1:
            break
        timed = words[last - 1] in TIME_WORDS
        at = _after_brackets(tags, last, end)
        if at < end and (
            words[at] in ("that", "to") or tags[at] == "P" or (timed and tags[at] in "DNwO")
        ):
            return at
    return i


def _clause_end(place: Place, start: int) -> int:
    """Return where the content ends: at the sentence's end or where a later cue takes over."""
    frame = place.paragraph.frame
    for later in place.paragraph.cues[place.number + 1 : place.number + 1 + _LATER]:
        if later.at >= place.end:
            break
        if later.at <= start:
            continue
        before = frame.tags[later.at - 1]
        if later.link == "acc":
            return max(start, later.at - (before == ","))
        if later.link == "part" and before == ",":
            return later.at - 1
        if later.link == "coord" and before == "C" and later.subject == place.cue.subject:
            return later.at - 1 - (frame.tags[later.at - 2] == ",")
    return place.end


def _stops(place: Place, start: int, last: int) -> list[tuple[int, str]]:
    """Return where a content may stop: the clause's end, its first comma, dash or bracket, and the
    first word that ends a plain noun phrase."""
    tags, words = place.paragraph.frame.tags, place.paragraph.frame.words
    out = [(last, "clause")]
    for i in range(start + 1, last):
        if tags[i] in ",-(;:":
            relative = i + 1 < last and tags[i + 1] == "R"
            out.append((i, tags[i] + ("which" if relative else "")))
            break
    if start < last and tags[start] in "DNwO#":
        for i in range(start + 1, out[-1][0]):
            if tags[i] not in "DNw#XC" and words[i] != "of":
                out.append((i, "phrase" + tags[i]))
                break
    return out


def _passive(place: Place) -> list[Content]:
    """Return the grammatical subject of a passive: "The plan was opposed by Lee"."""
    frame = place.paragraph.frame
    phrases, at = place.paragraph.phrases, place.cue.at
    before = bisect_left(phrases, at, key=lambda phrase: phrase.first) - 1
    if before < 0 or phrases[before].first < place.head or phrases[before].last > at:
        return []
    phrase = phrases[before]
    passive = set(frame.tags[phrase.last : at]) <= set("AX")
    return [Content(phrase.first, phrase.last, "passive", "")] if passive else []


def _according(place: Place) -> list[Content]:
    tags, at = place.paragraph.frame.tags, place.cue.at
    if at - place.head > 3:
        return [Content(place.head, at - (tags[at - 1] == ","), "acc-before", "")]
    first = place.paragraph.phrases[place.cue.subject].last
    while first < place.end and tags[first] != ",":
        first += 1
    return [Content(first + 1, place.end, "acc-after", "")]
