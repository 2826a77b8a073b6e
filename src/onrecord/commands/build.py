"""`onrecord build`: digests and captured pages in, the database out, and an account of both."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

from onrecord.commands.complaints import complain
from onrecord.curated import default_directory
from onrecord.db.write import write_database
from onrecord.models import Article, Dataset, Kind
from onrecord.pipeline import build_dataset

DEFAULT_DATABASE = Path("build/onrecord.db")
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--data", type=_FOLDER, help="Folder of digests, people, outlets.  [default: ours]")
@click.option("--captures", type=_FOLDER, multiple=True, help="Folder of pages; may be repeated.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=DEFAULT_DATABASE,
    show_default=True,
    help="Database to write. Called onrecord.db, it makes its folder one for `datasette FOLDER`.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.pass_context
def build(
    ctx: click.Context, data: Path | None, captures: tuple[Path, ...], out: Path, as_json: bool
) -> None:
    """Build the database from digests and captured pages.

    What stood there before is replaced when the new one is whole and has passed its checks.
    """
    dataset = build_dataset(data or default_directory(), captures, _watch)
    counts = write_database(dataset, out)
    summary = _summarise(dataset, counts, out)
    if as_json:
        click.echo(json.dumps(summary, ensure_ascii=False, indent=1))
    else:
        _show(summary)
    broken = [refusal for refusal in dataset.refusals if refusal.reason == "invalid-digest"]
    complain(line for refusal in broken for line in refusal.detail.splitlines())
    if broken:
        complain([f"built without {len(broken)} broken digest{'s' * (len(broken) > 1)}"])
        ctx.exit(1)


def _watch(articles: Sequence[Article]) -> Iterable[Article]:
    """Give the articles on, with a progress bar where somebody can see it."""
    console = Console(stderr=True)
    hidden = not console.is_terminal
    return track(articles, "Reading", console=console, transient=True, disable=hidden)


def _summarise(dataset: Dataset, counts: Mapping[str, int], out: Path) -> dict[str, Any]:
    """Return what was built and what was not, in values that JSON has."""
    kinds = Counter(statement.quote.kind for statement in dataset.statements)
    speakers = {person for statement in dataset.statements for person in statement.speaker_ids}
    return {
        "database": str(out),
        "articles": counts["articles"],
        "quotes": {kind: kinds[kind] for kind in get_args(Kind)},
        "unattributed": sum(not statement.speaker_ids for statement in dataset.statements),
        "utterances": counts["utterances"],
        "speakers": len(speakers),
        "refusals": [asdict(refusal) for refusal in dataset.refusals],
    }


def _show(summary: Mapping[str, Any]) -> None:
    table = Table(show_header=False, box=None)
    table.add_row("articles", str(summary["articles"]))
    for kind, count in summary["quotes"].items():
        table.add_row(f"{kind} quotes", str(count))
    for name in ("unattributed", "utterances", "speakers"):
        table.add_row(name, str(summary[name]))
    reasons = Counter(refusal["reason"] for refusal in summary["refusals"])
    for reason, count in sorted(reasons.items()):
        table.add_row(f"refused: {reason}", str(count))
    console = Console()
    console.print(table)
    console.print(f"written to {summary['database']}", markup=False, highlight=False)
