"""Where outputs are kept: each stands there whole, or not at all.

In a folder a file is written beside its place, forced to disk and renamed. Stores can't rename at
once, but what is put there appears when all of it has come. Whoever writes holds a lock on the
draft, by which one that was abandoned is told from that of another run, whatever the clocks say.
"""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from onrecord.archives.places import Place, asked, file_system, name_of

DRAFT = ".part"
TRIES = 5  # of writing a draft that another run takes away before it is locked


class Folder(Protocol):
    """What is asked of a place for outputs."""

    def prepare(self) -> None:
        """Make the folder, and remove what killed processes left in it."""

    def names(self) -> list[str]:
        """Return the names of what is there."""

    def read(self, name: str) -> bytes | None:
        """Return what is there under a name; None: nothing."""

    def write(self, name: str, data: bytes) -> None:
        """Put a file there, whole or not at all, in place of what was there."""


def folder_of(place: Place) -> Folder:
    """Return the folder at a path or an address."""
    return _Local(place) if isinstance(place, Path) else _Store(place)


@dataclass(frozen=True, slots=True)
class _Local:
    path: Path

    def prepare(self) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        for file in self.path.iterdir():
            if file.name.startswith(".") and file.suffix == DRAFT:
                _remove_if_abandoned(file)

    def names(self) -> list[str]:
        return [file.name for file in self.path.iterdir() if file.is_file()]

    def read(self, name: str) -> bytes | None:
        try:
            return (self.path / name).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, name: str, data: bytes) -> None:
        for _ in range(TRIES):
            draft = self.path / f".{name}.{os.urandom(6).hex()}{DRAFT}"
            try:
                if self._through(draft, name, data):
                    return
            finally:
                draft.unlink(missing_ok=True)
        raise OSError(f"{self.path / name}: another process removes it while it is written")

    def _through(self, draft: Path, name: str, data: bytes) -> bool:
        """Write a draft and rename it; return False where it was removed before it was locked."""
        with draft.open("xb") as file:
            _lock(file.fileno())
            if not draft.exists():
                return False
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            draft.replace(self.path / name)
        handle = os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(handle)  # the name, too
        finally:
            os.close(handle)
        return True


def _remove_if_abandoned(draft: Path) -> None:
    with suppress(OSError), draft.open("rb+") as file:
        if _lock(file.fileno()):
            draft.unlink(missing_ok=True)


def _lock(handle: int) -> bool:
    """Return whether nobody else has a file locked; where there are no locks, somebody may."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Store:
    address: str

    def prepare(self) -> None:
        """Do nothing: stores have no folders."""

    def names(self) -> list[str]:
        files, path = file_system(self.address)
        try:
            held = asked(self.address, lambda: files.ls(path, detail=False))
        except FileNotFoundError:
            return []
        return [name_of(str(one)) for one in held]

    def read(self, name: str) -> bytes | None:
        files, path = self._file(name)
        try:
            data: bytes = asked(self.address, lambda: files.cat_file(path))
        except FileNotFoundError:
            return None
        return data

    def write(self, name: str, data: bytes) -> None:
        files, path = self._file(name)
        asked(self.address, lambda: files.pipe_file(path, data))

    def _file(self, name: str) -> tuple[Any, str]:
        files, path = file_system(self.address)
        return files, f"{path.rstrip('/')}/{name}"
