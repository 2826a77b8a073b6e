"""What the tests of the published forms share: a wheel, and a repository that may be published."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built from the repository once a session."""
    folder = tmp_path_factory.mktemp("wheel")
    command: list[str | Path] = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    subprocess.run([*command, "--outdir", folder, root], check=True, capture_output=True)
    (wheel,) = folder.glob("onrecord-*.whl")
    return wheel


@pytest.fixture
def publisher(root: Path, built: Path, tmp_path: Path) -> Path:
    """Return a copy of the repository that has been built, on this test's own environment."""
    place = tmp_path / "repository"
    left_out = shutil.ignore_patterns("build", "dist", "tests", ".*", "__pycache__")
    shutil.copytree(root, place, ignore=left_out)
    shutil.copytree(built, place / "build")
    (place / ".venv").symlink_to(sys.prefix)
    # what it would install is installed, or this test would not run
    (place / "scripts" / "setup").write_text("#!/bin/sh\n")
    return place
