"""The five founding reports, from our digests and from the pages: what is in marks, and by whom."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from onrecord.cli import main
from onrecord.curated import default_directory, load_about
from onrecord.db.queries import QUERIES, Query
from onrecord.ids import spoken_words
from tests.examples.founding import FOUNDING

Rows = list[sqlite3.Row]


def build(*arguments: str | Path) -> None:
    result = CliRunner().invoke(main, ["build", *map(str, arguments)])
    assert result.exit_code == 0, result.output


@pytest.fixture(scope="module")
def digests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Return the database built from our digests alone."""
    path = tmp_path_factory.mktemp("digests") / "onrecord.db"
    build("--out", path)
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, corpora: Path) -> Iterator[sqlite3.Connection]:
    """Return the database built from the pages, where they are at hand."""
    path = tmp_path_factory.mktemp("pages") / "onrecord.db"
    build("--captures", corpora / "seeds", "--out", path)
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def quoted(connection: sqlite3.Connection, article_id: str) -> list[tuple[str, ...]]:
    rows = connection.execute(
        "select part, kind, speaker_id, text from quotes"
        " where article_id = ? and kind <> 'indirect' order by part <> 'headline', start_offset",
        (article_id,),
    )
    return [tuple(row) for row in rows]


@pytest.mark.parametrize("article_id", FOUNDING)
def test_a_digest_gives_what_a_person_reads(digests: sqlite3.Connection, article_id: str) -> None:
    assert quoted(digests, article_id) == FOUNDING[article_id]


@pytest.mark.parametrize("article_id", FOUNDING)
def test_a_page_gives_what_a_person_reads(pages: sqlite3.Connection, article_id: str) -> None:
    assert quoted(pages, article_id) == FOUNDING[article_id]


def test_a_page_keeps_its_text_and_shows_its_digest(
    digests: sqlite3.Connection, pages: sqlite3.Connection
) -> None:
    told = dict(digests.execute("select id, text from articles").fetchall())
    select = "select * from articles where basis = 'capture'"
    read = pages.execute(select).fetchall()
    assert {row["id"] for row in read} == set(FOUNDING) <= set(told)
    for row in read:
        assert (row["basis"], row["text"], row["summary"]) == ("capture", None, told[row["id"]])
        assert row["word_count"] > 200
        assert len(row["capture_sha256"]) == 64


def test_the_reports_read_are_known_to_be(digests: sqlite3.Connection) -> None:
    read = digests.execute("select article_id from sources where status = 'read'").fetchall()
    assert {row["article_id"] for row in read} >= set(FOUNDING)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_every_example_of_a_question_has_an_answer(
    digests: sqlite3.Connection, query: Query
) -> None:
    examples = asdict(load_about(default_directory()).examples)
    assert set(query.params) <= {name for name, value in examples.items() if value}
    assert digests.execute(query.sql, examples).fetchall()


def test_ids_do_not_depend_on_what_was_read(
    digests: sqlite3.Connection, pages: sqlite3.Connection
) -> None:
    select = "select id from quotes where kind <> 'indirect' order by id"
    assert digests.execute(select).fetchall() == pages.execute(select).fetchall()


def test_a_page_points_into_its_digest(pages: sqlite3.Connection) -> None:
    rows = pages.execute(
        "select quotes.text, summary, summary_start, summary_end from quotes"
        " join articles on articles.id = article_id where part <> 'headline' and kind <> 'indirect'"
    ).fetchall()
    for row in rows:
        found = row["summary"][row["summary_start"] : row["summary_end"]]
        assert spoken_words(found) == spoken_words(row["text"])


@pytest.fixture(scope="module")
def expected(corpora: Path) -> Any:
    """Return what the corpora say of the five pages."""
    return json.loads((corpora / "seeds" / "expected.json").read_text(encoding="utf-8"))


def test_our_table_is_that_of_the_corpora(expected: Any) -> None:
    for article, ours in zip(expected["articles"], FOUNDING.values(), strict=True):
        theirs = [(q["part"], q["kind"], q["words"]) for q in article["quotes"]]
        assert [(part, kind, words) for part, kind, _, words in ours] == theirs


