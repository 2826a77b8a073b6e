"""datapackage.json: a Frictionless Data Package 2.0 of the CSV files.

https://datapackage.org/standard/data-package/. Columns, closed sets and keys come from the schema
that the database is made from, so that `frictionless validate` checks the files against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from slugify import slugify

from onrecord.db.metadata import LICENCES
from onrecord.db.schema import Column, Table
from onrecord.exports.folder import Download
from onrecord.exports.layout import Subject, csv_name, media_type
from onrecord.exports.rows import EXPORTED, sorting_key

_PROFILES = "https://datapackage.org/profiles/2.0"
_TYPES = {"TEXT": "string", "INTEGER": "integer", "REAL": "number"}


def data_package(subject: Subject, files: Sequence[Download]) -> dict[str, Any]:
    """Return the description of the package: a resource a table, with its columns and keys."""
    by_name = {file.name: file for file in files}
    about = subject.about
    licence, address = LICENCES[about.licence]
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": slugify(about.name),
        "title": about.title,
        "description": about.description,
        **({"version": about.version} if about.version else {}),
        **({"homepage": f"{subject.site}/"} if subject.site else {}),
        "licenses": [{"name": about.licence, "path": address, "title": licence}],
        "contributors": [{"title": about.creator, "roles": ["creator"]}],
        "keywords": list(about.keywords),
        "resources": [_resource(table, by_name[csv_name(table)]) for table in EXPORTED],
    }


def _resource(table: Table, file: Download) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "description": table.description,
        "path": file.name,
        "mediatype": media_type(file.name).partition(";")[0],
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "format": "csv",
        "encoding": "utf-8",
        "dialect": {
            "$schema": f"{_PROFILES}/tabledialect.json",
            "delimiter": ",",
            "lineTerminator": "\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(table, column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(sorting_key(table)),
        "foreignKeys": [
            {
                "fields": [column.name],
                "reference": {
                    # of a table to itself, as the standard has it
                    "resource": column.references if column.references != table.name else "",
                    "fields": ["id"],
                },
            }
            for column in table.columns
            if column.references
        ],
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    is_required = column.is_required or column.name in sorting_key(table)
    constraints = {"required": is_required, "enum": list(column.values)}
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": column.description,
        "constraints": {name: value for name, value in constraints.items() if value},
    }
    if column.unit:
        field["unit"] = column.unit
    if is_required and column.type == "TEXT":
        # there a text may be empty, but never missing
        field["missingValues"] = []
    return field
