"""The folder around the database: what makes `datasette FOLDER/` the whole site.

Datasette's configuration-directory mode reads metadata.yml, settings.json and inspect-data.json
beside the database; the last makes it immutable, and only an immutable one is offered for download.
Every file is written beside its place and moved there whole; the drafts have names that neither
Datasette nor anyone else looks for.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from onrecord.db.metadata import metadata_yaml
from onrecord.db.queries import MOST
from onrecord.models import About

# metadata.yml speaks of a database of this name, so that a file called otherwise stands alone
NAME = "onrecord.db"

SETTINGS: Mapping[str, bool | int] = {
    "allow_download": True,
    # guessing facets costs 1.6 s a page at a million rows; metadata.yml names the useful ones
    "suggest_facets": False,
    "default_page_size": 50,
    "default_facet_size": 20,
    "facet_time_limit_ms": 500,
    "sql_time_limit_ms": 1000,
    "max_returned_rows": MOST,
    # a CSV is whole or refused by the number of its rows, never cut after so many megabytes
    "max_csv_mb": 0,
}

_ABANDONED_AFTER = 3600  # seconds without a write; no step of a build is silent for that long


def draft_of(path: Path) -> Path:
    """Return where this process writes what is to stand at `path`."""
    return path.with_name(f"{path.name}.tmp-{os.getpid()}")


def install(draft: Path, database: Path, counts: Mapping[str, int], about: About) -> None:
    """Move a finished draft to its place, with the files that Datasette reads beside it."""
    if database.name != NAME:
        draft.replace(database)
        return
    inspected = _json(_inspect(draft, database, counts))
    with _alone(database.parent) as folder:
        _put(folder / "metadata.yml", metadata_yaml(about))
        _put(folder / "settings.json", _json(SETTINGS))
        # no counts and hash are better than those of another file
        (folder / "inspect-data.json").unlink(missing_ok=True)
        draft.replace(database)
        _put(folder / "inspect-data.json", inspected)


@contextmanager
def _alone(folder: Path) -> Iterator[Path]:
    """Give the folder when no other build moves its files there: those of two are no whole."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems have no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield folder
    finally:
        os.close(handle)


def remove_abandoned(database: Path) -> None:
    """Remove the drafts of killed builds, unless another build may still be writing them."""
    for name in (database.name, "metadata.yml", "settings.json", "inspect-data.json"):
        for draft in database.parent.glob(f"{name}.tmp-*"):
            if time.time() - draft.stat().st_mtime > _ABANDONED_AFTER:
                draft.unlink(missing_ok=True)


def _inspect(draft: Path, database: Path, counts: Mapping[str, int]) -> Mapping[str, object]:
    with draft.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        database.stem: {
            "hash": digest,
            "size": draft.stat().st_size,
            "file": database.name,
            "tables": {name: {"count": count} for name, count in counts.items()},
        }
    }


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, indent=1) + "\n"


def _put(path: Path, text: str) -> None:
    draft = draft_of(path)
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())  # a power cut may keep the name and lose what is in it
    draft.replace(path)
