"""What every test may ask for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples at every run: nobody's change fails for what it did not do. For others, set
# HYPOTHESIS_PROFILE=default, or see scripts/fuzz.
settings.register_profile("same", derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Return the folder of reports and corpora that are not part of the repository, or skip."""
    place = os.environ.get("ONRECORD_CORPORA")
    if not place:
        pytest.skip("ONRECORD_CORPORA is not set: the corpora are not part of the repository")
    return Path(place)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the repository's folder."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder like build/, made from the repository's own data once a session.

    Tests share it: read it, never change it.
    """
    folder = tmp_path_factory.mktemp("build")
    onrecord, database = Path(sys.executable).with_name("onrecord"), folder / "onrecord.db"
    commands: list[list[str | Path]] = [
        [onrecord, "build", "--out", database],
        [onrecord, "export", database, "--out", folder / "downloads"],
    ]
    for command in commands:
        subprocess.run(command, cwd=root, check=True)
    return folder


@pytest.fixture(scope="session")
def downloads(built: Path) -> Path:
    """Return the folder of downloads of the built database."""
    return built / "downloads"
