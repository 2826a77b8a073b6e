"""`onrecord release`: a version to be cited, with what changed since the last one."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.errors import OnRecordError

if TYPE_CHECKING:
    from onrecord.releases.release import Release

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--data", type=_FOLDER, help="Folder of digests, people, outlets.  [default: ./data]")
@click.option("--captures", type=_FOLDER, multiple=True, help="Folder of pages; may be repeated.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build/releases"),
    show_default=True,
    help="Folder for the deposit.",
)
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Day of it.  [default: today]")
@click.option("--dry-run", is_flag=True, help="Check and tell, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
def release(  # noqa: PLR0913, PLR0917  # click hands over each option by itself
    data: Path | None,
    captures: tuple[Path, ...],
    out: Path,
    day: datetime | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Make a release of the dataset: year.month.number.

    The dataset is built anew and compared, row by row, with the newest manifest in releases/. Ids
    that went without a redirect or a tombstone stop it. Then the version goes into
    data/dataset.yml, the changes into CHANGELOG.md and releases/, and a ZIP for an archive, without
    anything that is not ours, into the folder of deposits.
    """
    try:
        # what only a release needs, other commands can do without
        from onrecord.releases.release import Request  # noqa: PLC0415
        from onrecord.releases.release import release as make  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise OnRecordError(
            f"a release needs {error.name}, which is not installed: pip install 'onrecord[export]'"
        ) from error
    when = (day or datetime.now(UTC)).date()
    request = Request(_data(data).absolute(), captures, out.absolute(), when)
    made = make(request, dry_run=dry_run)
    if as_json:
        click.echo(json.dumps(asdict(made), default=str, ensure_ascii=False, indent=1))
    else:
        _show(made, dry_run=dry_run)


def _data(given: Path | None) -> Path:
    """Return the data folder: the one here, unless another is given."""
    here = given or Path("data")
    if not here.is_dir():
        raise OnRecordError("there is no folder data here; name the dataset's with --data")
    return here


def _show(made: Release, *, dry_run: bool) -> None:
    click.echo(f"{made.version}" + (f", after {made.since}" if made.since else ""))
    for line in made.lines:
        click.echo(f"  {line}")
    click.echo("Would write:" if dry_run else "Written:")
    for path in made.files:
        click.echo(f"  {path}")
    if not dry_run:
        click.echo("Commit these, and tag the commit with the version.")
