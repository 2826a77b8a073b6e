"""`?_speaker=…`: the table of quotes narrowed to one person's, joint statements with others too.

Datasette's own way over another table, `_through`, gives no rows beside any other argument: both
call their value p0.
"""

from __future__ import annotations

from typing import Any

from datasette.filters import FilterArguments

SPEAKER = "_speaker"
_OF_SPEAKER = "id in (select quote_id from quote_speakers where person_id = :of_speaker)"


def narrow(request: Any, table: str) -> Any:
    """Return what `_speaker` asks of the table of quotes; None where it isn't asked."""
    speaker = request.args.get(SPEAKER)
    if table != "quotes" or not speaker:
        return None
    return FilterArguments([_OF_SPEAKER], {"of_speaker": speaker}, [f"said by {speaker}"])
