"""What a command could not do, said on stderr."""

from __future__ import annotations

from collections.abc import Iterable

import click

from onrecord.models import Refusal


def complain(problems: Iterable[str]) -> None:
    """Print each problem on a line of its own."""
    for problem in problems:
        click.echo(f"error: {problem}", err=True)


def complain_of(refusal: Refusal) -> None:
    """Say what could not be used and why."""
    complain([f"{refusal.source}: {refusal.detail} ({refusal.reason})"])
