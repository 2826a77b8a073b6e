"""One line of text → the reason it is page furniture by its own wording, if it is.

Judged here is the line alone; where it stands and what stands around it is `furniture`'s matter.
Words inside quotation marks don't count: what a speaker says is never furniture.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import dropwhile
from pathlib import Path
from typing import Literal, get_args

from onrecord.articles.prompts import YOU, prompt, says_we_or_you, speaks_to_reader

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

_REASONS: dict[str, CutReason] = {reason: reason for reason in get_args(CutReason)}
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
QUOTED = re.compile(r"[“„«\"][^“”„«»\"]*(?:[”»“\"]|$)")
NAMES_OF_THE_WEB = re.compile(r"[@#]\w+|\bpic\.(?:twitter|x)\.com\S*|\bhttps?://\S*")
# Letters; no line of the founding reports has 400. Longer ones are body without a look at them,
# which keeps the time of reading in step with the length.
LONGEST = 2_000
# A credit or a date is a short line: "Published on Friday, the list of bridges that …" goes on.
SHORT_REASONS = frozenset({"credit", "date"})
SHORT = 12
# Buttons end no sentence: "More from the north than from the south crossed the bridge." is none.
BUTTON_REASONS = frozenset({"credit", "date", "label", "link"})
LONGEST_BUTTON = 5
TELLING_PHRASE = 4  # words; "Your browser does not support …" is furniture however it goes on

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
# What stands before a colon: "Tags: ferry, toll", "Disclaimer: …", "Related: Tolls rise again"
LABELLED = re.compile(
    r"^(?:(?P<label>tags?|topics?|keywords?|categor(?:y|ies)|filed under|location)"
    r"|(?P<copyright>disclaimer|copyright)|(?P<link>related|see also|also read|read also"
    r"|also on [\w' ]{1,30})|(?P<credit>sources?)(?=:(?: \S+){1,6}$))\s?:",
    re.IGNORECASE,
)
# Image 1 of 4; 1/12
COUNTER = re.compile(r"^(?:[a-z]+ )?\d{1,3} ?(?:/|of) ?\d{1,3}$", re.IGNORECASE)
PICTURED = re.compile(
    r"^(?:photo|photograph|image|picture|video|credit|illustration)s?\s?[:/]|^©"
    r"|©\s?\S[^.]{0,40}$"
    r"|\([^()]{0,60}\b(?:photo|image|picture|file|handout|getty|pool)\b[^()]{0,60}\)$",
    re.IGNORECASE,
)
# a caption whatever is said in it: "Ann Lee says she saw nothing Credit: Quaypress"
CAPTIONED = re.compile(
    r"^.{20,}(?:\s|(?<=[a-z.])(?=[A-Z]))(?i:photo|photograph|image|picture|credit)s?(?: by)?:"
    r"\s?[A-ZÀ-Þ][^.!?]{0,60}$"
)
# only of short lines: "either / or" stands in sentences too
CREDITED = re.compile(
    r"[^.!?]\s?/\s?[\w.-]+(?:\s[\w.-]+){0,3}$|[.!?][\"”]?\s(?:[\w-]+\.)+[a-z]{2,4}$"
    r"|^[(\[]?(?:reuters|afp|ap|ani|pti|ians|epa|dpa|interfax|tass|ukrinform|agencies)"
    r"(?:/[\w ]+)?[)\]]?$|^\[[\w. ]+/[\w. ]+\]$|^[(—–-]?\s?with .{1,40}\binputs?\)?$"
    # the initials of those who edited, then their sources: dw/kb (AFP, Reuters)
    r"|^[a-z]{2,4}(?:[/,] ?[a-z]{2,4})* \((?:[\w. ]+, )*[\w. ]+\)$",
    re.IGNORECASE,
)
# Reporting by Ann Lee; editing by Bo Roe. Not: Reporting by the commission …
WORKED_ON = re.compile(
    r"^[(—–-]?\s?(?:additional |with )*(?:reporting|editing|writing|edited|compiled|translated)"
    r" by:? (?-i:[A-ZÀ-Þ])",
    re.IGNORECASE,
)
# where readers may write: "Do you know more? Email news@post.example"
ADDRESS = re.compile(r"(?<![\w.-])[\w.-]+@[\w-]+(?:\.[\w-]+)+")
BYLINE = re.compile(r"^(?:By|Written by|Words by|Text by)\s+(\S.*)$")
NAME_PARTICLES = frozenset("and in for of the at with & | de van von der bin".split())
_MONTH = r"(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"(?:{_MONTH}\s{_DAY},?\s\d{{4}}|\b{_DAY}\.?\s{_MONTH},?\s\d{{4}}|\b\d{{4}}-\d\d-\d\d\b"
    rf"|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}\b)(?:T[\d:]+Z?)?"
)
# "Published", a clock, a zone, an editor's name: "20 April 2023 was a day of talks" has more words
BESIDE_DATE = 5
LONGEST_DATE_LINE = 160  # letters


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together in furniture; anchored ones begin or end the line."""

    words: tuple[str, ...]
    at_start: bool
    at_end: bool
    reason: CutReason

    def stands_at(self, place: int, words: Sequence[str]) -> bool:
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
    if not words:
        return None
    if ":" in line and CAPTIONED.match(line):
        return "caption"
    if not REPORTING.intersection(words):
        return _by_form(line, words) or _by_wording(line, words)
    # "Suggested for you": the reporting word is the button's own
    phrase = _first_phrase(words)
    return phrase.reason if phrase and tuple(words) == phrase.words else None


