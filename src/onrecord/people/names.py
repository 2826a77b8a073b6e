"""A name as printed in, the keys under which its spellings meet out.

`exact_key` forgets script, diacritics, case and the order of first name and surname; `sound_key`
also forgets what the habits of transliteration leave open, so that Zelensky, Selenskyj, Zełenski
and Зеленський have one. Refused: to say who is meant (registry.py), and to tell a person's name
from a body's beyond the words they are made of.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from text_unidecode import unidecode

_HANDLE = re.compile(r"(?:(?<!\s)\s+)?\(?@(\w+)\)?")
_APPOSITION = re.compile(r"[,;(].*", re.DOTALL)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_WORD = re.compile(r"[^\s\"“”„«»]+")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_PATRONYMIC = re.compile(r"(?:ovich|evich|ovych|yovych|ovna|evna|ivna|yivna)$")

ARTICLES = frozenset("the a an".split())
# they belong to the surname after them: Ursula von der Leyen
PARTICLES = frozenset("von van der den de da di du del della la le el al bin ibn ter zu".split())
# what stands after one of these is somebody else's or some place's name: a friend of Joe Biden
BINDERS = frozenset("of for to in at by with from and or on over about against near".split())
# of offices: Secretary of State Lee, Minister of Foreign Affairs Lee
MATTERS = frozenset(
    "affairs culture defence defense economy education energy finance foreign health interior"
    " internal justice state trade".split()
)
_GENERATIONS = frozenset("jr sr ii iii iv".split())
# what a bearer may write after a name: Ann Lee MP
_HONOURS = frozenset("mp mep mps kc qc obe cbe kbe gcb phd md esq ret".split())
_INITIALS = re.compile(r"(?:[^\W\d_]\.[-\s]?)+|[^\W\d_]")
# no name starts with one, capital or not: "How Ann Lee", "New Ruritania"
_OPENERS = frozenset(
    "how what why when where who which that if but for as after before while despite both many some"
    " most all other following alongside new like since because watch exclusive breaking".split()
)
_BODY_WORDS = frozenset(
    "academy administration agency alliance army assembly association authority bank board bureau"
    " cabinet campaign capitol center centre chamber church club coalition college command"
    " commission committee company congress convention corporation corps council court department"
    " directorate economics embassy federation fleet force forces foundation front fund government"
    " group headquarters house institute institution journal journalism league ministry mission"
    " monitor movement nations network news newspaper office organisation organization parliament"
    " party police poll post press radio regiment republic school senate service staff syndicate"
    " tank television times treasury tribunal tv union university".split()
)


def read_lines(name: str) -> list[str]:
    """Return the lines of a word list of this room, its comments left out."""
    text = files("onrecord.people").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


ROLES = frozenset(read_lines("roles.txt"))


def spellings(printed: str) -> tuple[str, ...]:
    """Return the names in a line of them, handles left out: "Ann Lee / Анна Ли (@annlee)"."""
    return tuple(part.strip() for part in _HANDLE.sub("", printed).split(" / ") if part.strip())


def handles(printed: str) -> tuple[str, ...]:
    """Return the handles in an author line, in lower case: annlee of "Ann Lee (@AnnLee)"."""
    return tuple(handle.lower() for handle in _HANDLE.findall(printed))


def name_words(printed: str) -> list[str]:
    """Return the words of one name as printed, without articles, marks and what follows a comma.

    A possessive keeps its sign on any word but the last: it ends a body's name, as a role does.
    """
    words = _WORD.findall(_APPOSITION.sub("", printed))
    words = [word for word in words if fold(word)]
    while words and words[0].lower() in ARTICLES:
        words = words[1:]
    while len(words) > 2 and fold(words[-1]) in _GENERATIONS | _HONOURS:
        words = words[:-1]
    return [*words[:-1], _POSSESSIVE.sub("", words[-1])] if words else []


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return the word in lower-case ASCII letters and digits, possessive sign taken off."""
    plain: str = unidecode(_POSSESSIVE.sub("", word.replace("-", " "))).lower()
    return " ".join(_NOT_LETTERS.sub("", part) for part in plain.split())


