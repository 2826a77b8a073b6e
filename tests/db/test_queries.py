from __future__ import annotations

import re
import sqlite3
from dataclasses import fields
from urllib.parse import parse_qsl

import pytest

from onrecord.db.queries import QUERIES, Query
from onrecord.models import Examples

BY_NAME = {query.name: query for query in QUERIES}

# a question, its parameter, a column of the answer, and what stands there
ANSWERS = [
    ("who_said_what_on_a_day", "2024-03-04", "speaker", ["Ada Lind", "Ada Lind"]),
    ("who_said_what_on_a_day", "2024-03-05", "text", []),
    ("who_said_what_on_a_day", "", "date_said", ["2024-03-04", "2024-03-04"]),
    ("one_person_over_time", "Linde", "quote_count", [2]),
    ("one_person_over_time", "bo-ek", "quote_count", []),
    ("one_person_over_time", "", "month", ["2024-03"]),
    ("what_one_person_said", "", "speaker", ["Ada Lind"] * 6),
    ("what_one_person_said", "nobody of that name", "speaker", []),
    ("what_one_person_said", "Лінд", "kind", ["direct"] * 3 + ["indirect", "mixed", "mixed"]),
    ("same_words_in_two_outlets", None, "relation", ["trimmed", "exact", "reworded"]),
    ("who_said_it_first", "EVERY bridge", "outlet", ["The Evening"] * 2),
    ("who_said_it_first", 'every" OR "never', "outlet", []),
    ("who_said_it_first", "", "outlet", []),
    ("quotes_per_month_by_speaker", None, "quote_count", [2]),
    ("most_quoted", None, "quote_count", [6, 2, 1]),
    ("unattributed", None, "text", ["We will not wait,"]),
    ("by_event", "norstad", "event", ["Talks in Norstad"] * 2),
    ("by_event", "", "event", ["Talks in Norstad"] * 2),
    ("quotes_per_event", None, "quote_count", [2]),
    ("by_topic", "bridges", "topic", ["Bridges"] * 4),
    ("by_topic", "air-defence", "topic", []),
    ("by_topic", "", "topic", ["Bridges"] * 4),
    ("by_event", "no such event", "event", []),
    ("topics_over_time", None, "quote_count", [1]),
    ("who_is_quoted_by_which_outlet", None, "quote_count", [4, 1, 2, 1]),
    ("indirect_against_direct", None, "share", [0.67, 0.17, 0.17, 0.67, 0.33]),
]


def ask(connection: sqlite3.Connection, query: Query, value: str | None) -> list[sqlite3.Row]:
    connection.row_factory = sqlite3.Row
    return connection.execute(query.sql, dict.fromkeys(query.params, value)).fetchall()


@pytest.mark.parametrize(("name", "value", "column", "answer"), ANSWERS)
def test_a_question_is_answered(
    connection: sqlite3.Connection, name: str, value: str | None, column: str, answer: list[object]
) -> None:
    found = [row[column] for row in ask(connection, BY_NAME[name], value)]
    assert sorted(found, key=str) == sorted(answer, key=str)


def test_every_question_is_asked_above() -> None:
    assert {name for name, *_ in ANSWERS} == set(BY_NAME)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_parameters_are_those_of_the_sql(query: Query) -> None:
    assert set(re.findall(r":(\w+)", query.sql)) == set(query.params)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_chart_draws_columns_of_the_answer(connection: sqlite3.Connection, query: Query) -> None:
    if query.chart is None:
        assert "g.mark" not in query.description_html({})
        return
    cursor = connection.execute(query.sql, dict.fromkeys(query.params, ""))
    columns = {column[0] for column in cursor.description}
    settings = dict(parse_qsl(query.chart.fragment()))
    assert {settings[key] for key in settings if key.endswith("_column")} <= columns
    assert settings["g.x_type"] == "ordinal" and settings["g.y_type"] == "quantitative"
    assert query.chart.fragment().replace("&", "&amp;") in query.description_html({})


def test_a_description_is_safe_html() -> None:
    query = Query("q", "Who?", "Fewer < more & “so”.", "select 1", "Words", params=("a",))
    assert query.description_html({"a": "x&y <z>", "b": "z"}) == (
        'Fewer &lt; more &amp; “so”. <a href="q?a=x%26y+%3Cz%3E">Example: x&amp;y &lt;z&gt;.</a>'
    )


def test_a_question_without_an_example_has_no_link_to_one() -> None:
    query = Query("q", "Who?", "Whoever.", "select :a", "Words", params=("a",))
    assert query.description_html({"a": None}) == "Whoever."


def test_a_dataset_may_give_an_example_for_each_parameter() -> None:
    names = {name for query in QUERIES for name in query.params}
    assert names == {field.name for field in fields(Examples)}
