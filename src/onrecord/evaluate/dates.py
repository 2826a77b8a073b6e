"""data/gold/dates.csv in, how often the engine says when something was said, out.

A row is a short report of ours with one quote marked, and the days it was said on. The engine reads
the report from its text on; a quote that it doesn't find is wrong like one that it dates wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.articles.days import day_at
from onrecord.articles.lines import split_lines
from onrecord.curated.records import Problems
from onrecord.evaluate.evaluation import RuleScore
from onrecord.evaluate.gold import GoldError
from onrecord.evaluate.rows import read_lines
from onrecord.models import Article, DatePrecision, Dating, Event, Outlet, Quote, Source, Span
from onrecord.quotes import read_quotes
from onrecord.utterances.dates import date_quotes

Split = Literal["train", "held"]  # rules were written on the first; the second only measures
COLUMNS = (
    *("id", "split", "trap", "published", "published_precision", "timezone", "country"),
    *("text", "start", "end", "precision", "expression"),
)
_MARKED = re.compile(r"[^⟦⟧]*⟦[^⟦⟧]+⟧[^⟦⟧]*")
_HEADLINE = "# "
_BREAK = " / "  # between paragraphs


@dataclass(frozen=True, slots=True)
class DateCase:
    """One row: a report with a marked quote, and when that was said."""

    id: str
    split: Split
    trap: str  # what kind of expression, or of snare
    source: Source
    country: str | None
    headline: str
    text: str
    marked: Span  # of the quote, in the headline if it stands there
    in_headline: bool
    start: str | None
    end: str | None
    precision: DatePrecision
    expression: str | None


@dataclass(frozen=True, slots=True)
class DateAnswer:
    """What the engine says of a row; None: it does not find the quote."""

    case: DateCase
    dating: Dating | None

    @property
    def is_right(self) -> bool:
        """Whether days and precision are the row's."""
        case, said = self.case, self.dating
        told = (case.start, case.end, case.precision)
        return said is not None and (said.start, said.end, said.precision) == told

    @property
    def is_false_day(self) -> bool:
        """Whether a day is named that the report does not give."""
        is_day = self.dating is not None and self.dating.precision == "day"
        return is_day and self.case.precision != "day"

    @property
    def has_expression(self) -> bool:
        """Whether the words that prove it are the row's, or part of them."""
        printed = self.dating.expression if self.dating else None
        expected = self.case.expression
        if printed is None or expected is None:
            return printed == expected
        return printed in expected or expected in printed


@dataclass(frozen=True, slots=True)
class DateScore:
    """How many rows of a kind are right."""

    kind: str
    right: int
    false_days: int
    expressions: int
    count: int

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / max(self.count, 1)


def read_date_cases(path: Path) -> list[DateCase]:
    """Return the rows of the file; raises GoldError with every line that can't be used."""
    problems = Problems(path)
    cases: list[DateCase] = []
    lines = read_lines(path, problems)
    if tuple(next(lines, (1, []))[1]) != COLUMNS:
        problems.add(1, f"the header is not {','.join(COLUMNS)}")
    else:
        cases = [case for line, row in lines if (case := _case(row, line, problems))]
    if problems.found:
        raise GoldError(problems.told())
    return cases


def _case(values: list[str], line: int, problems: Problems) -> DateCase | None:
    """Return the row as a case; None, and a problem noted, where it is none."""
    if len(values) != len(COLUMNS):
        problems.add(line, f"write {len(COLUMNS)} columns")
        return None
    row = dict(zip(COLUMNS, values, strict=True))
    precision, split = row["precision"], row["split"]
    if not _MARKED.fullmatch(row["text"]):
        problems.add(line, "mark one quote, ⟦so⟧")
    elif precision not in get_args(DatePrecision) or split not in get_args(Split):
        problems.add(line, f"unknown precision or split: {precision}, {split}")
    elif (precision == "unknown") != (not row["start"]):
        problems.add(line, "give days where the precision is known, and none where it isn't")
    else:
        try:
            return _read_case(row)
        except ValueError as error:
            problems.add(line, f"a time or a zone that is none: {error}")
    return None


