"""The descriptions in JSON-LD say what they mean to a processor of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.exports.descriptions.about import published_month
from onrecord.exports.descriptions.schema_org import published
from onrecord.exports.folder import Download
from onrecord.exports.layout import ANNOTATIONS, SCHEMA_ORG, Subject
from onrecord.models import About

CONTEXTS = Path(__file__).parent / "contexts"
KNOWN = {
    "https://schema.org": "schema.org.jsonld",
    "http://www.w3.org/ns/anno.jsonld": "anno.jsonld",
}
SCHEMA = "https://schema.org/"
OA = "http://www.w3.org/ns/oa#"
FILE = Download("csv/said.csv", 1234, "ab" * 32)


def load(address: str, *_: object) -> dict[str, Any]:
    """Return a context as it would be fetched: the terms of it that we use."""
    text = (CONTEXTS / KNOWN[address]).read_text(encoding="utf-8")
    return {"documentUrl": address, "contextUrl": None, "document": json.loads(text)}


def expand(item: dict[str, Any]) -> dict[str, Any]:
    """Return an item with every term spelled out; whatever is unknown to its context is gone."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="pyld is not installed")
    base = {"documentLoader": load, "base": "https://data.example.org/"}
    (found,) = jsonld.expand(item, base)
    return dict(found)


def count(item: object) -> int:
    """Return how many values a tree of objects holds."""
    if isinstance(item, dict):
        return sum(count(value) for name, value in item.items() if name != "@context")
    return sum(map(count, item)) if isinstance(item, list) else 1


def values(item: object) -> int:
    """Return how many values an expanded tree holds."""
    if isinstance(item, dict):
        if "@value" in item:
            return 1
        return sum(map(values, item.values()))
    return sum(map(values, item)) if isinstance(item, list) else 1


def test_no_term_of_the_dataset_is_unknown(downloads: Path) -> None:
    item = json.loads((downloads / SCHEMA_ORG).read_text(encoding="utf-8"))
    expanded = expand(item)
    assert expanded["@type"] == [f"{SCHEMA}Dataset"]
    assert values(expanded) == count(item)
    first = expanded[f"{SCHEMA}distribution"][0]
    assert first["@type"] == [f"{SCHEMA}DataDownload"]
    assert first[f"{SCHEMA}contentUrl"][0]["@id"].startswith("https://data.example.org/")


def test_no_term_of_an_annotation_is_unknown(downloads: Path) -> None:
    lines = (downloads / ANNOTATIONS).read_text(encoding="utf-8").splitlines()
    for item in map(json.loads, lines[:20]):
        expanded = expand(item)
        assert expanded["@type"] == [f"{OA}Annotation"]
        assert values(expanded) == count(item)
        targets = expanded[f"{OA}hasTarget"]
        sources = {target[f"{OA}hasSource"][0]["@id"] for target in targets}
        assert sources == {target["source"]["id"] for target in item["target"]}


def test_addresses_lead_to_the_site_where_it_is_known() -> None:
    item = published(
        Subject(About(version="2026.11.0"), "https://quotes.example.org", "0" * 64), [FILE]
    )
    assert item["url"] == "https://quotes.example.org/"
    (file,) = item["distribution"]
    assert file["contentUrl"] == "https://quotes.example.org/downloads/csv/said.csv"


def test_and_to_the_file_beside_it_where_not() -> None:
    item = published(Subject(About(version="2026.11.0"), None, "0" * 64), [FILE])
    assert "url" not in item
    assert item["distribution"][0]["contentUrl"] == "csv/said.csv"


@pytest.mark.parametrize(("version", "month"), [("2026.11.0", "2026-11"), ("2027.3.12", "2027-03")])
def test_the_month_is_that_of_the_version(version: str | None, month: str | None) -> None:
    assert published_month(version) == month
