"""`onrecord export`: the database and its tables as files to download."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.filesize import decimal
from rich.table import Table

from onrecord.errors import OnRecordError
from onrecord.exports.folder import Download

DEFAULT_DATABASE = Path("build/onrecord.db")
DEFAULT_OUT = Path("build/downloads")


@click.command()
@click.argument(
    "database", type=click.Path(dir_okay=False, path_type=Path), default=DEFAULT_DATABASE
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=DEFAULT_OUT,
    show_default=True,
    help="Folder to write; beside the database the site serves it as /downloads.",
)
@click.option("--site", metavar="URL", help="Where it will be published, for ids that lead there.")
@click.option("--json", "as_json", is_flag=True, help="Print the list of files as JSON.")
def export(database: Path, out: Path, site: str | None, as_json: bool) -> None:
    """Write DATABASE [default: build/onrecord.db] as files for other tools.

    The SQLite file, plain and compressed; each table as CSV and Parquet; the quotes as W3C Web
    Annotations; descriptions and checksums. The same database gives the same files, and those that
    stood there before are replaced when all are written.
    """
    if site is not None and not site.startswith(("https://", "http://")):
        raise click.BadParameter("an address begins with https://", param_hint="--site")
    files = _export(database, out, site.rstrip("/") if site else None)
    if as_json:
        click.echo(json.dumps([asdict(file) for file in files], indent=1))
    else:
        _show(files, out)


def _export(database: Path, out: Path, site: str | None) -> list[Download]:
    try:
        # what only an export needs, `onrecord extract` can do without
        from onrecord.exports.export import export_dataset  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise OnRecordError(
            f"an export needs {error.name}, which is not installed: pip install 'onrecord[export]'"
        ) from error
    console = Console(stderr=True)
    with console.status("Writing") as status:
        return export_dataset(database, out, site, lambda name: status.update(f"Writing {name}"))


def _show(files: list[Download], out: Path) -> None:
    table = Table(show_header=False, box=None)
    for file in files:
        table.add_row(file.name, decimal(file.size), file.sha256[:12])
    console = Console()
    console.print(table)
    console.print(f"written to {out}", markup=False, highlight=False)
