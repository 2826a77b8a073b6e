"""How alike two reports are: the measures that utterances are tied by.

Comes in: quoted words as printed. Goes out: whether one lies inside the other, and how alike two
sentences are. Refused: likeness of meaning, but for the words of alike.txt. The numbers were set on
the founding reports and on the development pairs of data/gold/pairs.csv.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from onrecord.utterances.terms import GAP, is_content, is_negation, is_number, terms

# three letters before the stop, or two small ones: not after Mr. or U.S.
_SENTENCE_END = re.compile(r"(?<=\w{3}[.!?…])\s+|(?<=[a-z]{2}[.!?…])\s+|(?<=[!?])\s+|\n")
_NAME = re.compile(r"(?<=[^\W\d_,;] )[A-Z]\w+")
_ASKS = re.compile(r"\?[^\w?]*$")
# "it is not true that", "I do not believe": what follows them is denied
_DENIED_BY = frozenset(terms("that think believe say mean claim"))
_DENIAL_WORDS = 5
# Of the content words of two sentences, the least share in common: rewordings of the development
# pairs have .67 and more, sentences that only begin alike .73 and less
LEAST_CONTENT = 0.65
# What a paraphrase must share with a quotation to be it in the reporter's mouth
COPIED, COPIED_ORDER, COPIED_WORDS = 0.9, 0.7, 3
# A frame filled with another word is another saying, unless it is so long: nobody says it twice
LONG_FRAME = 12
_SAME_NAME = 70  # letters in common, of 100: Kharkiv and Kharkov have 71


@dataclass(frozen=True, slots=True)
class Passage:
    """Words to compare: `words` are its terms in order, `content` those with a sense of their own.

    Texts that are printed again and again share one.
    """

    text: str
    words: tuple[str, ...]
    content: frozenset[str]


@lru_cache(maxsize=1 << 12)
def read_passage(text: str) -> Passage:
    """Return the words of a text, ready to be compared."""
    words = terms(text)
    return Passage(text, words, frozenset(filter(is_content, words)))


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text; lines are sentences of their own."""
    return [part for part in _SENTENCE_END.split(text) if part]


def lies_inside(part: Passage, whole: Passage) -> bool:
    """Tell whether the words of `part` stand in `whole` in order, next to nothing between them.

    Where the report itself left words out ("difficult … and overdue"), anything may stand between.
    Right: "only matter of time" in "It is only a matter of time". Left alone: "will send troops"
    in "We will not send troops".
    """
    return place_inside(part, whole) is not None


def place_inside(part: Passage, whole: Passage) -> int | None:
    """Return which word of `whole` the words of `part` begin at; None: they don't lie in it."""
    if not part.content or not part.content <= whole.content:
        return None
    first, end = None, 0
    for words in _unbroken(part.words):
        place = _place(words, whole.words, end)
        if place is None:
            return None
        start, end = place
        first = start if first is None else first
    return first


