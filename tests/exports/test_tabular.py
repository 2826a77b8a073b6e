"""CSV and Parquet hold what the database holds, types and gaps included."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import csv, parquet

from onrecord.db.schema import Column, Table
from onrecord.exports.layout import csv_name, parquet_name
from onrecord.exports.rows import EXPORTED, Values, statement
from onrecord.exports.tabular import TabularFiles, arrow_schema

ODD = Table(
    name="odd",
    description="Values that formats like to lose.",
    key=("id",),
    columns=(
        Column(name="id", description="Key."),
        Column(name="text", description="Words."),
        Column(name="count", description="Number.", type="INTEGER"),
        Column(name="share", description="Part.", type="REAL", unit="0 to 1"),
    ),
)
ODD_ROWS: list[Values] = [
    ("1", "", 0, 0.1 + 0.2),
    ("2", None, None, None),
    ("3", 'A "quoted", word', -1, 1e-9),
    ("4", "line\nbreak, Київ, \U0001f600", 2**62, 1.0),
    ("5", "NULL", 7, 0.0),
    ("007", " spaces ", 7, 0.5),
]


def rows_of(table: pa.Table) -> list[Values]:
    return [tuple(row.values()) for row in table.to_pylist()]


def read_csv(path: Path, table: Table) -> pa.Table:
    return csv.read_csv(
        path,
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types=arrow_schema(table),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    )


@pytest.mark.parametrize("table", EXPORTED, ids=lambda table: table.name)
def test_a_table_is_whole_in_both_formats(built: Path, downloads: Path, table: Table) -> None:
    with closing(sqlite3.connect(built / "onrecord.db")) as database:
        wanted = database.execute(statement(table)).fetchall()
    assert rows_of(parquet.read_table(downloads / parquet_name(table))) == wanted
    assert rows_of(read_csv(downloads / csv_name(table), table)) == wanted


def write_odd(folder: Path, *batches: list[Values]) -> tuple[Path, Path]:
    paths = folder / "odd.csv", folder / "odd.parquet"
    with TabularFiles(ODD, *paths) as files:
        for rows in batches:
            files.add(rows)
    return paths


def test_nothing_is_lost_of_odd_values(tmp_path: Path) -> None:
    csv_path, parquet_path = write_odd(tmp_path, ODD_ROWS[:2], ODD_ROWS[2:])
    assert rows_of(parquet.read_table(parquet_path)) == ODD_ROWS
    assert rows_of(read_csv(csv_path, ODD)) == ODD_ROWS


def test_a_batch_is_a_row_group(tmp_path: Path) -> None:
    _, path = write_odd(tmp_path, ODD_ROWS[:2], ODD_ROWS[2:])
    assert parquet.ParquetFile(path).metadata.num_row_groups == 2


def test_a_table_without_rows_has_its_columns(tmp_path: Path) -> None:
    csv_path, parquet_path = write_odd(tmp_path)
    assert csv_path.read_text(encoding="utf-8") == '"id","text","count","share"\n'
    assert parquet.read_schema(parquet_path).names == ["id", "text", "count", "share"]


def test_parquet_tells_what_a_column_holds(tmp_path: Path) -> None:
    _, path = write_odd(tmp_path, ODD_ROWS)
    schema = parquet.read_schema(path)
    assert schema.field("share").metadata[b"description"] == b"Part. Unit: 0 to 1."
    assert schema.metadata[b"description"] == b"Values that formats like to lose."


def test_a_value_of_another_type_is_refused(tmp_path: Path) -> None:
    with pytest.raises((pa.ArrowInvalid, pa.ArrowTypeError)):
        write_odd(tmp_path, [("1", "a", "many", 0.5)])
