"""Carry out a Dockerfile's steps in a folder, where there is no engine to do it."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dockerfile_parse import DockerfileParser


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction, and which stage it is of."""

    name: str
    value: str
    stage: int


def read_steps(text: str) -> list[Step]:
    """Return the instructions of a Dockerfile, comments left out."""
    stage, steps = -1, []
    for part in DockerfileParser(fileobj=io.BytesIO(text.encode())).structure:
        stage += part["instruction"] == "FROM"
        if part["instruction"] != "COMMENT":
            steps.append(Step(part["instruction"], part["value"], stage))
    return steps


@dataclass(slots=True)
class Kitchen:
    """Where the steps are carried out: every stage in its turn takes the place of `image`."""

    context: Path
    image: Path
    environment: Mapping[str, str]
    names: list[str] = field(default_factory=list)
    workdir: str = "/"

    def carry_out(self, step: Step) -> None:
        """Do what one step says; raises CalledProcessError where a command fails."""
        if step.name == "FROM":
            self._begin(step)
        elif step.name == "WORKDIR":
            self.workdir = step.value
            self._here().mkdir(parents=True, exist_ok=True)
        elif step.name == "COPY":
            self._copy(step.value.split())
        elif step.name == "RUN":
            environment = {**os.environ, **self.environment}
            subprocess.run(["sh", "-ec", step.value], cwd=self._here(), env=environment, check=True)

    def _begin(self, step: Step) -> None:
        if self.names:
            self.image.rename(self.image.with_name(self.names[-1]))
        self.names.append(step.value.partition(" AS ")[2] or "last")
        self.image.mkdir()

    def _copy(self, words: list[str]) -> None:
        source = self.context
        if words[0].startswith("--from="):
            source = self.image.with_name(words.pop(0).removeprefix("--from="))
        target = self._here() / words.pop()
        for pattern in words:
            found = list(source.glob(pattern.lstrip("/").rstrip("/")))
            assert found, f"COPY {pattern}: nothing there"
            for path in found:
                self._put(path, target)

    def _put(self, path: Path, target: Path) -> None:
        if path.is_dir():
            shutil.copytree(path, target, symlinks=True, dirs_exist_ok=True)
        else:
            shutil.copy(path, target)

    def _here(self) -> Path:
        return self.image / self.workdir.lstrip("/")


def command_of(value: str, image: Path) -> list[str]:
    """Return the words of a CMD in JSON form, with the image's paths where it lies."""
    words: list[str] = json.loads(value[value.index("[") :])
    return [str(image / word.lstrip("/")) if word.startswith("/srv/") else word for word in words]
