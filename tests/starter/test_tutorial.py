"""The tutorial, command by command as a reader types it, ending at a served site."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial.md"
COMMANDS = re.findall(r"```bash\n(.*?)```", TUTORIAL.read_text(encoding="utf-8"), re.DOTALL)
# tells the outputs of one block from those of the next
MARK = "=== next ==="


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what each block of commands prints, all of them run in one shell."""
    if shutil.which("curl") is None:
        pytest.skip("no curl here to fetch pages with")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    # whatever fails, the server ends
    script = "trap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n"
    script += f"echo '{MARK}'\n".join(COMMANDS).replace("8001", port)
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    ran = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        check=False,
        cwd=tmp_path_factory.mktemp("tutorial"),
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.split(f"{MARK}\n")


# what a block says, by words of its commands
PRINTED = [
    ("onrecord new", "quay-post.html"),
    ("onrecord extract", "Ada Lind — 2024-05-02"),
    ("from said", "We said we would build it"),
    ("from same_words", "Ada Lind"),
    ("first-monday", "articles         5"),
    ("datasette build/", "The Long Bridge"),
]


@pytest.mark.parametrize(("command", "words"), PRINTED)
def test_a_step_prints_what_it_promises(outputs: list[str], command: str, words: str) -> None:
    (printed,) = (out for block, out in zip(COMMANDS, outputs, strict=True) if command in block)
    assert words in printed


def test_the_corrected_quote_and_the_digest_are_served(outputs: list[str]) -> None:
    (printed,) = (out for block, out in zip(COMMANDS, outputs, strict=True) if "said.csv" in block)
    (quote,), end = json.JSONDecoder().raw_decode(printed)
    assert quote["speaker_id"] == "transport-ministry"
    assert "fewer than we feared" in printed[end:]
