"""Texts that are hard for one regular expression, made from its own parts.

A pattern is slow where a long stretch can be begun at many places, or divided in many ways, before
the end shows that nothing matches. So each part that may repeat is repeated, after what leads up to
it, and the text ends in what the pattern can't take.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any, NamedTuple

_parser: Any = import_module("re._parser")
REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
# one of each class that patterns tell apart
USUAL = "a A1 ,\n“.-"
# what few patterns end in
BAD_ENDS = ("\0", " a", "\n\n", "")
# of an alternation with hundreds of words a few stand for all: they end in the same place
BRANCHES = 4
MOST = 200  # texts for one pattern

KINDS: dict[str, Callable[[str], bool]] = {
    "DIGIT": str.isdigit,
    "SPACE": str.isspace,
    "WORD": lambda one: one.isalnum() or one == "_",
}
Node = tuple[Any, Any]


class Text(NamedTuple):
    """A text of any size: the stretch repeated between a head and an end."""

    head: str
    stretch: str
    end: str

    def of(self, size: int) -> str:
        """Return the text with about so many characters."""
        return self.head + self.stretch * (size // len(self.stretch)) + self.end

    def __str__(self) -> str:
        return f"{self.head!r} + {self.stretch!r} * n + {self.end!r}"


def texts(pattern: str, flags: int) -> Iterator[Text]:
    """Yield the texts for a pattern, those of its repeated parts among the first."""
    tree = _parser.parse(pattern, flags)
    letters = _letters(tree)
    whole = _sample(tree)
    made = itertools.chain(
        (Text("", stretch, end) for stretch in letters for end in BAD_ENDS[:2]),
        (Text("", stretch, end) for stretch in {whole, whole[:-1], whole[1:]} for end in BAD_ENDS),
        _pumped(tree, ""),
        (Text("", "".join(pair), BAD_ENDS[0]) for pair in itertools.permutations(letters[:6], 2)),
    )
    seen = set()
    for text in made:
        if text.stretch and text not in seen:
            seen.add(text)
            yield text
            if len(seen) == MOST:
                return


def _pumped(tree: Iterable[Node], before: str) -> Iterator[Text]:
    """Yield texts in which one repeated part of the pattern is repeated often."""
    for node in tree:
        name, value = str(node[0]), node[1]
        if name in REPEATS:
            _, most, body = value
            if int(most) > 1:
                for piece in _variants(body):
                    for end in BAD_ENDS:
                        yield Text(before, piece, end)
                        yield Text("", before + piece, end)
            yield from _pumped(body, before)
        else:
            for inner in _inner(node):
                yield from _pumped(inner, before)
        before += _sample([node])


def _inner(node: Node) -> Sequence[Iterable[Node]]:
    """Return the parts that a group, a look-around or an alternation holds."""
    name, value = str(node[0]), node[1]
    if name == "SUBPATTERN":
        return [value[3]]
    if name == "ATOMIC_GROUP":
        return [value]
    if name == "BRANCH":
        return list(value[1])[:BRANCHES]
    if name in ("ASSERT", "ASSERT_NOT"):
        return [value[1]]
    return []


def _variants(tree: Iterable[Node]) -> list[str]:
    """Return a few short texts that part of a pattern may match."""
    nodes = list(tree)
    if len(nodes) == 1 and str(nodes[0][0]) == "IN":
        return _of_class(nodes[0][1])
    return [_sample(nodes, which) for which in range(3)]


def _sample(tree: Iterable[Node], which: int = 0) -> str:
    """Return a short text that a pattern may match, look-arounds left out."""
    return "".join(_one(node, which) for node in tree)


def _one(node: Node, which: int) -> str:
    name, value = str(node[0]), node[1]
    if name == "LITERAL":
        return chr(int(value))
    if name == "NOT_LITERAL":
        return "a" if value != ord("a") else "b"
    if name == "ANY":
        return "a ."[which]
    if name == "IN":
        taken: list[str] = _of_class(value)
        return taken[which % len(taken)]
    if name in REPEATS:
        least, most, body = value
        return _sample(body, which) * max(int(least), min(which, int(most)))
    if name == "BRANCH":
        return _sample(value[1][which % len(value[1])], which)
    inner = [] if name.startswith("ASSERT") else _inner(node)
    return "".join(_sample(part, which) for part in inner)


def _of_class(members: Sequence[Node]) -> list[str]:
    """Return a few characters that a class takes."""
    named = [chr(v) for n, v in members if str(n) == "LITERAL"]
    named += [chr(v[0]) for n, v in members if str(n) == "RANGE"]
    fits = [one for one in (*USUAL, *named) if _in_class(one, members)]
    return fits[:6] or ["a"]


def _in_class(one: str, members: Sequence[Node]) -> bool:
    negated = str(members[0][0]) == "NEGATE"
    return negated != any(_is_member(one, node) for node in members)


def _is_member(one: str, node: Node) -> bool:
    name, value = str(node[0]), node[1]
    if name == "LITERAL":
        return bool(ord(one) == value)
    if name == "RANGE":
        return bool(value[0] <= ord(one) <= value[1])
    if name == "CATEGORY":
        category = str(value).removeprefix("CATEGORY_")
        kind = KINDS[category.removeprefix("NOT_")]
        return kind(one) != category.startswith("NOT_")
    return False


def _letters(tree: Iterable[Node]) -> list[str]:
    """Return the characters a pattern tells apart, one of each of its classes and literals."""
    found = dict.fromkeys(USUAL)
    nodes = list(tree)
    while nodes:
        node = nodes.pop()
        name, value = str(node[0]), node[1]
        if name == "LITERAL" and not chr(value).isalnum():
            found[chr(value)] = None
        if name == "IN":
            found.update(dict.fromkeys(_of_class(value)))
        nodes += value[2] if name in REPEATS else itertools.chain(*_inner(node))
    return list(found)[:24]
