"""Whatever is typed becomes an expression that SQLite's full-text search takes."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.site.match import MOST_TERMS, all_of, any_of, read_terms

WORDS = "as long as it takes members' invitation to Orbán's alliance"


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "create virtual table words using fts5(text, tokenize='unicode61 remove_diacritics 2')"
    )
    connection.execute("insert into words values (?)", [WORDS])
    return connection


def finds(index: sqlite3.Connection, expression: str) -> bool:
    found = index.execute("select count(*) from words where words match ?", [expression])
    return bool(found.fetchone()[0])


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("long takes", True),
        ("takes long", True),
        ('"long as it"', True),
        ("“long as it”", True),
        ('"it long"', False),
        ('"long as', True),
        ("invit*", True),
        ("invit", False),
        ("orban", True),
        ("long zebra", False),
        ("long AND zebra", False),
        ("members'", True),
        ("text:long", False),
        ("long; drop table words", False),
        ("NEAR(long takes)", False),
    ],
)
def test_words_are_found_as_typed(index: sqlite3.Connection, typed: str, found: bool) -> None:
    assert finds(index, all_of(read_terms(typed))) is found


@pytest.mark.parametrize("typed", ["", "  ", '""', "*", "— … ()", "“”"])
def test_signs_alone_look_for_nothing(typed: str) -> None:
    assert read_terms(typed) == ()


def test_any_word_is_enough_for_a_part(index: sqlite3.Connection) -> None:
    assert finds(index, any_of(read_terms('zebra "it giraffe"')))


def test_a_text_is_cut_to_so_many_terms() -> None:
    assert len(read_terms(" ".join(f"word{n}" for n in range(100)))) == MOST_TERMS


@given(st.text(max_size=60))
def test_no_input_is_an_error(index: sqlite3.Connection, typed: str) -> None:
    if terms := read_terms(typed):
        finds(index, all_of(terms))
        finds(index, any_of(terms))