@pytest.mark.parametrize("database", ["digests", "pages"])
def test_everyone_who_speaks_is_known(database: str, request: pytest.FixtureRequest) -> None:
    connection: sqlite3.Connection = request.getfixturevalue(database)
    unknown = "select name from people where quote_count > 0 and not is_linked"
    assert connection.execute(unknown).fetchall() == []
    unnamed = "select text from quotes where speaker_id is null and kind <> 'indirect'"
    assert connection.execute(unnamed).fetchall() == []


@pytest.mark.parametrize("database", ["digests", "pages"])
def test_a_translation_is_told_from_the_original(
    database: str, request: pytest.FixtureRequest
) -> None:
    connection: sqlite3.Connection = request.getfixturevalue(database)
    rows = connection.execute(
        "select outlet_id, relation from variants join quotes on quotes.id = quote_id"
        " where quotes.utterance_id in (select utterance_id from same_words)"
    )
    assert {tuple(row) for row in rows} == {("the-moscow-times", "exact"), ("voi", "translated")}


DAYS = dict(
    zip(FOUNDING, "2023-07-11 2023-04-20 2023-04-20 2024-12-22 2023-09-28".split(), strict=True)
)
# told as background, or held and not said: no day, or the wider time that the report gives
BACKGROUND = "suggested cited expressing argue claimed believe hoping announced opposed".split()


@pytest.mark.parametrize("database", ["digests", "pages"])
def test_every_quote_has_the_day_it_was_said(database: str, request: pytest.FixtureRequest) -> None:
    connection: sqlite3.Connection = request.getfixturevalue(database)
    rows = connection.execute(
        "select article_id, kind, cue, text, date_said, date_precision from quotes"
        f" where article_id in ({','.join('?' * len(DAYS))})",
        tuple(DAYS),
    ).fetchall()
    false = [row for row in rows if row["date_said"] not in (None, DAYS[row["article_id"]])]
    by_the_day = {(row["cue"], row["date_said"]) for row in false if row["date_precision"] == "day"}
    assert by_the_day == {("accused", "2023-09-27")}  # told as of a day earlier
    undated = {row["text"] for row in rows if row["kind"] != "indirect" and not row["date_said"]}
    assert undated <= {"hot phase"}  # "has previously suggested"
    held = [tuple(row) for row in rows if row["cue"] in BACKGROUND]
    assert held
    assert [row for row in held if row[-1] == "day"] == []


def test_the_same_words_are_tied_and_others_are_not(
    pages: sqlite3.Connection, expected: Any
) -> None:
    articles = list(FOUNDING)

    def utterance(place: Any) -> str | None:
        if place["list"] != "quotes":
            return None  # paraphrases are found by other words than a person would take
        article_id = articles[int(place["article"])]
        words = FOUNDING[article_id][place["index"]]
        row = pages.execute(
            "select utterance_id from quotes where article_id = ? and part = ? and text = ?",
            (article_id, words[0], words[3]),
        ).fetchone()
        return str(row[0])

    for family in expected["utterances"]["same"]:
        assert len({utterance(place) for place in family} - {None}) == 1
    for one, other in expected["utterances"]["never"]:
        found = {utterance(one), utterance(other)}
        assert None in found or len(found) == 2


def test_no_other_words_are_tied(pages: sqlite3.Connection, expected: Any) -> None:
    """Nothing of the five reports is tied but what must be and what may be."""
    articles = list(FOUNDING)
    families = [*expected["utterances"]["same"], *expected["utterances"]["may"]]
    allowed = {
        frozenset((articles[int(place["article"])], _words(expected, place)) for place in family)
        for family in families
    }
    rows = pages.execute(
        "select utterance_id, article_id, text from quotes where utterance_id in"
        " (select id from utterances where quote_count > 1)"
    ).fetchall()
    tied: dict[str, set[tuple[str, str]]] = {}
    for utterance, article, text in rows:
        if article in FOUNDING:
            tied.setdefault(utterance, set()).add((article, text))
    for members in tied.values():
        assert any(members <= family for family in allowed), members


def _words(expected: Any, place: Any) -> str:
    """Return the words of a place of the corpora's list."""
    article = expected["articles"][int(place["article"])]
    return str(article[place["list"]][place["index"]]["words"])
