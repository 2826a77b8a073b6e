from __future__ import annotations

import hashlib
import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.db.schema import Table, create_table, key_index
from onrecord.db.tables import TABLES
from onrecord.db.write import write_database
from onrecord.errors import BuildError
from tests.db.small import dataset

# writes two datasets in turn for as long as it lives
WRITER = """
import itertools, sys
from dataclasses import replace
from pathlib import Path
from onrecord.db.schema import Table, create_table, key_index
from onrecord.db.tables import TABLES
from onrecord.db.write import write_database
from tests.db.small import dataset

first = dataset()
second = replace(first, refusals=())
print("ready", flush=True)
for one in itertools.cycle([first, second]):
    write_database(one, Path(sys.argv[1]))
"""


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_same_dataset_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "one" / "onrecord.db", tmp_path / "two" / "onrecord.db"
    write_database(dataset(), one)
    write_database(dataset(), two)
    assert digest(one) == digest(two)
    assert (one.parent / "inspect-data.json").read_bytes() == (
        two.parent / "inspect-data.json"
    ).read_bytes()


def test_one_word_more_gives_other_bytes(tmp_path: Path, small: Path) -> None:
    whole = dataset()
    outlet = replace(whole.outlets[0], note="agency")
    path = tmp_path / "onrecord.db"
    write_database(replace(whole, outlets=(outlet, *whole.outlets[1:])), path)
    assert digest(path) != digest(small)


def test_the_counts_are_told(tmp_path: Path) -> None:
    counts = write_database(dataset(), tmp_path / "any.db")
    assert (counts["quotes"], counts["articles"], counts["utterances"]) == (9, 2, 7)


def test_a_file_of_another_name_stands_alone(tmp_path: Path) -> None:
    write_database(dataset(), tmp_path / "any.db")
    assert [path.name for path in tmp_path.iterdir()] == ["any.db"]


def test_what_fails_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    write_database(dataset(), path)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(BuildError, match="articles has 2, at least 3 expected"):
        write_database(dataset(), path, {"articles": 3})
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_row_that_is_refused_is_named(tmp_path: Path) -> None:
    whole = dataset()
    twice = replace(whole, outlets=(*whole.outlets, whole.outlets[0]))
    with pytest.raises(BuildError, match="outlets, row id 'evening': UNIQUE"):
        write_database(twice, tmp_path / "any.db")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_has_its_key(connection: sqlite3.Connection, table: Table) -> None:
    with closing(sqlite3.connect(":memory:")) as plain:
        plain.execute(create_table(table))
        for about in (f"table_info({table.name})", f"index_info({key_index(table)})"):
            expected = plain.execute(f"pragma {about}").fetchall()
            assert expected
            assert connection.execute(f"pragma {about}").fetchall() == expected
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        connection.execute(f"insert into {table.name} select * from {table.name} limit 1")


def test_a_sound_file_without_gaps(connection: sqlite3.Connection) -> None:
    assert connection.execute("pragma integrity_check").fetchone()[0] == "ok"
    assert connection.execute("pragma freelist_count").fetchone()[0] == 0


def test_a_quote_in_no_utterance_is_refused(tmp_path: Path) -> None:
    whole = dataset()
    with pytest.raises(BuildError, match=r"quotes row \w+ names a row that utterances lacks"):
        write_database(replace(whole, utterances=whole.utterances[:-1]), tmp_path / "any.db")


def test_leftovers_go_once_they_are_surely_dead(tmp_path: Path) -> None:
    old, fresh = tmp_path / "any.db.tmp-1", tmp_path / "any.db.tmp-2"
    old.touch()
    fresh.touch()
    yesterday = time.time() - 86400
    os.utime(old, (yesterday, yesterday))
    write_database(dataset(), tmp_path / "any.db")
    assert not old.exists()
    assert fresh.exists()


def test_every_word_is_in_the_search_index(connection: sqlite3.Connection) -> None:
    for table in ("quotes", "people", "articles"):
        # 1: compare with the words the index was made from
        connection.execute(
            f"insert into {table}_fts({table}_fts, rank) values('integrity-check', 1)"
        )


@pytest.mark.parametrize(
    ("table", "words", "found"),
    [
        ("quotes", "bridge", 1),  # headline and text, not `bridges`
        ("quotes", "herald", 0),
        ("people", "лінд", 1),
        ("people", "linde", 1),
        ("articles", "paper", 1),
        ("articles", "evening", 1),
    ],
)
def test_search(connection: sqlite3.Connection, table: str, words: str, found: int) -> None:
    hits = connection.execute(
        f"select count(*) from {table} where rowid in"
        f" (select rowid from {table}_fts where {table}_fts match ?)",
        (words,),
    ).fetchone()[0]
    assert (hits > 0) == (found > 0)


def test_the_file_says_whose_it_is(connection: sqlite3.Connection) -> None:
    assert connection.execute("pragma application_id").fetchone()[0] == int.from_bytes(b"OnRe")


@contextmanager
def writer(path: Path, root: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        try:
            assert process.stdout and process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def test_a_killed_build_leaves_a_whole_database(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "onrecord.db"
    write_database(dataset(), path)
    chance = random.Random(20230711)
    for _ in range(10):
        with writer(path, root):
            time.sleep(chance.uniform(0, 0.2))
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            assert connection.execute("pragma integrity_check").fetchone()[0] == "ok"
            assert connection.execute("select count(*) from quotes").fetchone()[0] == 9
        inspected = tmp_path / "inspect-data.json"
        if inspected.exists():
            assert json.loads(inspected.read_text())["onrecord"]["hash"] == digest(path)
    assert not [file for file in tmp_path.glob("*.db") if file != path]
