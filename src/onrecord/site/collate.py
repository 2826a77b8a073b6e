"""Two printings of one utterance, word by word: what they share and where they part.

The words are compared without case, marks and punctuation; they are shown as printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

# A gap longer than this is shown as an ellipsis: a headline keeps three words of sixty, and
# fifty-seven struck-out words would bury them.
LONGEST_GAP = 7


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a collation: `gap` stands for words of the base that were left out, unshown."""

    kind: Literal["same", "only-base", "only-here", "gap"]
    text: str


def collate(base: str, other: str) -> list[Stretch]:
    """Return `other` as stretches, with the words of `base` that it lacks in their places."""
    ours, theirs = base.split(), other.split()
    matcher = SequenceMatcher(None, _keys(ours), _keys(theirs), autojunk=False)
    stretches: list[Stretch] = []
    for operation, i, j, k, m in matcher.get_opcodes():
        if operation == "equal":
            stretches.append(Stretch("same", " ".join(theirs[k:m])))
            continue
        if i < j:
            stretches.append(_missing(ours[i:j]))
        if k < m:
            stretches.append(Stretch("only-here", " ".join(theirs[k:m])))
    return stretches


def _missing(words: list[str]) -> Stretch:
    kind: Literal["gap", "only-base"] = "gap" if len(words) > LONGEST_GAP else "only-base"
    return Stretch(kind, " ".join(words))


def _keys(words: list[str]) -> list[str]:
    return [re.sub(r"[^\w]+", "", word).casefold() or word for word in words]
