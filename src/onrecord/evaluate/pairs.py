"""data/gold/pairs.csv → Pairs: two reports each, and whether they report one act of saying.

A row's two sides become two statements, as the reading engine would give them, so that what is
measured is the `tie` of the builds. The file is read to its end before anything is said.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from onrecord.curated import default_directory
from onrecord.curated.records import Problems, read_list
from onrecord.curated.values import complaint
from onrecord.errors import OnRecordError
from onrecord.models import (
    Article,
    Attribution,
    Dating,
    Kind,
    Part,
    Person,
    Quote,
    Source,
    Span,
    Statement,
)

PAIRS = default_directory() / "gold" / "pairs.csv"
PEOPLE = "pairs-people.yml"  # beside the pairs: who speaks for whom in them
_PAIR = ("id", "split", "phenomenon", "same")
_SIDE = ("speaker", "kind", "part", "report", "published", "said", "translated_from", "words")
COLUMNS = (*_PAIR, *(f"{name}_{side}" for side in (1, 2) for name in _SIDE))
_CLOSED = {
    "split": ("dev", "held"),
    "same": ("yes", "no"),
    **{f"kind_{side}": get_args(Kind) for side in (1, 2)},
    **{f"part_{side}": get_args(Part) for side in (1, 2)},
}
_FREE = frozenset(f"{name}_{side}" for name in ("said", "translated_from") for side in (1, 2))


class PairsError(OnRecordError):
    """Pairs can't be read; each problem is `path:line: what is wrong; what to do`."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of some words; `is_same` says whether a person takes them for one saying."""

    id: str
    split: str  # dev: the ties were made with an eye on it; held: they were not
    phenomenon: str
    is_same: bool
    reports: tuple[Statement, Statement]


def read_pairs(path: Path) -> tuple[list[Pair], list[Person]]:
    """Return the pairs of a file in its order, and the people of `pairs-people.yml` beside it.

    Raises PairsError with every problem of both files.
    """
    problems, others = Problems(path), Problems(path.with_name(PEOPLE))
    pairs = list(_read_rows(_text(path, problems), problems))
    people = others.path.is_file() and read_list(_text(others.path, others), Person, others)
    if told := [*problems.told(), *others.told()]:
        raise PairsError(told)
    return pairs, [entry.record for entry in people or ()]


def _text(path: Path, problems: Problems) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problems.add(line, "is not UTF-8; save the file as UTF-8")
        return ""


def _read_rows(text: str, problems: Problems) -> Iterator[Pair]:
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        header = tuple(next(rows, ()))
        if header != COLUMNS:
            problems.add(1, f"the header is {','.join(header)}; write {','.join(COLUMNS)}")
            return
        for row in rows:
            if wrong := list(_complaints(row)):
                for words in wrong:
                    problems.add(rows.line_num, words)
            else:
                yield _pair(dict(zip(COLUMNS, row, strict=True)))
    except csv.Error as error:
        problems.add(rows.line_num, f"not CSV, {error}; mend the line")


def _complaints(row: list[str]) -> Iterable[str]:
    """Yield what is wrong with a row."""
    if len(row) != len(COLUMNS):
        yield f"{len(row)} columns; write {len(COLUMNS)}: {','.join(COLUMNS)}"
        return
    for name, value in zip(COLUMNS, row, strict=True):
        if name in _CLOSED and value not in _CLOSED[name]:
            yield f"`{name}` is `{value}`; write one of {', '.join(_CLOSED[name])}"
        elif not value and name not in _FREE:
            yield f"`{name}` is empty; fill it in"
        elif name.startswith("words") and value.count("⟦") != (value.count("⟧") or 0):
            yield f"`{name}` has a bracket without its other half; write ⟦ and ⟧ once each"
        elif value and name.startswith(("said", "published")):
            days = value.split("/") if name.startswith("said") else [value]
            yield from filter(None, (complaint("start", day) for day in days))


def _pair(row: dict[str, str]) -> Pair:
    one, other = (
        _statement(row["id"], side, {name: row[f"{name}_{side}"] for name in _SIDE})
        for side in (1, 2)
    )
    return Pair(row["id"], row["split"], row["phenomenon"], row["same"] == "yes", (one, other))


def _statement(pair: str, number: int, side: dict[str, str]) -> Statement:
    """Return one side of a pair as the reading engine gives it.

    Words in ⟦ ⟧ stand in a sentence; without brackets they are all there is.
    """
    before, opened, rest = side["words"].rpartition("⟦")
    words, _, after = rest.partition("⟧") if opened else (rest, "", "")
    text = before + words + after
    kind, part = cast(Kind, side["kind"]), cast(Part, side["part"])
    return Statement(
        id=f"{pair}-{number}",
        article=Article(
            id=f"{pair}-{side['report']}",
            source=Source(
                url=f"https://{side['report']}.example/{pair}",
                outlet_id=side["report"],
                published=side["published"],
                published_precision="day",
                translated_from=side["translated_from"] or None,
            ),
            headline=text if part == "headline" else "",
            text="" if part == "headline" else text,
            paragraphs=(Span(0, len(text)),),
        ),
        quote=Quote(
            kind=kind,
            part=part,
            medium="post" if part == "post" else "spoken",
            text=words,
            span=Span(len(before), len(before) + len(words)),
            turn=number,
            sentence=Span(0, len(text)),
            attribution=Attribution(None, None, "marked", 1.0),
        ),
        speaker_ids=tuple(side["speaker"].split()),
        dating=_dating(side["said"]),
    )


def _dating(said: str) -> Dating:
    """Return the dating of a day, of `first/last`, or of nothing."""
    start, _, end = said.partition("/")
    if not start:
        return Dating(None, None, "unknown", None, "no-day")
    return Dating(start, end or start, "range" if end else "day", said, "sentence")
