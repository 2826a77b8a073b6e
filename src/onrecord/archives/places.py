"""Where archives and outputs lie: paths of this machine, or addresses that fsspec knows.

An address is `s3://bucket/a.warc.gz` or the like; `file://` is a path. Of an archive in a store
only the bytes that are wanted are fetched. The only door to fsspec, imported for addresses only.
An address may hold a password or a key: `shown` is what others may see of it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import SEEK_CUR, SEEK_SET
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from onrecord.errors import OnRecordError

Place = Path | str  # a string is an address
BLOCK = 8 << 20  # bytes fetched at once: a slice takes seven requests
TRIES = 3  # of a request; stores drop some
PAUSE = 1.0  # seconds before the second try, twice as long before each further one
_OWN = ("memory",)  # what they hold no other process sees
# who asks, before the host (a key of S3 may have a / in it), and a signature behind the path
_SECRET = re.compile(r"(?<=://)(?:[^\s/@]*:\S*|[^\s/]+)(?=@)|(?<=\?)[^\s'\"]+")


class Bytes(Protocol):
    """What is asked of an open archive."""

    def seek(self, offset: int, whence: int = SEEK_SET, /) -> int:
        """Go to a place."""
        ...

    def read(self, size: int, /) -> bytes:
        """Return the bytes that follow, at most `size`."""
        ...


def place_of(text: str) -> Place:
    """Return the path or the address that a text names."""
    scheme, colon, _ = text.partition("://")
    if not colon:
        return Path(text)
    if scheme == "file":
        return Path(unquote(urlsplit(text).path))
    if scheme in _OWN:
        raise OnRecordError(
            f"{shown(text)}: no other process sees what is there; name a folder or a store"
        )
    return text


def name_of(place: Place) -> str:
    """Return the last part of a path or an address."""
    if isinstance(place, Path):
        return place.name
    path = urlsplit(place).path if place.startswith(("http://", "https://")) else place
    return path.rstrip("/").rpartition("/")[2]


def shown(what: object) -> str:
    """Return a place, or what is said of one, without the passwords and keys in it."""
    return str(what) if isinstance(what, Path) else _SECRET.sub("…", str(what))


def absolute(place: Place) -> Place:
    """Return a path from the root of the file system; an address as it is."""
    return place.absolute() if isinstance(place, Path) else place


def size_of(place: Place) -> int:
    """Return how many bytes there are. Raises OSError where that can't be told."""
    if isinstance(place, Path):
        return place.stat().st_size
    files, path = file_system(place)
    size = asked(place, lambda: files.size(path))
    if size is None:
        raise OSError(f"{shown(place)}: the server does not say how long it is")
    return int(size)


@contextmanager
def opened(place: Place) -> Iterator[Bytes]:
    """Open an archive."""
    if isinstance(place, Path):
        with place.open("rb") as stream:
            yield stream
    else:
        yield _Fetched(place)


class _Fetched:
    """An archive in a store, of which blocks are fetched as they are read."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._files, self._path = file_system(place)
        self._size = size_of(place)
        self._at = 0
        # the block before is kept, too: what follows a record is looked at before it is read
        self._blocks: dict[int, bytes] = {}

    def seek(self, offset: int, whence: int = SEEK_SET, /) -> int:
        self._at = offset + (self._at if whence == SEEK_CUR else 0)
        return self._at

    def read(self, size: int, /) -> bytes:
        pieces: list[bytes] = []
        stop = min(self._at + size, self._size)
        while self._at < stop:
            number, start = divmod(self._at, BLOCK)
            pieces.append(self._block(number)[start : start + stop - self._at])
            self._at += len(pieces[-1])
        return b"".join(pieces)

    def _block(self, number: int) -> bytes:
        if number not in self._blocks:
            before = {at: self._blocks[at] for at in (number - 1,) if at in self._blocks}
            self._blocks = before | {number: self._fetch(number)}
        return self._blocks[number]

    def _fetch(self, number: int) -> bytes:
        start = number * BLOCK
        stop = min(start + BLOCK, self._size)
        data: bytes = asked(
            self._place, lambda: self._files.cat_file(self._path, start=start, end=stop)
        )
        if len(data) != stop - start:
            raise OSError(
                f"{shown(self._place)}: the server gives no parts of a file, or has another now"
            )
        return data


def file_system(place: str) -> tuple[Any, str]:
    """Return the file system that an address belongs to, and the path in it.

    Raises OnRecordError where fsspec, or what it needs for such addresses, is not installed, and
    where a server lets nobody in: some are asked here already.
    """
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415

        files, path = url_to_fs(place, use_listings_cache=False)
    except ModuleNotFoundError as error:
        raise OnRecordError(
            f"{shown(place)}: such addresses need {error.name}: pip install {error.name}"
        ) from error
    except Exception as error:  # fsspec says which package, or which are known; servers, anything
        raise OnRecordError(f"{shown(place)}: {shown(error)}") from error
    return files, path


def asked(place: str, question: Callable[[], Any]) -> Any:
    """Return what a store answers; one that does not is asked again. Raises OSError."""
    for number in range(TRIES):
        try:
            return question()
        except FileNotFoundError as error:
            raise FileNotFoundError(f"{shown(place)}: there is no such file") from error
        except Exception as error:  # each store has exceptions of its own
            if number == TRIES - 1:
                told = shown(error) or type(error).__name__
                raise OSError(f"{shown(place)}: {told}") from error
            time.sleep(PAUSE * 2**number)
    raise AssertionError
