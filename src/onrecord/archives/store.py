"""A unit's output as one Parquet file, whole or not there.

No text of a page gets in: of its words those that the database may have, the quotes with what
stands around them. On the way back the text is blank everywhere else, so that offsets hold.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.archives.columns import packed, schema_of, unpacked
from onrecord.archives.folders import folder_of
from onrecord.archives.places import shown
from onrecord.archives.records import Job, Outcome, Output, Unit
from onrecord.db.context import Surroundings
from onrecord.db.rows import words_in
from onrecord.errors import OnRecordError
from onrecord.models import Article, Person, Refusal, Statement

ABOUT = b"onrecord"  # the key of what a file says of itself
SUFFIX = ".parquet"
# A file says what its SHA-256 is with zeros in place of this: one that a power cut left empty,
# short or garbled is told from a whole one wherever it is broken.
SEAL = b"sealed:"
_UNSEALED = SEAL + b"0" * 64
_SEALED = re.compile(SEAL + rb"([0-9a-f]{64})")


def without_text(article: Article, said: Sequence[Statement]) -> tuple[Article, list[Statement]]:
    """Return an article and its statements with the words that may be published and no others."""
    bare = replace(article, text="", cuts=(), word_count=words_in(article))
    around = Surroundings(article)
    kept = [replace(one, article=bare, context=around.of(one.quote)) for one in said]
    return bare, kept


def write_output(output: Output, job: Job) -> None:
    """Write a unit's output to its place, where it stands whole or not at all."""
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
    with io.BytesIO() as file:
        with pq.ParquetWriter(file, schema, compression="zstd") as writer:
            writer.write_table(pa.Table.from_pylist(rows, schema))
            writer.add_key_value_metadata({"seal": _UNSEALED.decode()})
        folder_of(job.out).write(job.name(unit), _sealed(file.getvalue()))


def is_output(name: str) -> bool:
    """Return whether a file has the name of an output; drafts don't."""
    return name.endswith(SUFFIX) and not name.startswith(".")


def has_output(unit: Unit, job: Job) -> bool:
    """Return whether a unit's output is there and whole; one that is broken counts for nothing."""
    data = folder_of(job.out).read(job.name(unit))
    return data is not None and _is_whole(data)


def read_output(job: Job, name: str) -> tuple[Output, str, bytes]:
    """Return what stands in an output, the key it was made with, and its bytes.

    Raises OnRecordError for a file that is none.
    """
    data = folder_of(job.out).read(name) or b""
    try:
        if not _is_whole(data):
            raise ValueError("it is broken")
        # pyarrow's own threads, where one still starts when the process ends, would abort it
        table = pq.ParquetFile(pa.BufferReader(data)).read(use_threads=False)
        about = json.loads(table.schema.metadata[ABOUT])
    except (OSError, pa.ArrowException, KeyError, TypeError, ValueError) as error:
        problem = (
            f"{shown(job.out)}/{name}: no whole output of `onrecord run` ({error}); run it again,"
            " which makes a broken one anew, or remove what is of another version"
        )
        raise OnRecordError(problem) from error
    unit = Unit(about["archive"], about["size"], about["start"], about["stop"])
    outcomes = [_outcome(row) for row in table.to_pylist()]
    return Output(unit, outcomes, Counter(about["passed_over"])), about["key"], data


def _sealed(data: bytes) -> bytes:
    at = data.rindex(_UNSEALED) + len(SEAL)
    return data[:at] + hashlib.sha256(data).hexdigest().encode() + data[at + 64 :]


def _is_whole(data: bytes) -> bool:
    found = _SEALED.search(data, max(data.rfind(SEAL), 0))
    if not found:
        return False
    bare = data[: found.start(1)] + b"0" * 64 + data[found.end(1) :]
    return hashlib.sha256(bare).hexdigest().encode() == found[1]


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
