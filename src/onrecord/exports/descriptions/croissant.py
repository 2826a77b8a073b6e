"""croissant.json: the Parquet files in Croissant 1.1, which tools of machine learning load.

https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from slugify import slugify

from onrecord.db.metadata import LICENCES, described
from onrecord.db.schema import Column, Table
from onrecord.exports.descriptions.about import citation_in_words, published_month
from onrecord.exports.folder import Download
from onrecord.exports.layout import Subject, media_type, parquet_name, purpose
from onrecord.exports.rows import EXPORTED, sorting_key

_TYPES = {"TEXT": "sc:Text", "INTEGER": "sc:Integer", "REAL": "sc:Float"}

# Croissant's own name for the type, older than the registered one
_PARQUET = "application/x-parquet"

# as the standard's appendix gives it; readers compare it word by word
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "description": {"@container": "@language"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "name": {"@container": "@language"},
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def croissant(subject: Subject, files: Sequence[Download]) -> dict[str, Any]:
    """Return the description: every file, and a record set for each table."""
    about = subject.about
    dated = {"version": about.version, "datePublished": published_month(about.version)}
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": slugify(about.name),
        "alternateName": about.title,
        "description": about.description,
        "license": LICENCES[about.licence][1],
        "url": f"{subject.site}/" if subject.site else "./",
        **{name: value for name, value in dated.items() if value},
        "citeAs": citation_in_words(about, subject.site),
        "creator": {"@type": "Organization", "name": about.creator},
        "keywords": list(about.keywords),
        "isLiveDataset": False,
        "distribution": [_file_object(file) for file in files],
        "recordSet": [_record_set(table) for table in EXPORTED],
    }


def _file_object(file: Download) -> dict[str, Any]:
    is_parquet = file.name.endswith(".parquet")
    return {
        "@type": "cr:FileObject",
        "@id": file.name,
        "name": file.name,
        "description": purpose(file.name),
        "contentUrl": file.name,
        "contentSize": f"{file.size} B",
        "encodingFormat": _PARQUET if is_parquet else media_type(file.name).partition(";")[0],
        "sha256": file.sha256,
    }


def _record_set(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{name}"} for name in sorting_key(table)],
        "field": [_field(table, column) for column in table.columns],
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": described(column),
        "dataType": _TYPES[column.type],
        "source": {
            "fileObject": {"@id": parquet_name(table)},
            "extract": {"column": column.name},
        },
    }
    if column.references in _tables_before(table):
        field["references"] = {"field": {"@id": f"{column.references}/id"}}
    return field


def _tables_before(table: Table) -> set[str]:
    """Return the tables that this one may refer to: a loader joins them, and refuses a circle."""
    return {other.name for other in EXPORTED[: EXPORTED.index(table)]}
