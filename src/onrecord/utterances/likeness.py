"""How alike two reports are: the measures that utterances are tied by.

Comes in: quoted words as printed. Goes out: whether one lies inside the other, and how alike two
sentences are. Refused: likeness of meaning. The numbers were set on the founding reports and the
pairs of tests/utterances/pairs.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from onrecord.utterances.words import is_content, is_negation, word_keys

# three letters before the stop: not after Mr. or U.S.
_SENTENCE_END = re.compile(r"(?<=\w{3}[.!?…])\s+|\n")
_NAME = re.compile(r"(?<=[^\W\d_,;] )[A-Z]\w+")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words to compare, in order; `content` is those that carry something of their own.

    `names` are its capitalised words, the first word of a sentence apart.
    """

    words: tuple[str, ...]
    content: frozenset[str]
    names: frozenset[str]


def read_passage(text: str) -> Passage:
    """Return the words of a text, ready to be compared."""
    words = word_keys(text)
    names = frozenset(key for name in _NAME.findall(text) for key in word_keys(name))
    return Passage(words, frozenset(filter(is_content, words)), names)


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text; lines are sentences of their own."""
    return [part for part in _SENTENCE_END.split(text) if part]


def lies_inside(part: Passage, whole: Passage) -> bool:
    """Tell whether the words of `part` stand in `whole` in order, next to nothing between them.

    Right: "only matter of time" in "It is only a matter of time". Left alone: "will send troops"
    in "We will not send troops".
    """
    words, among = part.words, whole.words
    if not part.content or not part.content <= whole.content or len(words) > len(among):
        return False
    room = len(words) + max(1, len(words) // 4) if len(words) > 1 else 1
    for start, word in enumerate(among):
        if word == words[0] and _stands_in(words, among[start : start + room]):
            return True
    return False


def _stands_in(words: tuple[str, ...], window: tuple[str, ...]) -> bool:
    at = 0
    for word in window:
        if word == words[at]:
            at += 1
            if at == len(words):
                return True
        elif is_negation(word):
            return False
    return False


def likeness(one: Passage, other: Passage) -> float:
    """Return how alike two sentences are: 1 for the same words, 0 for none shared or a conflict.

    The mean of two shares in common: of the words in order, and of the content words in any. The
    first knows "as long as it takes" from "as it takes long", the second forgives "to the security
    of our country" for "to our country, to its security".
    """
    if one.words == other.words:
        return 1.0
    if _conflict(one, other):
        return 0.0
    in_order = LCSseq.similarity(one.words, other.words)
    shared = len(one.content & other.content)
    content = len(one.content) + len(other.content)
    return in_order / (len(one.words) + len(other.words)) + (shared / content if content else 0)


def _conflict(one: Passage, other: Passage) -> bool:
    """Tell whether one denies what the other says, or they give different numbers or names."""
    if sum(map(is_negation, one.words)) != sum(map(is_negation, other.words)):
        return True
    left, right = one.content - other.content, other.content - one.content
    if any(word.isdigit() for word in left) and any(word.isdigit() for word in right):
        return True
    ours, theirs = one.names & left, other.names & right
    # Kharkiv and Kharkov are one name in two spellings
    return bool(ours and theirs) and max(fuzz.ratio(a, b) for a in ours for b in theirs) < 70
