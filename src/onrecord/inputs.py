"""The files that a dataset is made from: their one hash, and the names that the dataset uses."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from onrecord.models import Refusal


def input_sha256(folders: Sequence[Path], archived: str = "") -> str:
    """Return the SHA-256 of the names and contents of all files in the folders, in this order.

    `archived` is that of what was read from archives, if anything was.

    Names count from their folder, so that the hash is the same wherever the folders stand. Hidden
    files, which editors and systems leave behind, don't count.
    """
    total = hashlib.sha256()
    for number, folder in enumerate(folders):
        for path in _files(folder):
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            total.update(f"{number}/{path.relative_to(folder).as_posix()} {digest}\n".encode())
    total.update(archived.encode())
    return total.hexdigest()


def named_from(folder: Path, refusals: Sequence[Refusal]) -> list[Refusal]:
    """Return the refusals with files named from `folder` on: where it stands is nobody's affair."""
    above = f"{folder.absolute().parent}/"
    given = f"{folder}/"
    short = f"{folder.absolute().name}/"
    return [
        replace(
            refusal,
            source=refusal.source.replace(given, short).replace(above, ""),
            detail=refusal.detail.replace(given, short).replace(above, ""),
        )
        for refusal in refusals
    ]


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden:
            yield path
