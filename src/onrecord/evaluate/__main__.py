"""Writes the made parts of docs/methods.md anew: `python -m onrecord.evaluate`."""

from __future__ import annotations

from pathlib import Path

from onrecord.evaluate.floors import FLOORS, read_floors
from onrecord.evaluate.methods import written

METHODS = Path("docs/methods.md")

if __name__ == "__main__":
    text = METHODS.read_text(encoding="utf-8")
    METHODS.write_text(written(text, read_floors(FLOORS)), encoding="utf-8")
