"""What is known of a captured page apart from its bytes: its sidecar, or its line of the index.

A sidecar has the page's name and ends in `.json`; `index.jsonl` at the top of a folder has one line
a page, its `file` a path from there. Keys that are no field of `Known` are left alone. A value of
another type than text counts as not known.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path

SUFFIXES = (".html.gz", ".html", ".txt")
INDEX = "index.jsonl"


@dataclass(frozen=True, slots=True)
class Known:
    """What a sidecar may say of a page; None: it doesn't."""

    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    byline: str | None = None
    agency: str | None = None
    published: str | None = None
    language: str | None = None
    translated_from: str | None = None
    archive_url: str | None = None
    retrieved_at: str | None = None


NOTHING = Known()


class UnreadableError(ValueError):
    """A sidecar or an index isn't what it should be; the text names the file and what is wrong."""


def stem(path: Path) -> str:
    """Return a page's file name without its suffix, `.html.gz` being one."""
    suffix = next((suffix for suffix in SUFFIXES if path.name.endswith(suffix)), path.suffix)
    return path.name.removesuffix(suffix)


def read_sidecar(path: Path) -> Known:
    """Return what the sidecar of the page at `path` says; nothing where it has none.

    Raises UnreadableError.
    """
    sidecar = path.with_name(f"{stem(path)}.json")
    if not sidecar.is_file():
        return NOTHING
    return _read_json(sidecar.read_bytes(), f"{sidecar}")[1]


def read_index(directory: Path) -> dict[Path, Known]:
    """Return what the folder's index says, by the page's path; of two lines on one the later.

    Raises UnreadableError.
    """
    index = directory / INDEX
    if not index.is_file():
        return {}
    known: dict[Path, Known] = {}
    for number, line in enumerate(index.read_bytes().splitlines(), 1):
        if line.strip():
            file, known_of_file = _read_json(line, f"{index}:{number}")
            known[directory / file] = known_of_file
    return known


def _read_json(data: bytes, place: str) -> tuple[str, Known]:
    """Return the `file` that a JSON object names, "" if none, and what it says of it."""
    try:
        values = json.loads(data)
    except ValueError as error:
        raise UnreadableError(f"{place}: not JSON, {error}") from error
    if not isinstance(values, dict):
        raise UnreadableError(f"{place}: not a JSON object")
    names = [field.name for field in fields(Known)]
    texts = {name: values[name] for name in names if isinstance(values.get(name), str)}
    file = values.get("file")
    return file if isinstance(file, str) else "", Known(**texts)
