"""Words in, which of many written phrases stand in them out, at a cost that their number has no
part in.

A phrase is whole words in any case; `*` ends a stem (weapon* is weapons, weaponry) and `…` stands
for up to three words. Hyphens and spaces are one, a possessive 's is left off, and no phrase goes
over the end of a sentence. What a phrase means is its label's business.
"""

from __future__ import annotations

import re
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
class Tokens:
    """The words, signs and sentence ends of a text, folded, and where each stands in it."""

    text: str
    words: tuple[str, ...]
    places: tuple[re.Match[str], ...]

    def printed(self, start: int, end: int) -> str:
        """Return what stands from one token up to another, as printed."""
        return self.text[self.places[start].start() : self.places[end - 1].end()]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase that stands in some tokens: `start` and `end` count tokens."""

    label: T
    start: int
    end: int


def tokens_of(text: str) -> Tokens:
    """Return the words of a text, and where its sentences end."""
    places = tuple(_TOKEN.finditer(text))
    return Tokens(text, tuple(_folded(place[0]) for place in places), places)


class Phrases(Generic[T]):
    """Phrases in a tree by their words, each with a label.

    What phrases begin alike is looked at once: with a few thousand of them a sentence takes some
    20 µs, and most words of it a single look.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        """File the phrases; one without a word in it is left out."""
        self._root: _Node[T] = _Node()
        for phrase, label in phrases:
            words = _words(phrase)
            if any(word != GAP for word in words):
                node = self._root
                for word in words:
                    node = node.child(word)
                node.labels.append(label)

    def find(self, tokens: Tokens) -> Iterator[Found[T]]:
        """Yield each phrase that stands there once a place, in order of its first word."""
        words, whole, stems = tokens.words, self._root.whole, self._root.stems
        for start, word in enumerate(words):
            # most words begin no phrase: two looks and no call
            if word in whole or word[:2] in stems:
                for node in self._root.after(word):
                    ends: dict[int, Found[T]] = {}
                    for label, end in _walk(node, words, start + 1):
                        ends.setdefault(id(label), Found(label, start, end))
                    yield from ends.values()


class _Node(Generic[T]):
    """Where some phrases have got to: what may come next, and the label of one that ends here."""

    __slots__ = ("gap", "labels", "stems", "whole")

    def __init__(self) -> None:
        self.whole: dict[str, _Node[T]] = {}
        self.stems: dict[str, dict[str, _Node[T]]] = {}  # by their first two letters
        self.gap: _Node[T] | None = None
        self.labels: list[T] = []

    def child(self, word: str) -> _Node[T]:
        """Return the node that a written word leads to, made where it is new."""
        if word == GAP:
            self.gap = self.gap or _Node()
            return self.gap
        if word.endswith("*"):
            stem = word.removesuffix("*")
            return self.stems.setdefault(stem[:2], {}).setdefault(stem, _Node())
        return self.whole.setdefault(word, _Node())

    def after(self, word: str) -> Iterator[_Node[T]]:
        """Yield the nodes that a word of a text leads to."""
        node = self.whole.get(word)
        if node:
            yield node
        for stem, other in self.stems.get(word[:2], {}).items():
            if word.startswith(stem):
                yield other


def _walk(node: _Node[T], words: Sequence[str], at: int) -> Iterator[tuple[T, int]]:
    """Yield the label and the end of each phrase that goes on from a node."""
    for label in node.labels:
        yield label, at
    if node.gap:
        for skipped in _skips(words, at):
            yield from _walk(node.gap, words, at + skipped)
    if at < len(words) and (node.whole or node.stems):
        for other in node.after(words[at]):
            yield from _walk(other, words, at + 1)


def _skips(words: Sequence[str], at: int) -> Iterator[int]:
    """Yield 0, 1, 2, 3: how many words a gap may hold before the sentence ends."""
    for skipped in range(_WIDEST_GAP + 1):
        yield skipped
        if at + skipped >= len(words) or words[at + skipped] in _ENDS:
            return


def _words(phrase: str) -> list[str]:
    """Return the words of a phrase as written, folded like those of a text."""
    parts = re.findall(r"(?:\w+(?:['’]\w+)*|[%€$£])\*?|…", phrase)
    return [f"{_folded(part[:-1])}*" if part.endswith("*") else _folded(part) for part in parts]


def _folded(word: str) -> str:
    word = word.lower()
    return word if word.isalnum() else word.replace("’", "'").removesuffix("'s")
