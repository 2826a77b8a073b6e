"""A page and the digest that retells it: they must agree on who said what in marks.

The digest is read by the same engine as the page. Where its author miscopied a word, or the engine
reads one of the two wrongly, the two differ, and the build stops rather than publish either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.ids import spoken_words
from onrecord.models import Statement

Key = tuple[str, ...]


def disagreements(page: Sequence[Statement], digest: Sequence[Statement]) -> Iterator[str]:
    """Give a sentence for each direct or mixed quote that page and digest don't share."""
    printed, retold = _quoted(page), _quoted(digest)
    for key in dict.fromkeys([*printed, *retold]):
        here, there = printed.get(key), retold.get(key)
        if there is None and here is not None:
            yield f"{_named(here)}: the digest lacks it"
        elif here is None and there is not None:
            yield f"{_named(there)}: only the digest has it"
        elif here and there and here.speaker_ids != there.speaker_ids:
            yield f"{_named(here)}: the digest's speaker is {_speakers(there)}"


def place_in_summary(page: Sequence[Statement], digest: Sequence[Statement]) -> list[Statement]:
    """Return the page's statements, each with the place of its words in the digest's body."""
    retold = {_key(statement): statement for statement in digest}
    return [_placed(statement, retold.get(_key(statement))) for statement in page]


def _placed(statement: Statement, told: Statement | None) -> Statement:
    if told is None or told.quote.part == "headline":
        return statement
    return replace(statement, summary_span=told.quote.span)


def _quoted(statements: Sequence[Statement]) -> dict[Key, Statement]:
    return {_key(s): s for s in statements if s.quote.kind != "indirect"}


def _key(statement: Statement) -> Key:
    return (statement.quote.part, *spoken_words(statement.quote.text))


def _named(statement: Statement) -> str:
    quote = statement.quote
    return f"{statement.article.id}, {quote.part}, “{quote.text}” ({_speakers(statement)})"


def _speakers(statement: Statement) -> str:
    return " and ".join(statement.speaker_ids) or "nobody"
