"""croissant.json is Croissant 1.1, and mlcroissant loads the records it describes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.exports.folder import read_sums
from onrecord.exports.layout import CROISSANT, DATA_PACKAGE, SCHEMA_ORG
from onrecord.exports.rows import EXPORTED


@pytest.fixture(scope="module")
def item(downloads: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((downloads / CROISSANT).read_text(encoding="utf-8"))
    return found


def test_mlcroissant_finds_no_error_and_loads(downloads: Path) -> None:
    mlcroissant = pytest.importorskip("mlcroissant", reason="mlcroissant is not installed")
    dataset = mlcroissant.Dataset(jsonld=str(downloads / CROISSANT))
    issues = dataset.metadata.ctx.issues
    assert (issues.errors, issues.warnings) == (set(), set())
    record = next(iter(dataset.records(record_set="said")))
    assert record["said/text"].decode()


def test_every_file_is_there_with_its_sum(item: dict[str, Any], downloads: Path) -> None:
    sums = read_sums(downloads)
    described = {file["@id"]: file["sha256"] for file in item["distribution"]}
    assert described == {name: sums[name] for name in described}
    assert set(sums) - set(described) == {CROISSANT, DATA_PACKAGE, SCHEMA_ORG}


def test_every_column_is_a_field(item: dict[str, Any]) -> None:
    sets = {records["@id"]: records for records in item["recordSet"]}
    for table in EXPORTED:
        names = [field["name"] for field in sets[table.name]["field"]]
        assert names == [column.name for column in table.columns]


def test_what_refers_to_a_field_finds_it(item: dict[str, Any]) -> None:
    files = {file["@id"] for file in item["distribution"]}
    fields = {field["@id"]: field for records in item["recordSet"] for field in records["field"]}
    assert {field["source"]["fileObject"]["@id"] for field in fields.values()} <= files
    referred = [f["references"]["field"]["@id"] for f in fields.values() if "references" in f]
    assert len(referred) > 20
    assert set(referred) <= set(fields)
