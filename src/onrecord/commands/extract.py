"""`onrecord extract` and `onrecord read`: one page or many, shown to a person or a program."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console, RenderableType

from onrecord.commands.inputs import complain_of, read_inputs
from onrecord.commands.listing import article_listing, said_listing
from onrecord.commands.objects import article_object, said_object
from onrecord.curated import default_directory, load_curated
from onrecord.models import Article, Curated, Refusal
from onrecord.people.registry import Registry
from onrecord.said import read_said

Show = Callable[[Article], RenderableType | dict[str, Any]]
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

_paths = click.argument("paths", nargs=-1, required=True, metavar="PATH…|-")
_jsonl = click.option("--jsonl", is_flag=True, help="Print one JSON object an article.")


@click.command()
@_paths
@click.option("--plain", is_flag=True, help="Take the input as it is: nothing is cut from it.")
@_jsonl
@click.option("-v", "--verbose", is_flag=True, help="Show the evidence, and what was cut and why.")
@click.option("--data", type=_FOLDER, help="Folder of people.yml and outlets.yml.  [default: ours]")
def extract(
    paths: tuple[str, ...], plain: bool, jsonl: bool, verbose: bool, data: Path | None
) -> None:
    """Show who said what in pages (.html, .html.gz) or saved texts (.txt); - reads stdin.

    Page furniture is cut first, and what a page prints twice counts once. With --plain the text is
    taken whole and offsets count its code points; a .jsonl file then gives one article a line, as
    in {"id": "a-1", "text": "…"}.

    What can't be used is named on stderr with the reason, the rest is read, and the exit code is 1.
    """
    curated = load_curated(data or default_directory())
    registry = Registry(curated.people.values())

    def show(article: Article) -> RenderableType | dict[str, Any]:
        said = read_said(article, registry, plain=plain)
        return said_object(article, said) if jsonl else said_listing(article, said, verbose=verbose)

    _show_all(paths, curated, show, plain=plain)


@click.command()
@_paths
@_jsonl
@click.option("-v", "--verbose", is_flag=True, help="Also what was cut, and why.")
def read(paths: tuple[str, ...], jsonl: bool, verbose: bool) -> None:
    """Show pages (.html, .html.gz) or saved texts (.txt) as they are read; - reads stdin.

    What can't be used is named on stderr with the reason, the rest is read, and the exit code is 1.
    """

    def show(article: Article) -> RenderableType | dict[str, Any]:
        if jsonl:
            return article_object(article, verbose=verbose)
        return article_listing(article, verbose=verbose)

    _show_all(paths, load_curated(default_directory()), show, plain=False)


def _show_all(paths: Sequence[str], curated: Curated, show: Show, *, plain: bool) -> None:
    """Print each article as `show` gives it and complain of the rest; exit with 1 if there are."""
    console = Console(highlight=False)
    refused = False
    for article in read_inputs(paths, curated, plain=plain):
        if isinstance(article, Refusal):
            complain_of(article)
            refused = True
            continue
        shown = show(article)
        if isinstance(shown, dict):
            # bytes: a program reads UTF-8 whatever the terminal's encoding is
            click.echo(json.dumps(shown, ensure_ascii=False).encode("utf-8", "replace"))
        else:
            console.print(shown)
    if refused:
        raise click.exceptions.Exit(1)
