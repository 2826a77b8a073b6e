"""Archives → outputs → one database: the same whatever was killed, broken or cut, nothing twice."""

from __future__ import annotations

import multiprocessing
import sqlite3
from contextlib import closing
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from onrecord.archives.merge import read_archived
from onrecord.archives.records import Job
from onrecord.archives.run import run_units
from onrecord.archives.supervise import run_unit
from onrecord.archives.units import shard, units_of
from onrecord.curated import default_directory
from onrecord.db.write import write_database
from onrecord.errors import BuildError, OnRecordError
from onrecord.pipeline import build_dataset
from tests.archives.made import Poisoned, raw, records, report, write, zipped
from tests.archives.runs import COUNT, database, job, outputs, read


def test_every_report_is_read_once_and_the_others_are_counted(undisturbed: Job) -> None:
    archived = read_archived(undisturbed)
    assert len(outputs(undisturbed)) > 1
    assert [article.headline for article in archived.articles] == sorted(
        f"Alliance weighs plan number {number}" for number in range(0, COUNT, 3)
    )
    assert archived.passed_over == {"off-topic": COUNT / 3, "status": COUNT / 3}
    said = [one.quote.text for statements, _ in archived.said.values() for one in statements]
    assert said.count("There is no other plan than number 6.") == 1
    assert archived.refusals == ()


def test_what_is_said_is_what_a_build_finds_in_the_page(undisturbed: Job, tmp_path: Path) -> None:
    database(undisturbed, tmp_path / "archived.db")
    captures = tmp_path / "captures"
    captures.mkdir()
    write(captures / "a.warc", [raw_ for n, raw_ in enumerate(records(COUNT)) if n % 3 == 0])
    write_database(build_dataset(default_directory(), [captures]), tmp_path / "built.db")
    tables = ("quotes", "articles", "utterances", "people", "candidates", "variants")
    for table in tables:
        rows = [_rows(tmp_path / name, table) for name in ("archived.db", "built.db")]
        assert rows[0] == rows[1], table


def _rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"select * from {table}").fetchall()


def test_no_text_of_a_page_is_in_the_outputs(undisturbed: Job) -> None:
    for file in Path(undisturbed.out).iterdir():
        told = repr(pq.read_table(file).to_pylist())
        assert "clerk of room" not in told
        assert "green ledger" not in told
        assert "There is no other plan" in told


def test_two_workers_and_any_order_give_the_same(
    undisturbed: Job, archive: Path, tmp_path: Path
) -> None:
    together = read(archive, tmp_path / "out", workers=2)
    assert outputs(together) == outputs(undisturbed)
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    assert database(together, one) == database(undisturbed, two)


def test_shards_share_the_work(undisturbed: Job, archive: Path, tmp_path: Path) -> None:
    made, units = job(tmp_path / "out"), units_of([archive])
    run_units(shard(units, 2, 2), made, 1)
    with pytest.raises(BuildError, match="have no output"):
        read_archived(made)
    run_units(shard(units, 1, 2), made, 1)
    assert outputs(made) == outputs(undisturbed)


def test_what_has_its_output_is_not_read_again(archive: Path, tmp_path: Path) -> None:
    made, unit = job(tmp_path / "out"), units_of([archive])[0]
    assert run_unit(unit, made)
    output = tmp_path / "out" / made.name(unit)
    written = output.stat()
    assert not run_unit(unit, made)
    assert output.stat().st_mtime_ns == written.st_mtime_ns


@pytest.mark.parametrize(
    ("way", "reason", "detail"),
    [
        ("hangs", "timed-out", "not read within 0.5 seconds of CPU and 1 by the clock, twice"),
        ("spins", "timed-out", "not read within 0.5 seconds of CPU and 1 by the clock, twice"),
        ("crashes", "unreadable", "the process that read it broke down, twice"),
        ("devours", "too-large", "needs more than 3 GB of memory"),
    ],
)
def test_a_poisoned_record_is_refused_and_the_rest_is_read(
    tmp_path: Path, way: str, reason: str, detail: str
) -> None:
    poison = raw(f"https://post.example/{way}", report(99))
    good = [raw(f"https://post.example/2024/05/02/plan-{n}-weighed", report(n)) for n in (1, 2)]
    parts = zipped([good[0], poison, good[1]])
    made = read(write(tmp_path / "a.warc.gz", parts), tmp_path / "out", reader=Poisoned)
    archived = read_archived(made)
    assert len(archived.articles) == 2
    (refusal,) = archived.refusals
    assert refusal.source == f"a.warc.gz@{len(parts[0])}"
    assert (refusal.reason, refusal.detail) == (reason, detail)


def test_a_broken_archive_gives_what_is_whole_and_says_what_is_not(tmp_path: Path) -> None:
    parts = zipped(records(7))
    whole = b"".join(parts)
    made = read(write(tmp_path / "a.warc.gz", [whole[:-50]]), tmp_path / "out")
    archived = read_archived(made)
    assert len(archived.articles) == 2
    (refusal,) = archived.refusals
    assert refusal.source == f"a.warc.gz@{len(whole) - len(parts[-1])}"
    assert refusal.detail == "the archive breaks off in it"


def test_one_page_in_two_archives_is_one_article(tmp_path: Path) -> None:
    parts = zipped(records(1))
    paths = [write(tmp_path / name, parts) for name in ("b.warc.gz", "a.warc.gz")]
    made = job(tmp_path / "out")
    run_units(units_of(paths), made, 2)
    assert len(read_archived(made).articles) == 1
    with pytest.raises(OnRecordError, match="have one name"):
        units_of([tmp_path / "a.warc.gz", tmp_path / "other" / "a.warc.gz"])


def test_outputs_that_are_none_are_named(archive: Path, tmp_path: Path) -> None:
    made = job(tmp_path / "out")
    with pytest.raises(BuildError, match="onrecord run"):
        read_archived(made)
    (tmp_path / "out" / "x.parquet").write_bytes(b"PAR1 no table")
    with pytest.raises(OnRecordError, match=r"x\.parquet: no whole output"):
        read_archived(made)


def test_a_folder_that_takes_no_file_ends_the_run_in_words(archive: Path, tmp_path: Path) -> None:
    made = job(tmp_path / "out")
    gone = Job(made.data, tmp_path / "gone" / "out", made.key)
    with pytest.raises(OnRecordError, match="gone"):
        run_unit(units_of([archive])[0], gone)


def threads_started(made: Job) -> int:
    """Return how many threads there are after reading the outputs that weren't before."""
    tasks = Path("/proc/self/task")
    before = len(list(tasks.iterdir()))
    read_archived(made)
    return len(list(tasks.iterdir())) - before


# one that starts while the process ends aborts it: a merge in fifteen, on a busy machine
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="counts threads as Linux does")
def test_reading_outputs_starts_no_thread(undisturbed: Job) -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(threads_started, (undisturbed,)) == 0
