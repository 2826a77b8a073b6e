"""`onrecord evaluate`: how well the engine reads texts in which people marked who said what."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from onrecord.commands.terminal import terminal
from onrecord.curated import default_directory, load_curated
from onrecord.evaluate.corpus import read_corpus
from onrecord.evaluate.date_floors import accept_dates
from onrecord.evaluate.dates import (
    answer,
    date_rule_scores,
    dates_object,
    dates_tables,
    read_date_cases,
)
from onrecord.evaluate.errors import KINDS, faults
from onrecord.evaluate.evaluation import Evaluation
from onrecord.evaluate.evaluation import evaluate as measure
from onrecord.evaluate.events import judge_events
from onrecord.evaluate.floors import FLOORS
from onrecord.evaluate.floors import accept as accept_floors
from onrecord.evaluate.gold import read_gold
from onrecord.evaluate.labels import (
    Labelled,
    Scores,
    accept_labels,
    label_scores,
    labels_object,
    labels_table,
    total_scores,
)
from onrecord.evaluate.pages import evaluate_pages, pages_table
from onrecord.evaluate.pairs import read_pairs
from onrecord.evaluate.polnear import read_polnear
from onrecord.evaluate.records import GoldArticle
from onrecord.evaluate.report import evaluation_object, evaluation_tables, fault_listing
from onrecord.evaluate.rules import write_rule_scores
from onrecord.evaluate.ties import judge_pairs, tie_scores, ties_table
from onrecord.evaluate.topics import judge_topics
from onrecord.people.registry import Registry

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class _Corpus:
    """Marked texts: the name their floors go by, where they are, and how they are read."""

    name: str
    path: Path
    read: Callable[[Path], list[GoldArticle]]


@click.command()
@click.option("--gold", type=_FOLDER, help="Folder of marked texts.  [default: our data/gold]")
@click.option("--polnear", type=_FOLDER, help="Folder of a PolNeAR checkout: brat .ann and .txt.")
@click.option("--jsonl", type=_FILE, help="Corpus with one marked article a line.")
@click.option("--pages", type=_FOLDER, help="Folder of saved pages with gold.json: page reading.")
@click.option(
    "--pairs",
    type=_FILE,
    is_flag=False,
    flag_value=str(default_directory() / "gold" / "pairs.csv"),
    help="Pairs of reports of one saying or of two: ties.  [without FILE: our data/gold/pairs.csv]",
)
@click.option(
    "--dates",
    type=_FILE,
    is_flag=False,
    flag_value=str(default_directory() / "gold" / "dates.csv"),
    help="Quotes with the days they were said: dating.  [without FILE: our data/gold/dates.csv]",
)
@click.option(
    "--topics",
    type=_FILE,
    is_flag=False,
    flag_value=str(default_directory() / "gold" / "topics.csv"),
    help="Statements and what they are about: topics.  [without FILE: our data/gold/topics.csv]",
)
@click.option(
    "--events",
    type=_FILE,
    is_flag=False,
    flag_value=str(default_directory() / "gold" / "events.csv"),
    help="Quotes and where they were said: events.  [without FILE: our data/gold/events.csv]",
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--boot", default=0, metavar="N", help="Give 95 % intervals, from N drawings.")
@click.option("--errors", type=click.Choice([*KINDS]), help="List what is wrong instead.")
@click.option("--rules", type=click.Path(path_type=Path), help="Write each rule's precision here.")
@click.option("--accept", metavar="WHY", help=f"Write the figures into {FLOORS} as its floors.")
def evaluate(  # noqa: PLR0913, PLR0917  # click hands over each option by itself
    gold: Path | None,
    polnear: Path | None,
    jsonl: Path | None,
    pages: Path | None,
    pairs: Path | None,
    dates: Path | None,
    topics: Path | None,
    events: Path | None,
    as_json: bool,
    boot: int,
    errors: str | None,
    rules: Path | None,
    accept: str | None,
) -> None:
    """Measure the reading on marked texts: our own, PolNeAR's, or any corpus's.

    With --pages, measure instead how much of saved pages' text is found, and at what cost; with
    --pairs, how well reports of one saying are told from those of another; with --dates, how often
    the day that something was said is right; with --topics and --events, how often what a quote is
    about and where it was said.
    docs/methods.md says what each figure counts.
    """
    if pages:
        _show_pages(pages, as_json=as_json)
        return
    if pairs:
        _show_ties(pairs, as_json=as_json)
        return
    if dates:
        _show_dates(dates, rules, accept, as_json=as_json)
        return
    if topics or events:
        _show_labels(topics, events, accept, as_json=as_json)
        return
    corpus = _choose(gold, polnear, jsonl)
    curated = load_curated(default_directory())
    registry = Registry(curated.people.values())
    evaluation = measure(corpus.read(corpus.path), registry, boot, _watch)
    if rules:
        write_rule_scores(rules, corpus.name, evaluation.rules)
    if accept:
        accept_floors(FLOORS, corpus.name, corpus.path, evaluation, accept)
    _show(corpus, evaluation, errors, as_json=as_json)


def _choose(gold: Path | None, polnear: Path | None, jsonl: Path | None) -> _Corpus:
    """Return the one corpus that was asked for."""
    if sum(path is not None for path in (gold, polnear, jsonl)) > 1:
        raise click.UsageError("give one of --gold, --polnear and --jsonl")
    if jsonl:
        return _Corpus(jsonl.stem, jsonl, read_corpus)
    if polnear:
        return _Corpus(f"polnear {polnear.name}", polnear, read_polnear)
    ours = default_directory() / "gold" / "articles"
    if gold is None and not ours.is_dir():
        raise click.UsageError("the marked texts are not installed; give --gold DIR")
    return _Corpus("gold", gold or ours, read_gold)


def _show(corpus: _Corpus, evaluation: Evaluation, errors: str | None, *, as_json: bool) -> None:
    console = terminal()
    if errors:
        found = chain.from_iterable(faults(one, errors) for one in evaluation.outcomes)
        console.print(fault_listing(found))
    elif as_json:
        figures = evaluation_object(corpus.name, evaluation)
        click.echo(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        console.print(evaluation_tables(corpus.name, evaluation))


def _show_pages(pages: Path, *, as_json: bool) -> None:
    scores = evaluate_pages(pages)
    if as_json:
        click.echo(json.dumps([asdict(score) for score in scores], indent=1))
    else:
        Console(highlight=False).print(pages_table(scores))


def _show_ties(path: Path, *, as_json: bool) -> None:
    judged = judge_pairs(*read_pairs(path))
    if as_json:
        scores = {name: asdict(score) for name, score in tie_scores(judged).items()}
        click.echo(json.dumps(scores, indent=1))
    else:
        terminal().print(ties_table(judged))


def _show_dates(path: Path, rules: Path | None, accept: str | None, *, as_json: bool) -> None:
    events = tuple(load_curated(default_directory()).events.values())
    answers = [answer(case, events) for case in read_date_cases(path)]
    if rules:
        write_rule_scores(rules, path.name, date_rule_scores(answers))
    if accept:
        accept_dates(FLOORS, path, answers, accept)
    if as_json:
        click.echo(json.dumps(dates_object(answers), ensure_ascii=False, indent=1))
    else:
        terminal().print(dates_tables(answers))


def _show_labels(
    topics: Path | None, events: Path | None, accept: str | None, *, as_json: bool
) -> None:
    """Show how right topics or events are, or both."""
    curated = load_curated(default_directory())
    if topics:
        judged = judge_topics(topics, [*curated.topics.values()])
        _tell("topics", topics, judged, label_scores(judged, curated.topics), accept, as_json)
    if events:
        judged = judge_events(events, curated)
        _tell("events", events, judged, total_scores(judged), accept, as_json)


def _tell(  # noqa: PLR0913, PLR0917  # one reader, one program, one file of floors
    name: str,
    gold: Path,
    judged: Sequence[Labelled],
    scores: Scores,
    accept: str | None,
    as_json: bool,
) -> None:
    if accept:
        accept_labels(FLOORS, name, gold, scores, accept)
    if as_json:
        click.echo(json.dumps(labels_object(judged, scores), ensure_ascii=False, indent=1))
    else:
        terminal().print(labels_table(scores))


def _watch(articles: Sequence[GoldArticle]) -> Iterable[GoldArticle]:
    console = Console(stderr=True)
    hidden = not console.is_terminal
    return track(articles, "Reading", console=console, transient=True, disable=hidden)
