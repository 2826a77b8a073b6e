"""Two units of one voice in, how surely they are one saying out.

The days must agree, and the words of one lie inside the other's or reword them; the less sure the
days are, the more must the words prove. Refused: paraphrases that are not word for word alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from onrecord.utterances.likeness import (
    Passage,
    is_copy,
    is_turned_round,
    likeness,
    place_inside,
)
from onrecord.utterances.units import Nearness, Unit, nearness
from onrecord.utterances.words import read_words

# The least two sentences must be alike where the days agree, and where they only may agree.
# Development pairs: rewordings reach .63 and more, the likest of other sentences .49
REWORDED = 0.62
REWORDED_ON_SOME_DAY = 0.85
# Three content words prove less than four
_FEW, _REWORDED_IN_FEW = 4, 0.75
INSIDE = 2.0  # the measure of words that lie inside others: above any likeness
# Words, and content words of them, that tell a saying where they lie inside another. On one day
# three words will do; on days that only may agree a stock phrase has up to six, and on two days
# that follow each other a whole sentence may be said again
_ENOUGH = {"day": (3, 2), "perhaps": (6, 3), "night": (10, 5)}
# In one article any words of the other tell, but of so few each must be the very word
_TELLING = 3
# A fragment is quoted for its words: fewer of them tell, if they stand unbroken in the other
_ENOUGH_OF_A_FRAGMENT = ((2, 2), (4, 1))


def measure(unit: Unit, longer: Unit) -> float:
    """Return how surely two units of one voice are one saying; 0: they are not to be tied.

    INSIDE where all words of the shorter lie inside the longer, else the likeness of their most
    alike sentences.
    """
    near = nearness(unit, longer)
    if near is None or unit.whole.content.isdisjoint(longer.whole.content):
        return 0.0
    if unit.is_indirect or longer.is_indirect:
        return float(near != "night" and is_copy(unit.whole, longer.whole))
    place = place_inside(unit.whole, longer.whole)
    if place is not None and _is_stated(unit, longer, place):
        return INSIDE if _is_enough(unit, longer, near) else 0.0
    # a speech repeats its own phrases: in one article only a headline or a post rewords the body
    in_one_article = unit.article_id == longer.article_id
    is_repeat = in_one_article and unit.first.quote.part == longer.first.quote.part
    best = max(_sentence_measure(*pair, near, is_repeat=is_repeat) for pair in _pairs(unit, longer))
    return best if best >= (REWORDED if near == "day" else REWORDED_ON_SOME_DAY) else 0.0


def _pairs(unit: Unit, longer: Unit) -> Iterator[tuple[Passage, Passage]]:
    """Yield each sentence of one with each of the other, and the wholes where one report has put a
    stop where the other has none."""
    yield from product(unit.sentences, longer.sentences)
    if len(unit.sentences) != len(longer.sentences):
        yield unit.whole, longer.whole


def _is_stated(unit: Unit, longer: Unit, place: int) -> bool:
    """Tell whether the longer says the words too: a fragment has no sense of its own to turn."""
    return unit.first.quote.kind == "mixed" or not is_turned_round(unit.whole, longer.whole, place)


def _is_enough(unit: Unit, longer: Unit, near: Nearness) -> bool:
    """Tell whether words are enough to know the other saying by that they lie inside."""
    words, content = len(unit.whole.words), len(unit.whole.content)
    if near == "day" and unit.article_id == longer.article_id:
        return words >= _TELLING or _is_printed_in(unit.whole, longer.whole)
    least_words, least_content = _ENOUGH[near]
    if words >= least_words and content >= least_content:
        return True
    return (
        near == "day"
        and unit.first.quote.kind == "mixed"
        and any(words >= least and content >= own for least, own in _ENOUGH_OF_A_FRAGMENT)
        and _is_unbroken(unit.whole, longer.whole)
    )


def _is_unbroken(part: Passage, whole: Passage) -> bool:
    return f" {' '.join(part.words)} " in f" {' '.join(whole.words)} "


def _is_printed_in(part: Passage, whole: Passage) -> bool:
    """Tell whether the very words are printed in the other: "doable" is not "possible"."""
    ours, theirs = ([word.key for word in read_words(one.text)] for one in (part, whole))
    return f" {' '.join(ours)} " in f" {' '.join(theirs)} "


def _sentence_measure(one: Passage, other: Passage, near: Nearness, *, is_repeat: bool) -> float:
    """Return how alike two sentences are; 0 where they are too short to prove anything."""
    part, whole = sorted((one, other), key=lambda passage: len(passage.words))
    least_words, least_content = _ENOUGH["night" if near == "night" else "perhaps"]
    if len(part.content) < 3 or (near == "night" and len(part.content) < least_content):
        return 0.0
    place = place_inside(part, whole) if len(part.words) >= least_words else None
    if place is not None:
        return float(not is_turned_round(part, whole, place))
    alike = 0.0 if is_repeat else likeness(one, other)
    is_enough = min(len(one.content), len(other.content)) >= _FEW or alike >= _REWORDED_IN_FEW
    return alike if is_enough else 0.0
