"""Every quote is an annotation as https://www.w3.org/TR/annotation-model/ wants it, and is true."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.exports.annotations import annotate, annotation
from onrecord.exports.layout import ANNOTATIONS

IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
SELECTORS = {"TextQuoteSelector": {"exact"}, "TextPositionSelector": {"start", "end"}}

CAPTURED: dict[str, Any] = {
    "id": "0a1b2c3d4e5f",
    "article_id": "the-example-2024-07-11-talks-end",
    "speakers": json.dumps(
        [
            {"id": "ada-lind", "name": "Ada Lind", "kind": "person", "wikidata": None},
            {"id": "the-union", "name": "The Union", "kind": "organisation", "wikidata": "Q1"},
        ]
    ),
    "speaker_id": "the-union",
    "text": "a clear path",
    "prefix": "She called it ",
    "suffix": " on Thursday.",
    "start_offset": 14,
    "end_offset": 26,
    "kind": "mixed",
    "part": "body",
    "medium": "spoken",
    "date_said": "2024-07-10",
    "date_said_end": "2024-07-11",
    "date_precision": "range",
    "rule_id": "verb-after",
    "probability": 0.9,
    "verification": "exact",
    "utterance_id": "0a1b2c3d4e5f",
    "basis": "capture",
    "url": "https://www.example.org/2024/07/11/talks-end",
    "archive_url": "https://archive.example.org/1",
    "retrieved_at": "2024-07-12T08:00:00Z",
    "language": "en",
    "headline": "Talks End With a Clear Path",
    "outlet": "The Example",
    "published": "2024-07-11",
}


@pytest.fixture(scope="module")
def lines(downloads: Path) -> list[dict[str, Any]]:
    text = (downloads / ANNOTATIONS).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def all_selectors(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for target in item["target"]:
        for selector in target["selector"]:
            yield selector
            if "refinedBy" in selector:
                yield selector["refinedBy"]


def check_model(item: dict[str, Any]) -> None:
    """Check what the model says an annotation must be (sections 3.1, 3.2, 4 and 4.2)."""
    assert item["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert item["type"] == "Annotation"
    assert IRI.fullmatch(item["id"])
    assert item["motivation"] == "describing"
    assert IRI.fullmatch(item["body"]["id"])
    assert item["target"]
    for target in item["target"]:
        assert target["type"] == "SpecificResource"
        assert IRI.fullmatch(target["source"]["id"])
        assert target["selector"]
    for selector in all_selectors(item):
        assert SELECTORS[selector["type"]] <= set(selector)
        assert set(selector) <= {*SELECTORS[selector["type"]], "type", "prefix", "suffix"} | {
            "refinedBy"
        }
        if selector["type"] == "TextPositionSelector":
            assert 0 <= selector["start"] < selector["end"]


def test_every_quote_is_an_annotation_once(
    lines: list[dict[str, Any]], database: sqlite3.Connection
) -> None:
    wanted = [row["id"] for row in database.execute("select id from quotes order by id")]
    assert [item["body"]["schema:identifier"] for item in lines] == wanted
    for item in lines:
        check_model(item)


def test_what_is_selected_is_the_quote(
    lines: list[dict[str, Any]], database: sqlite3.Connection
) -> None:
    """In the digests, which are what the built database was read from."""
    texts = dict(database.execute("select id, text from articles").fetchall())
    for item in lines:
        report, digest = item["target"]
        words = item["body"]["schema:text"]
        assert report["source"]["id"].startswith("https://")
        assert [selector["exact"] for selector in report["selector"]] == [words]
        around, place = digest["selector"]
        text = texts[digest["source"]["id"].removeprefix("urn:onrecord:articles:")]
        if "refinedBy" in place:
            text, place = place["exact"], place["refinedBy"]
        assert text[place["start"] : place["end"]] == words
        whole = around.get("prefix", "") + words + around.get("suffix", "")
        assert whole in text


def test_a_page_that_was_read_is_the_only_target() -> None:
    item = annotation(CAPTURED, None)  # type: ignore[arg-type]  # a dict can be asked like a row
    check_model(item)
    (report,) = item["target"]
    assert report["source"]["id"] == CAPTURED["url"]
    assert report["selector"] == [
        {
            "type": "TextQuoteSelector",
            "exact": "a clear path",
            "prefix": "She called it ",
            "suffix": " on Thursday.",
        },
        {"type": "TextPositionSelector", "start": 14, "end": 26},
    ]
    assert report["state"] == {
        "type": "TimeState",
        "sourceDate": "2024-07-12T08:00:00Z",
        "cached": "https://archive.example.org/1",
    }


def test_in_a_headline_places_are_counted_inside_it() -> None:
    quote = {**CAPTURED, "part": "headline", "start_offset": 15, "end_offset": 27}
    item = annotation(quote, None)  # type: ignore[arg-type]
    check_model(item)
    _, inside = item["target"][0]["selector"]
    assert inside["exact"] == CAPTURED["headline"]
    assert inside["refinedBy"] == {"type": "TextPositionSelector", "start": 15, "end": 27}


def test_the_first_named_speaker_comes_first() -> None:
    body = annotation(CAPTURED, None)["body"]  # type: ignore[arg-type]
    assert [person["name"] for person in body["schema:spokenByCharacter"]] == [
        "The Union",
        "Ada Lind",
    ]
    assert body["schema:spokenByCharacter"][0]["type"] == "Organization"
    assert body["schema:dateCreated"] == "2024-07-10/2024-07-11"


def test_where_nobody_is_named_and_no_day_is_known_nothing_is_said_of_it() -> None:
    quote = {**CAPTURED, "speakers": "[]", "date_said": None, "date_said_end": None}
    body = annotation(quote, None)["body"]  # type: ignore[arg-type]
    assert "schema:spokenByCharacter" not in body
    assert "schema:dateCreated" not in body


def test_on_a_site_ids_lead_to_its_pages(database: sqlite3.Connection) -> None:
    line = next(annotate(database, "https://quotes.example.org"))
    item = json.loads(line)
    quote = item["body"]["schema:identifier"]
    assert item["body"]["id"] == f"https://quotes.example.org/onrecord/quotes/{quote}"
    assert line.endswith("}\n")
    check_model(item)
