"""The outputs of all units → what the pipeline goes on with, the same in whatever order they came.

An archive counts when its outputs cover it from its first byte to its last, each byte once.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.archives.folders import folder_of
from onrecord.archives.places import shown
from onrecord.archives.records import Archived, Job, Output, Unit
from onrecord.archives.store import is_output, read_output
from onrecord.articles.captures import newest_captures
from onrecord.articles.normalise import canonical_url
from onrecord.errors import BuildError
from onrecord.models import Article, Refusal


def read_archived(job: Job) -> Archived:
    """Return what the outputs of a job hold; of several captures of an address the newest.

    Outputs of another engine or of other data files are left alone; of an archive that was read
    at several sizes, the largest counts. Raises BuildError where an archive is not read whole, or
    nothing is read at all.
    """
    held = _of_whole_archives(_held(job))
    total = hashlib.sha256()
    for one in held:
        total.update(one.name.encode() + one.sha256)
    outputs = [one.output for one in held]
    _check([output.unit for output in outputs], job)
    return _together(outputs, total.hexdigest())


@dataclass(frozen=True, slots=True)
class _Held:
    """An output and what stands for its bytes."""

    name: str
    output: Output
    sha256: bytes


def _held(job: Job) -> Iterator[_Held]:
    """Yield the outputs of a job in order of their names."""
    for name in sorted(name for name in folder_of(job.out).names() if is_output(name)):
        output, key, data = read_output(job, name)
        if key == job.key:
            yield _Held(name, output, hashlib.sha256(data).digest())


def _check(units: Sequence[Unit], job: Job) -> None:
    """Raise BuildError unless each archive is covered."""
    if not units:
        problem = "no output of this version and these data files; `onrecord run` first"
        raise BuildError(f"{shown(job.out)}: {problem}")
    by_archive: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        by_archive[unit.archive].append(unit)
    if problems := [problem for slices in by_archive.values() for problem in _gaps(slices)]:
        raise BuildError(problems)


def _of_whole_archives(outputs: Iterable[_Held]) -> list[_Held]:
    """Return the outputs without those of an archive as it was before it had all its bytes."""
    held = list(outputs)
    sizes: dict[str, int] = {}
    for one in held:
        unit = one.output.unit
        sizes[unit.archive] = max(sizes.get(unit.archive, 0), unit.size)
    return [one for one in held if one.output.unit.size == sizes[one.output.unit.archive]]


def _gaps(slices: Sequence[Unit]) -> Iterator[str]:
    at = 0
    for unit in sorted(slices, key=lambda unit: unit.start):
        if unit.start != at:
            yield f"{unit.archive}: bytes {at} to {unit.start} have no output; run it again"
        at = unit.stop
    if at != slices[0].size:
        yield f"{slices[0].archive}: bytes {at} to {slices[0].size} have no output; run it again"


def _together(outputs: Sequence[Output], sha256: str) -> Archived:
    outcomes = [one for output in outputs for one in output.outcomes]
    newest = newest_captures(one.article for one in outcomes if one.article)
    kept, refusals = _with_one_id_each(newest)
    of_page = {id(one.article): (one.statements, one.people) for one in outcomes}
    told = [one.refusal for one in outcomes if one.refusal]
    passed_over: Counter[str] = Counter()
    for output in outputs:
        passed_over.update(output.passed_over)
    return Archived(
        articles=tuple(kept),
        said={article.id: of_page[id(article)] for article in kept},
        refusals=tuple(dict.fromkeys([*told, *refusals])),
        passed_over=passed_over,
        sha256=sha256,
    )


def _with_one_id_each(pages: Sequence[Article]) -> tuple[list[Article], list[Refusal]]:
    """Return the pages, of several with one id that with the shortest address; refuse the others.

    The ids of their quotes are made from that id; nearly always they are views of one report.
    """
    first: dict[str, Article] = {}
    refusals: list[Refusal] = []
    for page in sorted(pages, key=_plainness):
        kept = first.setdefault(page.id, page)
        if kept is not page:
            detail = f"has the name of {kept.source.url}, which is {kept.id}"
            refusals.append(Refusal(page.source.url, "near-duplicate", detail))
    return [first[key] for key in sorted(first)], refusals


def _plainness(page: Article) -> tuple[int, str]:
    address = canonical_url(page.source.url)
    return len(address), address
