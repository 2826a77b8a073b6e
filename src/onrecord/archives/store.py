"""A unit's output as one Parquet file, whole or not there.

No text of a page gets in: of its words those that the database may have, the quotes with what
stands around them. On the way back the text is blank everywhere else, so that offsets hold.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.archives.columns import packed, schema_of, unpacked
from onrecord.archives.records import Job, Outcome, Output, Unit
from onrecord.db.context import context
from onrecord.db.rows import words_in
from onrecord.errors import OnRecordError
from onrecord.models import Article, Person, Refusal, Statement

ABOUT = b"onrecord"  # the key of what a file says of itself
SUFFIX = ".parquet"


def without_text(article: Article, said: Sequence[Statement]) -> tuple[Article, list[Statement]]:
    """Return an article and its statements with the words that may be published and no others."""
    bare = replace(article, text="", cuts=(), word_count=words_in(article))
    kept = [replace(one, article=bare, context=context(article, one.quote)) for one in said]
    return bare, kept


def write_output(output: Output, job: Job) -> Path:
    """Write a unit's output to its place, where it stands whole or not at all, and return that."""
    path = job.out / job.name(output.unit)
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    unit = output.unit
    about = {
        "archive": unit.archive,
        "size": unit.size,
        "start": unit.start,
        "stop": unit.stop,
        "key": job.key,
        "passed_over": dict(sorted(output.passed_over.items())),
    }
    schema = schema_of(Outcome).with_metadata({ABOUT: json.dumps(about).encode()})
    rows = [packed(one) for one in sorted(output.outcomes, key=lambda one: one.offset)]
    try:
        pq.write_table(pa.Table.from_pylist(rows, schema), draft, compression="zstd")
        _to_disk(draft)
        draft.replace(path)
        _to_disk(path.parent)
    finally:
        draft.unlink(missing_ok=True)
    return path


def remove_abandoned(path: Path) -> None:
    """Remove what a process that was killed left of an output."""
    for draft in path.parent.glob(f".{path.name}.*.part"):
        draft.unlink(missing_ok=True)


def read_output(path: Path) -> tuple[Output, str]:
    """Return what stands in an output, and the key it was made with.

    Raises OnRecordError for a file that is none.
    """
    try:
        table = pq.read_table(path)
        about = json.loads(table.schema.metadata[ABOUT])
    except (OSError, pa.ArrowException, KeyError, TypeError, ValueError) as error:
        problem = f"{path}: no output of `onrecord run` ({error}); remove it and run again"
        raise OnRecordError(problem) from error
    unit = Unit(Path(about["archive"]), about["size"], about["start"], about["stop"])
    outcomes = [_outcome(row) for row in table.to_pylist()]
    return Output(unit, outcomes, Counter(about["passed_over"])), about["key"]


def _outcome(row: dict[str, Any]) -> Outcome:
    article: Article | None = unpacked(Article, row["article"])
    refusal: Refusal | None = unpacked(Refusal, row["refusal"])
    people: tuple[Person, ...] = unpacked(tuple[Person, ...], row["people"])
    if article is None:
        return Outcome(row["offset"], refusal)
    article = replace(article, text=_blank_text(article, row["statements"]))
    said = tuple(unpacked(Statement, one, article=article) for one in row["statements"])
    return Outcome(row["offset"], refusal, article, said, people)


def _blank_text(article: Article, statements: Sequence[dict[str, Any]]) -> str:
    """Return a text in which quotes and what is around them stand at their places, and no more."""
    text: list[str] = [" "] * max((line.end for line in article.paragraphs), default=0)
    for start, words in _pieces(statements):
        text[len(text) :] = " " * (start + len(words) - len(text))
        text[start : start + len(words)] = words
    return "".join(text)


def _pieces(statements: Sequence[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    for statement in statements:
        quote = statement["quote"]
        if quote["part"] != "headline":
            before, after = statement["context"]
            yield quote["span"]["start"] - len(before), before + quote["text"] + after


def _to_disk(path: Path) -> None:
    """Wait until the disk has a file, or a folder's list of files."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
