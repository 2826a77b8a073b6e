from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.db.counts import month_of
from onrecord.db.rows import FEW, MANY
from onrecord.db.schema import Table
from onrecord.db.tables import BUILD_INFO, TABLES
from onrecord.db.values import Row
from onrecord.models import Dataset, DatePrecision, Dating, Post, Span
from tests.db.small import dataset

FILLED = [table for table in TABLES if table is not BUILD_INFO]


@pytest.mark.parametrize("table", FILLED, ids=lambda table: table.name)
def test_rows_have_the_columns_of_their_table(table: Table) -> None:
    found = rows_of(table.name)
    assert found
    for row in found:
        assert row.keys() == {column.name for column in table.columns}


def rows_of(name: str, whole: Dataset | None = None) -> list[Row]:
    whole = whole or dataset()
    if name in FEW:
        return list(FEW[name](whole))
    (table,) = (table for table in TABLES if table.name == name)
    columns = [column.name for column in table.columns]
    return [dict(zip(columns, row, strict=True)) for row in MANY[name](whole)]


def rows(name: str) -> dict[str, Row]:
    return {str(row["id"]): row for row in rows_of(name)}


def test_counts_are_of_what_is_there() -> None:
    assert rows("people")["ada-lind"]["quote_count"] == 6
    assert rows("people")["bo-ek"]["quote_count"] == 2  # one of them jointly
    assert rows("outlets")["evening"]["quote_count"] == 6
    assert rows("events")["norstad-talks"]["quote_count"] == 2
    assert rows("topics")["bridges"]["quote_count"] == 4
    assert rows("topics")["air-defence"]["quote_count"] == 0
    assert rows("rules")["nobody"]["support"] == 1
    assert rows("rules")["weekday"]["support"] == 2


def test_a_page_is_not_published() -> None:
    digest, page = rows("articles").values()
    assert digest["text"] and digest["rights"] == "CC-BY-4.0"
    assert page["text"] is None and page["rights"] is None and page["summary"]


def test_an_openly_licensed_page_is_published() -> None:
    whole = dataset()
    page = whole.articles[1]
    source = replace(page.source, rights="CC-BY-SA-4.0")
    open_page = replace(page, source=source)
    (row,) = rows_of("articles", replace(whole, articles=(open_page,)))
    assert (row["text"], row["rights"]) == (page.text, "CC-BY-SA-4.0")


def test_a_turn_is_named_by_its_first_quote() -> None:
    texts = {row["id"]: row["text"] for row in rows_of("quotes")}
    turns = {row["text"]: texts[row["turn_id"]] for row in rows_of("quotes")}
    assert turns["and we will do it together."] == "We will rebuild every bridge,"
    assert turns["never"] == "never"


def test_a_post_leads_to_where_it_was_posted() -> None:
    whole = dataset()
    said = whole.statements[0]
    span = said.quote.span
    post = Post(
        Span(span.start, span.end + 30), "Ada Lind", "ada", None, "https://x.com/ada/status/1"
    )
    elsewhere = replace(post, span=Span(span.end, span.end + 30), url="https://x.com/bo/status/2")
    article = replace(said.article, posts=(elsewhere, post))
    posted = replace(said, article=article, quote=replace(said.quote, part="post"))
    spoken = replace(said, article=article)
    shown = rows_of("quotes", replace(whole, statements=(posted, spoken)))
    assert [row["post_url"] for row in shown] == ["https://x.com/ada/status/1", None]


def test_a_day_between_two_is_from_the_first_to_the_last() -> None:
    whole = dataset()
    march = Dating("2024-03-01", "2024-03-31", "month", "in March", "month")
    said = replace(whole.statements[0], dating=march)
    (row,) = rows_of("quotes", replace(whole, statements=(said,)))
    assert (row["date_said"], row["date_said_end"]) == ("2024-03-01", "2024-03-31")


def test_a_probability_claims_no_more_than_is_known() -> None:
    assert _written(0.99987) == 0.999
    assert _written(1 / 3) == 0.333


def _written(probability: float) -> object:
    whole = dataset()
    statement = whole.statements[0]
    attribution = replace(statement.quote.attribution, probability=probability)
    said = replace(statement, quote=replace(statement.quote, attribution=attribution))
    (row,) = rows_of("quotes", replace(whole, statements=(said,)))
    return row["probability"]


def test_a_known_report_is_read_refused_or_unread() -> None:
    status = {row["url"]: (row["status"], row["article_id"]) for row in rows_of("sources")}
    assert status == {
        "https://evening.example/1": ("read", "evening-2024-03-05-bridges"),
        "https://herald.example/gone": ("refused", None),
        "https://herald.example/later": ("unread", None),
    }


@pytest.mark.parametrize(("first", "second", "reports"), [(None, None, 2), ("a", "a", 1)])
def test_articles_that_print_one_text_are_one_report(
    first: str | None, second: str | None, reports: int
) -> None:
    whole = dataset()
    evening, herald = whole.articles
    articles = (replace(evening, syndication_id=first), replace(herald, syndication_id=second))
    shared = next(iter(rows_of("utterances", replace(whole, articles=articles))))
    assert (shared["outlet_count"], shared["report_count"]) == (2, reports)


def test_each_spelling_of_a_name_stands_once() -> None:
    forms = [row["form"] for row in rows_of("name_forms") if row["person_id"] == "ada-lind"]
    assert forms == ["Ada Lind", "Ада Лінд", "Ada Linde"]


@pytest.mark.parametrize(
    ("start", "end", "precision", "month"),
    [
        ("2024-03-04", "2024-03-04", "day", "2024-03"),
        ("2024-03-01", "2024-03-31", "month", "2024-03"),
        ("2024-03-30", "2024-04-02", "range", None),
        ("2024-01-01", "2024-12-31", "year", None),
        (None, None, "unknown", None),
    ],
)
def test_month(
    start: str | None, end: str | None, precision: DatePrecision, month: str | None
) -> None:
    assert month_of(Dating(start, end, precision, None, "a-rule")) == month


def test_a_quote_has_the_office_its_speaker_held_that_day() -> None:
    offices = {
        (row["speaker_id"], row["date_said"]): (row["speaker_title"], row["is_title_sure"])
        for row in rows_of("quotes")
    }
    assert {
        title for (speaker, day), title in offices.items() if speaker == "bo-ek" or not day
    } == {(None, None)}
    assert {
        title for (speaker, day), title in offices.items() if speaker == "ada-lind" and day
    } == {("Foreign minister of Norland", 1)}


def test_what_nobody_looked_up_is_unchecked() -> None:
    assert {row["source"] for row in rows_of("positions")} == {"unchecked"}
    assert {row["source"] for row in rows_of("events")} == {"unchecked"}
    assert rows("people")["ada-lind"]["source"] == "unchecked"
    assert rows("people")["cy-holm"]["source"] is None
    forms = {row["form"]: row["source"] for row in rows_of("name_forms")}
    assert (forms["Ada Linde"], forms["Cy Holm"]) == ("unchecked", None)
