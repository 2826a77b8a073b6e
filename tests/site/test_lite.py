"""The page that opens the dataset in the reader's browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml.html import HtmlElement, fromstring

from onrecord.errors import OnRecordError
from onrecord.site.lite import lite_address, write_lite

from .conftest import Get

ADDRESS = "https://example.org/record/"


@pytest.fixture(scope="module")
def folder(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("lite") / "build"
    copy.mkdir()
    for path in built.iterdir():
        (copy / path.name).symlink_to(path)
    return write_lite(copy, ADDRESS)


@pytest.fixture(scope="module")
def page(folder: Path) -> HtmlElement:
    return fromstring((folder / "index.html").read_text(encoding="utf-8"))


def links(page: HtmlElement) -> Iterator[str]:
    return (str(link) for link in page.xpath("//a/@href"))


def test_what_it_links_to_beside_itself_is_there(page: HtmlElement, folder: Path) -> None:
    near = [link for link in [*links(page), *page.xpath("//link/@href")] if "//" not in link]
    assert {"onrecord.db", "site.css", "downloads/SHA256SUMS"} <= set(near)
    assert all((folder / name).is_file() for name in near)
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there - set(near) == {"index.html", "metadata.yml"}


def test_every_way_in_loads_the_database_and_its_metadata(page: HtmlElement, folder: Path) -> None:
    ways = [
        urlsplit(link) for link in links(page) if link.startswith("https://lite.datasette.io/?")
    ]
    assert len(ways) > 20
    for way in ways:
        asked = parse_qs(way.query)
        assert asked == {"url": [f"{ADDRESS}onrecord.db"], "metadata": [f"{ADDRESS}metadata.yml"]}
    assert (folder / "metadata.yml").is_file()


def test_every_way_in_leads_to_what_the_site_has(page: HtmlElement, get: Get) -> None:
    paths = {urlsplit(link).fragment for link in links(page)} - {""}
    assert "/onrecord/said" in paths
    assert "/onrecord/who_said_it_first" in paths
    assert {path: get(f"{path}.json?_size=1").status_code for path in paths} == dict.fromkeys(
        paths, 200
    )


def test_it_runs_nothing_and_asks_nobody_else(page: HtmlElement) -> None:
    assert page.xpath("//script | //img | //iframe | //form") == []
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == "default-src 'none'; style-src 'self'"


def test_it_says_what_is_fetched_from_where(page: HtmlElement) -> None:
    text = " ".join(page.text_content().split())
    assert "Datasette Lite, which is not ours" in text
    assert "Pyodide" in text


def test_the_database_is_the_built_one(folder: Path, built: Path) -> None:
    assert (folder / "onrecord.db").read_bytes() == (built / "onrecord.db").read_bytes()


@pytest.mark.parametrize(
    "address", ["", "record", "ftp://example.org/", "https://", "https://example.org/?a=b"]
)
def test_what_is_no_address_is_refused(built: Path, address: str) -> None:
    with pytest.raises(OnRecordError, match="no address of a folder"):
        write_lite(built, address)


def test_without_a_database_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(OnRecordError, match="scripts/build"):
        write_lite(tmp_path, ADDRESS)


def test_an_address_may_hold_anything() -> None:
    assert "url=https%3A%2F%2Fexample.org%2Fa%2526b%2Fonrecord.db" in lite_address(
        "https://example.org/a%26b/"
    )
