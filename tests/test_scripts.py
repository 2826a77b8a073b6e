"""scripts/serve refuses what it cannot do before it does anything."""

from __future__ import annotations

import socket
import subprocess
from pathlib import Path

import pytest


def serve(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(root / "scripts" / "serve"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_a_port_that_is_taken_is_named(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        answer = serve(root, "--port", str(port))
    assert answer.returncode == 1
    assert f"cannot listen on 127.0.0.1:{port}" in answer.stderr
    assert "--port" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("port", ["eight", "70000"])
def test_a_port_that_cannot_be_is_named(root: Path, port: str) -> None:
    answer = serve(root, "--port", port)
    assert answer.returncode == 1
    assert port in answer.stderr
    assert "Traceback" not in answer.stderr


def test_an_argument_that_is_unknown_is_named(root: Path) -> None:
    answer = serve(root, "--prot", "8002")
    assert answer.returncode == 2
    assert "--prot" in answer.stderr
