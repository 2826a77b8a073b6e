"""The logical hash is of the rows alone, and anybody with SQLite's shell comes to the same."""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.exports.layout import LOGICAL
from onrecord.exports.logical import LogicalHash, dataset_hash, listing
from onrecord.exports.rows import EXPORTED, Value, batches, statement

# each value with the bytes that stand for it
ENCODED: list[tuple[Value, bytes]] = [
    (None, b"N"),
    (0, b"I" + bytes(8)),
    (1, b"I" + bytes(7) + b"\x01"),
    (-1, b"I" + b"\xff" * 8),
    (1.0, b"F\x3f\xf0" + bytes(6)),
    (0.5, b"F\x3f\xe0" + bytes(6)),
    ("", b"T0:"),
    ("Київ", b"T8:" + "Київ".encode()),
]


@pytest.mark.parametrize(("value", "encoded"), ENCODED)
def test_a_value_is_encoded_as_described(value: Value, encoded: bytes) -> None:
    found = LogicalHash("select 1")
    found.add([(value,)])
    assert found.hexdigest() == hashlib.sha3_256(b"S8:select 1R" + encoded).hexdigest()


def test_batches_make_no_difference() -> None:
    whole, parts = LogicalHash("select"), LogicalHash("select")
    whole.add([("a",), ("b",)])
    parts.add([("a",)])
    parts.add([("b",)])
    assert whole.hexdigest() == parts.hexdigest()


def hashes_of(path: Path) -> dict[str, str]:
    found = {}
    with closing(sqlite3.connect(path)) as database:
        for table in EXPORTED:
            digest = LogicalHash(statement(table))
            for rows in batches(database, table):
                digest.add(rows)
            found[statement(table)] = digest.hexdigest()
    return found


def test_the_list_is_of_this_database(built: Path, downloads: Path) -> None:
    hashes = hashes_of(built / "onrecord.db")
    written = (downloads / LOGICAL).read_bytes()
    assert listing(hashes).encode() == written
    assert dataset_hash(hashes) == hashlib.sha256(written).hexdigest()


def test_the_file_may_be_laid_out_otherwise(built: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    shutil.copyfile(built / "onrecord.db", other)
    with closing(sqlite3.connect(other, isolation_level=None)) as database:
        database.executescript("pragma page_size = 512; pragma encoding = 'UTF-8'; vacuum")
        database.execute("create temp table kept as select * from topics order by id desc")
        database.execute("pragma foreign_keys = off")
        database.execute("delete from topics")
        database.execute("insert into topics select * from kept")
    assert other.read_bytes() != (built / "onrecord.db").read_bytes()
    assert hashes_of(other) == hashes_of(built / "onrecord.db")


def test_a_changed_value_changes_the_hash(built: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    shutil.copyfile(built / "onrecord.db", other)
    with closing(sqlite3.connect(other)) as database, database:
        database.execute("update topics set name = name || '.' where id = (select id from topics)")
    changed = [
        sql
        for sql, digest in hashes_of(other).items()
        if hashes_of(built / "onrecord.db")[sql] != digest
    ]
    assert [re.findall(r"from \[(\w+)\]", sql) for sql in changed] == [["topics"]]


def test_the_shell_of_sqlite_agrees(built: Path, downloads: Path) -> None:
    if shutil.which("sqlite3") is None:
        pytest.skip("no sqlite3 here to ask")
    for line in (downloads / LOGICAL).read_text(encoding="utf-8").splitlines():
        digest, sql = line.split("  ", 1)
        asked = f"select lower(hex(sha3_query('{sql}', 256)))"
        command = ["sqlite3", str(built / "onrecord.db"), asked]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert told.strip() == digest, sql
