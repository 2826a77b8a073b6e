"""Statements in, the stretches that were said in one breath out: a turn, a post, a paraphrase.

A turn broken by its cue or by a paragraph, and a post cut by its author line, are one unit: nothing
has to be measured to tie their stretches. Units are what families.py compares.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from onrecord.models import Dating, Source, Statement
from onrecord.utterances.likeness import Passage, read_passage, split_sentences

# A quote without a day is compared with what was said in the week up to its publication
UNDATED_DAYS = 7
# Words of a stock phrase prove nothing where the day is known to a month or less
WIDEST_DAYS = 31
_CLOSE_DAYS = 7

Order = tuple[str, str, bool, int, str]  # published, article, not in the headline, place, id
Turn = tuple[Statement, ...]
Nearness = Literal["day", "night", "perhaps"]


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """Stretches of one article that are one saying, in reading order, and what to compare them by.

    `text` has each stretch on a line of its own. `window` holds the first and the last day it may
    have been said on, as ordinals; None where not even the publication has a day. `dated` is False
    where the window is a guess.
    """

    statements: Turn
    text: str
    whole: Passage
    sentences: tuple[Passage, ...]
    window: tuple[int, int] | None
    dated: bool
    order: Order

    @property
    def first(self) -> Statement:
        """The statement it opens with; what they share is read from it."""
        return self.statements[0]

    @property
    def article_id(self) -> str:
        """The article the unit stands in."""
        return self.statements[0].article.id

    @property
    def translated_from(self) -> str | None:
        """The language that its outlet translated it from; None: not known to be a translation."""
        return self.first.article.source.translated_from

    @property
    def is_indirect(self) -> bool:
        """Whether it is a paraphrase."""
        return self.first.quote.kind == "indirect"


def gather_turns(statements: Sequence[Statement]) -> list[Turn]:
    """Return the statements of each unit in reading order, the earliest published unit first."""
    turns: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for number, statement in enumerate(statements):
        quote = statement.quote
        alone = number if quote.kind == "indirect" or quote.inside is not None else -1
        is_post = quote.part == "post"
        turns[statement.article.id, statement.speaker_ids, quote.turn, is_post, alone].append(
            statement
        )
    ordered = (tuple(sorted(turn, key=order_of)) for turn in turns.values())
    return sorted(ordered, key=lambda turn: order_of(turn[0]))


def order_of(statement: Statement) -> Order:
    """Return what statements are sorted by: publication, article, then place, headline first."""
    published = statement.article.source.published or "9999"
    quote = statement.quote
    is_below = quote.part != "headline"
    return published, statement.article.id, is_below, quote.span.start, statement.id


def read_unit(turn: Turn) -> Unit:
    """Return the unit of a turn, ready to be compared."""
    first = turn[0]
    text = "\n".join(statement.quote.text for statement in turn) if turn[1:] else first.quote.text
    whole = read_passage(text)
    parts = split_sentences(text)
    return Unit(
        statements=turn,
        text=text,
        whole=whole,
        sentences=tuple(map(read_passage, parts)) if len(parts) > 1 else (whole,),
        window=_window(first.dating, first.article.source),
        dated=first.dating.start is not None,
        order=order_of(first),
    )


def _window(dating: Dating, source: Source) -> tuple[int, int] | None:
    if dating.start is not None and dating.end is not None:
        return _ordinal(dating.start), _ordinal(dating.end)
    if source.published is None or len(source.published) < len("2023-04-20"):
        return None
    published = _ordinal(source.published)
    return published - UNDATED_DAYS + 1, published


@lru_cache(maxsize=1 << 14)
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def nearness(one: Unit, other: Unit) -> Nearness | None:
    """Tell whether both may be of one day: surely, but for a night, perhaps; None: they can't."""
    if (
        one.window == other.window
        and one.article_id == other.article_id
        and one.first.dating.rule_id == other.first.dating.rule_id
    ):
        return "day"
    if one.window is None or other.window is None:
        return None
    gap = max(one.window[0], other.window[0]) - min(one.window[1], other.window[1])
    days = 1 + max(one.window[1] - one.window[0], other.window[1] - other.window[0])
    if days > WIDEST_DAYS:
        return None
    if one.dated and other.dated:
        # a day's slack: what is said at night in Washington is of the next day in Kyiv
        if gap == 1:
            return "night"
        return None if gap > 1 else "day" if days <= _CLOSE_DAYS else "perhaps"
    return "perhaps" if gap <= 0 else None