def _by_form(line: str, words: Sequence[str]) -> CutReason | None:
    """Return the reason of a line with the form of a date, a byline, a credit or a label."""
    if COUNTER.search(line):
        return "label"
    if _is_date_line(line):
        return "date"
    if labelled := LABELLED.search(line):
        return _REASONS[labelled.lastgroup or "label"]
    if byline_of(line):
        return "byline"
    if "@" in line and ADDRESS.search(line) and not YOU.isdisjoint(words):
        return "comments"
    if PICTURED.search(line):
        return "credit" if len(words) <= SHORT else "caption"
    if WORKED_ON.search(line):
        return "credit"
    if len(words) <= SHORT and CREDITED.search(line) and not line.endswith("."):
        return "credit"
    return None


def _is_date_line(line: str) -> bool:
    """Return whether a line is a day and little else: "Published 3 May 2024, 10:15 | Updated"."""
    if len(line) > LONGEST_DATE_LINE:
        return False
    rest, dates = DATE.subn(" ", line)
    words = [word for word in WORD.findall(rest) if word.isalpha()]
    most = 1 if line.endswith((".", "!", "?")) else BESIDE_DATE
    return dates > 0 and len(words) <= most


def _by_wording(line: str, words: Sequence[str]) -> CutReason | None:
    """Return the reason of a line that says what furniture says, or speaks to its reader."""
    is_sentence = line.endswith(".")
    phrase = _first_phrase(words)
    if phrase is None:
        return prompt(words, is_sentence=is_sentence)
    if len(words) > SHORT and phrase.reason in SHORT_REASONS:
        return None
    is_button = phrase.reason in BUTTON_REASONS and len(phrase.words) < TELLING_PHRASE
    return None if is_button and is_sentence and len(words) > LONGEST_BUTTON else phrase.reason


def reports(line: str) -> bool:
    """Return whether somebody says something in the line, so that it must be the report's."""
    return bool(REPORTING.intersection(words_of(line)))


def addresses_reader(line: str) -> bool:
    """Return whether a publisher speaks to the reader here, if it stands beside furniture."""
    return speaks_to_reader(_narrated(line))


def speaks_personally(line: str) -> bool:
    """Return whether "we" or "you" stands outside quotation marks, and nobody is reported."""
    return says_we_or_you(_narrated(line))


def byline_of(line: str) -> str | None:
    """Return the names of a line such as "By Ann Lee and Bo Roe in Kyiv"; None: it is no byline."""
    found = BYLINE.match(line)
    if not found or line.endswith((".", "!", "?")):
        return None
    words = found[1].split()
    names = all(word[0].isupper() or word in NAME_PARTICLES for word in words)
    return found[1] if names and len(words) <= SHORT else None


def words_of(line: str) -> list[str]:
    """Return the words outside quotation marks, in small letters, with straight apostrophes.

    Handles, hashtags and addresses are no words.
    """
    narrated = QUOTED.sub(" ", line).replace("’", "'")
    if not {"@", "#", "/"}.isdisjoint(narrated):
        narrated = NAMES_OF_THE_WEB.sub(" ", narrated)
    if "US" in narrated and not line.isupper():
        narrated = COUNTRY.sub("U.S.", narrated)
    return WORD.findall(narrated.casefold())


def _narrated(line: str) -> frozenset[str]:
    """Return the words outside marks of a line that reports nobody's words; else nothing."""
    if len(line) > LONGEST:
        return frozenset()
    words = frozenset(words_of(line))
    return frozenset() if REPORTING & words else words


def _first_phrase(words: Sequence[str]) -> Phrase | None:
    """Return the first phrase in the line; a count before or behind it, "24", is left out."""
    words = list(dropwhile(str.isdigit, words))
    while words and words[-1].isdigit():
        words.pop()
    for place, word in enumerate(words):
        for phrase in _phrases()[word]:
            if phrase.stands_at(place, words):
                return phrase
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
    reason: CutReason = "label"
    for line in lines:
        if line.startswith("["):
            reason = _REASONS[line.strip("[]")]
        elif line and not line.startswith("#"):
            words = tuple(line.strip("^ $").split())
            yield Phrase(words, line.startswith("^"), line.endswith("$"), reason)
