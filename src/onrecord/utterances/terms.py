"""Quoted words as ties are measured: what two reports of one saying print in one another's place
made one term.

A text comes in, its terms go out, in order. Contractions are opened ("we'll": we, will), numbers
are figures ("thirty-one": 31), endings are cut ("works", "working"), and the words of a line of
alike.txt are one. Refused: to bring together what changes the sense; a negation is always a term.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import snowballstemmer  # type: ignore[import-untyped]  # the library has no annotations

from onrecord.utterances.words import SPELLINGS

GAP = "…"  # words left out by the report itself
_TERM = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d]\w*(?:['’]\w+)*|[&%]|\.{3}|…")

# Stock phrases that are one word elsewhere; in each the negation turns nothing round
_PHRASES = (
    (re.compile(r"\bif not\b(?=,)", re.IGNORECASE), "otherwise"),
    (re.compile(r"\bno matter (how|what|who|where|when)\b", re.IGNORECASE), "however"),
    (re.compile(r"\b(?:there is )?no doubt\b", re.IGNORECASE), "certain"),
    # the phrase of these years, as translators put it
    (
        re.compile(
            r"\bas long as (?:it takes|(?:it(?:['’]s| is) |is )?(?:necessary|needed|required))\b",
            re.IGNORECASE,
        ),
        "as long as necessary",
    ),
    (re.compile(r"\bcease-fire\b", re.IGNORECASE), "ceasefire"),
    (re.compile(r"\bper cent\b", re.IGNORECASE), "percent"),
    (re.compile(r"(?:['’]m|['’]re|['’]s|\b(?:am|is|are)) going to\b", re.IGNORECASE), " will"),
    (re.compile(r"(?:^|(?<=[.!?] ))No, ", re.IGNORECASE), ""),
)
_NEEDS_PHRASES = re.compile(r"if not|\bno\b|as long as|cease-|per cent|going to", re.IGNORECASE)

NEGATIONS = frozenset("not no never neither nobody nothing none without".split())
_FUNCTION_WORDS = NEGATIONS | frozenset(
    "a an the this that these those and or but if then so as than of in on at to for from by with"
    " about into over under up down out off again i we you he she it they me us him her them my our"
    " your his its their mine ours yours myself ourselves himself herself itself themselves own"
    " who whom whose which what when where why how is are was were be been being am do does did"
    " done have has had having will would shall should can could may might must there here just"
    " only also too very more most much many some any all both each every nor anything something"
    " anybody somebody someone".split()
)
_OPENED = {
    "cannot": ("can", "not"),
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("will", "not"),
    "shall": ("will",),
    "let's": ("let", "us"),
    "nobody": ("no", "one"),
    "%": ("percent",),
    "&": ("and",),
    "...": (GAP,),
    **{
        f"{prefix}{stem}": ("not", stem)
        for prefix, stems in {
            "im": "possible",
            "un": "able acceptable avoidable clear likely ready thinkable true willing",
        }.items()
        for stem in stems.split()
    },
}
_ENDINGS = {"'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "would"}
_IS_AFTER = frozenset("it that there here what who he she where how".split())

_UNITS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_UNITS += " sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: str(number) for number, word in enumerate(_UNITS.split(), start=2)}
NUMBERS |= {word: str(10 * number) for number, word in enumerate(_TENS.split(), start=2)}
# words that are numbers of their own: half is not a third, the first not the second
_OTHER_NUMBERS = frozenset(
    "half third quarter first second fourth fifth hundred thousand million billion dozen".split()
)
_ROUND = frozenset(NUMBERS[word] for word in _TENS.split())
_TIMES = {"hundred": 100, "thousand": 1000}
_PARTS = _ROUND | _TIMES.keys()


def terms(text: str) -> tuple[str, ...]:
    """Return the terms of a text, in order."""
    if _NEEDS_PHRASES.search(text):
        for phrase, word in _PHRASES:
            text = phrase.sub(word, text)
    found: list[str] = []
    for word in _TERM.findall(text):
        found += _terms_of(word)
    return tuple(found if _PARTS.isdisjoint(found) else _added(found))


def is_content(term: str) -> bool:
    """Tell whether a term carries something of its own: not "the", "we", "would"."""
    return term not in _FUNCTION_WORDS and term != GAP


def is_number(term: str) -> bool:
    """Tell whether a term counts or measures something."""
    return term in _OTHER_NUMBERS or term[:1].isdigit()


def is_negation(term: str) -> bool:
    """Tell whether a term turns its sentence round: not, never, nothing."""
    return term in NEGATIONS


@lru_cache(maxsize=1 << 18)
def _terms_of(word: str) -> tuple[str, ...]:
    """Return the terms of one word: two for a contraction."""
    folded = word.casefold().replace("’", "'")
    if opened := _OPENED.get(folded):
        return tuple(map(_term, opened))
    if folded.endswith("n't"):
        return (_term(folded[:-3]), "not")
    stem, mark, ending = folded.rpartition("'")
    if mark and (also := _ENDINGS.get(mark + ending)):
        return (_term(stem), also)
    if mark and ending == "s":
        return (stem, "is") if stem in _IS_AFTER else (_term(stem),)
    return (_term(folded),)


def _term(word: str) -> str:
    if word in NUMBERS:
        return NUMBERS[word]
    if word[:1].isdigit():
        return re.sub(r",(?=\d{3}(?!\d))", "", word)
    if word in _FUNCTION_WORDS or word in _OTHER_NUMBERS:
        return word
    return _stem(SPELLINGS.get(word, word))


def _stem(word: str) -> str:
    stem = str(_STEMMER.stemWord(word))
    return _ALIKE.get(stem, stem)


def _added(found: list[str]) -> list[str]:
    """Return the terms with the words of one number as one: 30, 1 → 31; 23, thousand → 23000."""
    added: list[str] = []
    for term in found:
        before = added[-1] if added and added[-1].isdigit() else ""
        unit = "1" if term == "one" else term
        if before in _ROUND and len(unit) == 1 and unit.isdigit():
            added[-1] = str(int(before) + int(unit))
        elif before and term in _TIMES:
            added[-1] = str(int(before) * _TIMES[term])
        else:
            added.append(term)
    return added


def _read_alike() -> dict[str, str]:
    """Return for each stem of alike.txt the stem that opens its line."""
    lines = Path(__file__).with_name("alike.txt").read_text(encoding="utf-8").splitlines()
    found: dict[str, str] = {}
    for line in lines:
        if not line.startswith("#"):
            stems = [_STEMMER.stemWord(word) for word in line.split()]
            found |= dict.fromkeys(stems, stems[0])
    return found


_STEMMER = snowballstemmer.stemmer("english")
_ALIKE = _read_alike()
