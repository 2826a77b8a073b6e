"""What somebody types into a search box in, an expression for SQLite's full-text search out.

Words must all occur, "words in marks" must stand together, and a star ends the beginning of a word
(member*). Every other sign only parts words, so that no input is an error.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# A phrase, its end mark forgotten or not, or a run of anything else; as typed or as typeset.
_PART = re.compile(r'["“”„«]([^"“”„«»]*)["“”„»]?|([^\s"“”„«»]+)')
_WORD = re.compile(r"\w+")
MOST_TERMS = 12  # more are a text, and cost a look-up each


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase that is looked for; `is_prefix` where only its beginning is given."""

    text: str
    is_prefix: bool = False

    def expression(self) -> str:
        """Return the term as FTS5 writes it; it holds letters, digits and spaces only."""
        return f'"{self.text}"*' if self.is_prefix else f'"{self.text}"'


def read_terms(typed: str) -> tuple[Term, ...]:
    """Return the terms of a search, none where nothing in it is a word."""
    terms: list[Term] = []
    for phrase, run in _PART.findall(typed):
        words = _WORD.findall(phrase or run)
        if words:
            terms.append(Term(" ".join(words), is_prefix=run.endswith("*")))
    return tuple(dict.fromkeys(terms))[:MOST_TERMS]


def all_of(terms: Sequence[Term]) -> str:
    """Return the expression that every term must occur."""
    return " AND ".join(term.expression() for term in terms)


def any_of(terms: Sequence[Term]) -> str:
    """Return the expression that some word of some term must occur."""
    words = dict.fromkeys(word for term in terms for word in term.text.split())
    return " OR ".join(f'"{word}"' for word in words)