def _unbroken(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the stretches between gaps."""
    start = 0
    for at, word in enumerate((*words, GAP)) if GAP in words else ((len(words), GAP),):
        if word == GAP:
            if at > start:
                yield words[start:at]
            start = at + 1


def _place(words: tuple[str, ...], among: tuple[str, ...], start: int) -> tuple[int, int] | None:
    """Return where the words begin and end in `among`, looked for from `start` on."""
    room = len(words) + max(1, len(words) // 4) if len(words) > 1 else 1
    try:
        while True:
            start = among.index(words[0], start)
            if end := _end(words, among, start, start + room):
                return start, end
            start += 1
    except ValueError:
        return None


def _end(words: tuple[str, ...], among: tuple[str, ...], start: int, stop: int) -> int:
    """Return where the words that begin at `start` end, before `stop`; 0: they don't."""
    at = 0
    for place in range(start, min(stop, len(among))):
        if among[place] == words[at]:
            at += 1
            if at == len(words):
                return place + 1
        elif is_negation(among[place]):
            return 0
    return 0


def is_turned_round(part: Passage, whole: Passage, place: int) -> bool:
    """Tell whether what lies inside at `place` is denied or asked there, and stated by itself."""
    before = whole.words[max(0, place - _DENIAL_WORDS) : place]
    if before and before[-1] in _DENIED_BY and any(map(is_negation, before)):
        return True
    return asks(whole) and not asks(part) and len(split_sentences(whole.text)) == 1


def asks(passage: Passage) -> bool:
    """Tell whether a passage ends in a question mark."""
    return bool(_ASKS.search(passage.text))


def likeness(one: Passage, other: Passage) -> float:
    """Return how alike two sentences are: 1 for the same words, 0 for few shared or a conflict.

    The mean of two shares in common: of the words in order, and of the content words in any. The
    first knows "as long as it takes" from "as it takes long", the second forgives "to the security
    of our country" for "to our country, to its security".
    """
    if one.words == other.words and asks(one) == asks(other):
        return 1.0
    content = _content_share(one, other)
    if content < LEAST_CONTENT or in_conflict(one, other):
        return 0.0
    return (_order_share(one, other) + content) / 2


def is_copy(one: Passage, other: Passage) -> bool:
    """Tell whether one is the other but for little words: "he would", where he said "I will"."""
    return (
        min(len(one.content), len(other.content)) >= COPIED_WORDS
        and _content_share(one, other) >= COPIED
        and _order_share(one, other) >= COPIED_ORDER
        and not in_conflict(one, other)
    )


def _content_share(one: Passage, other: Passage) -> float:
    total = len(one.content) + len(other.content)
    return 2 * len(one.content & other.content) / total if total else 0.0


def _order_share(one: Passage, other: Passage) -> float:
    in_order = LCSseq.similarity(one.words, other.words)
    return 2 * in_order / (len(one.words) + len(other.words))


def in_conflict(one: Passage, other: Passage) -> bool:
    """Tell whether one denies or asks what the other says, or fills its frame in another way: with
    other numbers, other names, or other words in one place."""
    if sum(map(is_negation, one.words)) != sum(map(is_negation, other.words)):
        return True
    if asks(one) != asks(other):
        return True
    left, right = one.content - other.content, other.content - one.content
    if not left or not right:
        return False
    return (
        (any(map(is_number, left)) and any(map(is_number, right)))
        or _has_other_name(one, other, left, right)
        or _is_refilled(one, other)
    )


def _has_other_name(
    one: Passage, other: Passage, left: frozenset[str], right: frozenset[str]
) -> bool:
    ours, theirs = _names(one.text) & left, _names(other.text) & right
    return bool(ours and theirs) and not _is_one_name(ours, theirs)


def _is_one_name(ours: Iterable[str], theirs: Collection[str]) -> bool:
    """Tell whether a name of ours is one of theirs in another spelling: Kharkiv, Kharkov."""
    return any(fuzz.ratio(one, other) >= _SAME_NAME for one in ours for other in theirs)


@lru_cache(maxsize=1 << 12)
def _names(text: str) -> frozenset[str]:
    """Return the terms of the capitalised words, the first of each sentence apart."""
    return frozenset(term for name in _NAME.findall(text) for term in terms(name))


def _is_refilled(one: Passage, other: Passage) -> bool:
    """Tell whether two sentences are one frame with other words in one place of it.

    Such are "We need more tanks this spring" and "We need more time this spring"; two wordings of
    one thing seldom differ in one place only.
    """
    start, end = _frame(one.words, other.words)
    ours = set(filter(is_content, one.words[start : len(one.words) - end]))
    theirs = set(filter(is_content, other.words[start : len(other.words) - end]))
    if not ours or not theirs or ours & theirs:
        return False
    if _is_one_name(ours & _capitals(one.text), theirs & _capitals(other.text)):
        return False
    is_long = max(len(one.words), len(other.words)) >= LONG_FRAME
    return not is_long or min(len(ours), len(theirs)) > 1


def _capitals(text: str) -> set[str]:
    return {term for word in re.findall(r"\b[A-Z]\w+", text) for term in terms(word)}


def _frame(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[int, int]:
    """Return how many words both begin with, and how many of the others both end with."""
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    rest = shorter - start
    end = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    return start, end
