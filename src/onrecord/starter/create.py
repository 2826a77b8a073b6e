"""A folder in, a fresh dataset there out; nothing is ever written over."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import OnRecordError

TEMPLATE = Path(__file__).parent / "dataset"
# a file whose name begins with a dot would not be packed everywhere
RENAMED = {"gitignore": ".gitignore"}


class NotEmptyError(OnRecordError):
    """Something stands where a dataset was to be made."""


def create_dataset(folder: Path) -> list[Path]:
    """Write the files of a fresh dataset into `folder` and return their paths, in order.

    The folder may be missing or empty; raises NotEmptyError where anything is in it, and leaves no
    half of a dataset behind where a file can't be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmptyError(f"{folder} is not empty; name a folder that is new")
    draft = folder.with_name(f".{folder.name}.new")
    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(draft, ignore_errors=True)
    try:
        for source, name in _files():
            target = draft / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        draft.replace(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return [folder / name for _, name in _files()]


def _files() -> Iterator[tuple[Path, Path]]:
    """Yield each file of the template, and its name in the dataset."""
    for path in sorted(TEMPLATE.rglob("*")):
        if path.is_file():
            name = path.relative_to(TEMPLATE)
            yield path, name.with_name(RENAMED.get(name.name, name.name))
