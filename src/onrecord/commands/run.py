"""`onrecord run` and `onrecord merge`: web archives → outputs, and outputs → the database."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from onrecord.archives.places import Place, place_of
from onrecord.archives.progress import Done, Show
from onrecord.archives.records import LOCAL, Archived, Job, Unit
from onrecord.archives.units import job_of, shard, units_of
from onrecord.curated import default_directory
from onrecord.db.write import write_database
from onrecord.errors import OnRecordError
from onrecord.pipeline import build_dataset


class _Place(click.Path):
    """A path as click checks it, or the address of something in a store."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        place = place_of(value) if isinstance(value, str) else value
        return place if isinstance(place, str) else super().convert(place, param, ctx)


_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_SHARD = re.compile(r"([1-9]\d*)/([1-9]\d*)")

_data = click.option("--data", type=_FOLDER, help="Folder of people, outlets.  [default: ours]")
_fast = click.option("--fast", is_flag=True, help="Find the text of pages in one way only.")
_json = click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")


def _parts(_: click.Context, __: click.Parameter, value: str) -> tuple[int, int]:
    found = _SHARD.fullmatch(value)
    if not found or int(found[1]) > int(found[2]):
        raise click.BadParameter(f"{value!r} is not i/n, as in 3/16 for the third of sixteen")
    return int(found[1]), int(found[2])


@click.command()
@click.argument(
    "archives",
    nargs=-1,
    required=True,
    metavar="WARC…",
    type=_Place(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--out", required=True, type=_Place(file_okay=False, path_type=Path), help="For outputs."
)
@click.option("--workers", type=click.IntRange(1), help="Processes at once.  [default: one a core]")
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Read on the workers of this Dask scheduler (tcp://…); `local` starts one here.",
)
@click.option("--shard", "part", default="1/1", callback=_parts, help="i/n: the ith of n shares.")
@_data
@_fast
@_json
def run(  # noqa: PLR0913, PLR0917  # click hands over each option by itself
    archives: tuple[Place, ...],
    out: Place,
    workers: int | None,
    scheduler: str | None,
    part: tuple[int, int],
    data: Path | None,
    fast: bool,
    as_json: bool,
) -> None:
    """Read web archives (.warc, .warc.gz, .warc.zst) into the folder --out, slice by slice.

    What has its output is skipped, so a run that was interrupted goes on where it was. With
    --shard, as many machines as you like share the work, with --scheduler those of a cluster.
    Archives and --out may be addresses that fsspec knows, such as s3://bucket/a.warc.gz.
    `onrecord merge` makes the database.
    """
    if scheduler and scheduler != LOCAL and workers:
        raise click.UsageError("--workers says how many to start; those of a scheduler are there")
    job = job_of(data or default_directory(), out, fast=fast)
    units = shard(units_of(archives), *part)
    with _bar() as bar:
        task = bar.add_task(
            "Reading", total=len(units), units=0, pages=0, rate=0.0, quotes=0, refusals=0
        )

        def show(done: Done) -> None:
            seconds = bar.tasks[task].elapsed or 1.0
            bar.update(
                task,
                completed=done.share,
                units=done.units,
                pages=done.pages,
                rate=done.pages / seconds,
                quotes=done.quotes,
                refusals=done.refusals,
            )

        workers = workers or os.cpu_count() or 1
        if scheduler:
            _run_on_cluster(units, job, scheduler, workers, show)
        else:
            _run(units, job, workers, show)
    _tell({"slices": len(units), **_held(job, units)}, as_json=as_json)


@click.command()
@click.argument("folder", metavar="DIR", type=_Place(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The database."
)
@_data
@_fast
@_json
def merge(folder: Place, out: Path, data: Path | None, fast: bool, as_json: bool) -> None:
    """Make the database from the outputs of `onrecord run` in DIR, and from the data files.

    The same outputs give the same file, whatever made them in whatever order.
    """
    data = data or default_directory()
    archived = _archived(job_of(data, folder, fast=fast))
    counts = write_database(build_dataset(data, archived=archived), out)
    shown = {name: counts[name] for name in ("articles", "quotes", "utterances", "refusals")}
    _tell({"database": str(out), **shown, "passed_over": archived.passed_over}, as_json=as_json)


def _bar() -> Progress:
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[units]}/{task.total} slices  {task.fields[rate]:.1f} pages/s"),
        TextColumn("{task.fields[quotes]} quotes  {task.fields[refusals]} refused"),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
    )


@contextmanager
def _needing(extra: str) -> Iterator[None]:
    """Say what to install where what only archives, or clusters, need is not there."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise OnRecordError(
            f"this needs {error.name}, which is not installed: pip install 'onrecord[{extra}]'"
        ) from error


def _run(units: Sequence[Unit], job: Job, workers: int, show: Show) -> None:
    with _needing("archives"):
        from onrecord.archives.run import run_units  # noqa: PLC0415
    run_units(units, job, workers, show)


def _run_on_cluster(
    units: Sequence[Unit], job: Job, scheduler: str, workers: int, show: Show
) -> None:
    with _needing("archives,cluster"):
        from onrecord.archives.cluster import run_on_cluster  # noqa: PLC0415
    run_on_cluster(units, job, scheduler, workers, show, lambda line: click.echo(line, err=True))


def _archived(job: Job) -> Archived:
    with _needing("archives"):
        from onrecord.archives.merge import read_archived  # noqa: PLC0415
    return read_archived(job)


def _held(job: Job, units: Sequence[Unit]) -> dict[str, object]:
    """Return what the outputs of the units hold, counted."""
    from onrecord.archives.store import read_output  # noqa: PLC0415

    passed_over: Counter[str] = Counter()
    counts: Counter[str] = Counter(articles=0, quotes=0, refusals=0)
    for unit in units:
        output, _, _ = read_output(job, job.name(unit))
        passed_over.update(output.passed_over)
        counts["articles"] += sum(one.article is not None for one in output.outcomes)
        counts["quotes"] += sum(len(one.statements) for one in output.outcomes)
        counts["refusals"] += sum(one.refusal is not None for one in output.outcomes)
    return {**counts, "passed_over": dict(sorted(passed_over.items()))}


def _tell(summary: dict[str, object], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(summary, ensure_ascii=False, indent=1))
        return
    for name, value in summary.items():
        click.echo(f"{name.replace('_', ' ')}: {_line(value)}")


def _line(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{count} {name}" for name, count in value.items()) or "none"
    return str(value)
