"""The wheel: it holds all that an installed engine needs, and works where nothing else of us is."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import sysconfig
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from onrecord.site.docs import DOCUMENTS

# what is decided about our own reports is of no use to other people's
NOT_PACKED = {"corrections.yml"}


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment that has the wheel, and the libraries of the one that tests run in."""

    folder: Path

    def run(self, *command: str | Path, at: Path) -> str:
        """Return what a command of the environment prints."""
        name, *arguments = map(str, command)
        ran = subprocess.run(
            [self.folder / "bin" / name, *arguments],
            check=False,
            cwd=at,
            env=self.variables(),
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def variables(self) -> dict[str, str]:
        """Return the variables to run with: nothing leads to the repository."""
        hidden = {"PYTHONPATH", "VIRTUAL_ENV"}
        return {name: value for name, value in os.environ.items() if name not in hidden}


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    subprocess.run([*command, "--outdir", str(folder), str(root)], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    folder = tmp_path_factory.mktemp("env")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    # a path is all it takes from there: what points from there to the repository doesn't count
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    script = f"#!{python}\nfrom datasette.cli import cli\ncli()\n"
    (folder / "bin" / "datasette").write_text(script)
    (folder / "bin" / "datasette").chmod(0o755)
    return Environment(folder)


def test_nothing_that_is_needed_is_left_out(wheel: Path, root: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    source = root / "src"
    ours = {
        path.relative_to(source).as_posix()
        for path in (source / "onrecord").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    data = {path.name for path in (root / "data").glob("*.yml")} - NOT_PACKED
    assert ours <= packed
    assert {f"onrecord/data/{name}" for name in data} <= packed
    assert {f"onrecord/{document.file}" for document in DOCUMENTS.values()} <= packed


def test_nothing_is_packed_that_is_not_to_be(wheel: Path) -> None:
    packed = zipfile.ZipFile(wheel).namelist()
    assert [name for name in packed if name.startswith("onrecord/data/articles")] == []
    assert {name.partition("/")[0].partition("-")[0] for name in packed} == {"onrecord"}


def test_the_engine_is_the_one_of_the_wheel(installed: Environment, tmp_path: Path) -> None:
    where = installed.run("python", "-c", "import onrecord; print(onrecord.__file__)", at=tmp_path)
    assert Path(where).is_relative_to(installed.folder)


def test_it_tells_its_commands(installed: Environment, tmp_path: Path) -> None:
    told = installed.run("onrecord", "--help", at=tmp_path)
    assert all(name in told for name in ("build", "extract", "new", "export"))


def test_it_reads_a_text_and_knows_our_people(installed: Environment, tmp_path: Path) -> None:
    text = "“The door stays open,” NATO chief Jens Stoltenberg told the guests on the stairs."
    article = json.dumps({"id": "visitors", "text": text}) + "\n"
    (tmp_path / "visitors.jsonl").write_text(article)
    told = installed.run("onrecord", "extract", "--plain", "--jsonl", "visitors.jsonl", at=tmp_path)
    assert '"speaker_id": "jens-stoltenberg"' in told


@dataclass(frozen=True, slots=True)
class Served:
    """A dataset that `onrecord new` made, built and served; `seconds` is what it all took."""

    address: str
    seconds: float


@pytest.fixture(scope="module")
def served(installed: Environment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    began = time.monotonic()
    folder = tmp_path_factory.mktemp("subject")
    installed.run("onrecord", "new", "bridge", at=folder)
    build = ("onrecord", "build", "--data", "data", "--captures", "pages")
    installed.run(*build, at=folder / "bridge")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [str(installed.folder / "bin" / "datasette"), str(folder / "bridge" / "build")]
    with subprocess.Popen(
        [*command, "--port", str(port)],
        env=installed.variables(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            _await_answer(address, process)
            yield Served(address, time.monotonic() - began)
        finally:
            process.terminate()


def _await_answer(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert process.poll() is None, "the server ended before it answered"
        try:
            httpx.get(address)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server did not answer within 30 s")


def test_three_pages_are_built_and_served_in_under_a_minute(served: Served) -> None:
    assert served.seconds < 60
    quotes = httpx.get(f"{served.address}/onrecord/quotes.json?_shape=array").json()
    assert len({quote["article_id"] for quote in quotes}) == 4  # a digest is there too


def test_the_plugin_is_active(served: Served) -> None:
    plugins = httpx.get(f"{served.address}/-/plugins.json").json()
    assert "onrecord" in {plugin["name"] for plugin in plugins}
    home = httpx.get(served.address)
    assert "The Long Bridge" in home.text
    assert "script-src" in home.headers["content-security-policy"]


def test_a_document_is_served(served: Served) -> None:
    assert "onrecord new" in httpx.get(f"{served.address}/docs/tutorial").text
