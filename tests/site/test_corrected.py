"""The draft of a correction, as it is filled in."""

from __future__ import annotations

import yaml

from onrecord.site.corrected import draft

QUOTE = {
    "id": "0123456789ab",
    "article_id": "evening-2024-03-05-bridges",
    "basis": "capture",
    "speaker_id": None,
    "others": "[]",
    "kind": "indirect",
    "date_said": "2024-03-01",
    "date_said_end": "2024-03-31",
    "date_precision": "month",
    "date_rule": "sentence",
}


def test_a_quote_of_a_page_names_its_report() -> None:
    text = draft(QUOTE)
    (entry,) = yaml.safe_load(text)
    assert (entry["before"], entry["article"]) == (None, QUOTE["article_id"])
    assert "date_said, before: 2024-03; or kind, before: indirect" in text


def test_a_quote_of_a_digest_does_not() -> None:
    (entry,) = yaml.safe_load(draft({**QUOTE, "basis": "digest", "speaker_id": "ada-lind"}))
    assert entry["before"] == "ada-lind"
    assert "article" not in entry
