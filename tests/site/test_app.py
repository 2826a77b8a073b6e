"""The site as servers load it: which folder it shows, under which settings."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from pathlib import Path

import httpx
import pytest

from onrecord.errors import OnRecordError
from onrecord.site.app import make_app
from onrecord.site.security import App


def ask(app: App, *paths: str) -> list[httpx.Response]:
    async def asked() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return [await client.get(path) for path in paths]

    return asyncio.run(asked())


@pytest.fixture(autouse=True)
def folder(built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONRECORD_SITE", str(built))
    return built


def test_it_is_the_site_of_the_folder() -> None:
    home, settings = ask(make_app(), "/", "/-/settings.json")
    assert home.status_code == 200
    assert "On the Record" in home.text
    assert settings.json()["suggest_facets"] is False


@pytest.mark.parametrize("given", ["/record/", "record", "/record"])
def test_a_path_keeps_the_other_settings(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_BASE_URL", given)
    settings, home = ask(make_app(), "/record/-/settings.json", "/record/")
    assert settings.json()["base_url"] == "/record/"
    assert settings.json()["suggest_facets"] is False
    assert 'href="/record/onrecord/quotes"' in home.text


def test_no_database_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_SITE", str(tmp_path))
    with pytest.raises(OnRecordError, match=r"has no onrecord\.db; scripts/build"):
        make_app()


def test_a_running_site_keeps_to_its_files_when_the_link_moves_on(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, current = (tmp_path / name for name in ("first", "second", "current"))
    shutil.copytree(built, first)
    shutil.copytree(built, second)
    with sqlite3.connect(second / "onrecord.db") as database:
        database.execute("update build_info set value = 'later' where key = 'version'")
    current.symlink_to(first)
    monkeypatch.setenv("ONRECORD_SITE", str(current))
    running = make_app()
    current.unlink()
    current.symlink_to(second)
    address = "/onrecord/build_info.json?key=version&_shape=array"
    ((before,), (after,)) = (
        answer.json() for app in (running, make_app()) for answer in ask(app, address)
    )
    assert before["value"] != "later"
    assert after["value"] == "later"


def test_where_errors_are_reported_is_said_by_the_environment(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite3.connect(f"file:{built / 'onrecord.db'}?mode=ro", uri=True) as database:
        (quote,) = database.execute("select min(id) from quotes").fetchone()
    monkeypatch.setenv("ONRECORD_REPORT_URL", "https://tracker.example.org/new?label=data")
    (page,) = ask(make_app(), f"/onrecord/quotes/{quote}")
    wanted = f"https://tracker.example.org/new?label=data&amp;title=Quote%20{quote}&amp;body="
    assert wanted in page.text.replace("+", "%20")
    monkeypatch.delenv("ONRECORD_REPORT_URL")
    (page,) = ask(make_app(), f"/onrecord/quotes/{quote}")
    assert "Send it" not in page.text
