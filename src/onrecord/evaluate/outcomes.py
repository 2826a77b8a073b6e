"""How the reading of one article compares with its marks: what was wanted, what was given.

Every measure is a count over these records, and every list of errors a choice of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.evaluate.records import GoldArticle, GoldAttribution
from onrecord.models import Span
from onrecord.said import Said


@dataclass(frozen=True, slots=True)
class Wanted:
    """A stretch in marks, or an indirect statement, that people marked, and how it was read."""

    attribution: GoldAttribution
    spans: tuple[Span, ...]  # one for a stretch in marks
    words: int
    is_exact: bool  # nearly the same stretch was read, one to one
    is_found: bool  # at least half of its letters were
    is_right: bool | None  # found, and given to its source; None: no source is marked
    is_named: bool | None  # given to the person of that name; None: not found
    best: Said | None  # the quote that has most of it


@dataclass(frozen=True, slots=True)
class Given:
    """A stretch in marks, or an indirect statement, that was read, and what people marked there."""

    said: Said
    span: Span
    words: int
    is_exact: bool
    is_found: bool  # at least half of its letters are marked
    is_right: bool | None  # found, and the source too; None: none is marked, but one was given
    marked: GoldAttribution | None  # the attribution that has most of it; None: not found


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article: what people marked and what was read, in marks and not."""

    article: GoldArticle
    wanted_pieces: tuple[Wanted, ...]
    given_pieces: tuple[Given, ...]
    wanted_statements: tuple[Wanted, ...]
    given_statements: tuple[Given, ...]
    nested: tuple[bool, ...]  # of each marked quote inside another: was it read as such?
