"""What search engines read of our pages is true, and can't break out of its element."""

from __future__ import annotations

import json
import re
import sqlite3
from typing import Any

from onrecord.site.linked_data import json_ld
from tests.site.conftest import Get


def described(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    item: dict[str, Any] = json.loads(found[1])
    return item


def test_a_quote_is_a_quotation(get: Get, database: sqlite3.Connection) -> None:
    quote = database.execute(
        "select q.*, p.name from quotes q join people p on p.id = q.speaker_id"
        " where date_precision = 'day' limit 1"
    ).fetchone()
    item = described(get(f"/onrecord/quotes/{quote['id']}").text)
    assert item["@type"] == "Quotation"
    assert item["text"] == quote["text"]
    assert item["dateCreated"] == quote["date_said"]
    assert item["spokenByCharacter"]["name"] == quote["name"]
    assert item["isBasedOn"]["url"].startswith("http")


def test_a_person_is_a_person_under_every_spelling(get: Get) -> None:
    item = described(get("/onrecord/people/volodymyr-zelenskyy").text)
    assert item["@type"] == "Person"
    assert "Зеленський" in " ".join(item["alternateName"])


def test_home_is_a_dataset(get: Get) -> None:
    item = described(get("/").text)
    assert item["@type"] == "Dataset"
    assert item["distribution"][0]["contentUrl"] == "http://localhost/onrecord.db"


def test_words_can_not_end_the_element() -> None:
    element = json_ld({"text": "</script><script>alert(1)</script> & <!--"})
    assert element.count("<") == 2
    assert described(element)["text"].startswith("</script>")
