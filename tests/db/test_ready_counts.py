"""What ready questions and charts read from counts is what counting the quotes would give."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping

import pytest

from onrecord.db.dashboards import CHARTS, Chart
from onrecord.db.queries import QUERIES

SQL = {query.name: query.sql for query in QUERIES}

COUNTED = {
    "quotes_per_month_by_speaker": """
        select month, name, count(*), people.id from quotes join people on people.id = speaker_id
        where speaker_id in (select id from people order by quote_count desc, id limit 10)
          and month is not null group by 1, 2""",
    "topics_over_time": """
        select month, name, count(*), topics.id from quotes
          join quote_topics on quote_id = quotes.id join topics on topics.id = topic_id
        where month is not null group by 1, 4""",
    "who_is_quoted_by_which_outlet": """
        select outlets.name, people.name, count(*) as quotes, outlet_id, speaker_id
        from quotes join outlets on outlets.id = outlet_id join people on people.id = speaker_id
        group by 4, 5 order by quotes desc, 4, 5 limit 1000""",
    "indirect_against_direct": """
        select outlets.name, kind, count(*), round(1.0 * count(*) / quote_count, 2), outlet_id
        from quotes join outlets on outlets.id = outlet_id group by 5, 2""",
    "most_quoted": """
        select name, kind, quote_count, outlets, first, last, id
        from (
          select person_id, count(distinct outlet_id) as outlets, min(date_said) as first,
            max(date_said) as last
          from quote_speakers join quotes on quotes.id = quote_id group by 1
        ) join people on people.id = person_id
        order by quote_count desc, name limit 50""",
}

# narrows nothing, but is a choice: then the quotes are counted
ALL_YEARS = {"since": "0"}


@pytest.mark.parametrize("question", COUNTED)
def test_a_ready_answer_is_the_counted_one(many: sqlite3.Connection, question: str) -> None:
    answer = many.execute(SQL[question]).fetchall()
    assert answer
    assert sorted(answer) == sorted(many.execute(COUNTED[question]))


def test_joint_statements_count_for_each_of_the_most_quoted(connection: sqlite3.Connection) -> None:
    answer = connection.execute(SQL["most_quoted"]).fetchall()
    assert answer == connection.execute(COUNTED["most_quoted"]).fetchall()
    assert connection.execute("select 1 from quote_speakers where named > 1").fetchall()


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
def test_a_chart_of_everything_is_the_counted_one(many: sqlite3.Connection, chart: Chart) -> None:
    ready = many.execute(chosen(chart.query, {})).fetchall()
    assert ready
    assert ready == many.execute(chosen(chart.query, ALL_YEARS), ALL_YEARS).fetchall()


def test_a_choice_narrows_every_chart(many: sqlite3.Connection) -> None:
    for chart in CHARTS:
        everything = many.execute(chosen(chart.query, {})).fetchall()
        choice = {"kind": "direct", "until": "2020"}
        narrowed = many.execute(chosen(chart.query, choice), choice).fetchall()
        assert 0 < sum(row[-1] for row in narrowed) < sum(row[-1] for row in everything)


def chosen(query: str, choice: Mapping[str, str]) -> str:
    """Return the query as a dashboard asks it: a part in [[ ]] only where its choice was made."""

    def part(found: re.Match[str]) -> str:
        named = re.search(r":(\w+)", found[1])
        return found[1] if named and named[1] in choice else ""

    return re.sub(r"\[\[(.*?)\]\]", part, query)
