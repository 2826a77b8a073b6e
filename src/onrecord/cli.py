"""The command line: arguments in, one call, a summary out.

Exit codes: 0 done; 1 failed, or done but for files of ours that have to be mended; 2 wrong usage.
"""

from __future__ import annotations

import sqlite3
from importlib import import_module
from typing import Any

import click

from onrecord import __version__
from onrecord.commands.complaints import complain
from onrecord.errors import OnRecordError

# Where each command is. Only the one that is asked for is imported: `onrecord extract` is run on
# one page after another, and what all commands import takes a second and a half.
COMMANDS = {
    "build": "build",
    "capture": "capture",
    "evaluate": "evaluate",
    "export": "export",
    "extract": "extract",
    "merge": "run",
    "new": "new",
    "people": "people",
    "read": "extract",
    "release": "release",
    "run": "run",
    "verify": "verify",
}


class _Commands(click.Group):
    """Says what went wrong in words; a traceback means that the fault is the program's."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"onrecord.commands.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OnRecordError as error:
            problems = error.problems
        except BrokenPipeError:
            raise  # whoever reads our output has had enough: click ends quietly
        except (OSError, sqlite3.OperationalError) as error:
            problems = (str(error),)
        complain(problems)
        raise click.exceptions.Exit(1)


@click.group(cls=_Commands)
@click.version_option(__version__, prog_name="onrecord")
def main() -> None:
    """Who said what: from news reports to a published database."""
