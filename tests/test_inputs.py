from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.inputs import input_sha256, named_from
from onrecord.models import Refusal


def fill(folder: Path) -> Path:
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "one.md").write_text("One.")
    (folder / "people.yml").write_text("[]")
    return folder


def test_the_same_files_elsewhere_have_the_same_hash(tmp_path: Path) -> None:
    assert input_sha256([fill(tmp_path / "a")]) == input_sha256([fill(tmp_path / "b")])


@pytest.mark.parametrize("changed", ["content", "name", "new", "gone"])
def test_any_change_shows(tmp_path: Path, changed: str) -> None:
    folder = fill(tmp_path / "a")
    before = input_sha256([folder])
    one = folder / "articles" / "one.md"
    if changed == "content":
        one.write_text("Two.")
    elif changed == "name":
        one.rename(folder / "articles" / "two.md")
    elif changed == "new":
        (folder / "topics.yml").touch()
    else:
        one.unlink()
    assert input_sha256([folder]) != before


def test_hidden_files_do_not_count(tmp_path: Path) -> None:
    folder = fill(tmp_path / "a")
    before = input_sha256([folder])
    (folder / ".DS_Store").write_text("?")
    (folder / ".cache").mkdir()
    (folder / ".cache" / "x").write_text("?")
    assert input_sha256([folder]) == before


def test_the_order_of_folders_counts(tmp_path: Path) -> None:
    one, two = fill(tmp_path / "a"), tmp_path / "b"
    two.mkdir()
    assert input_sha256([one, two]) != input_sha256([two, one])


def test_refusals_do_not_say_where_the_folder_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusal = Refusal(f"{tmp_path}/data/x.md", "invalid-digest", f"{tmp_path}/data/x.md:3: no")
    told = Refusal("data/x.md", "invalid-digest", "data/x.md:3: no")
    assert named_from(tmp_path / "data", [refusal]) == [told]
    monkeypatch.chdir(tmp_path)
    refusal = Refusal("../up/data/x.md", "invalid-digest", "../up/data/x.md:3: no")
    assert named_from(Path("../up/data"), [refusal]) == [told]
    page = Refusal("https://a.example/data/", "empty", "nothing")
    assert named_from(tmp_path / "data", [page]) == [page]
