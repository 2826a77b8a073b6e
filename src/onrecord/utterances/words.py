"""Quoted words as they are laid side by side: without case, marks, and the spelling of one country.

A text comes in, its words go out, in order. Refused: to bring words of like meaning together
(terms.py does, to measure; what a reader is shown is every word that differs).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:['’]\w+)*|[&%]")

# American spelling → British: they differ in print, never in what was said. A list, not a rule:
# -ize and -or stand at the end of too many other words (prize, terror).
SPELLINGS = dict(
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


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and where it stands in its text."""

    key: str
    start: int
    end: int


def read_words(text: str) -> list[Word]:
    """Return the words of a text in order, with their places."""
    return [Word(_key(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    folded = word.casefold().replace("’", "'")
    return SPELLINGS.get(folded, folded)
