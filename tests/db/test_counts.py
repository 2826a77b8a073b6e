from __future__ import annotations

import sqlite3

from onrecord.bench.synthetic import synthetic_dataset
from onrecord.db.counts import count_pairs, count_together
from onrecord.db.tables.counts import COUNTED, LEAST, MANY_VALUED

# a quote has one row here for each of its values in a column
VALUES = (
    " union all ".join(
        f"select id, '{name}' as name, {name} as value from quotes where {name} is not null"
        for name in COUNTED
        if name != "topics"
    )
    + " union all select quote_id, 'topics', topic_id from quote_topics"
)


def test_the_counts_are_those_of_the_quotes(many: sqlite3.Connection) -> None:
    many.execute(f"create temp table v as {VALUES}")
    many.execute("create index temp.v_id on v (id)")
    several = ", ".join(f"'{name}'" for name in MANY_VALUED)
    counted = many.execute(
        f"""
        with often as (
          select name, value from v group by 1, 2
          having count(*) >= {LEAST} or name not in ({several})
        )
        select '', '', name, value, count(*) from v group by 3, 4
        union all
        select often.name, often.value, other.name, other.value, count(distinct other.id)
        from often join v on v.name = often.name and v.value = often.value
          join v other on other.id = v.id
        group by 1, 2, 3, 4"""
    )
    stored = many.execute("select * from quote_counts").fetchall()
    assert len(stored) > 1000
    assert {row[2] for row in stored} == set(COUNTED)
    assert set(stored) == set(counted)


def test_speakers_of_the_same_articles_are_told(many: sqlite3.Connection) -> None:
    counted = many.execute(
        """
        select one.speaker_id, other.speaker_id, count(distinct one.article_id)
        from quotes one join quotes other on other.article_id = one.article_id
        where one.speaker_id <> other.speaker_id group by 1, 2"""
    )
    stored = many.execute("select * from quoted_together").fetchall()
    assert len(stored) > 1000
    assert set(stored) == set(counted)


def test_of_nothing_nothing_is_counted() -> None:
    nothing = synthetic_dataset(0)
    assert not list(count_pairs(nothing))
    assert not list(count_together(nothing))


def test_rows_are_in_the_order_of_publication(many: sqlite3.Connection) -> None:
    published = many.execute(
        "select published from quotes join articles on articles.id = article_id"
        " order by quotes.rowid"
    ).fetchall()
    assert published == sorted(published)
