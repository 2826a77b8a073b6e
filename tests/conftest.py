"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


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
