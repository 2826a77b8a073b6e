"""YAML in, frozen records out, and every problem with the line it stands on.

PyYAML's C composer is used: it gives nodes with line numbers at a tenth of the cost of a round-trip
load (21,560 lines: 0.2 s against 2.8 s with ruamel.yaml). A value is the text as written, so a date
needs no quotation marks and the country NO stays NO: nothing is guessed from how a value looks.
Refused: unknown, missing and doubled keys, and any value that is not of its field's type.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Generic, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import yaml

from onrecord.curated.values import complaint

T = TypeVar("T")

NULL = "tag:yaml.org,2002:null"
_LONGEST = 800  # characters of a problem; the longest that repeats no value has 400
# Levels of a file; ours have five. The composer calls itself for each, and a hundred thousand took
# the process down with it.
_DEEPEST = 50
# worked out by the engine, so no file may say them
NOT_WRITTEN = frozenset({"is_linked", "stands_at"})


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """A record, and the line of each of its values by its path, as in `positions.0.start`."""

    record: T
    lines: dict[str, int]


class Problems:
    """What is wrong with one file."""

    def __init__(self, path: Path) -> None:
        """Gather what is wrong with the file at `path`."""
        self.path = path
        self.found: list[tuple[int, str]] = []

    def add(self, line: int, words: str) -> None:
        """Take note that `words` say what is wrong on `line`, counted from 1.

        Of words that repeat a long value the middle is left out.
        """
        if len(words) > _LONGEST:
            words = f"{words[: _LONGEST // 2]} […] {words[-_LONGEST // 2 :]}"
        self.found.append((line, words))

    def told(self) -> list[str]:
        """Return `path:line: words` for each, in the order of the lines."""
        return [f"{self.path}:{line}: {words}" for line, words in sorted(self.found)]


def read_list(text: str, record: type[T], problems: Problems) -> list[Entry[T]]:
    """Return a record for each sound item of a YAML list; an empty text is an empty list."""
    node = _compose(text, problems)
    if node is None:
        return []
    if not isinstance(node, yaml.SequenceNode):
        problems.add(_line(node), "this is not a list; begin each entry with `- `")
        return []
    entries = [_read_entry(item, record, problems) for item in node.value]
    return [entry for entry in entries if entry is not None]


def read_one(text: str, record: type[T], problems: Problems) -> Entry[T] | None:
    """Return the record that a YAML mapping describes, or None where it has a problem."""
    node = _compose(text, problems)
    if node is not None:
        return _read_entry(node, record, problems)
    if not problems.found:
        problems.add(1, f"nothing is written here; give {_listed(_shape(cast(Any, record)).types)}")
    return None


def _compose(text: str, problems: Problems) -> yaml.Node | None:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if found := _unreadable(yaml.parse(text, Loader=loader)):
            problems.add(*found)
            return None
        node: yaml.Node | None = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = error.problem or error.context
        problems.add(mark.line + 1 if mark else 1, f"not YAML, {reason}; mend the line")
        return None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        problems.add(line, f"not YAML, {error.reason}; take the character out")
        return None
    return node


def _unreadable(events: Iterable[yaml.Event]) -> tuple[int, str] | None:
    """Return the line and the words of what is sound YAML and no data file: it could have a few
    lines stand for a million, or nest without end.
    """
    depth = 0
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            return _line(event), f"`*{event.anchor}` stands for another place; write it out"
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            return _line(event), f"nested more than {_DEEPEST} levels deep; mend the brackets"
    return None


def _read_entry(node: yaml.Node, record: type[T], problems: Problems) -> Entry[T] | None:
    before = len(problems.found)
    reader = _Reader(problems)
    value = reader.record(node, record, "")
    return None if len(problems.found) > before else Entry(value, reader.lines)


class _Reader:
    """Reads one entry; `lines` fills up with the line of each value by its path."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.lines: dict[str, int] = {}

    def record(self, node: yaml.Node, record: Any, path: str) -> Any:
        """Return `record`, a dataclass, built from a mapping; None where a problem was noted."""
        self.lines[path] = _line(node)
        shape = _shape(record)
        if not isinstance(node, yaml.MappingNode):
            self._add(node, f"no keys stand here; write {_listed(shape.types)} as `key: value`")
            return None
        before = len(self.problems.found)
        values: dict[str, Any] = dict.fromkeys(shape.none_if_absent)
        for key, child in self._pairs(node, shape):
            values[key] = self.value(child, shape.types[key], _join(path, key))
        for key in shape.needed:
            if key not in values:
                self._add(node, f"`{key}` is missing; add it")
        return None if len(self.problems.found) > before else record(**values)

    def value(self, node: yaml.Node, wanted: Any, path: str) -> Any:
        """Return the value at `path` as the type wanted: a text, a record or a tuple of either."""
        self.lines[path] = _line(node)
        if get_origin(wanted) is tuple:
            return self._tuple(node, get_args(wanted)[0], path)
        if is_dataclass(wanted):
            return self.record(node, wanted, path)
        return self._text(node, wanted, path)

    def _pairs(self, node: yaml.MappingNode, shape: _Shape) -> Iterator[tuple[str, yaml.Node]]:
        """Yield each known key with its value, once; a key without a value is as good as absent."""
        seen: set[str] = set()
        for key_node, child in node.value:
            key = str(key_node.value)
            if key not in shape.types:
                self._add(key_node, f"unknown key `{key}`; use {_listed(shape.types)}")
            elif key in seen:
                self._add(key_node, f"`{key}` stands twice; keep one")
            elif child.tag != NULL:
                yield key, child
            seen.add(key)

    def _tuple(self, node: yaml.Node, wanted: Any, path: str) -> tuple[Any, ...]:
        if not isinstance(node, yaml.SequenceNode):
            self._add(node, f"`{_field(path)}` is not a list; write [one, two]")
            return ()
        items = enumerate(node.value)
        return tuple(self.value(child, wanted, _join(path, str(i))) for i, child in items)

    def _text(self, node: yaml.Node, wanted: Any, path: str) -> str:
        field = _field(path)
        if not isinstance(node, yaml.ScalarNode):
            self._add(node, f"`{field}` is not a single value; write one text")
            return ""
        value = str(node.value)
        closed = get_args(wanted) if get_origin(wanted) is Literal else ()
        if closed and value not in closed:
            self._add(node, f"`{field}` can't be {value!r}; use one of {_listed(closed)}")
        elif words := complaint(field, value):
            self._add(node, words)
        return value

    def _add(self, node: yaml.Node, words: str) -> None:
        self.problems.add(_line(node), words)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What may be written of a record: the type of each key, and which keys may be left out."""

    types: dict[str, Any]
    needed: tuple[str, ...]
    none_if_absent: tuple[str, ...]


@cache
def _shape(record: Any) -> _Shape:
    """Return the shape of a dataclass, `| None` taken off its types."""
    hints = {key: hint for key, hint in get_type_hints(record).items() if key not in NOT_WRITTEN}
    bare = [field.name for field in fields(record) if field.default is MISSING]
    return _Shape(
        types={key: _without_none(hint) for key, hint in hints.items()},
        needed=tuple(key for key in bare if NoneType not in get_args(hints[key])),
        none_if_absent=tuple(key for key in bare if NoneType in get_args(hints[key])),
    )


def _without_none(hint: Any) -> Any:
    if get_origin(hint) not in (Union, UnionType):
        return hint
    return next(part for part in get_args(hint) if part is not NoneType)


def _field(path: str) -> str:
    """Return the name of the field a path leads to: `words` for `words.3`."""
    return next(part for part in reversed(path.split(".")) if not part.isdigit())


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _line(node: yaml.Node | yaml.Event) -> int:
    return int(node.start_mark.line) + 1


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
