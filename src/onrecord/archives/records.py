"""The records of reading archives: what is read how, and what came of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.archives.places import Place, name_of
from onrecord.models import Article, Person, Refusal, Statement

LOCAL = "local"  # in place of a scheduler's address: one of our own, on this machine


@dataclass(frozen=True, slots=True)
class Unit:
    """A slice of one archive: the members whose first bytes lie from `start` up to `stop`."""

    place: Place
    size: int  # of the whole archive: one that has grown since is another
    start: int
    stop: int

    @property
    def archive(self) -> str:
        """The archive's name, which is the same on every machine."""
        return name_of(self.place)


@dataclass(frozen=True, slots=True)
class Job:
    """What all units of a run have in common; `key` stands for all that can change an output."""

    data: Path
    out: Place
    key: str
    fast: bool = False

    def name(self, unit: Unit) -> str:
        """Return the name of a unit's output, the same for the same slice, engine and data."""
        told = f"{self.key} {unit.archive} {unit.size} {unit.start} {unit.stop}"
        short = hashlib.sha256(told.encode()).hexdigest()[:12]
        return f"{unit.archive}-{unit.start:015d}-{short}.parquet"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one record that was read in full: an article and who says what, or a refusal."""

    offset: int
    refusal: Refusal | None = None
    article: Article | None = None  # without its text
    statements: tuple[Statement, ...] = ()
    people: tuple[Person, ...] = ()  # speakers whom no data file knows


@dataclass(slots=True)
class Output:
    """What a unit's output holds."""

    unit: Unit
    outcomes: list[Outcome] = field(default_factory=list)  # by offset
    passed_over: Counter[str] = field(default_factory=Counter)  # pages not read in full, by reason


@dataclass(frozen=True, slots=True)
class Archived:
    """What outputs hold all together: their articles by id and what was made of each."""

    articles: tuple[Article, ...] = ()
    said: Mapping[str, tuple[Sequence[Statement], Sequence[Person]]] = field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()
    passed_over: Mapping[str, int] = field(default_factory=dict)
    sha256: str = ""  # of the outputs; "" where there are none

    def has(self, article: Article) -> bool:
        """Return whether what is said in an article was read from an archive."""
        return article.id in self.said and article.word_count is not None
