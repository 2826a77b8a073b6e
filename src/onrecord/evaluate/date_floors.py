"""What the dating may not fall below, kept with the reading's floors under `dates`.

`onrecord evaluate --dates --accept "why"` writes it, with what the libraries give on the same rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from onrecord.evaluate.dates import DateAnswer, date_scores
from onrecord.evaluate.floors import digest, read_floors

NAME = "dates"


def accept_dates(path: Path, gold: Path, answers: Sequence[DateAnswer], why: str) -> None:
    """Write the figures into the floors file as those of the dates."""
    # loading dateparser takes as long as all else that the command line loads
    from onrecord.evaluate.date_libraries import library_figures  # noqa: PLC0415

    floors = read_floors(path)
    floors[NAME] = {
        "why": why,
        "digest": digest(gold),
        "scores": {
            score.kind: {
                "right": score.right,
                "false_days": score.false_days,
                "expressions": score.expressions,
                "count": score.count,
            }
            for score in date_scores(answers)
        },
        "libraries": library_figures(one.case for one in answers),
    }
    path.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def fallen_dates(floors: dict[str, Any], answers: Sequence[DateAnswer]) -> Iterator[str]:
    """Yield a sentence for each kind of row of which fewer are right, or more get a false day."""
    scores = {score.kind: score for score in date_scores(answers)}
    for kind, floor in floors["scores"].items():
        score = scores.get(kind)
        if score is None or score.right < floor["right"]:
            yield f"{kind}: {score.right if score else 0} right, once {floor['right']}"
        elif score.false_days > floor["false_days"]:
            yield f"{kind}: {score.false_days} false days, once {floor['false_days']}"
