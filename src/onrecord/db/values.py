"""What the rows of a table are made of, on their way from the records to SQLite."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.models import Dataset

Value = str | int | float | None
Row = Mapping[str, Value]  # by the names of the columns
Values = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table with very many of them, as bare values.

    A mapping takes three times as long to make and to hand over.
    """

    columns: tuple[str, ...]  # of the table, in its order and that of the values
    of: Callable[[Dataset], Iterable[Values]]

    def mappings(self, dataset: Dataset) -> Iterator[Row]:
        """Yield the rows by the names of their columns, for those who look at a few."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.of(dataset))
