"""A brat annotation file → its stretches, and which of them are tied together.

brat writes one thing a line: `T1<tab>Source 0 5;9 12<tab>words` a stretch, in one or more parts,
`E1<tab>Attribution:T2 Source:T1` an event and `R1<tab>Quotes Arg1:T2 Arg2:T1` a relation. Notes,
attributes and equivalences are left alone. Nothing else is guessed: a line that can't be read is a
problem with its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.models import Span

_ENTITY = re.compile(r"(?P<role>\S+) (?P<spans>\d+ \d+(?:;\d+ \d+)*)")
_TIE = re.compile(r"(?<![^\s:])(?P<role>[^\s:]+):(?P<target>[TE]\d+)")
_IGNORED = ("#", "A", "M", "N", "*")


@dataclass(frozen=True, slots=True)
class Entity:
    """A marked stretch; `role` is as written."""

    role: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """An event or a relation: the entities it ties, each with the role it has there."""

    id: str
    members: tuple[tuple[str, str], ...]  # role, id of an entity or of another tie
    line: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a brat file says, and the lines of it that can't be read."""

    entities: dict[str, Entity]
    ties: tuple[Tie, ...]
    problems: tuple[tuple[int, str], ...]  # line, what is wrong


def read_brat(annotation: str) -> Annotation:
    """Return the entities and ties of a brat file."""
    entities: dict[str, Entity] = {}
    ties: list[Tie] = []
    problems: list[tuple[int, str]] = []
    for number, line in enumerate(annotation.split("\n"), 1):
        if not line.strip() or line.startswith(_IGNORED):
            continue
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            entity = _entity(rest)
            if entity:
                entities[key] = entity
            else:
                problems.append((number, f"{key} is no stretch; write `T1<tab>Source 0 5<tab>…`"))
        elif key.startswith(("E", "R")):
            ties.append(Tie(key, tuple(_members(rest)), number))
        else:
            problems.append((number, f"`{key}` is nothing that brat writes"))
    problems += _dangling(entities, ties)
    return Annotation(entities, tuple(ties), tuple(problems))


def _entity(rest: str) -> Entity | None:
    found = _ENTITY.match(rest)
    if not found:
        return None
    pairs = (part.split() for part in found["spans"].split(";"))
    return Entity(found["role"], tuple(Span(int(start), int(end)) for start, end in pairs))


def _members(rest: str) -> Iterator[tuple[str, str]]:
    return ((found["role"], found["target"]) for found in _TIE.finditer(rest))


def _dangling(entities: dict[str, Entity], ties: list[Tie]) -> Iterator[tuple[int, str]]:
    known = entities.keys() | {tie.id for tie in ties}
    for tie in ties:
        if not tie.members:
            yield tie.line, f"{tie.id} ties nothing"
        for _, target in tie.members:
            if target not in known:
                yield tie.line, f"{tie.id} names {target}, which is nowhere in the file"
