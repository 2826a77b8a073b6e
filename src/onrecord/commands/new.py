"""`onrecord new`: a dataset for another subject."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.starter.create import create_dataset


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make a dataset of your own in FOLDER, which must be new or empty.

    It begins with an example: a digest, three pages and the people in them, all made up.
    """
    # absolute, so that `.` has a name and a place
    written = create_dataset(folder.absolute())
    click.echo(f"{len(written)} files written to {folder}. Next:")
    click.echo(f"  cd {folder}")
    click.echo("  onrecord build --data data --captures pages")
    click.echo("  datasette build/")
