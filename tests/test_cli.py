"""`onrecord` itself: its commands, and what it costs to start one."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from onrecord.cli import COMMANDS, main

# what no saved text needs, and what takes longest to import
HEAVY = "trafilatura sqlite_utils httpx dateparser rensa onrecord.pipeline"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_stands_in_its_module(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.name == name
    assert command.get_short_help_str(limit=200)


def test_saved_texts_are_read_without_what_only_other_commands_need() -> None:
    program = "import sys, onrecord.commands.extract; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert not set(HEAVY.split()) & set(run.stdout.decode().split())
