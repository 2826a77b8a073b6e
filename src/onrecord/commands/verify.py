"""`onrecord verify`: are the words of our digests those that their reports print?"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.curated import default_directory
from onrecord.curated.checks import FILE, write_checks
from onrecord.models import Check
from onrecord.verify.checks import check_digests

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option(
    "--captures",
    type=_FOLDER,
    multiple=True,
    required=True,
    help="Folder of captured pages; may be repeated.",
)
@click.option("--data", type=_FOLDER, help="Folder of digests, people, outlets.  [default: ours]")
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON.")
def verify(captures: tuple[Path, ...], data: Path | None, as_json: bool) -> None:
    """Look every quote of every digest up in the capture of its report.

    The result goes into verifications.csv beside the digests, with the capture's hash and the day:
    exact, normalised (but for marks and white space), near (with what stands there instead) or
    absent. The exit code is 1 where words are absent; then a build fails too, until the digest is
    mended or a correction explains it.
    """
    folder = data or default_directory()
    checks = check_digests(folder, captures, datetime.now(UTC).date().isoformat())
    (folder / FILE).write_text(write_checks(checks), encoding="utf-8")
    if as_json:
        click.echo(json.dumps([asdict(check) for check in checks], ensure_ascii=False, indent=1))
    else:
        _show(checks)
    if any(check.result == "absent" for check in checks):
        raise click.exceptions.Exit(1)


def _show(checks: Sequence[Check]) -> None:
    console = Console(highlight=False)
    for check in checks:
        if check.result in ("near", "absent"):
            console.print(Text(f"{check.result}: “{check.quote}” ({check.article_id})", "red"))
            if check.found:
                console.print(Text(f"  there: “{check.found}”", "dim"))
    table = Table(show_header=False, box=None)
    for result, count in sorted(Counter(check.result for check in checks).items()):
        table.add_row(result, str(count))
    console.print(table)
