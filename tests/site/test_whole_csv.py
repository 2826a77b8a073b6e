"""A CSV is whole, or is refused with the way to the file that is; it is never cut unnoticed."""

from __future__ import annotations

import asyncio
import csv
import io
import sqlite3

import pytest
from datasette.app import Datasette

from onrecord.site import whole_csv
from onrecord.site.whole_csv import CutShortError, _Lines
from tests.site.conftest import Get


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def count(database: sqlite3.Connection, sql: str) -> int:
    (found,) = database.execute(f"select count(*) from {sql}").fetchone()
    return int(found)


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("name_forms.csv", "name_forms"),
        ("name_forms.csv?_stream=on", "name_forms"),
        ("name_forms.csv?script=Latn", "name_forms where script = 'Latn'"),
        ("name_forms.csv?_stream=1&_sort=form&_dl=on", "name_forms"),
        ("quotes.csv?kind=direct&_labels=on", "quotes where kind = 'direct'"),
        ("quotes.csv?kind__in=direct,mixed", "quotes where kind in ('direct', 'mixed')"),
        ("said.csv", "said"),
        ("refusals.csv", "refusals"),
    ],
)
def test_a_table_is_whole(get: Get, database: sqlite3.Connection, path: str, wanted: str) -> None:
    answer = get(f"/onrecord/{path}")
    assert answer.status_code == 200
    assert len(rows(answer.text)) == 1 + count(database, wanted)


def test_there_are_tables_of_more_than_one_page(database: sqlite3.Connection) -> None:
    assert count(database, "name_forms") > 2000


def test_the_head_can_be_left_out(get: Get, database: sqlite3.Connection) -> None:
    answer = get("/onrecord/name_forms.csv?_stream=on&_header=off")
    assert len(rows(answer.text)) == count(database, "name_forms")


def test_one_page_is_sent_to_whom_asks_for_it(get: Get) -> None:
    assert len(rows(get("/onrecord/name_forms.csv?_size=10").text)) == 11


@pytest.mark.parametrize("table", ["said", "quotes"])
def test_what_is_too_long_is_refused_with_the_way_to_the_file(
    get: Get, database: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    there = count(database, table)
    monkeypatch.setitem(whole_csv.MOST, table, there - 1)
    answer = get(f"/onrecord/{table}.csv?_stream=on")
    assert answer.status_code == 400
    assert f"{there:,} rows" in answer.text
    assert f"/downloads/csv/{table}.csv" in answer.text
    assert len(rows(get(f"/downloads/csv/{table}.csv").text)) == 1 + there
    # fewer of them can be had still
    assert get(f"/onrecord/{table}.csv?_stream=on&kind=direct").status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/onrecord.csv?sql=select+form+from+name_forms", 400),
        ("/onrecord.csv?sql=select+form+from+name_forms+limit+1000", 200),
        ("/onrecord.csv?sql=select+form+from+name_forms&_stream=on", 400),
        ("/onrecord/same_words_in_two_outlets.csv", 200),
        ("/onrecord/no_such_table.csv", 404),
        ("/onrecord.csv?sql=select+nothing", 400),
    ],
)
def test_an_answer_to_sql_is_whole_or_refused(get: Get, path: str, status: int) -> None:
    assert get(path).status_code == status


# of Datasette's, where one part of a page fails and the others were not begun
@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning")
@pytest.mark.parametrize("path", ["name_forms.csv", "same_words_in_two_outlets.csv"])
def test_what_fails_within_is_a_failure(
    get: Get, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    async def execute(*_: object, **__: object) -> None:
        raise RuntimeError("it broke")

    monkeypatch.setattr(Datasette, "execute", execute)
    answer = get(f"/onrecord/{path}")
    assert answer.status_code == 500
    assert "it broke" in answer.text


def send(lines: list[bytes], expected: int) -> list[bytes]:
    """Return what reaches a client of so many lines, of which so many are expected."""
    sent: list[bytes] = []

    async def client(message: dict[str, object]) -> None:
        body = message.get("body", b"")
        assert isinstance(body, bytes)
        sent.append(body)

    async def stream() -> None:
        counted = _Lines(client, expected)  # type: ignore[arg-type]
        await counted({"type": "http.response.start"})
        for line in lines:
            await counted({"type": "http.response.body", "body": line, "more_body": True})
        await counted({"type": "http.response.body", "body": b"", "more_body": False})

    asyncio.run(stream())
    return sent


def test_a_stream_that_is_whole_passes() -> None:
    assert b"".join(send([b"a,b\r\n", b'1,"x\ny"\r\n'], 2)) == b'a,b\r\n1,"x\ny"\r\n'


@pytest.mark.parametrize(
    "lines", [[b"a\r\n"], [b"a\r\n", b"interrupted"], [b"a\r\n", b"1\r\n", b"2\r\n"]]
)
def test_a_stream_that_ends_early_breaks_off(lines: list[bytes]) -> None:
    """Datasette writes an error into the file and closes it; here it stays open and breaks."""
    with pytest.raises(CutShortError):
        send(lines, 2)