# Each rule with spellings it brings together; in this order. They are applied to folded words.
_SOUNDS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"tsch|tch|cz", "ch"),  # Klitschko, Klichko
        (r"sch", "sh"),  # Scholz, Sholts
        (r"szk", "sk"),  # Zelenszkij
        (r"w", "v"),  # Wolodymyr, Peskow
        (r"x", "ks"),  # Alexander, Aleksandr
        (r"kh", "h"),  # Mikhail, Mihail
        (r"[jy]", "i"),  # Yermak, Jermak; Zelenskyj, Zelenskiy
        (r"ie", "e"),  # Iermak, Pieskow, Ermak
        (r"ts|tz|z", "s"),  # Zelensky, Selenskyj; Kuznetsov, Kuznezow
        (r"(.)\1+", r"\1"),  # Andrii, Andriy; Zelenskii, Zelenski
        (r"ei$", "i"),  # Andrei, Andrii; Sergei, Sergii
    )
)


@lru_cache(maxsize=65536)
def sound(folded: str) -> str:
    """Return a folded word as its transliterations have it in common."""
    for pattern, replacement in _SOUNDS:
        folded = pattern.sub(replacement, folded)
    return folded


def exact_key(words: list[str]) -> str:
    """Return the key of a name in any script, case or order: Viktor Orbán, ORBAN Viktor."""
    return _join(map(fold, _core(words)))


def sound_key(words: list[str]) -> str:
    """Return the key of a name in any transliteration too; two persons may share one."""
    return _join(sound(fold(word)) for word in _core(words))


def _join(folded: Iterable[str]) -> str:
    return " ".join(sorted(" ".join(folded).split()))


def _core(words: list[str]) -> list[str]:
    """Leave out the middle initials of three words or more, and a patronymic: the one after the
    first name, or that ends a name whose surname comes first."""
    if len(words) < 3:
        return words
    middle = [word for word in words[1:-1] if not is_initials(word) and not _is_patronymic(word)]
    if len(words) == 3 and len(middle) == 1 and _is_patronymic(words[-1]):
        return words[:-1]  # Zelenskyy Volodymyr Oleksandrovych
    return [words[0], *middle, words[-1]]


def _is_patronymic(word: str) -> bool:
    return bool(_PATRONYMIC.search(fold(word)))


def is_initials(word: str) -> bool:
    """Tell whether the word is one or more first letters: V., V.V., J.-P., W."""
    return bool(_INITIALS.fullmatch(unicodedata.normalize("NFC", word)))


def middle_initials(words: list[str]) -> frozenset[str]:
    """Return the letters of the initials between a first name and a surname: h and w of George H.
    W. Bush."""
    return frozenset(c for word in words[1:-1] if is_initials(word) for c in fold(word) if c != " ")


def generation(printed: str) -> str:
    """Return what a name says of father and son: jr of Ann Lee Jr.; empty where it says nothing."""
    words = [fold(word) for word in _WORD.findall(printed)]
    return next((word for word in words[2:] if word in _GENERATIONS), "")


def surname_start(words: list[str]) -> int:
    """Return the index at which the surname of a name starts, particles before it included."""
    at = max(len(words) - 1, 0)
    while at > 0 and fold(words[at - 1]) in PARTICLES:
        at -= 1
    return at


def is_role(word: str) -> bool:
    """Tell whether the word says what somebody is, or whose: President, Ukraine's."""
    return bool(_POSSESSIVE.search(word)) or any(part in ROLES for part in fold(word).split())


def may_be_first_name(word: str) -> bool:
    """Tell whether a capitalised word before a surname may be a first name: not in "But Lee"."""
    folded = fold(word)
    return not is_role(word) and folded not in _OPENERS | ARTICLES | BINDERS | _BODY_WORDS


def without_roles(words: list[str]) -> list[str]:
    """Return what follows the last role in a name: Ukraine's President [Volodymyr Zelenskyy]."""
    last = max((n for n, word in enumerate(words[:-1]) if is_role(word)), default=-1)
    return words[last + 1 :]


def is_personal(words: list[str]) -> bool:
    """Tell whether the words could be the first name and surname of somebody."""
    return (
        2 <= len(words) <= 5
        and all(word[:1].isupper() or fold(word) in PARTICLES for word in words)
        and not all(word.isupper() for word in words)  # a title: RAIN IN RIGA
        and fold(words[0]) not in _OPENERS
        and fold(words[-1]) not in ROLES  # Iowa Democrats
        and not is_body(words)
    )


def is_body(words: list[str]) -> bool:
    """Tell whether the words name a body: Bank of Ruritania, TASS; not Minister of Justice Lee."""
    folded = [fold(word) for word in words]
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
        return True
    if folded[:1] and (folded[0] in _BODY_WORDS or folded[-1] in _BODY_WORDS):
        return True
    return not ROLES & set(folded) and bool((_BODY_WORDS | {"of"}) & set(folded))
