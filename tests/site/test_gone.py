"""Taken down: 410 with the reason. Moved: the way there. Corrected: by whom, and why."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import fields
from html import unescape
from pathlib import Path

import httpx
import pytest
import yaml
from datasette.app import Datasette

from onrecord.models import Correction
from tests.site import corrected
from tests.site.conftest import Get

SECRET = re.compile(r"Quay Street|12 Quay|My sister", re.IGNORECASE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corrected.build(tmp_path_factory.mktemp("corrected"))


@pytest.fixture(scope="module")
def fetch(folder: Path) -> Iterator[Get]:
    with asyncio.Runner() as runner:
        site = Datasette(config_dir=folder)

        def answer(path: str) -> httpx.Response:
            found: httpx.Response = runner.run(site.client.get(path))
            return found

        yield answer


def text_of(page: httpx.Response) -> str:
    """Return the words of a page in one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


GONE = [
    (f"/onrecord/quotes/{corrected.SISTER_ID}", "This quote was taken down", "holds no office"),
    (f"/onrecord/quotes/{corrected.SOLD_ID}", "This quote was taken down", "withdrew the report"),
    (f"/onrecord/utterances/{corrected.SOLD_ID}", "taken down", "withdrew the report"),
    (f"/onrecord/articles/{corrected.DOWN_ID}", "This article was taken down", "withdrew the rep"),
    ("/onrecord/people/port-city", "This person was taken down", "is a town's"),
    (f"/cite/{corrected.SISTER_ID}.bib", "This quote was taken down", "holds no office"),
    (f"/card/{corrected.SISTER_ID}.png", "This quote was taken down", "holds no office"),
]


@pytest.mark.parametrize(("path", "heading", "reason"), GONE)
def test_what_was_taken_down_says_why(fetch: Get, path: str, heading: str, reason: str) -> None:
    page = fetch(path)
    assert page.status_code == 410
    words = text_of(page)
    assert heading in words and reason in words
    assert "the editors" in words and "21 November 2026" in words
    assert 'href="https://evening.example/note"' in page.text
    assert page.headers["x-content-type-options"] == "nosniff"


def test_a_program_is_told_too(fetch: Get) -> None:
    answer = fetch(f"/onrecord/articles/{corrected.DOWN_ID}.json")
    assert answer.status_code == 410
    told = answer.json()
    assert (told["ok"], told["status"], told["by"]) == (False, 410, "the editors")
    assert told["reason"] == "The paper withdrew the report."
    assert fetch(f"/onrecord/corrections/{told['correction']}").status_code == 200


MOVED = [
    ("/onrecord/people/cyrus-holm", "/onrecord/people/cy-holm"),
    ("/onrecord/people/cyrus-holm.json?_shape=array", "/onrecord/people/cy-holm.json?_shape=array"),
    ("/feed/cyrus-holm.atom", "/feed/cy-holm.atom"),
    ("/onrecord/quotes/aaaaaaaaaaaa", f"/onrecord/quotes/{corrected.MAY_ID}"),
    ("/cite/aaaaaaaaaaaa.json", f"/cite/{corrected.MAY_ID}.json"),
]


@pytest.mark.parametrize(("path", "leads_to"), MOVED)
def test_what_moved_leads_on(fetch: Get, path: str, leads_to: str) -> None:
    answer = fetch(path)
    assert (answer.status_code, answer.headers["location"]) == (301, leads_to)
    assert fetch(leads_to).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/onrecord/quotes/000000000000", "/onrecord/people/nobody", "/nowhere"],
)
def test_other_addresses_lead_nowhere(fetch: Get, path: str) -> None:
    assert fetch(path).status_code == 404


def test_the_words_are_nowhere(fetch: Get, folder: Path) -> None:
    for path in (
        "/",
        f"/onrecord/articles/{corrected.BRIDGES_ID}",
        f"/onrecord/quotes/{corrected.SAFE_ID}",
        "/onrecord/articles.csv?_stream=on",
        "/onrecord/said.json?_shape=array",
        "/onrecord/utterances.json?_shape=array",
        "/onrecord/corrections.json?_shape=array",
        "/feed.atom",
        "/search?q=ferries",
    ):
        page = fetch(path)
        assert page.status_code == 200, path
        assert not SECRET.search(text_of(page)), path
    assert fetch("/onrecord/articles.json?_search=Quay&_shape=array").json() == []
    assert fetch("/onrecord/quotes.json?_search=sister&_shape=array").json() == []
    for file in folder.iterdir():
        assert not SECRET.search(file.read_bytes().decode("utf-8", "replace")), file.name


