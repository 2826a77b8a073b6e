"""The logical hash: of what the rows say, whichever SQLite wrote the file.

A table's hash is SHA3-256 over its SELECT and the answer, encoded as the `sha3_query()` of SQLite's
command-line shell encodes them, so that anybody can check it with that shell and nothing of ours:

    S<bytes>:<the statement>
    R                     for each row, then for each of its values
    N                     null
    I<8 bytes>            a whole number, big-endian, two's complement
    F<8 bytes>            a real number, big-endian, IEEE 754
    T<bytes>:<UTF-8>      text

The hash of the dataset is SHA-256 over the list of all tables' hashes and statements.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Mapping

from onrecord.errors import OnRecordError
from onrecord.exports.rows import Value, Values


class LogicalHash:
    """The hash of one table, made while its rows pass by."""

    def __init__(self, statement: str) -> None:
        sql = statement.encode()
        self._hash = hashlib.sha3_256(b"S%d:%b" % (len(sql), sql))

    def add(self, rows: Iterable[Values]) -> None:
        """Take in the next rows."""
        for row in rows:
            self._hash.update(b"R" + b"".join(map(_encoded, row)))

    def hexdigest(self) -> str:
        """Return the hash of the rows so far."""
        return self._hash.hexdigest()


def listing(hashes: Mapping[str, str]) -> str:
    """Return the list of tables, `<hash>  <statement>` a line, from statements to their hashes."""
    return "".join(f"{digest}  {sql}\n" for sql, digest in hashes.items())


def dataset_hash(hashes: Mapping[str, str]) -> str:
    """Return the hash of all tables: SHA-256 of their list."""
    return hashlib.sha256(listing(hashes).encode()).hexdigest()


def _encoded(value: Value) -> bytes:
    if value is None:
        return b"N"
    if isinstance(value, str):
        text = value.encode()
        return b"T%d:%b" % (len(text), text)
    if isinstance(value, int):
        return struct.pack(">cq", b"I", value)
    if isinstance(value, float):
        return struct.pack(">cd", b"F", value)
    raise OnRecordError(f"no table of ours holds a value like {value!r}")
