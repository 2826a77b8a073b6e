"""Versions by the calendar, year.month.number, and the files that say them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from onrecord.curated.load import ABOUT
from onrecord.errors import OnRecordError
from onrecord.exports.descriptions.citation import citation
from onrecord.models import About

CITATION = "CITATION.cff"
PROJECT = "pyproject.toml"
_VERSION = re.compile(r"^version: .*$", re.MULTILINE)


def key(version: str) -> tuple[int, ...]:
    """Return what versions sort by."""
    return tuple(int(part) for part in version.split("."))


def next_version(day: date, released: Iterable[str]) -> str:
    """Return the version of a release on this day: the first of a month has the number 0."""
    numbers = [key(one)[2] for one in released if key(one)[:2] == (day.year, day.month)]
    return f"{day.year}.{day.month}.{max(numbers, default=-1) + 1}"


def with_version(text: str, version: str) -> str:
    """Return the text of dataset.yml with another version, written at its end if it had none."""
    line = f"version: {version}"
    if _VERSION.search(text):
        return _VERSION.sub(line, text, count=1)
    return f"{text.rstrip()}\n{line}\n" if text.strip() else f"{line}\n"


def files_with_version(data: Path, old: About, new: str) -> Iterator[tuple[Path, str]]:
    """Yield each file that says the dataset's version, and its text with the new one.

    Files beside the data folder count where they say the old one: the dataset's and no other.
    """
    about = data / ABOUT
    yield about, with_version(text_of(about), new)
    cited, project = data.parent / CITATION, data.parent / PROJECT
    if text_of(cited) == citation(old):
        yield cited, citation(replace(old, version=new))
    was = f'\nversion = "{old.version}"\n'
    if was in (text := text_of(project)):
        yield project, text.replace(was, f'\nversion = "{new}"\n', 1)


def text_of(path: Path) -> str:
    """Return the text of a file, empty where there is none; raises OnRecordError: not UTF-8."""
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else ""
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise OnRecordError(f"{path}:{line}: is not UTF-8; save the file as UTF-8") from error
