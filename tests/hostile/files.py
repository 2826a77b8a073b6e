"""Files that nobody should be able to break a command with."""

from __future__ import annotations

import gzip
import io

import zstandard

_LINE = b"We won the vote. "


def _bomb(size: int, letter: bytes = b"a") -> bytes:
    """Return gzip data that is a thousandth of what it holds."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as stream:
        for _ in range(size // 1_000_000):
            stream.write(letter * 1_000_000)
    return out.getvalue()


def _laughs() -> bytes:
    """Return YAML in which a line stands for a thousand million."""
    lines = ["a0: &a0 [x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    return "\n".join([*lines, "- id: *a9", ""]).encode()


HOSTILE: dict[str, bytes] = {
    "empty": b"",
    "a line break": b"\n",
    "bytes": bytes(range(256)) * 40,
    "NULs": b"\0" * 5_000,
    "ten megabytes in a line": _LINE * 600_000,
    "ten megabytes without a space": b"a" * 10_000_000,
    "a byte order mark": b"\xef\xbb\xbf\xef\xbb\xbf- id: a\n",
    "half a letter": "Überall fährt die Fähre".encode() + b"\xc3",
    "UTF-16": "- id: a\n".encode("utf-16"),
    "brackets": b"[" * 200_000,
    "braces": b"{a: " * 50_000,
    "dashes": b"- " * 100_000,
    "quotation marks": b'"' * 100_001,
    "aliases": _laughs(),
    "an alias of itself": b"- &a [*a]\n",
    "a tag that runs": b"- !!python/object/apply:os.abort []\n",
    "a number": b"7\n",
    "a list of lists": b"- [a, [b]]\n- {id: [a], name: {b: c}}\n- null\n",
    "a list of objects": b'[{"id": 1, "text": [], "url": {}}]\n',
    "an object a line": b'{"id": 1, "text": null, "url": 7, "attributions": "a"}\n' * 3,
    "half a surrogate pair": b'{"id": "\\ud800", "text": "\\udfff", "attributions": []}\n',
    "CSV with all in it": b'url,outlet\n"a\n""b""",\0\n"https://[",\r\r\n"'
    + b"x" * 200_000
    + b"\n",
    "front matter without end": b"---\nurl: https://a.example\n",
    "front matter of brackets": b"---\n" + b"[" * 100_000 + b"\n---\nWe won.\n",
    "a gzip bomb": _bomb(200_000_000),
    "half a gzip file": gzip.compress(_LINE * 1_000)[:60],
    "gzip in gzip": gzip.compress(_bomb(30_000_000)),
    "half a zstd file": zstandard.compress(_LINE * 1_000)[:20],
    "a database in name": b"SQLite format 3\0" + b"\xff" * 5_000,
    "Parquet in name": b"PAR1" + b"\xff" * 5_000 + b"PAR1",
    "WARC that lies": (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://[\r\n"
        b"Content-Length: 99999999999999999999\r\n\r\nHTTP/1.1 abc\r\n\r\n"
    ),
    "WARC without records": b"WARC/1.1\r\n\r\n" * 5_000,
    "deep tags": b"<div>" * 100_000 + b"We won",
    "a tag without end": b"<p " + b"a=b " * 200_000,
    "entities": b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>' * 50,
}
