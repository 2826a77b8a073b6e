"""Measures speed and memory and prints them: `scripts/bench [PART…] [--json]`."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
from rich.console import Console, Group, RenderableType
from rich.progress import track
from rich.table import Table

from onrecord.bench import archives as reading_archives
from onrecord.bench import copies as copying
from onrecord.bench.building import BuildCost, measure_build
from onrecord.bench.hostile import Cost, hostile_texts, measure, peak_megabytes
from onrecord.bench.load import SECONDS, VISITORS, measure_load
from onrecord.bench.serving import PageCost, measure_pages, pages, serve
from onrecord.bench.speed import Growth, Speed, enough, measure_growth, measure_speed
from onrecord.bench.ties import TieCost, measure_ties
from onrecord.curated import default_directory
from onrecord.evaluate.corpus import read_corpus
from onrecord.evaluate.gold import read_gold

TIED = (10_000, 100_000, 1_000_000)  # quotes
_MEGABYTE = 160_000  # words; news has 6.2 bytes a word


def reading(texts: list[str], _: int) -> tuple[dict[str, Any], RenderableType]:
    """Return what reading articles costs, for a program and for a reader."""
    speed, growth = measure_speed(texts), measure_growth(texts)
    megabyte = "\n".join(enough(texts, _MEGABYTE)).encode()[:1_000_000].decode(errors="ignore")
    peak = peak_megabytes(megabyte)
    values = {
        "speed": asdict(speed),
        "growth": [asdict(one) for one in growth],
        "peak_megabytes_for_one_megabyte": peak,
    }
    return values, Group(_speed_table(speed, peak), _growth_table(growth))


def hostile(_: list[str], __: int) -> tuple[dict[str, Any], RenderableType]:
    """Return what hostile texts cost, for a program and for a reader."""
    watched = track([*hostile_texts()], "Hostile", console=Console(stderr=True), transient=True)
    costs = [measure(one) for one in watched]
    steep = [cost.name for cost in costs if cost.is_steep]
    return {"hostile": [asdict(cost) for cost in costs], "steep": steep}, _cost_table(costs)


def copies(_: list[str], __: int) -> tuple[dict[str, Any], RenderableType]:
    """Return how copies of a text are found and at what cost, for a program and for a reader."""
    watched = track(copying.SIZES, "Copies", console=Console(stderr=True), transient=True)
    costs = [copying.measure_cost(size) for size in watched]
    scores = copying.measure_scores()
    values = {"copies": asdict(scores), "copy_costs": [asdict(cost) for cost in costs]}
    return values, _copies_table(scores, costs)


def ties(_: list[str], most: int) -> tuple[dict[str, Any], RenderableType]:
    """Return what tying up to so many made-up quotes costs, for a program and for a reader."""
    sizes = [*(size for size in TIED if size < most), most]
    watched = track(sizes, "Ties", console=Console(stderr=True), transient=True)
    costs = [measure_ties(size) for size in watched]
    return {"ties": [asdict(cost) for cost in costs]}, _ties_table(costs)


def serving(_: list[str], quotes: int) -> tuple[dict[str, Any], RenderableType]:
    """Return what a database of so many made-up quotes costs to build and to serve."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        built = measure_build(quotes, folder)
        costs = measure_pages(folder)
        with serve(name) as server:
            load = measure_load(server, [page.ours for page in pages(folder / "onrecord.db")])
    values = {
        "building": asdict(built),
        "pages": [asdict(cost) | {"ratio": cost.ratio} for cost in costs],
        "load": asdict(load),
    }
    return {"serving": values}, Group(
        _building_table(built),
        _pages_table(costs),
        _rows_of(f"{VISITORS} visitors, {SECONDS:.0f} seconds", load, ",.0f"),
    )


def archives(pages: Path) -> tuple[dict[str, Any], RenderableType]:
    """Return what reading an archive of saved pages costs, for a program and for a reader."""
    found = reading_archives.read_pages(pages)
    with TemporaryDirectory() as name:
        cost = reading_archives.measure(found, Path(name))
        speedup = reading_archives.measure_speedup(found, Path(name))
    values = {"archives": asdict(cost), "workers": asdict(speedup)}
    return values, Group(_rows_of("archive → quotes, × a bare parse", cost), _rows_of("", speedup))


PARTS: dict[str, Callable[[list[str], int], tuple[dict[str, Any], RenderableType]]] = {
    "reading": reading,
    "hostile": hostile,
    "copies": copies,
    "ties": ties,
    "serving": serving,
}


ARCHIVES = "archives"


