"""The page of one utterance: all its printings, side by side."""

from __future__ import annotations

from typing import Any

from onrecord.site.printings import find_printings
from onrecord.site.reader import Reader, key


async def utterance_vars(reader: Reader, request: Any) -> dict[str, Any]:
    """Return `printings`."""
    return {"printings": await find_printings(reader, key(request))}
