"""A folder of downloads: written beside its place, then moved there whole, with its checksums."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import OnRecordError

SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Download:
    """One file of the folder."""

    name: str  # its path inside the folder, with slashes
    size: int  # bytes
    sha256: str


@contextmanager
def replaced(folder: Path) -> Iterator[Path]:
    """Give an empty folder to write into; it takes the place of `folder` if all goes well.

    Raises OnRecordError where `folder` holds files that no export put there: they would be lost.
    """
    _refuse_foreign(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = folder.with_name(f"{folder.name}.tmp-{os.getpid()}")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    try:
        yield draft
        _swap(draft, folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def list_files(folder: Path) -> list[Download]:
    """Return the files below a folder by name, hashed; the list of sums is not one of them."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SUMS)
    return [_download(folder, path) for path in paths]


def write_sums(folder: Path) -> None:
    """Write the list that `sha256sum --check` reads."""
    lines = (f"{file.sha256}  {file.name}\n" for file in list_files(folder))
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def read_sums(folder: Path) -> Mapping[str, str]:
    """Return the SHA-256 of each file by name; empty where there is no list."""
    path = folder / SUMS
    if not path.is_file():
        return {}
    lines = (line.split("  ", 1) for line in path.read_text(encoding="utf-8").splitlines())
    return {name: digest for digest, name in lines}


def _download(folder: Path, path: Path) -> Download:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Download(path.relative_to(folder).as_posix(), path.stat().st_size, digest)


def _refuse_foreign(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise OnRecordError(f"{folder} is not a folder")
    known = {SUMS, *read_sums(folder)}
    there = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    for name in there:
        if name not in known:
            raise OnRecordError(f"{folder} holds {name}, which no export wrote: choose another")


def _swap(draft: Path, folder: Path) -> None:
    if not folder.exists():
        draft.rename(folder)
        return
    old = folder.with_name(f"{folder.name}.old-{os.getpid()}")
    folder.rename(old)
    try:
        draft.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old)
