"""What a command line names → Articles, or Refusals with a reason: pages, plain texts, corpora.

A file that can't be used costs nothing but itself: the others are read. With `plain` the input is
taken as it is, and a `.jsonl` file gives one article a line: {"id": …, "text": …}.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.articles.captures import read_bytes, read_path
from onrecord.articles.known import stem
from onrecord.articles.normalise import decode
from onrecord.articles.pages import MOST_BYTES
from onrecord.articles.plain import read_plain
from onrecord.articles.supervise import PageReader
from onrecord.jsontext import read_json
from onrecord.models import Article, Curated, Refusal

STDIN = "-"
_STDIN_ID = "stdin"
_CORPUS = ".jsonl"


def read_inputs(
    paths: Iterable[str], curated: Curated, *, plain: bool = False, fast: bool = False
) -> Iterator[Article | Refusal]:
    """Yield the article of each path, or of each line of a corpus, or why there is none."""
    with PageReader(fast=fast) as reader:
        for path in paths:
            try:
                if path.endswith(_CORPUS):
                    yield from _corpus(path) if plain else _no_page(path)
                elif plain:
                    yield _plain(path)
                else:
                    yield from _pages(path, curated, reader)
            except OSError as error:
                yield Refusal(path, "unreadable", error.strerror or str(error))


def _pages(path: str, curated: Curated, reader: PageReader) -> Iterator[Article | Refusal]:
    if path == STDIN:
        yield read_bytes(_STDIN_ID, _stdin(), curated, reader)
    else:
        yield from read_path(Path(path), curated, reader)


def _plain(path: str) -> Article | Refusal:
    if path == STDIN:
        return _article(STDIN, _STDIN_ID, _stdin())
    with Path(path).open("rb") as stream:
        return _article(path, stem(Path(path)), stream.read(MOST_BYTES + 1))


def _stdin() -> bytes:
    return sys.stdin.buffer.read(MOST_BYTES + 1)


def _article(source: str, name: str, data: bytes) -> Article | Refusal:
    if len(data) > MOST_BYTES:
        return Refusal(source, "too-large", f"more than {MOST_BYTES:,} bytes")
    text = decode(data)
    if text is None:
        return Refusal(source, "not-a-page", "its bytes are no text")
    if not text.strip():
        return Refusal(source, "empty", "there is nothing in it")
    return read_plain(name, text)


def _no_page(path: str) -> Iterator[Refusal]:
    yield Refusal(path, "not-a-page", "it holds texts, one a line; read them with --plain")


def _corpus(path: str) -> Iterator[Article | Refusal]:
    with Path(path).open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _line(f"{path}:{number}", line)


def _line(place: str, line: bytes) -> Article | Refusal:
    try:
        values = read_json(line)
    except ValueError:
        return Refusal(place, "unreadable", "not a line of JSON")
    if not isinstance(values, dict):
        return Refusal(place, "unreadable", "not a JSON object")
    name, text = values.get("id"), values.get("text")
    if not isinstance(name, str) or not isinstance(text, str):
        return Refusal(place, "unreadable", "needs an id and a text, both strings")
    if not text.strip():
        return Refusal(place, "empty", "there is nothing in it")
    return read_plain(name, text)
