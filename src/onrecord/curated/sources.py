"""sources.csv → the known reports."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import fields

from onrecord.curated.records import Problems
from onrecord.curated.values import complaint
from onrecord.models import KnownReport

COLUMNS = tuple(field.name for field in fields(KnownReport))
MAY_BE_EMPTY = frozenset({"headline", "published"})


def read_reports(text: str, problems: Problems) -> tuple[KnownReport, ...]:
    """Return the rows of sources.csv in file order; an empty text gives none.

    Noted as problems: another header, a row of another width, a doubled URL, a malformed value.
    """
    if not text.strip():
        return ()
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        header = tuple(next(rows))
        if header != COLUMNS:
            problems.add(1, f"the header is {','.join(header)}; write {','.join(COLUMNS)}")
            return ()
        return _read_rows(((rows.line_num, row) for row in rows), problems)
    except csv.Error as error:
        problems.add(rows.line_num, f"not CSV, {error}; mend the line")
        return ()


def _read_rows(
    rows: Iterable[tuple[int, list[str]]], problems: Problems
) -> tuple[KnownReport, ...]:
    reports: list[KnownReport] = []
    first_lines: dict[str, int] = {}
    for line, row in rows:
        report = _read_row(line, row, problems)
        if report is None:
            continue
        first = first_lines.setdefault(report.url, line)
        if first != line:
            problems.add(line, f"{report.url} stands on line {first} too; keep one")
        reports.append(report)
    return tuple(reports)


def _read_row(line: int, row: list[str], problems: Problems) -> KnownReport | None:
    if len(row) != len(COLUMNS):
        problems.add(line, f"{len(row)} columns; write {len(COLUMNS)}: {','.join(COLUMNS)}")
        return None
    values = dict(zip(COLUMNS, row, strict=True))
    written = {name: value for name, value in values.items() if value or name not in MAY_BE_EMPTY}
    wrong = [words for name, value in written.items() if (words := complaint(name, value))]
    for words in wrong:
        problems.add(line, words)
    return None if wrong else _report(values)


def _report(values: dict[str, str]) -> KnownReport:
    return KnownReport(
        url=values["url"],
        outlet=values["outlet"],
        headline=values["headline"] or None,
        published=values["published"] or None,
        language=values["language"],
    )
