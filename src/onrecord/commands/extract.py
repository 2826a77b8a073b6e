"""`onrecord extract` and `onrecord read`: one page or many, shown to a person or a program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click
from rich.console import RenderableType

from onrecord.commands.complaints import complain_of
from onrecord.commands.inputs import read_inputs
from onrecord.commands.listing import article_listing, said_listing
from onrecord.commands.objects import article_object, said_object
from onrecord.commands.terminal import terminal
from onrecord.curated import default_directory, load_curated
from onrecord.models import Article, Refusal
from onrecord.people.registry import Registry
from onrecord.said import read_said

Show = Callable[[Article], RenderableType | dict[str, Any]]
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

_paths = click.argument("paths", nargs=-1, required=True, metavar="PATH…|-")
_jsonl = click.option("--jsonl", is_flag=True, help="Print one JSON object an article.")
_fast = click.option("--fast", is_flag=True, help="Find the text of HTML pages in one way only.")


@click.command()
@_paths
@click.option("--plain", is_flag=True, help="Take the input as it is: nothing is cut from it.")
@_jsonl
@_fast
@click.option("-v", "--verbose", is_flag=True, help="Show the evidence, and what was cut and why.")
@click.option("--data", type=_FOLDER, help="Folder of people.yml and outlets.yml.  [default: ours]")
def extract(  # noqa: PLR0913, PLR0917  # click hands over each option by itself
    paths: tuple[str, ...], plain: bool, jsonl: bool, fast: bool, verbose: bool, data: Path | None
) -> None:
    """Show who said what in pages (.html, .html.gz), saved texts (.txt, .md) or web archives
    (.warc, .warc.gz, .warc.zst); - reads stdin.

    Page furniture is cut first, and what a page prints twice counts once. With --plain the text is
    taken whole and offsets count its code points; a .jsonl file then gives one article a line, as
    in {"id": "a-1", "text": "…"}.

    What can't be used is named on stderr with the reason, the rest is read, and the exit code is 1.
    """
    curated = load_curated(data or default_directory())
    registry = Registry(curated.people.values())

    def show(article: Article) -> RenderableType | dict[str, Any]:
        said = read_said(article, registry, curated, plain=plain)
        return said_object(article, said) if jsonl else said_listing(article, said, verbose=verbose)

    _show_all(read_inputs(paths, curated, plain=plain, fast=fast), show)


@click.command()
@_paths
@_jsonl
@_fast
@click.option("-v", "--verbose", is_flag=True, help="Also what was cut, and why.")
def read(paths: tuple[str, ...], jsonl: bool, fast: bool, verbose: bool) -> None:
    """Show pages, saved texts or web archives, as `extract` takes them, as they are read.

    What can't be used is named on stderr with the reason, the rest is read, and the exit code is 1.
    """

    def show(article: Article) -> RenderableType | dict[str, Any]:
        if jsonl:
            return article_object(article, verbose=verbose)
        return article_listing(article, verbose=verbose)

    _show_all(read_inputs(paths, load_curated(default_directory()), fast=fast), show)


def _show_all(inputs: Iterable[Article | Refusal], show: Show) -> None:
    """Print each article as `show` gives it and complain of the rest; exit with 1 if there are."""
    console = terminal()
    refused = False
    for article in inputs:
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
