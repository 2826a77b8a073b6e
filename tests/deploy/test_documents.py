"""docs/publishing.md against what it speaks of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.db.folder import SETTINGS
from onrecord.site import app


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    return (root / "docs/publishing.md").read_text()


def test_every_file_it_names_is_there(root: Path, text: str) -> None:
    named = set(re.findall(r"((?<![\w/])(?:deploy|scripts|docs|\.github)/[\w./-]+\w)", text))
    assert {"deploy/nginx.conf", "deploy/Caddyfile", "deploy/serve", "scripts/publish"} <= named
    assert [name for name in named if not (root / name).is_file()] == []


def test_every_file_of_the_set_up_is_described(root: Path, text: str) -> None:
    files = [f"deploy/{path.name}" for path in (root / "deploy").iterdir()]
    assert [name for name in files if name not in text] == []


def test_the_variables_are_those_that_are_read(text: str) -> None:
    rows = set(re.findall(r"^\| `([A-Z_]+)` \|", text, re.MULTILINE))
    assert rows == {app.BASE_URL, app.SECRET, "ONRECORD_REPORT_URL"}


def test_a_path_is_given_with_every_setting_that_is_not_datasettes_own(text: str) -> None:
    given = set(re.findall(r"--setting (\w+)", text))
    as_datasette_has_it = {"allow_download", "sql_time_limit_ms", "max_returned_rows"}
    assert given == {"base_url", *SETTINGS} - as_datasette_has_it


def test_no_part_of_it_names_the_host_of_a_package_index(root: Path) -> None:
    places = [
        "Dockerfile",
        "scripts/publish",
        "docs/publishing.md",
        ".github/workflows/publish.yml",
    ]
    places += [f"deploy/{path.name}" for path in (root / "deploy").iterdir()]
    hosts = re.compile(r"pypi\.|pythonhosted|ghcr\.io|docker\.io|npmjs|debian\.org")
    assert [place for place in places if hosts.search((root / place).read_text())] == []
