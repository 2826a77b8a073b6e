"""What the rows of a table are made of, on their way from the records to SQLite."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from onrecord.models import Dataset

Value = str | int | float | None
Row = Mapping[str, Value]  # by the names of the columns
Values = tuple[Value, ...]
# Gives the rows of a table with very many, in the order of its columns: a mapping takes three times
# as long to make and to hand over.
Rows = Callable[[Dataset], Iterable[Values]]
