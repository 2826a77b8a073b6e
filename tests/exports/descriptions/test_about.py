"""What a dataset says of itself comes back from its database."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from onrecord.curated import default_directory, load_about
from onrecord.exports.descriptions.about import citation_in_words, read_about
from onrecord.models import About

OURS = load_about(default_directory())


def test_it_is_what_the_data_folder_says(database: sqlite3.Connection) -> None:
    assert read_about(database) == replace(OURS, examples=About().examples)


def test_a_database_that_says_nothing_has_words_that_fit_any() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("create table build_info (key text, value text)")
    assert read_about(connection) == replace(About(), keywords=())


@pytest.mark.parametrize(
    ("about", "site", "words"),
    [
        (About(title="T", creator="C"), None, "C: T. CC-BY-4.0."),
        (
            About(title="T", creator="C", version="2026.11.0"),
            None,
            "C: T, version 2026.11.0. CC-BY-4.0.",
        ),
        (About(title="T", creator="C"), "https://e.org", "C: T. CC-BY-4.0. https://e.org/"),
    ],
)
def test_it_is_cited_in_a_line(about: About, site: str | None, words: str) -> None:
    assert citation_in_words(about, site) == words
