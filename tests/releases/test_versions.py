"""Versions by the calendar, and the files that say them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.curated import load_about
from onrecord.exports.descriptions.citation import citation
from onrecord.models import About
from onrecord.releases.versions import files_with_version, next_version, with_version

VERSIONS = [
    ((2026, 11), (), "2026.11.0"),
    ((2026, 11), ("2026.11.0",), "2026.11.1"),
    ((2026, 11), ("2026.11.9", "2026.11.10", "2026.10.30"), "2026.11.11"),
    ((2027, 1), ("2026.11.9", "2026.1.4"), "2027.1.0"),
]


@pytest.mark.parametrize(("month", "released", "expected"), VERSIONS)
def test_the_next_version(month: tuple[int, int], released: tuple[str, ...], expected: str) -> None:
    assert next_version(date(*month, 21), released) == expected


TEXTS = [
    ("", "version: 2026.1.0\n"),
    ("name: A\n", "name: A\nversion: 2026.1.0\n"),
    ("version: 2025.1.0\nname: A\n", "version: 2026.1.0\nname: A\n"),
    ("# version: no\nname: A\n\n", "# version: no\nname: A\nversion: 2026.1.0\n"),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_the_version_is_written(text: str, expected: str) -> None:
    assert with_version(text, "2026.1.0") == expected


def test_files_of_the_dataset_follow_and_others_stay(tmp_path: Path) -> None:
    old = About(version="2026.1.0")
    (tmp_path / "data").mkdir()
    (tmp_path / "CITATION.cff").write_text(citation(old))
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "2026.1.0"\n[x]\nv = "1"\n')
    written = dict(files_with_version(tmp_path / "data", old, "2026.2.0"))
    assert {path.name: text for path, text in written.items()} == {
        "dataset.yml": "version: 2026.2.0\n",
        "CITATION.cff": citation(replace(old, version="2026.2.0")),
        "pyproject.toml": '[project]\nversion = "2026.2.0"\n[x]\nv = "1"\n',
    }
    (tmp_path / "CITATION.cff").write_text("cff-version: 1.2.0\nversion: 2026.1.0\n")
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.0"\n')
    written = dict(files_with_version(tmp_path / "data", old, "2026.2.0"))
    assert [path.name for path in written] == ["dataset.yml"]


def test_our_files_say_one_version(root: Path) -> None:
    about = load_about(root / "data")
    assert f'\nversion = "{about.version}"\n' in (root / "pyproject.toml").read_text()
    assert len(dict(files_with_version(root / "data", about, "2099.1.0"))) == 3
