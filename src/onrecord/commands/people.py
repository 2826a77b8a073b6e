"""`onrecord people`: who could be added to the data files, or is there under another name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from onrecord.curated import default_directory
from onrecord.people.proposals import propose
from onrecord.people.suggest import Stranger, Suggestion
from onrecord.people.suggest import suggest as find_suggestions
from onrecord.pipeline import build_dataset

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def people() -> None:
    """Look after the people of the data files."""


@people.command()
@click.option("--data", type=_FOLDER, help="Folder of digests, people, outlets.  [default: ours]")
@click.option("--captures", type=_FOLDER, multiple=True, help="Folder of pages; may be repeated.")
@click.option(
    "--least",
    default=3,
    show_default=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="Suggest an entry for whoever has so many quotes.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the suggestions as JSON.")
def suggest(data: Path | None, captures: tuple[Path, ...], least: int, as_json: bool) -> None:
    """Suggest names and entries to add, as a diff of the data files with the evidence in comments.

    Nothing is changed. To take a suggestion, keep its lines of the diff and give them to
    `git apply` or `patch -p1` in the folder that holds the data folder.
    """
    folder = data or default_directory()
    suggestions = find_suggestions(build_dataset(folder, captures), least)
    if as_json:
        told = [_object(suggestion) for suggestion in suggestions]
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    proposal = propose(suggestions, folder)
    click.echo(proposal.diff, nl=False)
    for line in proposal.by_hand:
        click.echo(f"not in the diff: {line}", err=True)


def _object(suggestion: Suggestion) -> dict[str, Any]:
    """Return a suggestion in values that JSON has."""
    return {
        "action": "add-entry" if suggestion.known_id is None else "add-names",
        "id": suggestion.known_id or suggestion.strangers[0].person.id,
        "score": suggestion.score,
        "why": list(suggestion.why),
        "people": [_stranger(stranger) for stranger in suggestion.strangers],
    }


def _stranger(stranger: Stranger) -> dict[str, Any]:
    return {
        "id": stranger.person.id,
        "name": stranger.person.name,
        "kind": stranger.person.kind,
        "quotes": stranger.quote_count,
        "articles": [article.id for article in stranger.articles],
        "mentions": list(stranger.mentions),
    }
