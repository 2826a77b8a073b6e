"""The records that corrections work on: the reading as the machine left it, and its draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.errors import BuildError
from onrecord.models import (
    Article,
    CorrectedRow,
    CorrectedTable,
    Correction,
    Effect,
    Person,
    Statement,
)
from onrecord.utterances.events import Calendar


class CorrectionError(BuildError):
    """Corrections that fit nothing or one another; each problem says where and what to do."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the machine read, by id; `people` are the known ones and those met in articles."""

    articles: Mapping[str, Article]
    statements: Mapping[str, Statement]
    people: Mapping[str, Person]
    known: Collection[str]  # ids of the people in data files
    events: Calendar = field(default_factory=lambda: Calendar((), {}))


@dataclass(slots=True)
class Draft:
    """The reading while it is corrected, with what became of each row and what went wrong."""

    articles: dict[str, Article]
    statements: dict[str, Statement]
    people: dict[str, Person]
    rows: list[CorrectedRow] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    _by_article: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        self._by_article = defaultdict(list)
        for statement in self.statements.values():
            self._by_article[statement.article.id].append(statement.id)

    def note(
        self,
        correction: Correction,
        table: CorrectedTable,
        row_id: str,
        effect: Effect = "changed",
        leads_to: str | None = None,
    ) -> None:
        """Take note of what a correction did to a row."""
        self.rows.append(CorrectedRow(correction, table, row_id, effect, leads_to))

    def of_article(self, article_id: str) -> Iterator[Statement]:
        """Yield the statements of an article that still stand."""
        ids = self._by_article.get(article_id, ())
        return (self.statements[one] for one in ids if one in self.statements)


def told(correction: Correction, problem: str) -> str:
    """Return a problem with the place of its correction before it."""
    where = correction.stands_at or "corrections.yml"
    return f"{where}: {correction.target}, {correction.field}: {problem}"


def listed(value: str | None) -> tuple[str, ...]:
    """Return the ids in a value, each once: several stand with commas between them."""
    ids = (part.strip() for part in (value or "").split(","))
    return tuple(dict.fromkeys(one for one in ids if one))


def shown(ids: Sequence[str]) -> str | None:
    """Return ids as a value holds them; None for none."""
    return ", ".join(ids) or None
