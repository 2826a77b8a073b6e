"""The reports of one utterance, each set against the fullest."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.site import queries
from onrecord.site.collate import Stretch, collate
from onrecord.site.reader import Reader, Row


@dataclass(frozen=True, slots=True)
class Printing:
    """One report of an utterance, its words set against the fullest report's."""

    quote: Row
    stretches: list[Stretch]
    is_fullest: bool


async def find_printings(reader: Reader, utterance_id: str) -> list[Printing]:
    """Return every report of an utterance, the fullest first, then by day.

    No report is the fullest where the fullest is put together, from the stretches of one turn.
    """
    printings = [_printing(row) for row in await reader.all(queries.PRINTINGS, utterance_id)]
    return sorted(printings, key=lambda printing: not printing.is_fullest)


def _printing(row: Row) -> Printing:
    stretches = collate(row["text"], row["differences"])
    return Printing(row, stretches, is_fullest=row["text"] == row["fullest"])
