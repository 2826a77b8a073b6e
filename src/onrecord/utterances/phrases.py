"""Words in, which of many written phrases stand in them out, at a cost that their number has no
part in.

A phrase is whole words in any case; `*` ends a stem (weapon* is weapons, weaponry) and `…` stands
for up to three words. Hyphens and spaces are one, a possessive 's is left off, and no phrase goes
over the end of a sentence. What a phrase means is its label's business.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

GAP = "…"
# "opposed to any kind of membership": with four, phrases begin to join clauses
_WIDEST_GAP = 3
_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[%€$£]|[.!?;:](?=\W|$)")
_ENDS = frozenset(".!?;:")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign or the end of a sentence, folded; the span counts in the text it is from."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase that stands in some tokens: `start` and `end` count tokens."""

    label: T
    start: int
    end: int


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words of a text, and where its sentences end."""
    return tuple(Token(_folded(m[0]), m.start(), m.end()) for m in _TOKEN.finditer(text))


class Phrases(Generic[T]):
    """Phrases by their first word, each with a label."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        """File the phrases; a phrase without a word in it is left out."""
        self._whole: dict[str, list[tuple[list[str], T]]] = defaultdict(list)
        self._stems: dict[str, list[tuple[list[str], T]]] = defaultdict(list)
        for phrase, label in phrases:
            words = _words(phrase)
            if words:
                filed = self._stems if words[0].endswith("*") else self._whole
                filed[words[0].removesuffix("*")].append((words[1:], label))
        self._lengths = sorted({len(stem) for stem in self._stems})

    def find(self, tokens: Sequence[Token]) -> Iterator[Found[T]]:
        """Yield each phrase that stands there, in order of its first word."""
        for at, token in enumerate(tokens):
            for rest, label in self._begun_by(token.word):
                end = _end(tokens, at + 1, rest)
                if end:
                    yield Found(label, at, end)

    def _begun_by(self, word: str) -> Iterator[tuple[list[str], T]]:
        yield from self._whole.get(word, ())
        for length in self._lengths:
            if length > len(word):
                return
            yield from self._stems.get(word[:length], ())


def _end(tokens: Sequence[Token], at: int, rest: Sequence[str]) -> int | None:
    """Return where the rest of a phrase ends that goes on at a token; None: it does not."""
    if not rest:
        return at
    if rest[0] == GAP:
        ends = (_end(tokens, at + skipped, rest[1:]) for skipped in _skips(tokens, at))
        return next((end for end in ends if end), None)
    if at < len(tokens) and _is(tokens[at].word, rest[0]):
        return _end(tokens, at + 1, rest[1:])
    return None


def _skips(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """Yield 0, 1, 2, 3: how many words a gap may hold before the sentence ends."""
    for skipped in range(_WIDEST_GAP + 1):
        yield skipped
        if at + skipped >= len(tokens) or tokens[at + skipped].word in _ENDS:
            return


def _is(word: str, written: str) -> bool:
    stem = written.removesuffix("*")
    return word == stem or (stem != written and word.startswith(stem))


def _words(phrase: str) -> list[str]:
    """Return the words of a phrase as written, folded like those of a text."""
    parts = re.findall(r"(?:\w+(?:['’]\w+)*|[%€$£])\*?|…", phrase)
    return [f"{_folded(part[:-1])}*" if part.endswith("*") else _folded(part) for part in parts]


def _folded(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")
