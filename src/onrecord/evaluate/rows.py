"""Hand-checked rows of a CSV file in, as mappings, with every problem of the file noted."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from onrecord.curated.records import Problems
from onrecord.errors import OnRecordError

Row = Mapping[str, str]
# what is wrong with a row and what to do, in words
Check = Callable[[Row], Iterator[str]]
SPLITS = ("dev", "held")


class RowsError(OnRecordError):
    """Hand-checked rows can't be read; each problem is `path:line: what is wrong; what to do`."""


def read_rows(path: Path, columns: Sequence[str], check: Check) -> list[Row]:
    """Return the rows of a file in its order.

    Raises RowsError with every problem: another header, a row of another width or of an unknown
    `split`, and whatever `check` finds wrong.
    """
    problems = Problems(path)
    rows = list(_sound(read_lines(path, problems), columns, check, problems))
    if told := problems.told():
        raise RowsError(told)
    return rows


def read_lines(path: Path, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a CSV file, each with its line, as far as they can be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problems.add(line, "is not UTF-8; save the file as UTF-8")
        return
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        yield from ((rows.line_num, row) for row in rows)
    except csv.Error as error:
        problems.add(rows.line_num, f"not CSV, {error}; mend the line")


def _sound(
    lines: Iterator[tuple[int, list[str]]],
    columns: Sequence[str],
    check: Check,
    problems: Problems,
) -> Iterator[Row]:
    _, header = next(lines, (1, []))
    if header != [*columns]:
        problems.add(1, f"the header is {','.join(header)}; write {','.join(columns)}")
        return
    for line, values in lines:
        wrong = [*_wrong(values, columns, check)]
        for words in wrong:
            problems.add(line, words)
        if not wrong:
            yield dict(zip(columns, values, strict=True))


def _wrong(values: Sequence[str], columns: Sequence[str], check: Check) -> Iterator[str]:
    if len(values) != len(columns):
        yield f"{len(values)} columns; write {len(columns)}: {','.join(columns)}"
        return
    row = dict(zip(columns, values, strict=True))
    if row["split"] not in SPLITS:
        yield f"`split` can't be {row['split']!r}; write dev or held"
    yield from check(row)
