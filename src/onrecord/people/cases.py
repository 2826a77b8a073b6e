"""A Slavic name in any case in, the forms it may have in the nominative out: Зеленского, Путіна.

By the endings of the declensions of Russian, Ukrainian, Belarusian and Bulgarian names in Cyrillic,
and of the names in -ski in Polish, Czech and Slovak. Of other names in Latin letters nothing is
taken off: Lavrova is a woman's name as well as a case of Lavrov. Refused: to say which of the forms
is a name; the registry knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

_CYRILLIC = re.compile(r"[Ѐ-ӿ’'ʼ-]+")
_MOST = 64  # readings of one name; a name of three words has few

# Endings of the other cases, and what the nominative may end in instead. A man's name ends in a
# consonant (Путин), -ий, -ый, -ой (Зеленский, Толстой), -о (Порошенко), -а, -я (Дуда, Илья), -ь
# (Игорь), -й (Сергей); a woman's in -а, -я (Мария), -ая (Зеленская). A wrong reading is nobody's
# name, so a few too many do no harm.
_CYRILLIC_ENDINGS = {
    "ого": "ий ый ой",
    "ому": "ий ый ой",
    "им": "ий -",
    "ым": "ый -",
    "ом": "- о ий",
    "ой": "а ая",
    "ої": "а",
    "ою": "а",
    "ую": "ая",
    "ій": "а",
    "ові": "- о",
    "еві": "- ь й",
    "єві": "й",
    "ем": "- ь й о",
    "ём": "ь й",
    "єм": "й",
    "ей": "я а",
    "ею": "я а",
    "єю": "я",
    "а": "- о",
    "я": "ь й",
    "у": "- о а",
    "ю": "ь й я",
    "е": "- а",
    "і": "- а",
    "ї": "я й",
    "и": "а я",
    "ы": "а",
}
_LATIN_LETTERS = re.compile(r"(?P<stem>\w{2,}[sc]k)(?:iego|iemu|im|ého|ému|ým|em)")


@lru_cache(maxsize=4096)
def nominatives(word: str) -> tuple[str, ...]:
    """Return the word itself and what it may be a case of, the likeliest first."""
    return tuple(dict.fromkeys((word, *_readings(word))))


def readings(words: list[str]) -> Iterator[list[str]]:
    """Yield the names that a name may be a case of, itself left out: at most 64.

    A first name in Latin letters is in the case that its surname shows: Volodymyra Zelenského.
    """
    shown = any(map(_LATIN_LETTERS.fullmatch, words))
    forms = [
        (*nominatives(word), *([word[:-1]] if shown and word[-1] == "a" else ())) for word in words
    ]
    for reading in islice(product(*forms), 1, _MOST):
        yield list(reading)


def _readings(word: str) -> Iterator[str]:
    if _CYRILLIC.fullmatch(word):
        for ending, nominative in _CYRILLIC_ENDINGS.items():
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= 2:
                yield from (stem + other.strip("-") for other in nominative.split())
    elif match := _LATIN_LETTERS.fullmatch(word):
        yield from (match["stem"] + ending for ending in ("i", "ý", "y"))
