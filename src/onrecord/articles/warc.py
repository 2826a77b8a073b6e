"""Web archives (.warc, .warc.gz, .warc.zst) → the HTML pages in them; the only door to fastwarc.

Pages only: pictures, scripts, robots.txt and requests are passed over. A record that came with an
error status is given on with it, so that it can be counted.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

WARC_SUFFIXES = (".warc", ".warc.gz", ".warc.zst")
PAGES = frozenset({"text/html", "application/xhtml+xml"})


class WarcError(ValueError):
    """An archive can't be read, or not to its end."""


@dataclass(frozen=True, slots=True)
class Record:
    """One answer of a server: the page's bytes as the server meant them, unzipped."""

    url: str
    status: int
    content_type: str
    retrieved_at: str | None  # UTC, ISO 8601
    data: bytes


def read_warc(path: Path, most_bytes: int) -> Iterator[Record]:
    """Yield the pages of an archive in its order, of each at most one byte more than `most_bytes`.

    Raises WarcError where the archive breaks off, after the pages before that place.
    """
    with path.open("rb") as stream:
        try:
            for record in ArchiveIterator(
                stream, record_types=WarcRecordType.response, auto_decode="all"
            ):
                if (record.http_content_type or "") in PAGES:
                    yield _read(record, most_bytes)
        except (OSError, ValueError) as error:
            raise WarcError(f"the archive is broken: {error}") from error


def read_member(data: bytes, most_bytes: int) -> Record | None:
    """Return the page in the bytes of one record of an archive, or None where it holds none.

    Raises WarcError where they are no record.
    """
    try:
        for record in ArchiveIterator(
            io.BytesIO(data), record_types=WarcRecordType.response, auto_decode="all"
        ):
            if (record.http_content_type or "") in PAGES:
                return _read(record, most_bytes)
            return None
    except (OSError, ValueError) as error:
        raise WarcError(f"the record is broken: {error}") from error
    return None


def _read(record: WarcRecord, most_bytes: int) -> Record:
    headers = record.http_headers
    date = record.record_date
    return Record(
        url=(record.headers.get("WARC-Target-URI") or "").strip("<>"),
        status=(headers.status_code if headers else None) or 0,
        content_type=(headers.get("Content-Type") if headers else None) or "",
        retrieved_at=date.strftime("%Y-%m-%dT%H:%M:%SZ") if date else None,
        data=record.reader.read(most_bytes + 1),
    )
