"""What the files of the downloads are called, what they are, and what they are about."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.db.schema import Table
from onrecord.models import About

DATABASE = "onrecord.db"
LOGICAL = "LOGICAL-SHA3"
ANNOTATIONS = "quotes.annotations.jsonl"
DATA_PACKAGE = "datapackage.json"
CROISSANT = "croissant.json"
SCHEMA_ORG = "dataset.jsonld"
CITATION = "CITATION.cff"
DICTIONARY = "data-dictionary.md"

# IANA's name for each kind of file, by its ending
MEDIA_TYPES = {
    ".db": "application/vnd.sqlite3",
    ".zst": "application/zstd",
    ".csv": "text/csv; charset=utf-8",
    ".parquet": "application/vnd.apache.parquet",
    ".jsonl": "application/jsonl",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".cff": "application/yaml",
    ".md": "text/markdown; charset=utf-8",
    "": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a folder of downloads is of."""

    about: About
    site: str | None  # where it is published, without a slash at the end; None: not known
    logical_hash: str


def csv_name(table: Table) -> str:
    """Return the name of a table's CSV."""
    return f"csv/{table.name}.csv"


def parquet_name(table: Table) -> str:
    """Return the name of a table's Parquet file."""
    return f"parquet/{table.name}.parquet"


def media_type(name: str) -> str:
    """Return the media type of a file by its name."""
    ending = name.rpartition("/")[2].rpartition(".")
    return MEDIA_TYPES.get(f".{ending[2]}" if ending[1] else "", "application/octet-stream")


def purpose(name: str) -> str:
    """Return in a few words what a file of the downloads holds."""
    stem = name.rpartition("/")[2].partition(".")[0]
    if name.startswith(("csv/", "parquet/")):
        return f"Table {stem}"
    return _PURPOSES.get(name, "")


_PURPOSES = {
    DATABASE: "The whole dataset: one SQLite file",
    f"{DATABASE}.zst": "The same, compressed with Zstandard",
    ANNOTATIONS: "Every quote as a W3C Web Annotation, one JSON object a line",
    LOGICAL: "SHA3-256 of the rows of each table, and the statement that orders them",
    DATA_PACKAGE: "Frictionless Data Package 2.0: the CSV files, columns and keys described",
    CROISSANT: "Croissant 1.1: the Parquet files described, for machine learning",
    SCHEMA_ORG: "schema.org/Dataset in JSON-LD, for search engines of data",
    CITATION: "How to cite it, in the Citation File Format",
    DICTIONARY: "Every table, view and column",
}
