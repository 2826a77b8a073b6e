"""A fresh dataset is whole, is made only where nothing stands, and speaks of nothing but itself."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from datasette.app import Datasette

from onrecord.cli import main
from onrecord.curated import load_curated
from onrecord.starter.create import TEMPLATE, create_dataset


def new(folder: Path) -> Result:
    return CliRunner().invoke(main, ["new", str(folder)])


def test_every_file_of_the_template_is_there(tmp_path: Path) -> None:
    written = create_dataset(tmp_path / "deep" / "bridge")
    assert len(written) == sum(path.is_file() for path in TEMPLATE.rglob("*"))
    assert all(path.is_file() for path in written)
    assert (tmp_path / "deep" / "bridge" / ".gitignore").is_file()
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["bridge"]


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    result = new(tmp_path)
    assert result.exit_code == 0
    assert load_curated(tmp_path / "data").about.name == "The Long Bridge"


@pytest.mark.parametrize("is_file", [True, False])
def test_nothing_is_written_over(tmp_path: Path, is_file: bool) -> None:
    place = tmp_path / "mine" if is_file else tmp_path
    (tmp_path / "mine").write_text("kept")
    result = new(place)
    assert result.exit_code == 1
    assert result.stderr.startswith("error: ") and "is not empty" in result.stderr
    assert [path.read_text() for path in tmp_path.iterdir()] == ["kept"]


PATHS = [
    "/",
    "/onrecord",
    "/onrecord/quotes",
    "/onrecord/people/ada-lind",
    "/onrecord/outlets/quay-post",
    "/onrecord/topics/tolls",
    "/onrecord/events/bridge-opening",
    "/onrecord/articles/quay-post-2024-05-03-long-bridge-opens",
    "/search?q=bridge",
    "/feed.atom",
    "/feed/ada-lind.atom",
    "/llms.txt",
    "/reconcile/people",
    "/nowhere",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built folder of a fresh dataset."""
    folder = tmp_path_factory.mktemp("fresh") / "bridge"
    create_dataset(folder)
    out = folder / "build" / "onrecord.db"
    result = CliRunner().invoke(
        main,
        [
            "build",
            *("--data", str(folder / "data")),
            *("--captures", str(folder / "pages")),
            *("--out", str(out)),
        ],
    )
    assert result.exit_code == 0, result.output
    return out.parent


@pytest.mark.parametrize("path", PATHS)
def test_no_page_speaks_of_another_subject(site: Path, path: str) -> None:
    answer = asyncio.run(Datasette(config_dir=site).client.get(path))
    assert answer.status_code == (404 if path == "/nowhere" else 200)
    assert "The Long Bridge" in answer.text
    for word in ("Ukrain", "NATO", "On the Record", "Stoltenberg", "Zelensk"):
        assert word not in answer.text
