"""The tables and what holds them together, as a picture made from their description."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from onrecord.db.schema import Table
from onrecord.db.tables import TABLES

# Column and row of each table in the picture: what a quote comes from stands on its left, what it
# is about on its right. Tables that hold nothing together are left to the list.
PLACES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "outlets": (0, 0),
        "articles": (0, 1),
        "rules": (0, 2),
        "quotes": (1, 1),
        "utterances": (1, 0),
        "variants": (1, 2),
        "people": (2, 0),
        "quote_speakers": (2, 1),
        "candidates": (2, 2),
        "name_forms": (3, 0),
        "positions": (3, 1),
        "events": (3, 2),
        "quote_topics": (2, 3),
        "topics": (3, 3),
    }
)
STEP_X, STEP_Y, BOX_WIDTH, BOX_HEIGHT = 250, 96, 170, 56
MARGIN = 8


@dataclass(frozen=True, slots=True)
class Box:
    """One table: where it stands, and how many columns it has."""

    name: str
    x: int
    y: int
    columns: int


@dataclass(frozen=True, slots=True)
class Line:
    """A column of one table that holds ids of another: an SVG path from box to box."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Boxes and lines, and the size of the whole."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: int
    height: int
    box_width: int = BOX_WIDTH
    box_height: int = BOX_HEIGHT


@cache
def schema_picture() -> Picture:
    """Return the picture of the published schema."""
    tables = {table.name: table for table in TABLES if table.name in PLACES}
    return Picture(
        boxes=tuple(_box(table) for table in tables.values()),
        lines=tuple(line for table in tables.values() for line in _lines(table)),
        width=max(column for column, _ in PLACES.values()) * STEP_X + BOX_WIDTH + 2 * MARGIN,
        height=max(row for _, row in PLACES.values()) * STEP_Y + BOX_HEIGHT + 2 * MARGIN,
    )


def _box(table: Table) -> Box:
    column, row = PLACES[table.name]
    return Box(table.name, MARGIN + column * STEP_X, MARGIN + row * STEP_Y, len(table.columns))


def _lines(table: Table) -> Iterator[Line]:
    """Yield a line for each table that the columns of one point to, itself left out."""
    targets: dict[str, list[str]] = {}
    for column in table.columns:
        target = column.references
        if target in PLACES and target is not None and target != table.name:
            targets.setdefault(target, []).append(column.name)
    for target, columns in targets.items():
        title = f"{table.name}.{', '.join(columns)} → {target}"
        yield Line(title, _path(PLACES[table.name], PLACES[target]))


def _path(start: tuple[int, int], end: tuple[int, int]) -> str:
    """Return a curve from one box to another: by their sides, or in one column by their ends."""
    if start[0] == end[0]:
        x = MARGIN + start[0] * STEP_X + BOX_WIDTH // 2
        down = end[1] > start[1]
        y1 = MARGIN + start[1] * STEP_Y + (BOX_HEIGHT if down else 0)
        y2 = MARGIN + end[1] * STEP_Y + (0 if down else BOX_HEIGHT)
        return f"M{x} {y1} L{x} {y2}"
    right = end[0] > start[0]
    x1 = MARGIN + start[0] * STEP_X + (BOX_WIDTH if right else 0)
    x2 = MARGIN + end[0] * STEP_X + (0 if right else BOX_WIDTH)
    y1, y2 = (MARGIN + place[1] * STEP_Y + BOX_HEIGHT // 2 for place in (start, end))
    middle = (x1 + x2) // 2
    return f"M{x1} {y1} C{middle} {y1} {middle} {y2} {x2} {y2}"
