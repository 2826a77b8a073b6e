"""Every page worth finding stands in a sitemap, and what stands there answers."""

from __future__ import annotations

import sqlite3

import pytest
from lxml import etree

from onrecord.site import crawlers
from tests.site.conftest import Get

MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def places(text: str) -> list[str]:
    found = etree.fromstring(text.encode()).findall("*/s:loc", MAP)
    return [place.text.removeprefix("http://localhost") for place in found]


def test_every_quote_stands_in_a_sitemap_once(get: Get, database: sqlite3.Connection) -> None:
    listed = [
        place for part in places(get("/sitemap.xml").text) for place in places(get(part).text)
    ]
    quotes = [place for place in listed if place.startswith("/onrecord/quotes/")]
    wanted = [f"/onrecord/quotes/{id_}" for (id_,) in database.execute("select id from quotes")]
    assert sorted(quotes) == sorted(wanted)
    assert len(listed) == len(set(listed))


def test_what_stands_in_a_sitemap_answers(get: Get) -> None:
    firsts = [places(get(part).text)[:1] for part in places(get("/sitemap.xml").text)]
    for (place,) in filter(None, firsts):
        assert get(place).status_code == 200, place


def test_a_long_table_has_several_sitemaps(
    get: Get, database: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crawlers, "ADDRESSES", 20)
    (count,) = database.execute("select count(*) from quotes").fetchone()
    parts = [part for part in places(get("/sitemap.xml").text) if "quotes" in part]
    assert len(parts) == -(-count // 20)
    assert sum(len(places(get(part).text)) for part in parts) == count


@pytest.mark.parametrize("path", ["/sitemap-rules-0.xml", "/sitemap-quotes-9.xml"])
def test_no_sitemap_is_made_of_nothing(get: Get, path: str) -> None:
    assert get(path).status_code == 404


def test_robots_may_read_and_find_the_sitemap(get: Get) -> None:
    lines = get("/robots.txt").text.splitlines()
    assert "Sitemap: http://localhost/sitemap.xml" in lines
    assert "Disallow: /" not in lines


def test_llms_txt_names_every_table(get: Get, database: sqlite3.Connection) -> None:
    text = get("/llms.txt").text
    for (name,) in database.execute("select name from sqlite_master where type = 'view'"):
        if not name.endswith("_search"):
            assert f"/onrecord/{name})" in text
