"""A data folder in, a release out: everything is made beside its place first, then moved there."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from onrecord.curated import load_about
from onrecord.curated.load import ABOUT
from onrecord.db.write import write_database
from onrecord.errors import OnRecordError
from onrecord.models import About, Dataset
from onrecord.pipeline import build_dataset
from onrecord.releases.bundle import write_bundle
from onrecord.releases.changelog import with_release
from onrecord.releases.differences import Change, as_csv, counted, differences, summary
from onrecord.releases.manifest import (
    SUFFIX,
    TABLES,
    Manifest,
    newest,
    read_database,
    released,
    write_manifest,
)
from onrecord.releases.vanished import find_vanished, proposal
from onrecord.releases.versions import files_with_version, next_version, text_of

FOLDER = "releases"
CHANGELOG = "CHANGELOG.md"


class ReleaseError(OnRecordError):
    """The release would break a promise, so there is none."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be released."""

    data: Path
    captures: tuple[Path, ...]
    out: Path  # folder for the deposit
    day: date


@dataclass(frozen=True, slots=True)
class Release:
    """A release: its version, what changed, and the files that it wrote or would write."""

    version: str
    since: str | None  # the version before; None: it is the first
    changes: tuple[Change, ...]
    lines: tuple[str, ...]  # about the data, as the changelog has them
    files: tuple[Path, ...]


def release(request: Request, *, dry_run: bool = False) -> Release:
    """Release the dataset and return what was done; with `dry_run`, what would be.

    Raises ReleaseError for a broken digest and for rows of the last release that went without a
    redirect or a tombstone. Whatever is raised, no file has changed.
    """
    root = request.data.parent
    with _staging(root) as staging:
        made, moves = _make(request, staging)
        if not dry_run:
            _move(moves, staging / "before")
    return made


Moves = Sequence[tuple[Path, Path]]


def _make(request: Request, staging: Path) -> tuple[Release, Moves]:
    """Return the release, and each file of it with the place it is to have."""
    root, folder = request.data.parent, request.data.parent / FOLDER
    old, before = load_about(request.data), newest(folder)
    about = replace(old, version=next_version(request.day, released(folder)))
    version = about.version or ""
    edited = dict(files_with_version(request.data, old, version))
    database = _build(request, edited[request.data / ABOUT], staging)
    with closing(sqlite3.connect(database)) as connection:
        after = read_database(connection, version)
    changes = tuple(_compare(before, after, request.day))
    lines = tuple(_lines(before, after, changes))
    log = root / CHANGELOG
    edited[log] = with_release(text_of(log), version, str(request.day), lines)
    told, table = _summary(about, before, lines, changes), as_csv(changes)
    texts = {"CHANGES.md": told, "changes.csv": table, **_licences(root)}
    bundle = write_bundle(database, staging, about, texts, request.day)
    files: dict[Path, bytes] = {path: text.encode() for path, text in edited.items()}
    files[folder / f"{version}.md"] = told.encode()
    files[folder / f"{version}-changes.csv"] = table.encode()
    # last: with its manifest a release is one
    files[folder / f"{version}{SUFFIX}"] = write_manifest(after)
    moves = [(path, request.out / path.name) for path in bundle]
    moves += list(_write(files, staging / "files"))
    since = before.version if before else None
    return Release(version, since, changes, lines, tuple(path for _, path in moves)), moves


def _build(request: Request, about: str, staging: Path) -> Path:
    """Return the database of the data folder as it will be, its version written in."""
    data = Path(shutil.copytree(request.data, staging / "data"))
    (data / ABOUT).write_text(about, encoding="utf-8")
    try:
        dataset = build_dataset(data, request.captures)
    except OnRecordError as error:  # its problems stand in the files that are staying
        told = [one.replace(str(data), str(request.data)) for one in error.problems]
        raise ReleaseError(told) from error
    _refuse_broken(dataset)
    database = staging / "build" / "onrecord.db"
    write_database(dataset, database)
    return database


def _refuse_broken(dataset: Dataset) -> None:
    broken = [refusal for refusal in dataset.refusals if refusal.reason == "invalid-digest"]
    if broken:
        raise ReleaseError([line for refusal in broken for line in refusal.detail.splitlines()])


def _compare(before: Manifest | None, after: Manifest, day: date) -> list[Change]:
    """Return what changed; raises ReleaseError where rows went without a word."""
    if before is None:
        return []
    if vanished := find_vanished(before, after):
        ids = ", ".join(f"{one.table} {one.id}" for one in vanished)
        lines = "\n".join(proposal(one, day) for one in vanished)
        raise ReleaseError(
            f"in release {before.version}, and gone without a redirect or a tombstone: {ids}. "
            f"Say in data/corrections.yml what became of them, mending these lines:\n{lines}"
        )
    return differences(before, after)


def _licences(root: Path) -> dict[str, str]:
    """Return the text of the data's licence, where it lies beside the data folder."""
    path = root / "LICENSE-DATA"
    return {path.name: text_of(path)} if path.is_file() else {}


def _lines(before: Manifest | None, after: Manifest, changes: Sequence[Change]) -> Iterator[str]:
    if before is None:
        rows = {table: len(ids) for table, ids in after.rows.items()}
        yield f"First release: {rows['quotes']:,} quotes in {rows['articles']:,} reports."
        return
    told = [f"{table}: {words}" for table in TABLES if (words := counted(changes, table))]
    yield (
        f"Since {before.version}: {'; '.join(told) or 'no row changed'}. Row by row:"
        f" `{FOLDER}/{after.version}-changes.csv`."
    )


def _summary(
    about: About, before: Manifest | None, lines: Sequence[str], changes: Sequence[Change]
) -> str:
    """Return the changes for readers, under a title."""
    body = summary(changes) if before else ""
    return "\n\n".join([f"# {about.title}, version {about.version}", *lines, body]).rstrip() + "\n"


def _write(files: dict[Path, bytes], folder: Path) -> Iterator[tuple[Path, Path]]:
    """Write each file into the folder, and yield where it lies and where it is to be."""
    folder.mkdir()
    for number, (path, content) in enumerate(files.items()):
        draft = folder / str(number)
        draft.write_bytes(content)
        yield draft, path


def _move(moves: Moves, kept: Path) -> None:
    """Put each file in its place; where one can't be, put all back as it was."""
    kept.mkdir()
    done: list[tuple[Path, Path | None]] = []
    try:
        for number, (draft, path) in enumerate(moves):
            path.parent.mkdir(parents=True, exist_ok=True)
            was = Path(shutil.copy2(path, kept / str(number))) if path.exists() else None
            shutil.move(draft, path)
            done.append((path, was))
    except OSError:
        for path, was in done:
            if was:
                shutil.copy2(was, path)
            else:
                path.unlink()
        raise


@contextmanager
def _staging(root: Path) -> Iterator[Path]:
    """Give a hidden folder beside the data; it goes whatever happens."""
    folder = root / f".release-{os.getpid()}"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
