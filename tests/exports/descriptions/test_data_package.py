"""datapackage.json is a Data Package, and frictionless finds the files to be as it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.exports.layout import DATA_PACKAGE
from onrecord.exports.rows import EXPORTED


@pytest.fixture(scope="module")
def package(downloads: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((downloads / DATA_PACKAGE).read_text(encoding="utf-8"))
    return found


def test_frictionless_finds_no_error(downloads: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    report = frictionless.validate(str(downloads / DATA_PACKAGE))
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    assert report.stats["tasks"] == len(EXPORTED)


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ('"volodymyr-zelenskyy"', '"nobody"', "foreign-key"),
        ('"mixed"', '"mixt"', "constraint-error"),
    ],
)
def test_frictionless_would_find_one(
    downloads: Path, tmp_path: Path, right: str, wrong: str, complaint: str
) -> None:
    """The keys and closed sets that we declare are checked."""
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    (tmp_path / "csv").mkdir()
    package = json.loads((downloads / DATA_PACKAGE).read_text(encoding="utf-8"))
    for resource in package["resources"]:
        del resource["hash"], resource["bytes"]
        text = (downloads / resource["path"]).read_text(encoding="utf-8")
        if resource["name"] == "quotes":
            text = text.replace(right, wrong)
        (tmp_path / resource["path"]).write_text(text, encoding="utf-8")
    (tmp_path / DATA_PACKAGE).write_text(json.dumps(package))
    report = frictionless.validate(str(tmp_path / DATA_PACKAGE))
    assert complaint in {kind for (kind,) in report.flatten(["type"])}


def test_every_table_and_column_is_described(package: dict[str, Any]) -> None:
    resources = {resource["name"]: resource for resource in package["resources"]}
    assert list(resources) == [table.name for table in EXPORTED]
    for table in EXPORTED:
        fields = {field["name"]: field for field in resources[table.name]["schema"]["fields"]}
        assert list(fields) == [column.name for column in table.columns]
        for column in table.columns:
            assert fields[column.name]["description"] == column.description


def test_it_says_which_version_of_the_standard(package: dict[str, Any]) -> None:
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    for resource in package["resources"]:
        assert resource["schema"]["$schema"].endswith("/2.0/tableschema.json")
        assert resource["name"] == resource["name"].lower()
