"""One line of text → the reason it is page furniture by its own wording, if it is.

Judged here is the line alone; where it stands and what stands around it is `furniture`'s matter.
Words inside quotation marks don't count: what a speaker says is never furniture.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import dropwhile
from pathlib import Path
from typing import Literal, get_args

CutReason = Literal[
    "appeal",
    "byline",
    "caption",
    "comments",
    "consent",
    "copyright",
    "credit",
    "date",
    "deck",
    "heading",
    "headline",
    "label",
    "link",
    "newsletter",
    "paywall",
    "repeated",
    "share",
]

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
QUOTED = re.compile(r"[“„«\"][^“”„«»\"]*(?:[”»“\"]|$)")
# Letters; no line of the founding reports has 400. Longer ones are body without a look at them,
# which keeps the time of reading in step with the length.
LONGEST = 2_000
# A credit or a date is a short line: "Published on Friday, the list of bridges that …" goes on.
SHORT_REASONS = frozenset({"credit", "date"})
SHORT = 12
# Buttons end no sentence: "More from the north than from the south crossed the bridge." is none.
BUTTON_REASONS = frozenset({"credit", "label", "link"})
LONGEST_BUTTON = 5

# Somebody says something in the line, so it is the report's: "Sign up for the army, he said".
REPORTING = frozenset(
    "acknowledged added admitted announced argued asked believes claimed confirmed continued"
    " declared denied described explained finds found insisted noted pledged promised quoted"
    " recalled remarked repeated replied reported reportedly responded revealed reveals said saying"
    " says showed shows stated stressed suggested thanked told tweeted urged urges vowed warned"
    " warns wrote".split()
)
# the country is no "us"
COUNTRY = re.compile(r"\bUS\b(?!$)")
WE = frozenset("we us our ours ourselves we're we've we'll we'd".split())
YOU = frozenset("you your yours yourself you're you've you'll you'd".split())
# What a publisher speaks of when it speaks of itself.
TRADE = frozenset(
    "ad ads advertising app article articles comment comments content contribution contributions"
    " cookies donate donation donations email inbox journalism journalist journalists membership"
    " messaging newsletter newsletters newsroom paywall paywalls podcast reader readers reporter"
    " reporters reporting story subscribe subscriber subscribers subscription unsubscribe".split()
)
PICTURED = re.compile(
    r"^(?:photo|photograph|image|picture|video|credit|illustration|source)s?\s?[:/]|^©"
    r"|©\s?\S[^.]{0,40}$"
    r"|\([^()]{0,60}\b(?:photo|image|picture|file|handout|getty|pool)\b[^()]{0,60}\)$",
    re.IGNORECASE,
)
# only of short lines: "either / or" stands in sentences too
CREDITED = re.compile(
    r"[^.!?]\s?/\s?[\w.-]+(?:\s[\w.-]+){0,3}$|[.!?][\"”]?\s(?:[\w-]+\.)+[a-z]{2,4}$"
    r"|^\(?(?:reuters|afp|ap|epa|dpa|interfax|tass|ukrinform|agencies)(?:/\w+)?\)?$",
    re.IGNORECASE,
)
# Reporting by Ann Lee; editing by Bo Roe. Not: Reporting by the commission …
WORKED_ON = re.compile(
    r"^\(?(?:additional |with )*(?:reporting|editing|writing|edited|compiled|translated) by"
    r" (?-i:[A-ZÀ-Þ])",
    re.IGNORECASE,
)
BYLINE = re.compile(r"^(?:By|Written by|Words by|Text by)\s+(\S.*)$")
NAME_PARTICLES = frozenset("and in for of the at with & | de van von der bin".split())
_MONTH = r"(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
# after the day only a time and a zone: "20 April 2023 was a day of talks" is a sentence
DATE_LINE = re.compile(
    rf"^(?:(?:[A-Za-z]+:|(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?)\s)?"
    rf"(?:{_MONTH}\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}\.?\s{_MONTH},?\s\d{{4}}|\d{{4}}-\d\d-\d\d"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})(?:[^a-z]|at|am|pm){{0,40}}$"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together in furniture; anchored ones begin or end the line."""

    words: tuple[str, ...]
    at_start: bool
    at_end: bool
    reason: CutReason

    def stands_at(self, place: int, words: list[str]) -> bool:
        """Return whether the phrase stands in `words` from index `place` on."""
        end = place + len(self.words)
        return (
            tuple(words[place:end]) == self.words
            and not (self.at_start and place)
            and not (self.at_end and end != len(words))
        )


