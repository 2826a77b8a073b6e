"""What README.md tells a newcomer to do works, and what it names is there."""

from __future__ import annotations

import re
import shlex
import sqlite3
from pathlib import Path

import httpx
import pytest

from onrecord.articles.digests import read_digests
from onrecord.curated import load_curated
from tests.site.conftest import Get

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SITE = "http://127.0.0.1:8001"


def code_blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def asked_by(command: str) -> str:
    """Return the path that a curl command asks for."""
    _, *arguments = shlex.split(command)
    data = dict(
        arguments[place + 1].split("=", 1)
        for place, argument in enumerate(arguments)
        if argument == "--data-urlencode"
    )
    (address,) = (argument for argument in arguments if argument.startswith(SITE))
    return str(httpx.URL(address, params=data) if data else address).removeprefix(SITE)


CURLS = [block for block in code_blocks("console") if block.startswith("curl")]


@pytest.mark.parametrize("command", CURLS)
def test_an_example_answers_with_rows(get: Get, command: str) -> None:
    path = asked_by(command)
    answer = get(path)
    assert answer.status_code == 200, path
    rows = answer.text.splitlines()[1:] if ".csv" in path else answer.json()
    assert rows


def test_there_are_examples_of_sql_json_and_csv() -> None:
    paths = [asked_by(command) for command in CURLS]
    assert any("sql=" in path for path in paths)
    assert any(".json" in path and "sql=" not in path for path in paths)
    assert any(".csv" in path for path in paths)


@pytest.mark.parametrize("sql", code_blocks("sql"))
def test_an_example_of_sql_finds_rows(database: sqlite3.Connection, sql: str) -> None:
    assert database.execute(sql).fetchall()


@pytest.mark.parametrize("address", re.findall(rf"[(<]{SITE}([^)>]*)", README))
def test_a_link_to_the_site_leads_somewhere(get: Get, address: str) -> None:
    assert get(address).status_code == 200


def test_the_example_of_a_digest_can_be_read(root: Path, tmp_path: Path) -> None:
    (digest,) = code_blocks("markdown")
    digest = digest.replace("the-example", "the-independent")
    (tmp_path / "the-independent-2024-07-11-talks-end.md").write_text(digest, encoding="utf-8")
    articles, refusals = read_digests(tmp_path, load_curated(root / "data"))
    assert refusals == []
    assert articles[0].headline == "Talks End With ‘Clear Path’ for Ukraine"


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"(?:\]\(|src=\")(?!http)([^)\"#]+)", README)))
)
def test_a_file_that_is_linked_is_there(root: Path, path: str) -> None:
    assert (root / path).exists()


def test_a_table_that_is_described_is_there(database: sqlite3.Connection) -> None:
    named = re.findall(r"^\| `(\w+)` \|", README, re.MULTILINE)
    there = {name for (name,) in database.execute("select name from sqlite_master")}
    assert len(named) >= 5
    assert set(named) <= there


@pytest.mark.parametrize("script", sorted(set(re.findall(r"scripts/\w+", README))))
def test_a_script_that_is_named_can_be_run(root: Path, script: str) -> None:
    assert (root / script).stat().st_mode & 0o100
