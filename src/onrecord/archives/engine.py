"""The engine as installed → one hash: outputs of two engines are never taken for one another."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import onrecord

# what comes after reading, or beside it: a new page of the site makes no output stale
LATER = frozenset({"bench", "data", "docs", "exports", "releases", "site", "starter"})
SOURCES = frozenset({".json", ".py", ".tsv", ".txt", ".yml"})  # not what editors leave
# of others' work, what decides how pages are read
READERS = ("charset-normalizer", "dateparser", "fastwarc", "htmldate", "lxml", "trafilatura")


@cache
def engine() -> str:
    """Return a hash of our code and word lists, and of the versions of those that read pages.

    It takes 20 ms, once a process. A version number alone stands still while code is changed.
    """
    return hash_of(Path(onrecord.__file__).parent)


def hash_of(package: Path) -> str:
    """Return the hash for a package in a folder."""
    python = ".".join(map(str, sys.version_info[:2]))  # whose tables of letters we read by
    total = hashlib.sha256(f"{onrecord.__version__} {python}".encode())
    for name in READERS:
        total.update(f" {name} {_version(name)}".encode())
    files = {path.relative_to(package).as_posix(): path for path in package.rglob("*.*")}
    for name, path in sorted(files.items()):
        if path.suffix in SOURCES and name.partition("/")[0] not in LATER:
            total.update(f"\n{name}\n".encode() + path.read_bytes())
    return total.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
