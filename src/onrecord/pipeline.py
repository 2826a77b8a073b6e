"""From folders of files to one dataset: the stages in order, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.archives.records import Archived
from onrecord.articles.captures import read_folders
from onrecord.articles.digests import read_digests
from onrecord.articles.normalise import canonical_url
from onrecord.articles.outlets import unlisted_outlets
from onrecord.articles.syndication import (
    Group,
    find_copies,
    with_syndication,
    without_second_views,
)
from onrecord.corrections.correct import Corrected, correct
from onrecord.corrections.reading import Reading
from onrecord.corrections.ties import correct_ties
from onrecord.curated import load_curated
from onrecord.errors import BuildError
from onrecord.evaluate.topics import topic_scores
from onrecord.inputs import input_sha256, named_from
from onrecord.models import Article, Curated, Dataset, Person, Refusal, Statement
from onrecord.people.registry import Registry
from onrecord.quotes.rules import RULES
from onrecord.statements import read_statements
from onrecord.summaries import disagreements, place_in_summary
from onrecord.utterances.date_rules import DATE_RULES
from onrecord.utterances.events import calendar
from onrecord.utterances.families import tie
from onrecord.verify.checks import unexplained, with_checks

Watch = Callable[[Sequence[Article]], Iterable[Article]]
NOTHING_ARCHIVED = Archived()


def build_dataset(
    data: Path,
    captures: Sequence[Path] = (),
    watch: Watch = iter,
    archived: Archived = NOTHING_ARCHIVED,
) -> Dataset:
    """Return everything that the digests in `data`, the captured pages and read archives say.

    Where a report has both, the page is read; of several captures of a page, the newest; a page of
    an archive counts where neither has its report. `watch` is handed the articles and gives them on
    as they are read. Raises CuratedError for data files that can't be used, and BuildError where a
    page and its digest, or a correction and what it corrects, don't agree.
    """
    curated = load_curated(data)
    reports = _read_reports(data, captures, curated, archived)
    statements, met = _read_statements(reports, curated, watch, archived)
    corrected = _correct(reports.articles, statements, met, curated)
    people = tuple(_listed(corrected, curated))
    tied = correct_ties(
        corrected.corrections, tie(corrected.statements, people), corrected.statements, people
    )
    return Dataset(
        curated=curated,
        people=people,
        outlets=(*curated.outlets.values(), *unlisted_outlets(corrected.articles, curated)),
        articles=with_syndication(corrected.articles, reports.copies),
        statements=corrected.statements,
        utterances=tied.utterances,
        refusals=reports.refusals,
        rules=(*RULES, *DATE_RULES),
        corrected=(*corrected.rows, *tied.rows),
        topic_scores=topic_scores(data, curated.topics.values()),
        input_sha256=input_sha256([data, *captures], archived.sha256),
    )


@dataclass(frozen=True, slots=True)
class _Reports:
    """What there is to read: `articles` are captured pages, and digests of what has no page."""

    articles: Sequence[Article]  # in order of id
    digests: Mapping[str, Article]  # all of them, by id
    copies: tuple[Group, ...]
    refusals: tuple[Refusal, ...]


def _read_reports(
    data: Path, captures: Sequence[Path], curated: Curated, archived: Archived
) -> _Reports:
    """Return every report once, and the inputs that can't be used or repeat another."""
    digests, broken = read_digests(data / "articles", curated)
    pages, unusable = read_folders(captures, curated, digests)
    told = {digest.id: digest for digest in digests}
    either = told | {page.id: page for page in pages}
    either |= _not_in(either, archived.articles)
    articles = [either[id_] for id_ in sorted(either)]
    copies = find_copies(articles)
    corrected = {correction.target for correction in curated.corrections}
    articles, second_views = without_second_views(articles, copies, corrected)
    refusals = [*named_from(data, broken), *unusable, *archived.refusals, *second_views]
    refusals.sort(key=lambda refusal: (refusal.source, refusal.detail))
    return _Reports(articles, told, copies, tuple(refusals))


def _not_in(known: Mapping[str, Article], archived: Iterable[Article]) -> dict[str, Article]:
    """Return the archives' pages of reports that are not known, by address or by id."""
    addresses = {canonical_url(article.source.url) for article in known.values()}
    return {
        page.id: page
        for page in archived
        if page.id not in known and canonical_url(page.source.url) not in addresses
    }


def _read_statements(
    reports: _Reports, curated: Curated, watch: Watch, archived: Archived
) -> tuple[list[Statement], dict[str, Person]]:
    """Return what is said in the articles, in their order, and everyone met in them by id."""
    registry = Registry(curated.people.values())
    statements: list[Statement] = []
    met: dict[str, Person] = {}
    problems: list[str] = []
    for article in watch(reports.articles):
        if archived.has(article):
            said, speakers = archived.said[article.id]
        else:
            said, speakers = read_statements(article, registry, curated)
        if article.source.basis == "capture" and article.id in reports.digests:
            told, _ = read_statements(reports.digests[article.id], registry, curated)
            problems += disagreements(said, told)
            said = place_in_summary(said, told)
        statements += said
        met |= {person.id: person for person in speakers}
    if problems:
        raise BuildError(problems)
    return with_checks(statements, curated.checks), met


def _correct(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    met: Mapping[str, Person],
    curated: Curated,
) -> Corrected:
    """Return the reading with what people decided; no digest may have words its report lacks."""
    reading = Reading(
        articles={article.id: article for article in articles},
        statements={statement.id: statement for statement in statements},
        people={**met, **curated.people},
        known=curated.people.keys(),
        events=calendar(curated),
    )
    corrected = correct(curated.corrections, reading)
    if problems := list(unexplained(corrected.statements, curated.corrections)):
        raise BuildError(problems)
    return corrected


def _listed(corrected: Corrected, curated: Curated) -> Iterator[Person]:
    """Yield the people of the data files, then those who speak and stand in none, by id."""
    speaking = {person for one in corrected.statements for person in one.speaker_ids}
    for person in (*curated.people, *sorted(speaking - curated.people.keys())):
        yield corrected.people[person]
