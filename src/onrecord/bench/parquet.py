"""What counting the quotes of a database costs in SQLite, and in DuckDB on Parquet.

`python -m onrecord.bench.parquet DATABASE` writes the table of quotes as Parquet, asks both the
same and prints the CPU seconds of each, the least of three, as JSON. It needs `pip install duckdb`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import click
import pyarrow as pa
import pyarrow.parquet as pq

# what a table's page asks for; the first has an index that was made for it
QUESTIONS = {
    "quotes by speaker": (
        "select speaker_id, count(*) from {} group by 1 order by 2 desc, 1 limit 20"
    ),
    "by outlet, of one kind": (
        "select outlet_id, count(*) from {} where kind = 'direct' group by 1"
        " order by 2 desc, 1 limit 20"
    ),
    "by speaker and month": (
        "select speaker_id, substr(date_said, 1, 7), count(*) from {} group by 1, 2"
        " order by 3 desc, 1, 2 limit 20"
    ),
    "words anywhere in the text": "select count(*) from {} where text like '%weapon%'",
}
_AT_ONCE = 100_000  # rows


@click.command()
@click.argument("database", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(database: Path) -> None:
    """Print what each question costs in DATABASE, and the sizes of the files."""
    with TemporaryDirectory() as folder:
        print(json.dumps(measure(database, Path(folder) / "quotes.parquet"), indent=1))


def measure(database: Path, parquet: Path) -> dict[str, object]:
    """Return the CPU seconds of each question; the table is written to `parquet`."""
    import duckdb  # noqa: PLC0415  # only this bench needs it

    with closing(sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True)) as ours:
        began = process_time()
        rows = write_quotes(ours, parquet)
        written = process_time() - began
        theirs = duckdb.connect()
        told = {}
        for name, question in QUESTIONS.items():
            here, there = question.format("quotes"), question.format(f"'{parquet}'")
            one, sqlite = _asked(ours, here)
            two, duck = _asked(theirs, there)
            told[name] = {"sqlite": sqlite, "duckdb": duck, "same": one == two}
    megabytes = {file.suffix: round(file.stat().st_size / 1e6) for file in (database, parquet)}
    return {"rows": rows, "megabytes": megabytes, "written in": round(written, 1), **told}


def write_quotes(connection: sqlite3.Connection, path: Path) -> int:
    """Write the table of quotes as Parquet and return how many rows it has."""
    count = 0
    writer: pq.ParquetWriter | None = None
    for rows in _batches(connection):
        table = pa.Table.from_pylist(rows, writer.schema if writer else None)
        writer = writer or pq.ParquetWriter(path, table.schema, compression="zstd")
        writer.write_table(table)
        count += len(rows)
    if writer:
        writer.close()
    return count


def _batches(connection: sqlite3.Connection) -> Iterator[list[dict[str, object]]]:
    cursor = connection.execute("select * from quotes")
    names = [column[0] for column in cursor.description]
    while rows := cursor.fetchmany(_AT_ONCE):
        yield [dict(zip(names, row, strict=True)) for row in rows]


def _asked(connection: Any, question: str) -> tuple[list[object], float]:
    """Return the answer, and the least CPU time of three."""
    times, answer = [], []
    for _ in range(3):
        began = process_time()
        answer = connection.execute(question).fetchall()
        times.append(process_time() - began)
    return answer, round(min(times), 3)


if __name__ == "__main__":
    main()
