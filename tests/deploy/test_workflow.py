"""The workflow: its shape, its order, what it may do, and what it runs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

PLACE = ".github/workflows/publish.yml"


@pytest.fixture(scope="module")
def workflow(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((root / PLACE).read_text())
    return loaded


def steps_of(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_it_has_the_shape_of_a_workflow(root: Path) -> None:
    check = [Path(sys.executable).with_name("check-jsonschema"), root / PLACE]
    answer = subprocess.run(
        [*check, "--builtin-schema", "vendor.github-workflows"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout


def test_nothing_is_published_before_it_is_tested_built_and_checked(
    workflow: dict[str, Any],
) -> None:
    needs = {name: job.get("needs") for name, job in workflow["jobs"].items()}
    assert needs == {
        "test": None,
        "build": "test",
        "check": "build",
        "pages": "check",
        "image": "check",
    }
    for name in ("pages", "image"):
        assert "github.event_name != 'pull_request'" in workflow["jobs"][name]["if"]


def test_every_action_is_pinned_to_a_commit(root: Path) -> None:
    used = re.findall(r"uses: (\S+) # (\S+)", (root / PLACE).read_text())
    assert len(used) == (root / PLACE).read_text().count("uses:")
    for action, version in used:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action)
        assert re.fullmatch(r"v\d+\.\d+\.\d+", version)


def test_only_pages_may_write(workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    given = {
        name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job
    }
    assert given == {"pages": {"pages": "write", "id-token": "write"}}


def test_no_checkout_leaves_a_token_behind(workflow: dict[str, Any]) -> None:
    checkouts = [step for step in steps_of(workflow) if "actions/checkout" in step.get("uses", "")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_what_it_runs_is_there(root: Path, workflow: dict[str, Any]) -> None:
    commands = " ".join(step.get("run", "") for step in steps_of(workflow))
    scripts = set(re.findall(r"\bscripts/\w+", commands))
    assert scripts == {"scripts/test", "scripts/build", "scripts/publish"}
    assert all((root / script).is_file() for script in scripts)


def test_no_expression_is_pasted_into_a_command(workflow: dict[str, Any]) -> None:
    for step in steps_of(workflow):
        assert "${{" not in step.get("run", ""), "pass it through env"


def test_the_auditor_has_nothing_to_say(root: Path) -> None:
    zizmor = shutil.which("zizmor", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if not zizmor:
        pytest.skip("no zizmor found: pip install zizmor")
    answer = subprocess.run(
        [zizmor, "--offline", root / PLACE], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout
