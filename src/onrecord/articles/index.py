"""The index of a store of captures: one JSON object a line, what was asked for and what came.

`onrecord capture` appends lines and never changes one, so the last line about an address is the
newest; `onrecord build` reads them. Keys that are no field of `Known` or `Line` are left alone, and
a value of another type counts as not known.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from onrecord.articles.known import NOTHING, Known, read_object, texts
from onrecord.articles.normalise import canonical_url
from onrecord.jsontext import read_json

INDEX = "index.jsonl"
NUMBERS = frozenset({"status", "tdm_reservation"})


@dataclass(frozen=True, slots=True)
class Line:
    """What one request for a page brought; `file` is None where it brought no page."""

    known: Known = NOTHING
    file: str | None = None  # path from the index's folder
    sha256: str | None = None  # of the page's bytes, unzipped
    status: int | None = None  # of the answer; None: there was none
    final_url: str | None = None  # where redirects ended
    etag: str | None = None
    last_modified: str | None = None
    robots: str | None = None  # `allowed`, or `none` where the site has no robots.txt
    tdm_reservation: int | None = None  # 1 reserved, 0 said not to be; None: nothing says
    tdm_policy: str | None = None  # where the site says on which terms
    reason: str | None = None  # of a refusal; None: the page was captured
    detail: str | None = None


def read_index(folder: Path) -> tuple[Line, ...]:
    """Return the lines of the folder's index in order; none where it has no index.

    A last line that was cut off in writing is left out. Raises UnreadableError.
    """
    index = folder / INDEX
    if not index.is_file():
        return ()
    lines = index.read_bytes().split(b"\n")
    whole, torn = lines[:-1], lines[-1]
    if is_whole(torn):
        whole.append(torn)
    numbered = enumerate(whole, 1)
    return tuple(_line(line, f"{index}:{number}") for number, line in numbered if line.strip())


def newest(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return of each address the line that counts: its last page or, if none, its last refusal."""
    return tuple(captures[0] for captures in captures_of(lines))


def captures_of(lines: Iterable[Line]) -> tuple[tuple[Line, ...], ...]:
    """Return for each address its pages, the newest first, or, if none, its last refusal alone.

    A line without an address counts by its file. Lines of one file are one page, the last counts.
    """
    found: dict[str, tuple[Line, ...]] = {}
    for line in lines:
        key = canonical_url(line.known.url) if line.known.url else f"file:{line.file}"
        older = tuple(old for old in found.get(key, ()) if old.file and old.file != line.file)
        if line.file:
            found[key] = (line, *older)
        elif not older:
            found[key] = (line,)
    return tuple(found.values())


def as_json(line: Line) -> str:
    """Return a line as it is written, without its end; what isn't known is left out."""
    values = asdict(line)
    values = values.pop("known") | values
    told = {name: value for name, value in values.items() if value is not None}
    return json.dumps(told, ensure_ascii=False)


def is_whole(line: bytes) -> bool:
    """Return whether a line that has no end was written as far as its last brace."""
    try:
        return isinstance(read_json(line), dict)
    except ValueError:
        return False


def _line(data: bytes, place: str) -> Line:
    values = read_object(data, place)
    names = [field.name for field in fields(Line) if field.name != "known"]
    told: dict[str, Any] = {
        name: value
        for name in names
        if isinstance(value := values.get(name), int if name in NUMBERS else str)
    }
    return Line(known=Known(**texts(values)), **told)