CORRECTED: list[tuple[str, tuple[str, ...]]] = [
    (
        f"quotes/{corrected.BRIDGE_ID}",
        (
            "Day: the machine read 4 March 2024 ; it is 3 March 2024 to 4 March 2024",
            "past midnight",
        ),
    ),
    (
        f"quotes/{corrected.SAFE_ID}",
        ("Speaker: the machine read Ada Lind ; it is Ada Lind and Bo Ek", "spoke together"),
    ),
    (f"quotes/{corrected.PIERS_ID}", ("Same person as: cyrus-holm is Cy Holm", "one head")),
    ("people/cy-holm", ("Same person as: cyrus-holm is Cy Holm", "Cyrus Holm")),
    (
        f"articles/{corrected.BRIDGES_ID}",
        ("words of this report are blanked", "██████"),
    ),
]


@pytest.mark.parametrize(("row", "words"), CORRECTED)
def test_a_row_shows_what_was_decided_of_it(fetch: Get, row: str, words: tuple[str, ...]) -> None:
    page = fetch(f"/onrecord/{row}")
    assert page.status_code == 200
    shown = text_of(page)
    for one in ("Corrected by hand", "the editors, 21 November 2026", *words):
        assert one in shown


def test_a_row_that_nobody_corrected_says_nothing(fetch: Get) -> None:
    assert "Corrected by hand" not in fetch("/onrecord/people/ada-lind").text


DRAFTS = [
    (corrected.SAFE_ID, "ada-lind, bo-ek", "or date_said, before: 2024-03-04; or kind"),
    (corrected.BRIDGE_ID, "ada-lind", "or date_said, before: 2024-03-03/2024-03-04; or kind"),
    (corrected.PIERS_ID, "cy-holm", "or date_said, before: nothing; or kind, before: direct"),
]


@pytest.mark.parametrize(("quote", "before", "other"), DRAFTS)
def test_a_quote_has_a_draft_of_its_correction(
    fetch: Get, quote: str, before: str, other: str
) -> None:
    page = fetch(f"/onrecord/quotes/{quote}").text
    (text,) = re.findall(r"<pre><code>(- target.*?)</code></pre>", page, re.DOTALL)
    (draft,) = yaml.safe_load(unescape(text))
    assert other in unescape(text)
    assert (draft["target"], draft["field"], draft["before"]) == (quote, "speaker_id", before)
    assert draft.keys() == {field.name for field in fields(Correction)} - {"article", "stands_at"}


def test_a_joint_quote_names_all_its_speakers(fetch: Get) -> None:
    page = fetch(f"/onrecord/quotes/{corrected.SAFE_ID}").text
    attribution = page.partition('class="attribution"')[2].partition("</p>")[0]
    assert re.findall(r'href="/onrecord/people/([a-z-]+)"', attribution) == ["ada-lind", "bo-ek"]


def test_what_somebody_has_looked_at_needs_no_more_review(fetch: Get) -> None:
    rows = fetch("/onrecord/needs_review.json?_shape=array&_size=max").json()
    reasons = {row["quote_id"]: row["reason"] for row in rows}
    assert reasons == {
        corrected.MAY_ID: "unknown speaker",
        corrected.PIERS_ID: "unknown speaker",
    }


def test_the_utterance_of_a_quote_that_moved_is_found(fetch: Get) -> None:
    page = fetch("/onrecord/utterances/aaaaaaaaaaaa")
    assert page.status_code == 301
    assert page.headers["location"] == f"/onrecord/utterances/{corrected.MAY_ID}"
    assert fetch("/onrecord/utterances/bbbbbbbbbbbb").status_code == 404


def test_an_utterance_that_has_an_earlier_report_now_leads_there(
    get: Get, database: sqlite3.Connection
) -> None:
    later = "select quote_id, utterance_id from variants where quote_id <> utterance_id limit 1"
    quote, utterance = database.execute(later).fetchone()
    page = get(f"/onrecord/utterances/{quote}.json?_shape=array")
    assert page.status_code == 301
    assert page.headers["location"] == f"/onrecord/utterances/{utterance}.json?_shape=array"