def boilerplate(line: str) -> CutReason | None:
    """Return why `line` is furniture whatever stands around it; None: its wording doesn't say.

    Cases: tests/examples/furniture.py
    """
    if len(line) > LONGEST:
        return None
    words = words_of(line)
    if not WORD.search(line):
        return "label"
    if not words or REPORTING.intersection(words):
        return None
    if DATE_LINE.search(line):
        return "date"
    if byline_of(line):
        return "byline"
    if PICTURED.search(line):
        return "credit" if len(words) <= SHORT else "caption"
    if WORKED_ON.search(line):
        return "credit"
    if len(words) <= SHORT and CREDITED.search(line) and not line.endswith("."):
        return "credit"
    reason = _by_phrase(words)
    if len(words) > SHORT and reason in SHORT_REASONS:
        return None
    if len(words) > LONGEST_BUTTON and reason in BUTTON_REASONS and line.endswith("."):
        return None
    return reason


def reports(line: str) -> bool:
    """Return whether somebody says something in the line, so that it must be the report's."""
    return bool(REPORTING.intersection(words_of(line)))


def addresses_reader(line: str) -> bool:
    """Return whether a publisher speaks to the reader here: we and you, or one of them on news.

    A reporter says "we" and "you" only inside quotation marks; a columnist outside them too, so
    this counts only beside lines that are furniture by their wording.
    """
    words = _narrated(line)
    we, you = bool(WE & words), bool(YOU & words)
    return (we and you) or ((we or you) and bool(TRADE & words))


def speaks_personally(line: str) -> bool:
    """Return whether "we" or "you" stands outside quotation marks, and nobody is reported."""
    return bool((WE | YOU) & _narrated(line))


def byline_of(line: str) -> str | None:
    """Return the names of a line such as "By Ann Lee and Bo Roe in Kyiv"; None: it is no byline."""
    found = BYLINE.match(line)
    if not found or line.endswith((".", "!", "?")):
        return None
    words = found[1].split()
    names = all(word[0].isupper() or word in NAME_PARTICLES for word in words)
    return found[1] if names and len(words) <= SHORT else None


def words_of(line: str) -> list[str]:
    """Return the words outside quotation marks, in small letters, with straight apostrophes."""
    narrated = QUOTED.sub(" ", line).replace("’", "'")
    if not line.isupper():
        narrated = COUNTRY.sub("U.S.", narrated)
    return WORD.findall(narrated.casefold())


def _narrated(line: str) -> frozenset[str]:
    """Return the words outside marks of a line that reports nobody's words; else nothing."""
    if len(line) > LONGEST:
        return frozenset()
    words = frozenset(words_of(line))
    return frozenset() if REPORTING & words else words


def _by_phrase(words: list[str]) -> CutReason | None:
    """Return the reason of the first phrase in the line; a count before it, "24", is left out."""
    words = list(dropwhile(str.isdigit, words))
    for place, word in enumerate(words):
        for phrase in _phrases()[word]:
            if phrase.stands_at(place, words):
                return phrase.reason
    return None


@cache
def _phrases() -> defaultdict[str, list[Phrase]]:
    """Return the phrases of furniture_lines.txt by their first word, so a look-up is one step."""
    lines = Path(__file__).with_name("furniture_lines.txt").read_text(encoding="utf-8")
    by_first: defaultdict[str, list[Phrase]] = defaultdict(list)
    for phrase in _read_phrases(lines.splitlines()):
        by_first[phrase.words[0]].append(phrase)
    return by_first


def _read_phrases(lines: Iterable[str]) -> Iterator[Phrase]:
    reasons: dict[str, CutReason] = {reason: reason for reason in get_args(CutReason)}
    reason: CutReason = "label"
    for line in lines:
        if line.startswith("["):
            reason = reasons[line.strip("[]")]
        elif line and not line.startswith("#"):
            words = tuple(line.strip("^ $").split())
            yield Phrase(words, line.startswith("^"), line.endswith("$"), reason)
