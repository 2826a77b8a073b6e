"""verifications.csv ⇄ what came of looking each digest's quotes up; `onrecord verify` writes it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, fields
from typing import get_args

from onrecord.articles.evidence import as_published
from onrecord.curated.records import Problems
from onrecord.models import Check, Verification

FILE = "verifications.csv"
COLUMNS = tuple(field.name for field in fields(Check))
MEND = "run `onrecord verify` to write the file anew"
RESULTS: dict[str, Verification] = {result: result for result in get_args(Verification)}


def read_checks(text: str, problems: Problems) -> tuple[Check, ...]:
    """Return the rows of verifications.csv in file order; an empty text gives none.

    Noted as problems: another header, a row of another width, an unknown result, a malformed date.
    """
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        header = tuple(next(rows, COLUMNS))
        if header != COLUMNS:
            problems.add(1, f"the header is {','.join(header)}, not {','.join(COLUMNS)}; {MEND}")
            return ()
        checks = (_read_row(rows.line_num, row, problems) for row in rows)
        return tuple(check for check in checks if check)
    except csv.Error as error:
        problems.add(rows.line_num, f"not CSV, {error}; {MEND}")
        return ()


def write_checks(checks: Iterable[Check]) -> str:
    """Return the text of verifications.csv for these rows, in their order."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(astuple(check) for check in checks)
    return out.getvalue()


def _read_row(line: int, row: list[str], problems: Problems) -> Check | None:
    if len(row) != len(COLUMNS):
        problems.add(line, f"{len(row)} columns, not {len(COLUMNS)}; {MEND}")
        return None
    values = dict(zip(COLUMNS, row, strict=True))
    result = RESULTS.get(values["result"])
    if result is None or as_published(values["checked"]).precision != "day":
        problems.add(line, f"a result or date that is none; {MEND}")
        return None
    return Check(
        article_id=values["article_id"],
        quote_id=values["quote_id"],
        quote=values["quote"],
        result=result,
        found=values["found"] or None,
        capture_sha256=values["capture_sha256"],
        checked=values["checked"],
    )
