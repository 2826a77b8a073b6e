"""scripts/publish: what each target makes, and what it refuses before it does anything."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def publish(place: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [str(place / "scripts" / "publish"), *arguments]
    environment = {**os.environ, **more}
    return subprocess.run(
        command, capture_output=True, text=True, timeout=120, check=False, env=environment
    )


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ((), "unknown target (none)"),
        (("heroku",), "unknown target heroku"),
        (("fly",), "the name of an app"),
        (("lite",), "one address"),
        (("docker", "a", "b"), "too many arguments"),
    ],
)
def test_what_cannot_be_is_named(root: Path, arguments: tuple[str, ...], named: str) -> None:
    answer = publish(root, *arguments)
    assert answer.returncode == 2
    assert named in answer.stderr
    assert "usage: scripts/publish" in answer.stderr


def test_nothing_built_is_nothing_to_publish(publisher: Path) -> None:
    shutil.rmtree(publisher / "build")
    answer = publish(publisher, "lite", "https://example.org/")
    assert answer.returncode == 1
    assert "scripts/build first" in answer.stderr


def test_fly_gets_the_database_the_wheel_and_every_setting(publisher: Path) -> None:
    answer = publish(publisher, "fly", "on-record", "--generate-dir", "generated")
    assert answer.returncode == 0, answer.stderr
    made = publisher / "generated"
    (wheel,) = (made / "install").glob("onrecord-*.whl")
    dockerfile = (made / "Dockerfile").read_text()
    installs = f"pip install -U datasette --constraint install/versions.txt ./install/{wheel.name}"
    assert f"RUN {installs}\n" in dockerfile
    serve = shlex.split(dockerfile.rpartition("CMD ")[2])
    assert serve[:2] == ["datasette", "serve"]
    assert serve[serve.index("-i") + 1] == "onrecord.db"  # immutable, so that it can be downloaded
    settings = {
        serve[at + 1]: serve[at + 2] for at, word in enumerate(serve) if word == "--setting"
    }
    assert settings["suggest_facets"] == "False"
    assert settings["max_returned_rows"] == "1000"
    assert settings["force_https_urls"] == "True"
    assert (made / "onrecord.db").read_bytes() == (publisher / "build/onrecord.db").read_bytes()
    assert 'app = "on-record"' in (made / "fly.toml").read_text()


def test_fly_installs_the_locked_versions(publisher: Path, root: Path) -> None:
    assert publish(publisher, "fly", "on-record", "--generate-dir", "generated").returncode == 0
    versions = (publisher / "generated/install/versions.txt").read_text().splitlines()
    locked = (root / "deploy/requirements.lock").read_text()
    assert len(versions) == sum(not line.startswith(" ") for line in locked.splitlines())
    assert all(line in locked for line in versions)
    assert "datasette==0.65.5" in versions


def test_docker_is_asked_for_an_image(publisher: Path, tmp_path: Path) -> None:
    engine = tmp_path / "engine"
    engine.write_text('#!/bin/sh\necho "engine: $*"; ls dist\n')
    engine.chmod(0o755)
    answer = publish(publisher, "docker", "record:1", ENGINE=str(engine))
    assert answer.returncode == 0, answer.stderr
    assert "engine: build --tag record:1 ." in answer.stdout
    assert answer.stdout.count(".whl") == 1
    assert "--read-only" in answer.stdout


def test_without_an_engine_docker_says_what_is_left_to_do(publisher: Path) -> None:
    answer = publish(publisher, "docker", ENGINE="no-such-engine")
    assert answer.returncode == 1
    assert "there is no no-such-engine here" in answer.stderr


def test_lite_is_a_folder_for_any_host(publisher: Path) -> None:
    answer = publish(publisher, "lite", "https://example.org/record/")
    assert answer.returncode == 0, answer.stderr
    names = {path.name for path in (publisher / "build/lite").iterdir()}
    assert names == {"downloads", "index.html", "metadata.yml", "onrecord.db", "site.css"}


def test_lite_refuses_what_is_no_address(publisher: Path) -> None:
    answer = publish(publisher, "lite", "record")
    assert answer.returncode == 1
    assert "record is no address" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_the_scripts_are_clean(root: Path) -> None:
    shellcheck = shutil.which("shellcheck")
    if not shellcheck:
        pytest.skip("no shellcheck found: apt-get install shellcheck")
    scripts = [path for path in (root / "scripts").iterdir() if not path.suffix]
    command: list[str | Path] = [shellcheck, *scripts, root / "deploy/serve", root / ".ci/run"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout


def test_the_environment_knows_the_plugin_that_publishes() -> None:
    datasette = Path(sys.executable).with_name("datasette")
    answer = subprocess.run(
        [datasette, "publish", "fly", "--help"], capture_output=True, text=True, check=False
    )
    assert "--generate-dir" in answer.stdout
