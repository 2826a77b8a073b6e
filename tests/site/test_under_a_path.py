"""The whole site under a path of another site, as with Datasette's setting `base_url`."""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from datasette.app import Datasette

from onrecord.site.routes import ROUTES

from .conftest import Get
from .page_kinds import PAGES, address_of

BASE = "/record/"

# addresses that a page gives: of markup, of sitemaps and feeds, of robots.txt and llms.txt
_ADDRESS = re.compile(
    r'\b(?:href|src|action|content)="([^"]+)"|<loc>([^<]+)|<id>([^<]+)|: (/\S+)|(http://localhost\S*)'
)

# What has no row of its own in PAGES, with an address where it holds ids.
OURS = (
    "/feed.atom",
    "/feed/volodymyr-zelenskyy.atom",
    "select '/cite/' || max(id) || '.bib' from quotes",
    "select '/cite/' || max(id) || '.json' from quotes",
    "select '/card/' || max(id) || '.png' from quotes",
    "/docs/api",
    "/docs/changes",
    "/downloads/SHA256SUMS",
    "/reconcile/people",
    "/reconcile/people/suggest/entity?prefix=zel",
    "/robots.txt",
    "/sitemap.xml",
    "/sitemap-quotes-0.xml",
    "/llms.txt",
)


@pytest.fixture(scope="module")
def get_under(built: Path) -> Iterator[Get]:
    """Return a function that fetches a path below BASE."""
    settings = {**json.loads((built / "settings.json").read_text()), "base_url": BASE}
    with asyncio.Runner() as runner:
        site = Datasette(config_dir=built, settings=settings)

        def fetch(path: str) -> httpx.Response:
            answer: httpx.Response = runner.run(site.client.get(path))
            return answer

        yield fetch


def _addresses(text: str) -> set[str]:
    return {found for groups in _ADDRESS.findall(text) for found in groups if found}


def _astray(text: str) -> list[str]:
    """Return the addresses of this host that leave the path."""
    return sorted(
        address
        for address in _addresses(text)
        if (parts := urlsplit(address)).netloc in ("", "localhost")
        and parts.path.startswith("/")
        and not parts.path.startswith(BASE)
    )


@pytest.mark.parametrize("kind", PAGES)
def test_every_page_links_below_the_path(
    kind: str, get_under: Get, database: sqlite3.Connection
) -> None:
    answer = get_under(address_of(kind, database))
    assert answer.status_code == (404 if kind == "not found" else 200)
    assert _astray(answer.text) == []


@pytest.mark.parametrize("asked", OURS)
def test_what_machines_read_links_below_the_path(
    asked: str, get_under: Get, database: sqlite3.Connection
) -> None:
    address = asked if asked.startswith("/") else database.execute(asked).fetchone()[0]
    answer = get_under(address)
    assert answer.status_code == 200
    if answer.headers["content-type"] != "image/png":
        assert _astray(answer.text) == []


def test_what_pages_need_is_found_there(get_under: Get) -> None:
    needed = re.findall(
        r'(?:<script[^>]* src|<link rel="stylesheet" href)="([^"]+)"', get_under("/").text
    )
    assert needed
    assert {get_under(f"/{address.removeprefix(BASE)}").status_code for address in needed} == {200}


def test_no_address_of_ours_is_left_out(database: sqlite3.Connection) -> None:
    asked = [address_of(kind, database) for kind in PAGES]
    asked += [
        place if place.startswith("/") else database.execute(place).fetchone()[0] for place in OURS
    ]
    paths = [urlsplit(address).path for address in asked] + ["/-/static-plugins/onrecord/site.css"]
    assert [route for route, _ in ROUTES if not any(re.match(route, path) for path in paths)] == []