@click.command()
@click.argument("parts", nargs=-1, type=click.Choice([*PARTS, ARCHIVES]))
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option(
    "--jsonl",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Read the texts of this corpus.  [default: data/gold, taken again until it is enough]",
)
@click.option(
    "--quotes",
    default=TIED[1],
    show_default=True,
    type=click.IntRange(min=TIED[0]),
    help="Tie up to, and serve, so many made-up quotes; a million takes some minutes.",
)
@click.option(
    "--pages",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of saved pages (.html.gz) for `archives`, which is left out without.",
)
def main(
    parts: tuple[str, ...], as_json: bool, jsonl: Path | None, quotes: int, pages: Path | None
) -> None:
    """Measure the PARTS named, or all of them."""
    if ARCHIVES in parts and not pages:
        raise click.UsageError("archives needs --pages FOLDER")
    folder = default_directory() / "gold" / "articles"
    articles = read_corpus(jsonl) if jsonl else read_gold(folder)
    texts = [article.text for article in articles]
    values: dict[str, Any] = {}
    measures = PARTS | ({ARCHIVES: lambda *_: archives(pages)} if pages else {})
    for part in parts or measures:
        found, shown = measures[part](texts, quotes)
        values |= found
        if not as_json:
            Console(highlight=False).print(shown)
    if as_json:
        click.echo(json.dumps(values, ensure_ascii=False, indent=1))


def _speed_table(speed: Speed, peak: float) -> Table:
    table = Table("", "", show_header=False, box=None)
    table.add_row("words read a CPU second", f"{speed.reading:,.0f}")
    table.add_row("bare word loop", f"{speed.word_loop:,.0f}")
    table.add_row("ratio", f"1/{1 / speed.ratio:.1f}")
    table.add_row("peak memory, an article of 1 MB", f"{peak:.0f} MB\n")
    return table


def _growth_table(growth: list[Growth]) -> Table:
    table = Table("words in one article", "CPU seconds", "words a second", box=None)
    for one in growth:
        table.add_row(f"{one.words:,}", f"{one.seconds:.4f}", f"{one.words_per_second:,.0f}")
    return table


def _cost_table(costs: list[Cost]) -> Table:
    table = Table("hostile text", "MB", "s a MB", "grows with length ^", "peak MB", box=None)
    for cost in costs:
        growth = "" if cost.growth is None else f"{cost.growth:.2f}{' !' * cost.is_steep}"
        values = (cost.megabytes, cost.seconds_per_megabyte, growth, cost.peak_megabytes)
        table.add_row(cost.name, *(v if isinstance(v, str) else f"{v:.2f}" for v in values))
    return table


def _copies_table(scores: copying.CopyScores, costs: list[copying.CopyCost]) -> Table:
    table = Table("copies of one text", "", box=None)
    table.add_row("precision", f"{scores.precision:.4f}")
    table.add_row("recall", f"{scores.recall:.4f}")
    for cost in costs:
        table.add_row(f"ms CPU an article, among {cost.articles:,}", f"{cost.milliseconds:.2f}")
    return table


def _ties_table(costs: list[TieCost]) -> Table:
    heads = ("quotes tied", "CPU seconds", "µs a quote", "peak MB", "precision", "recall")
    table = Table(*heads, box=None)
    for cost in costs:
        table.add_row(
            f"{cost.quotes:,}",
            f"{cost.seconds:.1f}",
            f"{cost.microseconds_per_quote:.0f}",
            f"{cost.peak_megabytes:.0f}",
            f"{100 * cost.precision:.1f}",
            f"{100 * cost.recall:.1f}",
        )
    return table


def _building_table(cost: BuildCost) -> Table:
    table = Table(f"a database of {cost.quotes:,} quotes", "", box=None)
    table.add_row("CPU seconds to write it", f"{cost.seconds:.1f}")
    table.add_row("MB", f"{cost.megabytes:,.0f}")
    table.add_row("peak memory, MB", f"{cost.peak_megabytes:,.0f}")
    table.add_row("twice the same bytes", "yes" if cost.is_same_twice else "NO")
    return table


def _pages_table(costs: list[PageCost]) -> Table:
    table = Table("page", "ms", "least", "stock, ms", "ratio", "facets", "stock's", box=None)
    for cost in costs:
        stock = "" if cost.stock is None else f"{cost.stock:.0f}"
        ratio = "" if cost.ratio is None else f"{cost.ratio:.1f}"
        times = (f"{cost.ours:.0f}", f"{cost.ours_least:.0f}", stock, ratio)
        table.add_row(cost.name, *times, cost.facets, cost.stock_facets)
    return table


def _rows_of(title: str, record: Any, form: str = ",") -> Table:
    table = Table(title, "", box=None)
    for name, value in asdict(record).items():
        table.add_row(name.replace("_", " "), "" if value is None else f"{value:{form}}")
    return table


if __name__ == "__main__":
    main()
