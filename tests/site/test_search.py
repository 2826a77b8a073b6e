"""One box finds words, people under any spelling, and reports; and narrows what it found."""

from __future__ import annotations

import re
import sqlite3
from html import unescape
from urllib.parse import urlencode

import pytest

from onrecord.site import search
from tests.site.conftest import Get


def found_quotes(page: str) -> list[str]:
    return re.findall(r'<blockquote><a href="/onrecord/quotes/(\w+)"', page)


def ask(get: Get, typed: str, **chosen: str) -> str:
    answer = get("/search?" + urlencode({"q": typed, **chosen}))
    assert answer.status_code == 200
    return answer.text


def test_words_are_found_and_marked(get: Get) -> None:
    page = ask(get, "nato")
    assert found_quotes(page)
    assert "<mark>NATO</mark>" in page


def test_a_phrase_stands_together(get: Get, database: sqlite3.Connection) -> None:
    wanted = {
        row["id"]
        for row in database.execute("select id from quotes where text like '%as long as%'")
    }
    assert wanted
    assert set(found_quotes(ask(get, '"as long as"'))) == wanted


@pytest.mark.parametrize(
    "typed",
    ["Zelensky", "Zelenskyy", "Zelenskiy", "Selenskyj", "Zełenski", "Зеленський", "Зеленский"],
)
def test_every_spelling_leads_to_the_same_person(get: Get, typed: str) -> None:
    page = ask(get, typed)
    people = page[page.index('id="people"') :]
    assert re.search(r'/onrecord/people/([\w-]+)"', people).group(1) == "volodymyr-zelenskyy"  # type: ignore[union-attr]


def test_chips_narrow_and_widen(get: Get, database: sqlite3.Connection) -> None:
    page = ask(get, "nato")
    chips = page[page.index('class="chips"') : page.index('class="quotes"')]
    address, label, count = re.search(  # type: ignore[union-attr]
        r'<a href="([^"]+)">([^<]+?) <span class="number">(\d+)', chips
    ).groups()
    narrowed = get(unescape(address)).text
    assert len(found_quotes(narrowed)) == int(count)
    widened = re.search(r'<a href="([^"]+)" class="chosen"', narrowed)
    assert widened is not None
    assert found_quotes(get(unescape(widened[1])).text) == found_quotes(page)
    assert label in unescape(page)


def test_several_choices_hold_together(get: Get, database: sqlite3.Connection) -> None:
    chosen = {"speaker": "jens-stoltenberg", "kind": "direct", "year": "2023"}
    for quote in found_quotes(ask(get, "nato", **chosen)):
        row = database.execute("select * from quotes where id = ?", [quote]).fetchone()
        assert (row["speaker_id"], row["kind"]) == ("jens-stoltenberg", "direct")
        assert row["month"].startswith("2023")


def test_what_nothing_has_in_full_is_found_in_part(get: Get) -> None:
    page = ask(get, "nato zebra")
    assert "No quote has all of these words" in page
    assert found_quotes(page)


def test_a_misspelt_name_is_mended(get: Get) -> None:
    assert "Stoltenberg</a>" in ask(get, "stoltenburg")


def test_nothing_is_said_plainly(get: Get) -> None:
    page = ask(get, "qqqqzzzz")
    assert "No quote" in page
    assert not found_quotes(page)


@pytest.mark.parametrize(
    "typed", ["", "'", '"', "(((", "*", "a:b", "NOT", "-", "\x00", "%", "ǅ" * 400]
)
def test_no_input_is_an_error(get: Get, typed: str) -> None:
    ask(get, typed)


@pytest.mark.parametrize("start", ["-1", "x", "99999999999999999999", "40", "²"])
def test_no_place_to_start_is_an_error(get: Get, start: str) -> None:
    ask(get, "nato", start=start)


def test_pages_follow_one_another(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = found_quotes(ask(get, "nato"))
    monkeypatch.setattr(search, "PAGE", 3)
    address: str | None = "/search?q=nato"
    paged: list[str] = []
    while address:
        page = get(unescape(address)).text
        paged += found_quotes(page)
        following = re.search(r'class="next"><a href="([^"]+)"', page)
        address = following[1] if following else None
    assert paged[: len(whole)] == whole
    assert len(paged) == len(set(paged))


def test_typed_marks_are_shown_as_text(get: Get) -> None:
    assert "<img" not in ask(get, "<img src=x> nato")
