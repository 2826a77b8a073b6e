"""Frozen records ⇄ columns of Parquet: a record's annotations say what its column holds.

A statement's article stands beside it, not in it.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from onrecord.models import Statement

_PLAIN: dict[type, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
}
_BESIDE = {(Statement, "article")}


def schema_of(record: type) -> pa.Schema:
    """Return the columns that records of a class have."""
    return pa.schema([pa.field(name, _type(hint)) for name, hint in _hints(record)])


def packed(value: Any) -> Any:
    """Return a record as nested dicts and lists, which columns take."""
    if isinstance(value, tuple):
        return [packed(one) for one in value]
    if is_dataclass(value):
        return {name: packed(getattr(value, name)) for name, _ in _hints(value.__class__)}
    return value


def unpacked(hint: Any, value: Any, **beside: Any) -> Any:
    """Return the record that columns hold; `beside` are fields that they don't."""
    if value is None:
        return None
    hint = _some(hint)
    if get_origin(hint) is tuple:
        return tuple(unpacked(get_args(hint)[0], one) for one in value)
    if is_dataclass(hint) and isinstance(hint, type):
        held = {name: unpacked(inner, value[name]) for name, inner in _hints(hint)}
        return hint(**held, **beside)
    return value


@cache
def _hints(record: Any) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(record)
    names = [one.name for one in fields(record)]
    return tuple((name, hints[name]) for name in names if (record, name) not in _BESIDE)


def _type(hint: Any) -> pa.DataType:
    hint = _some(hint)
    if get_origin(hint) is Literal:
        return pa.string()
    if get_origin(hint) is tuple:
        return pa.list_(_type(get_args(hint)[0]))
    if is_dataclass(hint) and isinstance(hint, type):
        return pa.struct([pa.field(name, _type(inner)) for name, inner in _hints(hint)])
    return _PLAIN[hint]


def _some(hint: Any) -> Any:
    """Return what a value is that is not None."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(one for one in get_args(hint) if one is not type(None))
    return hint
