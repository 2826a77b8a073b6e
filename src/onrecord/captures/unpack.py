"""A body as it was sent → its bytes, piece by piece and never beyond a bound."""

from __future__ import annotations

import zlib
from typing import Protocol

from onrecord.captures.records import OK, RefusedError

GZIP = b"\x1f\x8b"  # gzip data begins with it
_PIECE = 1 << 16  # bytes; what is left of a piece is copied for each member of it
_ZLIB_OR_GZIP = 47  # zlib's `wbits`: whichever header it has


class Unpacker(Protocol):
    """Unpacks a body piece by piece."""

    def unpack(self, chunk: bytes, most: int) -> bytes:
        """Return what a piece of the body holds, no more than `most` bytes of it, at least 1."""

    def finish(self) -> None:
        """Raise RefusedError where the body was cut off."""


def unpacker_of(encoding: str) -> Unpacker:
    """Return what unpacks a body of this Content-Encoding; raises RefusedError for others."""
    match encoding.strip().casefold():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip" | "deflate":
            return _Zipped()
    raise RefusedError("fetch-failed", f"packed as {encoding}, which we don't take", status=OK)


def unzipped(body: bytes, most: int) -> bytes:
    """Return what gzip data holds; raises RefusedError where it is broken or more than `most`."""
    unpacker, data = _Zipped(), bytearray()
    for start in range(0, len(body), _PIECE):
        data += unpacker.unpack(body[start : start + _PIECE], most + 1 - len(data))
        if len(data) > most:
            raise RefusedError("too-large", f"more than {most:,} bytes", status=OK)
    unpacker.finish()
    return bytes(data)


class _Plain:
    def unpack(self, chunk: bytes, most: int) -> bytes:
        return chunk[:most]

    def finish(self) -> None:
        pass  # its length is the protocol's matter


class _Zipped:
    """Unpacks zlib data, or gzip data of one member or several (RFC 1952, section 2.2).

    What follows the last is padding, and left out.
    """

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(wbits=_ZLIB_OR_GZIP)

    def unpack(self, chunk: bytes, most: int) -> bytes:
        unpacked = b""
        while chunk and len(unpacked) < most:
            if self._inflate.eof:
                if not chunk.startswith(GZIP[:1]):
                    break
                self._inflate = zlib.decompressobj(wbits=_ZLIB_OR_GZIP)
            try:
                unpacked += self._inflate.decompress(chunk, most - len(unpacked))
            except zlib.error as error:
                detail = f"the gzip data is broken: {error}"
                raise RefusedError("fetch-failed", detail, status=OK) from error
            chunk = self._inflate.unused_data
        return unpacked

    def finish(self) -> None:
        if not self._inflate.eof:
            raise RefusedError("fetch-failed", "the gzip data was cut off", status=OK)
