"""One captured page on its way in: where it is from, its bytes, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.articles.known import NOTHING, Known
from onrecord.articles.pages import MOST_BYTES
from onrecord.articles.warc import WARC_SUFFIXES, Record, WarcError, read_warc
from onrecord.models import Refusal


@dataclass(frozen=True, slots=True)
class Found:
    """A captured page as bytes; `source` names it in a refusal."""

    source: str
    data: bytes
    known: Known = NOTHING


def read_file(path: Path, known: Known = NOTHING) -> Iterator[Found | Refusal]:
    """Yield the page that a file holds, or those in a web archive, or why there is none."""
    try:
        if path.name.endswith(WARC_SUFFIXES):
            for record in read_warc(path, MOST_BYTES):
                yield _of_record(path, record)
        else:
            with path.open("rb") as stream:
                yield Found(str(path), stream.read(MOST_BYTES + 1), known)
    except WarcError as error:
        yield Refusal(str(path), "unreadable", str(error))
    except OSError as error:
        yield Refusal(str(path), "unreadable", error.strerror or str(error))


def _of_record(path: Path, record: Record) -> Found | Refusal:
    source = f"{path}#{record.url}"
    if record.status != 200:
        return Refusal(source, "fetch-failed", f"status {record.status}")
    known = Known(
        url=record.url, retrieved_at=record.retrieved_at, content_type=record.content_type
    )
    return Found(source, record.data, known)
