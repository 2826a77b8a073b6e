"""The page of one quote: who, when, where, how it was read, and its other printings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.site import queries
from onrecord.site.context import Piece, in_context
from onrecord.site.printings import Printing, find_printings
from onrecord.site.reader import Reader, Row, key


@dataclass(frozen=True, slots=True)
class QuotePage:
    """What the page of one quote shows."""

    quote: Row
    sentence: list[Piece]
    rule: Row | None
    date_rule: Row | None
    candidates: list[Row]
    topics: list[Row]
    printings: list[Printing]


async def quote_vars(reader: Reader, request: Any) -> dict[str, Any]:
    """Return `quote_page`; nothing for a quote that isn't there."""
    quote = await reader.one(queries.ONE_QUOTE, key(request))
    if quote is None:
        return {}
    return {
        "quote_page": QuotePage(
            quote=quote,
            sentence=in_context(quote),
            rule=await reader.one(queries.RULE, quote["rule_id"]),
            date_rule=await reader.one(queries.RULE, quote["date_rule"]),
            topics=await reader.all(queries.QUOTE_TOPICS, quote["id"]),
            candidates=await reader.all(queries.CANDIDATES, quote["id"]),
            printings=await find_printings(reader, quote["utterance_id"]),
        )
    }
