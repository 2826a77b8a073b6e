"""What is known of a captured page apart from its bytes, and the sidecar that may say so.

A sidecar has the page's name and ends in `.json`; a page in a store with an index needs none. Keys
that are no field of `Known` are left alone. A value of another type than text counts as not known.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from onrecord.jsontext import read_json

SUFFIXES = (".html.gz", ".html", ".txt", ".md")


@dataclass(frozen=True, slots=True)
class Known:
    """What a sidecar or an index may say of a page; None: it doesn't."""

    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    byline: str | None = None
    agency: str | None = None
    published: str | None = None
    listed: str | None = None  # the day that a feed or a site map gives its entry: ISO 8601
    language: str | None = None
    translated_from: str | None = None
    archive_url: str | None = None
    retrieved_at: str | None = None
    content_type: str | None = None  # as the server gave it, charset included


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
    return Known(**texts(read_object(sidecar.read_bytes(), f"{sidecar}")))


def texts(values: dict[str, Any]) -> dict[str, str]:
    """Return what a JSON object says of the fields of `Known`."""
    names = [field.name for field in fields(Known)]
    return {name: values[name] for name in names if isinstance(values.get(name), str)}


def read_object(data: bytes, place: str) -> dict[str, Any]:
    """Return the JSON object that stands at `place`; raises UnreadableError where none does."""
    try:
        values = read_json(data)
    except ValueError as error:
        raise UnreadableError(f"{place}: not JSON, {error}") from error
    if not isinstance(values, dict):
        raise UnreadableError(f"{place}: not a JSON object")
    return values
