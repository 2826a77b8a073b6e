"""What describes the downloads to machines and people, all of it made from `db/`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from onrecord.db.dictionary import data_dictionary
from onrecord.exports.descriptions.citation import citation
from onrecord.exports.descriptions.croissant import croissant
from onrecord.exports.descriptions.data_package import data_package
from onrecord.exports.descriptions.schema_org import published
from onrecord.exports.folder import list_files
from onrecord.exports.layout import (
    CITATION,
    CROISSANT,
    DATA_PACKAGE,
    DICTIONARY,
    SCHEMA_ORG,
    Subject,
)


def write_descriptions(folder: Path, subject: Subject) -> None:
    """Write the descriptions of the files in `folder` beside them."""
    (folder / CITATION).write_text(citation(subject.about), encoding="utf-8")
    (folder / DICTIONARY).write_text(data_dictionary(), encoding="utf-8")
    files = list_files(folder)
    described = {
        DATA_PACKAGE: data_package(subject, files),
        CROISSANT: croissant(subject, files),
        SCHEMA_ORG: published(subject, files),
    }
    for name, description in described.items():
        (folder / name).write_text(_json(description), encoding="utf-8")


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
