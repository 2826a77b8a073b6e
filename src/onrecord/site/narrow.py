"""`?_speaker=…`: the table of quotes narrowed to one person's, joint statements with others too.

Datasette's own way over another table, `_through`, gives no rows beside any other argument: both
call their value p0.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from datasette.filters import FilterArguments

from onrecord.site.reader import DATABASE

SPEAKER = "_speaker"
_NAMED_LATER = "select quote_id from quote_speakers where person_id = :of_speaker and named > 1"
_OF_SPEAKER = f"(speaker_id = :of_speaker or id in ({_NAMED_LATER}))"
# most are never named second, and their quotes are counted already
_OF_FIRST_SPEAKER = "speaker_id = :of_speaker"


def narrow(
    datasette: Any, database: str, table: str, speaker: str | None
) -> Callable[[], Awaitable[FilterArguments]] | None:
    """Return what gives the condition on the table of quotes; None where no speaker is asked."""
    if (database, table) != (DATABASE, "quotes") or not speaker:
        return None
    values = {"of_speaker": speaker}

    async def arguments() -> FilterArguments:
        later = await datasette.execute(DATABASE, f"{_NAMED_LATER} limit 1", values)
        condition = _OF_SPEAKER if later.rows else _OF_FIRST_SPEAKER
        return FilterArguments([condition], values, [f"said by {speaker}"])

    return arguments
