"""What the engine's reading may not fall below, with the digest of the texts it was measured on.

The file is written by `onrecord evaluate --accept "why"`; the tests hold the reading to it. Figures
measured on other texts can't be compared, so a digest that differs is a finding of its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.evaluate.evaluation import Evaluation
from onrecord.evaluate.measures import Score
from onrecord.inputs import input_sha256

FLOORS = Path("tests/evaluate/floors.json")
_DIGITS = 4
# a figure may fall by less than this: the third decimal is the last that is told
_SLACK = 0.001


def digest(corpus: Path) -> str:
    """Return the SHA-256 of a corpus: a file, or a folder of files."""
    if corpus.is_dir():
        return input_sha256([corpus])
    with corpus.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def accept(path: Path, name: str, corpus: Path, evaluation: Evaluation, why: str) -> None:
    """Write the evaluation's figures into the floors file as those of the corpus `name`."""
    floors = read_floors(path)
    floors[name] = {
        "why": why,
        "digest": digest(corpus),
        "articles": len(evaluation.outcomes),
        "scores": {id_: _kept(score) for id_, score in evaluation.scores.items()},
        "calibration_error": {
            part: round(one.error, _DIGITS) for part, one in evaluation.reliability.items()
        },
    }
    path.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _kept(score: Score) -> dict[str, float]:
    bounds = {} if score.low is None else {"low": score.low, "high": score.high}
    kept = {"value": score.value, **bounds, "support": score.support}
    return {key: round(value, _DIGITS) for key, value in kept.items() if value is not None}


def read_floors(path: Path) -> dict[str, Any]:
    """Return the floors by the name of their corpus; none where there is no file yet."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def fallen(floors: dict[str, Any], evaluation: Evaluation) -> Iterator[str]:
    """Yield a sentence for each figure that is worse than its floor, or isn't measured any more."""
    for id_, floor in floors["scores"].items():
        score = evaluation.scores.get(id_)
        if score is None or score.value <= floor["value"] - _SLACK:
            yield f"{id_} is {score.value if score else None}, its floor {floor['value']}"
    for part, ceiling in floors["calibration_error"].items():
        one = evaluation.reliability.get(part)
        if one is None or one.error >= ceiling + _SLACK:
            yield f"calibration error of {part} is {one.error if one else None}, at most {ceiling}"
