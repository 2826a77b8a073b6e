"""What a release holds, small enough to be kept for ever: ids and what may change of their rows.

No words stand in it, so that what is taken down later needs no mending here. The manifest of each
release is a file of the repository, `releases/<version>.json.gz`; the next release is compared
with the newest of them.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import OnRecordError
from onrecord.jsontext import read_json
from onrecord.releases.versions import key

SUFFIX = ".json.gz"
_VERSION = re.compile(r"\d{4}\.\d{1,2}\.\d{1,9}", re.ASCII)

# the tables whose rows have addresses of their own
TABLES = ("quotes", "utterances", "articles", "people", "outlets", "events", "topics")
# of these, a row that goes leaves a redirect or a tombstone in corrected_rows
TRACED = ("quotes", "utterances", "articles", "people")

_QUOTES = """
select id, article_id, part, start_offset, end_offset, date_said, date_said_end
from quotes order by id"""
_SPEAKERS = """
select quotes.id, person_id from quotes join quote_speakers on quote_id = quotes.id
order by quotes.id, person_id <> speaker_id, person_id"""
_LEFT = """
select table_name, row_id, leads_to from corrected_rows where effect <> 'changed'
order by table_name, row_id, leads_to"""


@dataclass(frozen=True, slots=True)
class QuoteMark:
    """What is remembered of a quote besides its id."""

    article_id: str
    part: str
    start: int
    end: int
    date_said: str | None
    date_said_end: str | None
    speakers: str | None  # ids, the first named first


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of one release; `rows` gives a hash of each, by table and id."""

    version: str
    quotes: Mapping[str, QuoteMark]
    urls: Mapping[str, str]  # of the articles
    rows: Mapping[str, Mapping[str, str]]
    left: Mapping[str, Mapping[str, str | None]]  # ids that went, and where their addresses lead


def read_database(connection: sqlite3.Connection, version: str) -> Manifest:
    """Return the manifest of a database as the release `version`."""
    left: dict[str, dict[str, str | None]] = {table: {} for table in TRACED}
    speakers: defaultdict[str, list[str]] = defaultdict(list)
    for quote, person in connection.execute(_SPEAKERS):
        speakers[quote].append(person)
    for table, row_id, leads_to in connection.execute(_LEFT):
        left[table][row_id] = leads_to
    return Manifest(
        version=version,
        quotes={
            id_: QuoteMark(article, part, start, end, first, last, ", ".join(speakers[id_]) or None)
            for id_, article, part, start, end, first, last in connection.execute(_QUOTES)
        },
        urls=dict(connection.execute("select id, url from articles order by id").fetchall()),
        rows={table: _hashes(connection, table) for table in TABLES},
        left=left,
    )


def newest(folder: Path) -> Manifest | None:
    """Return the manifest of the newest release in the folder; None before the first."""
    versions = released(folder)
    return read_manifest(folder / f"{max(versions, key=key)}{SUFFIX}") if versions else None


def released(folder: Path) -> list[str]:
    """Return the versions that the folder has manifests of; raises OnRecordError for other files.

    One that was renamed would be left out, and what went since then with it.
    """
    versions = [path.name.removesuffix(SUFFIX) for path in folder.glob(f"*{SUFFIX}")]
    for version in versions:
        if not _VERSION.fullmatch(version):
            name = folder / f"{version}{SUFFIX}"
            raise OnRecordError(f"{name}: no version, year.month.number; rename or remove it")
    return versions


def write_manifest(manifest: Manifest) -> bytes:
    """Return the file of a manifest: the same bytes for the same manifest."""
    told = {
        "version": manifest.version,
        "quotes": {id_: list(_values(mark)) for id_, mark in manifest.quotes.items()},
        "urls": manifest.urls,
        "rows": manifest.rows,
        "left": manifest.left,
    }
    return gzip.compress(json.dumps(told, separators=(",", ":")).encode(), mtime=0)


# the kinds of what is remembered of a quote, in the order of QuoteMark
_KINDS = (str, str, int, int, str | None, str | None, str | None)
# what comes of reading a file that is none
_NONE = (OSError, EOFError, zlib.error, ValueError, LookupError, TypeError, AttributeError)


def read_manifest(path: Path) -> Manifest:
    """Return the manifest of a file; raises OnRecordError where it is none."""
    try:
        return _manifest(read_json(gzip.decompress(path.read_bytes())))
    except _NONE as error:
        raise OnRecordError(
            f"{path} is no manifest of a release ({error}); take it from the repository again"
        ) from error


def _manifest(told: dict[str, Any]) -> Manifest:
    """Return what a manifest tells; raises one of _NONE where it is not as we write it."""
    quotes = {id_: _mark(values) for id_, values in told["quotes"].items()}
    rows = {table: dict(told["rows"][table]) for table in TABLES}
    if rows["quotes"].keys() != quotes.keys():
        raise ValueError("its quotes are not its rows of quotes")
    urls = {id_: str(url) for id_, url in told["urls"].items()}
    left = {table: dict(told["left"][table]) for table in TRACED}
    return Manifest(str(told["version"]), quotes, urls, rows, left)


def _mark(values: list[Any]) -> QuoteMark:
    if not all(map(isinstance, values, _KINDS)):
        raise TypeError("what it says of a quote is of another kind")
    return QuoteMark(*values)


def _values(mark: QuoteMark) -> tuple[str | int | None, ...]:
    days = (mark.date_said, mark.date_said_end)
    return (mark.article_id, mark.part, mark.start, mark.end, *days, mark.speakers)


def _hashes(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Return eight hex digits for each row: enough to see that it changed."""
    cursor = connection.execute(f'select id, * from "{table}" order by id')
    return {row[0]: hashlib.sha256(repr(row).encode()).hexdigest()[:8] for row in cursor}
