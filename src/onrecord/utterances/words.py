"""Quoted words as they are compared: without case, marks, and the spelling of one country.

A text comes in, its words go out, in order. Refused: to bring words of like meaning together,
with one exception below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"\w+(?:['’]\w+)*|&")
# "if not," opens a sentence as "otherwise," does; as two words it would read as a negation
_IF_NOT = re.compile(r"\bif not\b(?=,)", re.IGNORECASE)

# American spelling → British: they differ in print, never in what was said. A list, not a rule:
# -ize and -or stand at the end of too many other words (prize, terror).
_SPELLINGS = dict(
    pair.split("/")
    for pair in (
        "armor/armour armored/armoured authorize/authorise behavior/behaviour canceled/cancelled"
        " center/centre color/colour defense/defence demilitarization/demilitarisation"
        " emphasize/emphasise favor/favour favorable/favourable fulfill/fulfil harbor/harbour"
        " honor/honour honored/honoured kiev/kyiv labor/labour license/licence maneuver/manoeuvre"
        " mobilization/mobilisation mobilize/mobilise modernize/modernise neighbor/neighbour"
        " neighbors/neighbours offense/offence organization/organisation"
        " organizations/organisations program/programme realize/realise recognize/recognise"
        " recognized/recognised recognizes/recognises rigor/rigour rumor/rumour"
        " skeptical/sceptical toward/towards traveled/travelled traveling/travelling &/and"
    ).split()
)

NEGATIONS = frozenset("not no never nor nobody nothing none without cannot can't".split())
_FUNCTION_WORDS = NEGATIONS | frozenset(
    "a an the this that these those and or but if then so as than of in on at to for from by with"
    " about into over under up down out off again i we you he she it they me us him her them my our"
    " your his its their mine ours yours who whom whose which what when where why how is are was"
    " were be been being am do does did done have has had having will would shall should can could"
    " may might must there here just only also too very more most much many some any all both each"
    " it's that's there's i'm we're you're they're he's she's we've i've".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and where it stands in its text."""

    key: str
    start: int
    end: int


def read_words(text: str) -> list[Word]:
    """Return the words of a text in order, with their places."""
    return [Word(_key(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]


def word_keys(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared, in order."""
    return tuple(map(_key, _WORD.findall(_IF_NOT.sub("otherwise", text))))


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    folded = word.casefold().replace("’", "'")
    return _SPELLINGS.get(folded, folded)


def is_content(key: str) -> bool:
    """Tell whether a word carries something of its own: not "the", "we", "would"."""
    return key not in _FUNCTION_WORDS


def is_negation(key: str) -> bool:
    """Tell whether a word turns its sentence round: not, never, doesn't."""
    return key in NEGATIONS or key.endswith("n't")
