"""A slice of an archive → its members: the bytes of one record each, and what is wrong with them.

A member belongs to the slice that its first byte lies in, so slices need no index and no reading of
what comes before. A broken member costs itself alone: the next is looked for by its first bytes.
Whatever is held inside of a member is its own matter, even another archive: only where a slice
begins in the midst of one, and it holds archives uncompressed, could they be taken for members.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import zstandard

from onrecord.archives.places import Bytes, Place, opened, size_of

BLOCK = 1 << 16
FIRST = b"WARC/1."
BETWEEN = b"\r\n\r\n"  # two records of an archive that is not compressed
_LENGTH = re.compile(rb"^content-length:\s*(\d{1,18})\s*$", re.IGNORECASE | re.MULTILINE)
_LONGEST_HEADER = 1 << 16


@dataclass(frozen=True, slots=True)
class Member:
    """One record of an archive, unzipped; `problem` says why it can't be trusted."""

    offset: int  # of its first byte in the archive
    data: bytes
    problem: str | None = None


class _Inflater(Protocol):
    """What zlib's and zstandard's decompressors have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class _Zipped:
    """How the members of a compressed archive begin and are unzipped."""

    magic: bytes
    first: int  # bytes that are enough to unzip the beginning

    def inflater(self) -> _Inflater:
        if self.magic == GZIP.magic:
            return zlib.decompressobj(zlib.MAX_WBITS | 16)
        return zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj()


GZIP = _Zipped(b"\x1f\x8b\x08", 4096)
# nothing is had of a block before all of it, which has 128 KB at most
ZSTD = _Zipped(b"\x28\xb5\x2f\xfd", 4096 + (1 << 17))


def members(place: Place, start: int, stop: int, most_bytes: int) -> Iterator[Member]:
    """Yield the members of an archive whose first bytes lie from `start` up to `stop`, in order.

    Of a member longer than `most_bytes` unzipped, no more is held in memory; it has a problem.
    """
    size = size_of(place)
    with opened(place) as stream:
        head = stream.read(4)
        zipped = next((one for one in (GZIP, ZSTD) if head.startswith(one.magic)), None)
        offset = _next_start(stream, start, stop, zipped)
        if start == 0 < size and offset > 0:
            yield Member(0, b"", "no record begins where the archive does")
        while offset < stop or _is_broken_start(stream, offset, zipped):
            if zipped:
                member, end = _read_zipped(stream, offset, most_bytes, zipped)
            else:
                member, end = _read_plain(stream, offset, most_bytes)
            yield member
            if end == size:
                return
            goes_on = end is not None and _may_start_at(stream, end, zipped)
            offset = end if end and goes_on else _next_start(stream, offset + 1, stop, zipped)


def _may_start_at(stream: Bytes, offset: int, zipped: _Zipped | None) -> bool:
    """Return whether a record, broken or not, begins where the one before it ended."""
    if zipped is None:
        return _starts_at(stream, offset, None)
    return _peek(stream, offset, 4).startswith(zipped.magic)


def _is_broken_start(stream: Bytes, offset: int, zipped: _Zipped | None) -> bool:
    """Return whether a record begins that can only be told by where the one before it ended.

    It is the slice's that reads that one: the next can't find it.
    """
    return (
        zipped is not None
        and _may_start_at(stream, offset, zipped)
        and not _starts_at(stream, offset, zipped)
    )


def _peek(stream: Bytes, offset: int, size: int) -> bytes:
    stream.seek(offset)
    return stream.read(size)


def _next_start(stream: Bytes, at: int, stop: int, zipped: _Zipped | None) -> int:
    """Return where the first member at or behind `at` starts; `stop` where none does before it."""
    sought = zipped.magic if zipped else FIRST
    while at < stop:
        block = _peek(stream, at, BLOCK)
        if not block:
            return stop
        found = block.find(sought)
        while found >= 0 and at + found < stop:
            if _starts_at(stream, at + found, zipped):
                return at + found
            found = block.find(sought, found + 1)
        at += max(len(block) - len(sought) + 1, 1)
    return stop


def _starts_at(stream: Bytes, offset: int, zipped: _Zipped | None) -> bool:
    """Return whether a record begins at an offset."""
    if zipped is None:
        before = _peek(stream, max(offset - 4, 0), min(offset, 4))
        return before in (b"", BETWEEN) and _peek(stream, offset, len(FIRST)) == FIRST
    start = _peek(stream, offset, zipped.first)
    if not start.startswith(zipped.magic):
        return False
    try:
        return zipped.inflater().decompress(start).startswith(FIRST)
    except (zlib.error, zstandard.ZstdError):
        return False


def _read_zipped(
    stream: Bytes, offset: int, most_bytes: int, zipped: _Zipped
) -> tuple[Member, int | None]:
    """Return the member at an offset and where the next begins; None: that can't be told."""
    inflater = zipped.inflater()
    kept: list[bytes] = []
    size, at = 0, offset
    stream.seek(offset)
    try:
        while not inflater.eof:
            block = stream.read(BLOCK)
            if not block:
                return Member(offset, b"".join(kept), "the archive breaks off in it"), at
            at += len(block)
            piece = inflater.decompress(block)
            size += len(piece)
            if size <= most_bytes:
                kept.append(piece)
    except (zlib.error, zstandard.ZstdError):
        return Member(offset, b"".join(kept), "its compressed data are broken"), None
    end = at - len(inflater.unused_data)
    data = b"".join(kept)
    if size > most_bytes:
        return Member(offset, data, f"more than {most_bytes:,} bytes"), end
    return Member(offset, data, length_problem(data)), end


def _read_plain(stream: Bytes, offset: int, most_bytes: int) -> tuple[Member, int | None]:
    """Return the same of an archive that is not compressed."""
    head = _peek(stream, offset, _LONGEST_HEADER)
    told = _told(head)
    if told is None:
        return Member(offset, head, "it has no length"), None
    size = told[0] + told[1] + len(BETWEEN)
    if size > most_bytes:
        return Member(offset, head, f"more than {most_bytes:,} bytes"), offset + size
    data = _peek(stream, offset, size)
    if len(data) < size - len(BETWEEN):
        problem = "the archive breaks off in it"
        # a length that reaches over the records behind it swallows none of them
        return Member(offset, data[: told[0]], problem), None
    return Member(offset, data, length_problem(data)), offset + size


def length_problem(data: bytes) -> str | None:
    """Return what is wrong with the length that a record says it has."""
    told = _told(data[:_LONGEST_HEADER])
    if told is None:
        return "it has no length"
    start, length = told
    if len(data) < start + length or data[start + length :].strip():
        return f"it says that it has {length:,} bytes and has another number"
    return None


def _told(head: bytes) -> tuple[int, int] | None:
    """Return where a record's content starts and how long it says that is."""
    end = head.find(BETWEEN)
    found = _LENGTH.search(head, 0, end + 2) if end >= 0 else None
    return (end + len(BETWEEN), int(found[1])) if found else None
