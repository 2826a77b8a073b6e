"""`onrecord capture`: pages from addresses, lists and feeds into the private store."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import metadata
from pathlib import Path
from typing import Self, get_args

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from onrecord import __version__
from onrecord.captures.records import Bounds, Outcome, Policy, Result, Wanted
from onrecord.captures.run import Order, Watch, capture_all
from onrecord.captures.sources import read_sources
from onrecord.captures.store import Store
from onrecord.commands.listing import plain
from onrecord.commands.terminal import terminal

_LIST = click.Path(exists=True, dir_okay=False, path_type=Path)
_DEFAULTS = Bounds()
_RESULTS: dict[Result, str] = {
    "captured": "stored",
    "unchanged": "asked again, the same as before",
    "known": "captured before, not asked again",
    "refused": "not to be had",
}


@click.command()
@click.argument("urls", nargs=-1, metavar="[URL]…")
@click.option("--sources", type=_LIST, multiple=True, help="CSV of reports, with a column url.")
@click.option("--feed", "feeds", multiple=True, metavar="URL", help="RSS or Atom feed of reports.")
@click.option("--sitemap", "maps", multiple=True, metavar="URL", help="Site map, or index of some.")
@click.option(
    "--captures",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("captures"),
    show_default=True,
    help="The store: a folder that nobody else reads.",
)
@click.option("--again", is_flag=True, help="Ask also whether pages captured before have changed.")
@click.option("--most", type=click.IntRange(min=1), help="Ask for no more pages than this.")
@click.option("--archive", is_flag=True, help="Where a page is gone, ask the Wayback Machine.")
@click.option("--ignore-reservation", is_flag=True, help="Take pages whose mining is reserved.")
@click.option("--allow-local", is_flag=True, help="Take pages of this machine and its networks.")
@click.option(
    "--delay",
    type=click.FloatRange(min=0),
    default=_DEFAULTS.delay,
    show_default=True,
    help="Seconds between two requests to one host; its robots.txt may ask for more.",
)
@click.option(
    "--hosts",
    type=click.IntRange(min=1, max=64),
    default=_DEFAULTS.hosts,
    show_default=True,
    help="Hosts asked at the same time.",
)
@click.option("--contact", help="Your address or page, for sites to find in the User-Agent.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcomes as JSON.")
def capture(  # noqa: PLR0913 - a parameter for each option
    *,
    urls: tuple[str, ...],
    sources: tuple[Path, ...],
    feeds: tuple[str, ...],
    maps: tuple[str, ...],
    captures: Path,
    again: bool,
    most: int | None,
    archive: bool,
    ignore_reservation: bool,
    allow_local: bool,
    delay: float,
    hosts: int,
    contact: str | None,
    as_json: bool,
) -> None:
    """Capture pages into a private store, for `onrecord build --captures`.

    robots.txt and reservations of text and data mining are obeyed, and each host is asked slowly.
    Run the same again to go on after Ctrl-C, and to try again what was not to be had. The exit
    code is 0 where every page asked for is in the store, 1 where some are not.
    """
    if not (urls or sources or feeds or maps):
        raise click.UsageError("nothing to capture; name a URL, --sources, --feed or --sitemap")
    listed = [one for path in sources for one in read_sources(path)]
    order = Order(
        policy=Policy(user_agent(contact), allow_local, ignore_reservation, archive),
        bounds=Bounds(delay=delay, hosts=hosts),
        wanted=(*map(Wanted, urls), *listed),
        feeds=(*feeds, *maps),
        again=again,
        most=most,
    )
    outcomes, stopped = _run(order, captures)
    console = terminal()
    if as_json:
        click.echo(json.dumps(_summary(outcomes, stopped=stopped), ensure_ascii=False, indent=1))
    else:
        _show(outcomes, console)
    if stopped:
        click.echo("stopped; run the same again to go on", err=True)
    if stopped or any(outcome.result == "refused" for outcome in outcomes):
        raise click.exceptions.Exit(1)


def user_agent(contact: str | None = None) -> str:
    """Return the name we give servers: the program, its version, its page, and whom to ask."""
    pages = (page.partition(", ") for page in metadata("onrecord").get_all("Project-URL") or ())
    home = [f"+{url}" for label, _, url in pages if label.casefold() in ("homepage", "home")]
    told = "; ".join([*home[:1], *([contact] if contact else [])])
    name = f"onrecord/{__version__}"
    return f"{name} ({told})" if told else name


class _Told(Watch):
    """Keeps the outcomes, and shows how far the run is where somebody can see it."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self.outcomes: list[Outcome] = []
        self._progress = Progress(
            TextColumn("Capturing"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._progress.add_task("", total=None)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._progress.stop()

    def found(self, addresses: int) -> None:
        self._progress.update(self._task, total=len(self.outcomes) + addresses)

    def done(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        self._progress.advance(self._task)


def _run(order: Order, folder: Path) -> tuple[list[Outcome], bool]:
    """Return the outcomes, and whether Ctrl-C came before the last."""
    with Store(folder) as store, _Told() as watch:
        try:
            asyncio.run(capture_all(order, store, watch))
        except KeyboardInterrupt:
            return watch.outcomes, True
        return watch.outcomes, False


def _summary(outcomes: Sequence[Outcome], *, stopped: bool) -> dict[str, object]:
    counts = Counter(outcome.result for outcome in outcomes)
    return {
        **{result: counts[result] for result in get_args(Result)},
        "stopped": stopped,
        "outcomes": [asdict(outcome) for outcome in outcomes],
    }


def _show(outcomes: Sequence[Outcome], console: Console) -> None:
    counts = Counter(outcome.result for outcome in outcomes)
    table = Table(show_header=False, box=None)
    for result, meaning in _RESULTS.items():
        if counts[result]:
            table.add_row(result, str(counts[result]), f"[dim]{meaning}[/]")
    console.print(table)
    refused = [outcome for outcome in outcomes if outcome.result == "refused"]
    if refused:
        console.print(_refusals(refused))


def _refusals(outcomes: Sequence[Outcome]) -> Table:
    table = Table(box=None)
    for name in ("reason", "address", "detail"):
        table.add_column(name, overflow="fold")
    for outcome in sorted(outcomes, key=lambda outcome: outcome.reason or ""):
        table.add_row(outcome.reason, plain(outcome.url), plain(outcome.detail, "dim"))
    return table
