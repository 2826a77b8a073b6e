"""An id that is gone from the input, whose address leads on to another row."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.corrections.reading import Draft, Reading, told
from onrecord.models import CorrectedTable, Correction


def complain(correction: Correction, reading: Reading) -> str | None:
    """Return why an id can't lead on as the correction says, or None."""
    if _table(correction.target, reading):
        return "is still there; remove the correction"
    if correction.after is None or not _table(correction.after, reading):
        return f"{correction.after} is no row's id; give in `after` where the address leads"
    return None


def mark_moved(corrections: Sequence[Correction], draft: Draft) -> None:
    """Take note of where each old address leads."""
    for correction in corrections:
        after = correction.after or ""
        if table := _table(after, draft):
            draft.note(correction, table, correction.target, "moved", after)
        else:
            words = f"{after} was merged or taken down; let the address lead elsewhere"
            draft.problems.append(told(correction, words))


def _table(row_id: str, reading: Reading | Draft) -> CorrectedTable | None:
    """Return the table that has a row of this id; no two have the same."""
    if row_id in reading.statements:
        return "quotes"
    if row_id in reading.articles:
        return "articles"
    return "people" if row_id in reading.people else None