def _read_case(row: dict[str, str]) -> DateCase:
    in_headline = row["text"].startswith(_HEADLINE) and "⟧" in row["text"].split(_BREAK)[0]
    headline, text = "", row["text"]
    if text.startswith(_HEADLINE):
        headline, _, text = text.removeprefix(_HEADLINE).partition(_BREAK)
    text = text.replace(_BREAK, "\n")
    shown = headline if in_headline else text
    marked = Span(shown.index("⟦"), shown.index("⟧") - 1)
    stamp, timezone = row["published"], row["timezone"] or None
    published = day_at(stamp, timezone) if len(stamp) > len("2024-01-05") else stamp
    return DateCase(
        id=row["id"],
        split=cast(Split, row["split"]),
        trap=row["trap"],
        source=Source(
            url="",
            outlet_id="",
            published=published or None,
            published_precision=cast(DatePrecision, row["published_precision"]),
        ),
        country=row["country"] or None,
        headline=_unmarked(headline),
        text=_unmarked(text),
        marked=marked,
        in_headline=in_headline,
        start=row["start"] or None,
        end=row["end"] or None,
        precision=cast(DatePrecision, row["precision"]),
        expression=row["expression"] or None,
    )


def _unmarked(text: str) -> str:
    return text.replace("⟦", "").replace("⟧", "")


def answer(case: DateCase, events: Sequence[Event]) -> DateAnswer:
    """Return what the engine says of a row."""
    article = Article(case.id, case.source, case.headline, case.text, tuple(split_lines(case.text)))
    outlet = Outlet("", "", "", country=case.country) if case.country else None
    quotes = read_quotes(article)
    datings = date_quotes(quotes, article, events, outlet)
    pairs = zip(quotes, datings, strict=True)
    shared = [(_shared(quote, case), dating) for quote, dating in pairs]
    best = max(shared, key=lambda pair: pair[0], default=(0, None))
    return DateAnswer(case, best[1] if best[0] else None)


def _shared(quote: Quote, case: DateCase) -> int:
    """Return how many letters of the marked quote a quote has."""
    if (quote.part == "headline") != case.in_headline:
        return 0
    start, end = max(quote.span.start, case.marked.start), min(quote.span.end, case.marked.end)
    return max(end - start, 0)


def date_scores(answers: Iterable[DateAnswer]) -> list[DateScore]:
    """Return the scores of all rows, of each split, then of each kind in the file's order."""
    by_kind: dict[str, list[DateAnswer]] = {"all": []}
    listed = list(answers)
    for split in get_args(Split):
        by_kind[split] = [one for one in listed if one.case.split == split]
    for one in listed:
        by_kind["all"].append(one)
        by_kind.setdefault(one.case.trap, []).append(one)
    return [_score(kind, ones) for kind, ones in by_kind.items() if ones]


def _score(kind: str, answers: Sequence[DateAnswer]) -> DateScore:
    return DateScore(
        kind=kind,
        right=sum(one.is_right for one in answers),
        false_days=sum(one.is_false_day for one in answers),
        expressions=sum(one.has_expression for one in answers),
        count=len(answers),
    )


def date_rule_scores(answers: Iterable[DateAnswer]) -> list[RuleScore]:
    """Return for each rule of dating the share of its answers that is right, and of how many."""
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for one in answers:
        if one.dating:
            count[one.dating.rule_id] += 1
            right[one.dating.rule_id] += one.is_right
    return [RuleScore(id_, right[id_] / count[id_], count[id_]) for id_ in sorted(count)]


def dates_object(answers: Sequence[DateAnswer]) -> dict[str, Any]:
    """Return what `onrecord evaluate --dates --json` prints."""
    return {
        "scores": [asdict(score) | {"share": score.share} for score in date_scores(answers)],
        "wrong": [
            {"id": one.case.id, "text": one.case.text, "dating": one.dating and asdict(one.dating)}
            for one in answers
            if not one.is_right
        ],
    }


def dates_tables(answers: Sequence[DateAnswer]) -> RenderableType:
    """Return the scores as a table, and below it each row that is wrong."""
    table = Table("", "right", "of", "%", "false days", "expression right")
    for score in date_scores(answers):
        counts = (score.right, score.count, f"{100 * score.share:.1f}", score.false_days)
        table.add_row(score.kind, *map(str, counts), str(score.expressions))
    return Group(table, *map(Text, _faults(answers)))


def _faults(answers: Iterable[DateAnswer]) -> Iterator[str]:
    for one in answers:
        if not one.is_right:
            case, said = one.case, one.dating
            told = f"{said.start}…{said.end} {said.expression!r} {said.rule_id}" if said else "none"
            yield f"{case.id}: {case.text}\n  is {case.start}…{case.end}, read {told}"
