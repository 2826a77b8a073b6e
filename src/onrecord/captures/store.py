"""The private store: pages by the hash of their bytes, and an index that only grows.

A page is in place before its line is written, and a line is written in one piece: a run that is
killed at any moment leaves whole pages and whole lines, at most one line without its end, which
the next run cuts off. One run at a time writes to a store.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import sys
from pathlib import Path
from typing import Self

from onrecord.articles.index import INDEX, Line, as_json, is_whole, newest, read_index
from onrecord.articles.known import UnreadableError
from onrecord.articles.normalise import canonical_url
from onrecord.errors import OnRecordError

if sys.platform != "win32":
    import fcntl

BINARY = getattr(os, "O_BINARY", 0)  # where it is missing, no system call changes line ends


class Store:
    """A folder of captures, open for writing; to be used as `with`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index = -1  # file descriptor, once open
        self._last: dict[str, Line] = {}

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / INDEX
        self._index = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | BINARY, 0o644)
        try:
            self._reserve()
            self._mend()
            lines = newest(read_index(self._folder))
        except UnreadableError as error:
            os.close(self._index)
            raise OnRecordError(f"{error}; mend or remove the line") from error
        except OnRecordError:
            os.close(self._index)
            raise
        self._last = {canonical_url(line.known.url): line for line in lines if line.known.url}
        return self

    def __exit__(self, *error: object) -> None:
        os.close(self._index)

    def last(self, url: str) -> Line | None:
        """Return what is known of an address: its newest page or, if none, its last refusal.

        A page whose file is gone counts as never captured.
        """
        line = self._last.get(canonical_url(url))
        if line and line.file and not (self._folder / line.file).is_file():
            return None
        return line

    def keep(self, body: bytes) -> tuple[str, str]:
        """Store a page and return its SHA-256 and its path in the store."""
        sha256 = hashlib.sha256(body).hexdigest()
        file = f"{sha256[:2]}/{sha256}.html.gz"
        path = self._folder / file
        if not path.is_file():
            path.parent.mkdir(exist_ok=True)
            _write(path, _zipped(body))
        return sha256, file

    def note(self, line: Line) -> None:
        """Append a line to the index; it is on the disk when this returns."""
        data = f"{as_json(line)}\n".encode("utf-8", "replace")
        if os.write(self._index, data) != len(data):
            raise OSError(f"{self._folder / INDEX}: no room for another line")
        os.fsync(self._index)
        if line.known.url and (line.file or not self.last(line.known.url)):
            self._last[canonical_url(line.known.url)] = line

    def _reserve(self) -> None:
        """Keep other runs out until this one ends; where the system knows no such lock, don't."""
        if sys.platform != "win32":
            try:
                fcntl.flock(self._index, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                detail = f"{self._folder}: another run is capturing into it; wait for its end"
                raise OnRecordError(detail) from error

    def _mend(self) -> None:
        """Give the last line its end, or cut it off where it was not written whole."""
        path = self._folder / INDEX
        data = path.read_bytes()
        start = data.rfind(b"\n") + 1
        if start == len(data):
            return
        if is_whole(data[start:]):
            os.write(self._index, b"\n")
        else:
            os.ftruncate(self._index, start)


def _zipped(body: bytes) -> bytes:
    """Return the bytes gzipped, without a time or a name: the same page makes the same file."""
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as stream:
        stream.write(body)
    return packed.getvalue()


def _write(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(path)
