"""Digests and captures → the rows of data/verifications.csv, and back into the statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from onrecord.articles.captures import read_folders
from onrecord.articles.digests import read_digests
from onrecord.curated import load_curated
from onrecord.models import Article, Check, Correction, Statement
from onrecord.people.registry import Registry
from onrecord.statements import read_statements
from onrecord.verify.match import look_up


def check_digests(data: Path, captures: Sequence[Path], today: str) -> tuple[Check, ...]:
    """Return a row for each direct or mixed quote of every digest whose report is captured.

    By article, then in reading order. A row that says what it said keeps its date, so that a second
    run changes nothing; the rows of digests without a capture here stay as they are.
    """
    curated = load_curated(data)
    digests, _ = read_digests(data / "articles", curated)
    read, _ = read_folders(captures, curated, digests)
    pages = {page.id: page for page in read}
    before = {check.quote_id: check for check in curated.checks}
    registry = Registry(curated.people.values())
    checks: list[Check] = []
    for digest in digests:
        statements, _ = read_statements(digest, registry, curated)
        marked = [s for s in statements if s.quote.kind != "indirect"]
        if page := pages.get(digest.id):
            checks += (_kept(_check(s, page, today), before) for s in marked)
        else:
            checks += (before[s.id] for s in marked if s.id in before)
    return tuple(checks)


def with_checks(statements: Iterable[Statement], checks: Iterable[Check]) -> list[Statement]:
    """Return the statements, each with what came of looking its words up."""
    results = {check.quote_id: check.result for check in checks}
    return [replace(s, verification=results.get(s.id, s.verification)) for s in statements]


def unexplained(
    statements: Iterable[Statement], corrections: Iterable[Correction]
) -> Iterator[str]:
    """Give a sentence for each quote that its report lacks and no correction speaks of."""
    explained = {correction.target for correction in corrections}
    for statement in statements:
        if statement.verification == "absent" and statement.id not in explained:
            yield (
                f"{statement.article.id}: “{statement.quote.text}” ({statement.id}) is not in the"
                " report; mend the digest and run `onrecord verify`, or explain it in"
                " corrections.yml"
            )


def _check(statement: Statement, page: Article, today: str) -> Check:
    words = statement.quote.text
    match = look_up(words, f"{page.headline}\n{page.text}")
    return Check(
        article_id=statement.article.id,
        quote_id=statement.id,
        quote=" ".join(words.split()),
        result=match.result,
        found=match.found,
        capture_sha256=page.source.capture_sha256 or "",
        checked=today,
    )


def _kept(check: Check, before: Mapping[str, Check]) -> Check:
    """Return the row with the date of the one before where nothing else differs."""
    old = before.get(check.quote_id)
    return old if old and replace(old, checked=check.checked) == check else check
