"""The quotes as W3C Web Annotations, one JSON object a line.

https://www.w3.org/TR/annotation-model/. The target is the report at its URL; the body says whose
words they are, since when and how that is known. A selector says nothing that is not so of its
source: where a digest was read, the report has the words (`exact`) but neither the words around
them nor their place, so these are said of the digest, a second target. Places count code points of
the text that was read; in a headline they are counted inside it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_TYPES = {"person": "Person", "organisation": "Organization", "group": "Organization"}

# which columns of a quote the body tells as they are; the rest are in quotes.csv, by id
FACTS = (
    "kind",
    "part",
    "medium",
    "date_precision",
    "rule_id",
    "probability",
    "verification",
    "utterance_id",
)

_QUOTES = """\
select quotes.*, articles.url, articles.archive_url, articles.basis, articles.headline,
  articles.language, articles.retrieved_at, articles.published, outlets.name as outlet,
  (select json_group_array(json(speaker)) from (
    select json_object('id', people.id, 'name', people.name, 'kind', people.kind,
      'wikidata', people.wikidata) as speaker
    from quote_speakers join people on people.id = quote_speakers.person_id
    where quote_speakers.quote_id = quotes.id
    order by people.id)) as speakers
from quotes join articles on articles.id = quotes.article_id
  join outlets on outlets.id = quotes.outlet_id
order by quotes.id"""

Row = sqlite3.Row


def annotate(connection: sqlite3.Connection, site: str | None) -> Iterator[str]:
    """Yield a line for each quote, by id; ids are addresses below `site`, or URNs without one."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    for quote in cursor.execute(_QUOTES):
        yield _line(annotation(quote, site))


def annotation(quote: Row, site: str | None) -> dict[str, Any]:
    """Return one quote as an annotation."""
    return {
        "@context": CONTEXT,
        "id": f"{_name(site, 'quotes', quote['id'])}#annotation",
        "type": "Annotation",
        "motivation": "describing",
        "body": _body(quote, site),
        "target": [_report(quote), *_digest(quote, site)],
    }


def _name(site: str | None, table: str, row_id: str) -> str:
    return f"{site}/onrecord/{table}/{row_id}" if site else f"urn:onrecord:{table}:{row_id}"


def _body(quote: Row, site: str | None) -> dict[str, Any]:
    told = {
        "id": _name(site, "quotes", quote["id"]),
        "type": "schema:Quotation",
        "schema:identifier": quote["id"],
        "schema:text": quote["text"],
        "schema:spokenByCharacter": [_person(person, site) for person in _speakers(quote)],
        "schema:dateCreated": _days(quote),
        "schema:inLanguage": quote["language"],
        "schema:additionalProperty": [
            {"type": "schema:PropertyValue", "schema:name": name, "schema:value": quote[name]}
            for name in FACTS
            if quote[name] is not None
        ],
    }
    return _told(told)


def _speakers(quote: Row) -> list[dict[str, Any]]:
    """Return who said it, the first named first."""
    people: list[dict[str, Any]] = json.loads(quote["speakers"])
    return sorted(people, key=lambda person: person["id"] != quote["speaker_id"])


def _person(person: dict[str, Any], site: str | None) -> dict[str, Any]:
    item = f"http://www.wikidata.org/entity/{person['wikidata']}" if person["wikidata"] else None
    told = {
        "id": _name(site, "people", person["id"]),
        "type": _TYPES[person["kind"]],
        "name": person["name"],
        "schema:identifier": person["id"],
        "schema:sameAs": {"id": item} if item else None,
    }
    return _told(told)


def _days(quote: Row) -> str | None:
    """Return the day it was said, or the first and the last that it can have been, as ISO 8601."""
    first, last = quote["date_said"], quote["date_said_end"]
    return first if first == last or not last else f"{first}/{last}"


def _report(quote: Row) -> dict[str, Any]:
    is_seen = quote["basis"] == "capture"
    words = _words(quote) if is_seen else [{"type": "TextQuoteSelector", "exact": quote["text"]}]
    printed = {
        "id": quote["url"],
        "type": "Text",
        "format": "text/html",
        "language": quote["language"],
        "schema:headline": quote["headline"],
        "schema:publisher": quote["outlet"],
        "schema:datePublished": quote["published"],
    }
    told = {
        "type": "SpecificResource",
        "source": _told(printed),
        "selector": words,
        "state": _state(quote),
    }
    return _told(told)


def _digest(quote: Row, site: str | None) -> list[dict[str, Any]]:
    """Return the digest as a target, where it is what was read."""
    if quote["basis"] == "capture":
        return []
    source = {"id": _name(site, "articles", quote["article_id"]), "type": "Text"}
    return [{"type": "SpecificResource", "source": source, "selector": _words(quote)}]


def _words(quote: Row) -> list[dict[str, Any]]:
    """Return both ways to find the words: by themselves and by their place."""
    around = _told(
        {
            "type": "TextQuoteSelector",
            "exact": quote["text"],
            "prefix": quote["prefix"],
            "suffix": quote["suffix"],
        }
    )
    place = {
        "type": "TextPositionSelector",
        "start": quote["start_offset"],
        "end": quote["end_offset"],
    }
    if quote["part"] != "headline":
        return [around, place]
    inside = {"type": "TextQuoteSelector", "exact": quote["headline"], "refinedBy": place}
    return [around, inside]


def _state(quote: Row) -> dict[str, Any] | None:
    """Return which copy of the page it was: when fetched, and the archive's."""
    told = _told({"sourceDate": quote["retrieved_at"], "cached": quote["archive_url"]})
    return {"type": "TimeState", **told} if told else None


def _line(item: dict[str, Any]) -> str:
    return json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n"


def _told(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if value not in (None, [], "")}
