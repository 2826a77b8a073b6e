"""A quote is cited with its report, in words and as files that citation tools read."""

from __future__ import annotations

import json
from typing import Any

from onrecord.site.cite import in_bibtex, in_csl, in_words
from tests.site.conftest import Get

ADDRESS = "https://example.org/onrecord/quotes/00ff"
QUOTE: dict[str, Any] = {
    "id": "00ff",
    "text": "Ten % of {it} cost $5 & more,",
    "kind": "direct",
    "speaker": "Ann Lee",
    "speaker_mention": "Ms Lee",
    "headline": "Harbour_news",
    "outlet": "The Gull",
    "url": "https://example.org/a_b",
    "published": "2024-05-03",
}


def test_in_words_the_report_is_named_before_the_dataset() -> None:
    assert in_words(QUOTE, ADDRESS, "On the Record") == (
        "Ann Lee: “Ten % of {it} cost $5 & more” In “Harbour_news”, The Gull, 3 May 2024,"
        " https://example.org/a_b. On the Record, quote 00ff,"
        " https://example.org/onrecord/quotes/00ff."
    )


def test_bibtex_escapes_what_tex_would_read() -> None:
    entry = in_bibtex(QUOTE, ADDRESS, "On the Record")
    assert r"Ann Lee: “Ten \% of \{it\} cost \$5 \& more”" in entry
    assert "url = {https://example.org/a_b}" in entry
    assert "year = {2024}" in entry
    assert entry.count("{") - entry.count(r"\{") == entry.count("}") - entry.count(r"\}")


def test_csl_gives_the_date_to_the_precision_known() -> None:
    assert in_csl({**QUOTE, "published": "2024-05"}, ADDRESS, "On the Record")["issued"] == {
        "date-parts": [[2024, 5]]
    }
    assert "issued" not in in_csl({**QUOTE, "published": None}, ADDRESS, "On the Record")


def test_the_files_are_served(get: Get) -> None:
    quote = get("/onrecord/quotes.json?_shape=array&_size=1").json()[0]["id"]
    assert get(f"/cite/{quote}.bib").text.startswith(f"@misc{{onrecord-{quote},")
    (item,) = json.loads(get(f"/cite/{quote}.json").text)
    assert item["id"] == f"onrecord-{quote}"
    assert get("/cite/0000.bib").status_code == 404
