"""What a command could not do, said on stderr."""

from __future__ import annotations

from collections.abc import Iterable

import click

from onrecord.models import Refusal

_MOST = 500  # problems; whoever mends a file with more of them begins anew
_LONGEST = 2_000  # characters of one; a broken file may be a line of megabytes


def complain(problems: Iterable[str]) -> None:
    """Print each problem on a line of its own, of very many the first, of a long one its ends."""
    told = list(problems)
    for problem in told[:_MOST]:
        half = _LONGEST // 2
        is_long = len(problem) > _LONGEST
        shown = f"{problem[:half]} […] {problem[-half:]}" if is_long else problem
        click.echo(f"error: {shown}", err=True)
    if len(told) > _MOST:
        click.echo(f"error: and {len(told) - _MOST:,} more like these", err=True)


def complain_of(refusal: Refusal) -> None:
    """Say what could not be used and why."""
    complain([f"{refusal.source}: {refusal.detail} ({refusal.reason})"])
