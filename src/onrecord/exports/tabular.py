"""A table as CSV and as Parquet, both written from the same batches.

One door to pyarrow. The bytes depend on the rows and on pyarrow's version alone (requirements.lock
pins it), not on Python's: no setting is left to a default that may move. In the CSV, text stands in
quotation marks and null is nothing at all, so that an empty text and no text can be told apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
from pyarrow import csv, parquet

from onrecord.db.metadata import described
from onrecord.db.schema import Table
from onrecord.exports.rows import BATCH, Values

ARROW_TYPES = {"TEXT": pa.string(), "INTEGER": pa.int64(), "REAL": pa.float64()}


def arrow_schema(table: Table) -> pa.Schema:
    """Return the columns with types and descriptions; `DESCRIBE` of most tools shows them."""
    fields = [
        pa.field(
            column.name,
            ARROW_TYPES[column.type],
            nullable=not (column.is_required or column.name in table.key),
            metadata={"description": described(column)},
        )
        for column in table.columns
    ]
    return pa.schema(fields, metadata={"description": table.description})


class TabularFiles:
    """The two files of one table while they are written."""

    def __init__(self, table: Table, csv_path: Path, parquet_path: Path) -> None:
        self._schema = arrow_schema(table)
        self._csv = csv.CSVWriter(
            csv_path,
            self._schema,
            write_options=csv.WriteOptions(
                include_header=True, batch_size=1024, delimiter=",", quoting_style="needed"
            ),
        )
        self._parquet = parquet.ParquetWriter(
            parquet_path,
            self._schema,
            version="2.6",
            data_page_version="1.0",
            compression="zstd",
            compression_level=9,
            use_dictionary=True,
            write_statistics=True,
            store_schema=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._csv.close()
        self._parquet.close()

    def add(self, rows: Iterable[Values]) -> None:
        """Append the next rows: one row group of Parquet."""
        columns = zip(*rows, strict=True)
        arrays = [
            pa.array(values, field.type)
            for values, field in zip(columns, self._schema, strict=True)
        ]
        table = pa.Table.from_arrays(arrays, schema=self._schema)
        self._csv.write_table(table)
        self._parquet.write_table(table, row_group_size=BATCH)
