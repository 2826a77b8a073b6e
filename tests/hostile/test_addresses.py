"""No address, parameter, method or header makes the site fail."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.site.routes import ROUTES
from tests.hostile.visitor import Answer, Visitor

# of Datasette's, where one part of a page fails and the others were not begun
pytestmark = pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning")

VALUES = [
    "", "0", "-1", "1", "99999999999999999999", "1e309", "NaN", "0x10", "٣", "²", "null", "true",
    "[]", "[1]", '["a"', "{}", '{"a":1}', "%", "%00", "\0", "\n", "\r\nX: y", "'", '"', "';--",
    "') or 1=1--", "1 union select 1", "*", '"*"', "NEAR(", "a AND", "^", "-a", "(",
    "../../etc/passwd", "..%2f..", "/", "//evil.example", "http://[", "\\", "<script>", "{{7*7}}",
    "${x}", "🚢", "e\u0301", "\u202e", "\ufeff", "a" * 5_000, "id", "rowid", "text", "nosuch",
    "speaker_id", "_", "~", "~7E", "a,b", ",", "quotes", "jens-stoltenberg", "2023-04-20",
    "2023-13-45", "9999999", "on", "off", "raw", "array", "objects",
]  # fmt: skip
NAMES = [
    "_size", "_next", "_sort", "_sort_desc", "_facet", "_facet_array", "_facet_date",
    "_facet_size", "_nofacet", "_nocount", "_nosuggest", "_search", "_search_text", "_searchmode",
    "_where", "_through", "_col", "_nocol", "_shape", "_json", "_json_infinity", "_nl", "_labels",
    "_label", "_stream", "_header", "_dl", "_trace", "_ttl", "_timelimit", "_extra", "_group",
    "_filter_column", "_filter_op", "_filter_value", "_bom", "_save", "_cookie", "sql", "p0",
    "name", "q", "start", "speaker", "outlet", "kind", "year", "prefix", "cursor", "queries",
    "callback", "id", "id__exact", "text__contains", "text__glob", "text__like", "id__in",
    "id__notin", "speaker_id__arraycontains", "date_said__gte", "date_said__date",
    "word_count__gt", "kind__isblank", "a__nosuch", "id__exact__not", "onrecord",
]  # fmt: skip
TABLES = [
    "quotes", "people", "articles", "outlets", "utterances", "events", "topics", "said",
    "quotes_fts", "quotes_by_month", "same_words", "needs_review", "most_quoted", "sqlite_master",
    "name_forms", "quote_topics", "variants", "corrections", "refusals", "build_info", "nosuch",
]  # fmt: skip
OWN = [
    "/", "/search", "/feed.atom", "/feed/{}.atom", "/cite/{}.bib", "/cite/{}.json",
    "/card/{}.png", "/downloads", "/downloads/{}", "/docs", "/docs/{}", "/reconcile/people",
    "/reconcile/people/suggest/entity", "/robots.txt", "/sitemap.xml", "/sitemap-{}-1.xml",
    "/sitemap-quotes-{}.xml", "/llms.txt", "/{}", "/onrecord", "/onrecord.json", "/onrecord.csv",
    "/onrecord/{}", "/onrecord/quotes/{}", "/onrecord/people/{}.json", "/-/{}", "/-/static/{}",
    "/-/static-plugins/{}", "/-/static-plugins/onrecord/{}", "/-/dashboards", "/-/dashboards/{}",
    "/-/dashboards/{}/{}", "/onrecord/quotes/{}/{}", "/onrecord.db", "/-/metadata.json",
    "/-/onrecord/{}", "//localhost/{}", "/favicon.ico", "/-/actor.json", "/-/permissions",
    "/-/versions.json",
]  # fmt: skip
ENDS = ["", ".json", ".csv", ".html", ".jsono", ".nosuch", "/", ".atom", ".json/"]
METHODS = ["GET", "GET", "GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "get", "X"]
HEADERS = [
    ("range", "bytes=5-1"), ("range", "bytes=-99999999999999999999"), ("range", "bytes=0-0,2-3"),
    ("range", "bytes=0-" + "9" * 400), ("if-none-match", '"'), ("if-modified-since", "yesterday"),
    ("accept-encoding", "gzip;q=x"), ("content-length", "x"),
    ("content-length", "99999999999999"), ("content-type", "application/x-www-form-urlencoded"),
    ("content-type", "multipart/form-data"), ("content-type", "application/json"),
    ("cookie", "ds_actor=x; ds_csrftoken=\x7f; ds_messages=a"),
    ("authorization", "Bearer dstok_x"), ("host", "evil.example:x"),
    ("x-forwarded-proto", "javascript"), ("origin", "null"), ("accept", "*/*;q="),
    ("accept-language", "\xff"),
]  # fmt: skip
# what only a programmer should see
INSIDE = re.compile(rb"Traceback \(most recent|File \"/|sqlite3\.\w+Error|site-packages")

values = st.sampled_from(VALUES) | st.text(max_size=12)
written = values.map(lambda value: quote(value, safe="", errors="replace")) | st.sampled_from(
    ["%", "%zz", "%ff%fe", "%c0%af", "%2e%2e%2f", "..", "%252e", "é", "~00", "~"]
)


@st.composite
def targets(draw: st.DrawFn, ids: list[str]) -> str:
    """Return the address of some page, with its id and parameters made up."""
    some = st.sampled_from(ids) | written
    table = st.sampled_from(TABLES).map("/onrecord/{}".format)
    path = draw(st.sampled_from(OWN) | table | table.map("{}/{{}}".format))
    path = path.replace("{}", draw(some), 1).replace("{}", draw(some)) + draw(st.sampled_from(ENDS))
    pairs = draw(st.lists(st.tuples(st.sampled_from(NAMES), written), max_size=4))
    return path + "?" * bool(pairs) + "&".join(f"{name}={value}" for name, value in pairs)


@pytest.fixture(scope="module")
def visitor(built: Path) -> Iterator[Visitor]:
    with asyncio.Runner() as runner:
        yield Visitor(built, runner)


@pytest.fixture(scope="module")
def ids(built: Path) -> list[str]:
    """Return an id of each table that has a page for each row."""
    tables = ("quotes", "people", "articles", "outlets", "utterances", "events", "topics")
    connection = sqlite3.connect(built / "onrecord.db")
    found = [connection.execute(f"select id from {table} limit 1").fetchone() for table in tables]
    connection.close()
    return [row[0] for row in found]


def check(answer: Answer) -> None:
    assert answer.status < 500, answer.body[:2_000]
    assert not INSIDE.search(answer.body)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert not re.match(r"(?:\w+:)?//(?!127\.0\.0\.1)", answer.headers.get("location", ""))
    assert answer.seconds < 5


often = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def test_every_route_of_ours_is_walked() -> None:
    """A new route without an address here would never be asked."""
    for pattern, _ in ROUTES:
        tried = (path.replace("{}", word) for path in OWN for word in ("abc", "1", "a.css"))
        assert any(re.search(f"^{pattern}", path) for path in tried), pattern


def test_no_address_makes_the_site_fail(visitor: Visitor, ids: list[str]) -> None:
    @often
    @given(targets(ids))
    def walk(target: str) -> None:
        check(visitor.ask(target))

    walk()


def test_no_method_or_header_makes_the_site_fail(visitor: Visitor, ids: list[str]) -> None:
    @often
    @given(
        targets(ids),
        st.sampled_from(METHODS),
        st.lists(st.sampled_from(HEADERS), max_size=3).map(tuple),
        st.binary(max_size=20) | written.map(lambda value: f"queries={value}".encode()),
    )
    def walk(target: str, method: str, headers: tuple[tuple[str, str], ...], body: bytes) -> None:
        check(visitor.ask(target, method, headers, body))

    walk()


def test_a_csv_is_no_page_for_programmers(visitor: Visitor) -> None:
    answer = visitor.ask("/onrecord/quotes.csv?_trace=1")
    check(answer)
    assert answer.body.startswith(b"id,")


QUERIES = [
    "[" * 100_000, '{"q0": {"query": "\\ud800"}}', '{"q0": {"query": "a\\u0000b"}}', '{"q0": 1}',
    '{"q0": {"query": "Lee", "limit": 1e400}}', '{"q0": {"query": "Lee", "type": [[]]}}', "{",
    "\0", '{"q0": {"query": "\\"* OR"}}', '{"q0": {"query": "' + "a " * 4_000 + '"}}',
    '{"\\ud800": {"query": "a"}}',
]  # fmt: skip


@pytest.mark.parametrize("queries", QUERIES)
def test_no_query_of_names_makes_the_site_fail(visitor: Visitor, queries: str) -> None:
    sent = f"queries={quote_plus(queries)}".encode()
    form = (("content-type", "application/x-www-form-urlencoded"),)
    check(visitor.ask("/reconcile/people", "POST", form, sent))


SQL = [
    "select hex(zeroblob(300000000))",
    "with recursive a(n) as (select 1 union all select n+1 from a) " "select n from a",
    "select randomblob(1e9)", "pragma page_size", "attach 'x' as y", "select 1; select 2",
    "select '" + "a" * 20_000 + "'", "select " + "(" * 2_000, "select " + "a." * 500 + "b", "\0",
    "explain select 1", "select load_extension('x')", "select :p0, :p1",
    "select * from quotes, quotes, quotes, quotes", "select printf('%*d', 1000000000, 1)",
    "select fts5(1)", "delete from quotes", "vacuum", "select 1e999 as i",
    "select x'ff' as b, null as n", "select json('{')",
    "select * from quotes where text match 'a'",
]  # fmt: skip


@pytest.mark.parametrize("sql", SQL)
@pytest.mark.parametrize("form", ["", ".json", ".csv"])
def test_no_sql_makes_the_site_fail(visitor: Visitor, sql: str, form: str) -> None:
    check(visitor.ask(f"/onrecord{form}?sql={quote_plus(sql)}"))
