"""What is made by a changed engine has another name; what comes after reading changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.archives import engine
from onrecord.archives.engine import hash_of


@pytest.fixture
def package(tmp_path: Path) -> Path:
    for name in ("quotes/cues.py", "quotes/verbs.txt", "site/pages.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("said")
    return tmp_path


@pytest.mark.parametrize("name", ["quotes/cues.py", "quotes/verbs.txt", "quotes/new.py"])
def test_a_changed_source_is_another_engine(package: Path, name: str) -> None:
    before = hash_of(package)
    (package / name).write_text("told")
    assert hash_of(package) != before


@pytest.mark.parametrize("name", ["site/pages.py", "quotes/cues.py~", "quotes/.cues.py.swp"])
def test_what_no_page_is_read_with_changes_nothing(package: Path, name: str) -> None:
    before = hash_of(package)
    (package / name).write_text("told")
    assert hash_of(package) == before


def test_another_reader_is_another_engine(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = hash_of(package)
    monkeypatch.setattr(engine, "version", lambda _: "0.0")
    assert hash_of(package) != before
