"""The health check: a site that answers from its database, and everything else."""

from __future__ import annotations

import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from onrecord.site.health import read_version


def test_a_site_that_answers_is_healthy(server: str) -> None:
    assert read_version(urlsplit(server).port or 0).startswith("20")


@pytest.mark.parametrize("arguments", [(), ("port",), ("1",)])
def test_what_does_not_answer_is_not(arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "onrecord.site.health", *arguments]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 1
    assert answer.stderr.startswith("health: ")
    assert "Traceback" not in answer.stderr
