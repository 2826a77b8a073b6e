"""A dataset in, one SQLite file out: written beside its place, checked, then moved there whole.

The same dataset gives the same bytes with the same packages: rows come in a fixed order, no clock
time is written, and SQLite is not the machine's own but comes with APSW, which hands rows over in
half the time of Python's module besides. Tables are filled one after the other, then indexes and
keys are sorted, one after the other: no page is left empty, and VACUUM would make the file 0.3 %
smaller. A build that is killed leaves a file that matches no database's name and the old database
untouched.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

import apsw

from onrecord.collector import without_collector
from onrecord.db.checks import LEAST, check
from onrecord.db.folder import draft_of, install, remove_abandoned
from onrecord.db.index import add_indexes, add_keys, add_search, add_statistics
from onrecord.db.rows import FEW, MANY
from onrecord.db.schema import Table, create_to_fill, insert_row
from onrecord.db.tables import BUILD_INFO, TABLES
from onrecord.db.values import Row, Rows
from onrecord.errors import BuildError
from onrecord.models import Dataset

APPLICATION_ID = 0x4F6E5265  # "OnRe": says whose file it is to tools like file(1)
SCHEMA_VERSION = 1

# The file is thrown away when anything goes wrong, so SQLite need not be able to undo. Closed sets
# are checked once, when all rows are in (checks.py): at every INSERT SQLite makes each set anew,
# which takes half the time of a row of quotes. The cache bounds what SQLite sorts at once, too: a
# million entries are sorted in a third of the time when it is in runs that the processor's own
# cache holds, merged from a file. Pages of 8 KB are read and written with half the calls.
_FAST = """
pragma page_size = 8192;
pragma journal_mode = off;
pragma synchronous = off;
pragma locking_mode = exclusive;
pragma cache_size = -1000;
pragma ignore_check_constraints = on;
pragma analysis_limit = 4000;
"""
_DISK_TROUBLE = (apsw.CantOpenError, apsw.FullError, apsw.IOError, apsw.ReadOnlyError)
# one thread only: SQLite need not guard each call by a lock
_ALONE = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_NOMUTEX


def write_database(
    dataset: Dataset,
    path: Path,
    least: Mapping[str, int] = LEAST,
    done: Callable[[str], None] = lambda stage: None,
) -> dict[str, int]:
    """Write `dataset` to `path` and return the number of rows of each table.

    `done` is told of each stage when it is over. Raises BuildError, and leaves what stood at
    `path`, where a check fails, a table would hold fewer rows than `least` says, or the disk takes
    no more.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    remove_abandoned(path)
    draft = draft_of(path)
    draft.unlink(missing_ok=True)
    try:
        # the collector would look through all records again and again: 12 s of a million quotes
        with without_collector():
            dataset = _as_printed(dataset)
            done("order")
            counts = _write(dataset, draft, least, done)
        _to_disk(draft)
        install(draft, path, counts, dataset.curated.about)
        done("hash and move")
    except _DISK_TROUBLE as error:
        raise BuildError(f"{path}: {error}") from error
    finally:
        draft.unlink(missing_ok=True)
    return counts


def _as_printed(dataset: Dataset) -> Dataset:
    """Return the dataset with articles and quotes in the order of publication.

    The last rows are the latest then: what a search or a topic shows of too many is read from the
    end, without a sort.
    """
    articles = sorted(dataset.articles, key=lambda one: (one.source.published or "", one.id))
    place = {article.id: number for number, article in enumerate(articles)}
    return replace(
        dataset,
        articles=tuple(articles),
        # what is of no article here is told by the checks
        statements=tuple(sorted(dataset.statements, key=lambda one: place.get(one.article.id, -1))),
    )


def _write(
    dataset: Dataset, path: Path, least: Mapping[str, int], done: Callable[[str], None]
) -> dict[str, int]:
    with closing(apsw.Connection(str(path), _ALONE)) as connection:
        connection.execute(_FAST).fetchall()  # one statement is run after the other is read
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.execute(f"pragma user_version = {SCHEMA_VERSION}")
        connection.execute("begin")
        counts = _fill(connection, dataset, done)
        for stage, add in (("keys", add_keys), ("indexes", add_indexes), ("search", add_search)):
            add(connection)
            done(stage)
        check(connection, dataset, least)
        done("checks")
        connection.execute("commit")
        add_statistics(connection)
    return counts


def _fill(
    connection: apsw.Connection, dataset: Dataset, done: Callable[[str], None]
) -> dict[str, int]:
    counts: dict[str, int] = {}
    for table in TABLES:
        connection.execute(create_to_fill(table))
        counts[table.name] = _insert(connection, table, _rows(table, counts), dataset)
        done(table.name)
    return counts


def _rows(table: Table, counts: Mapping[str, int]) -> Rows:
    """Return what gives the rows of a table as bare values, in the order of its columns."""
    if table.name in MANY:
        return MANY[table.name]
    names = [column.name for column in table.columns]
    few = partial(_build_info, counts) if table is BUILD_INFO else FEW[table.name]
    return lambda dataset: (tuple(row[name] for name in names) for row in few(dataset))


def _insert(connection: apsw.Connection, table: Table, rows: Rows, dataset: Dataset) -> int:
    """Insert the rows and return how many; names the row that SQLite refuses."""
    before = connection.total_changes()
    try:
        connection.executemany(insert_row(table), rows(dataset))
    except apsw.ConstraintError as error:
        taken = connection.total_changes() - before
        refused = next(islice(rows(dataset), taken, None))
        named = zip(table.columns, refused, strict=True)
        which = ", ".join(f"{one.name} {value!r}" for one, value in named if one.name in table.key)
        raise BuildError(f"table {table.name}, row {which}: {error}") from error
    return connection.total_changes() - before


def _build_info(counts: Mapping[str, int], dataset: Dataset) -> Iterator[Row]:
    about = dataset.curated.about
    if about.version:
        yield {"key": "version", "value": about.version}
    yield {"key": "name", "value": about.name}
    yield {"key": "title", "value": about.title}
    yield {"key": "description", "value": about.description}
    yield {"key": "creator", "value": about.creator}
    yield {"key": "licence", "value": about.licence}
    yield {"key": "keywords", "value": ", ".join(about.keywords)}
    yield {"key": "schema_version", "value": str(SCHEMA_VERSION)}
    yield {"key": "input_sha256", "value": dataset.input_sha256}
    for name, count in counts.items():
        yield {"key": f"rows_{name}", "value": str(count)}


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
