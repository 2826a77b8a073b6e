"""What the pages of a database of many quotes cost, ours and those of stock Datasette.

Both serve the same file at the same time, each in a process of its own, so that their ratio holds
on a busy machine. Stock: no plugin, no metadata, its own settings.
"""

from __future__ import annotations

import os
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import httpx

FOUR = "_facet=speaker_id&_facet=kind&_facet=outlet_id&_facet=month"
WARM = 9  # timed visits of a page, after one that is not
SLOW = 1.0  # seconds; a page that takes longer is visited three times


@dataclass(frozen=True, slots=True)
class Page:
    """A page of ours, and stock Datasette's that shows the same; None where it has none."""

    name: str
    ours: str
    stock: str | None = None


@dataclass(frozen=True, slots=True)
class PageCost:
    """Milliseconds of warm visits: the median and the least, ours and stock's."""

    name: str
    ours: float
    ours_least: float
    stock: float | None
    stock_least: float | None
    facets: str  # that are shown, of those asked for, ours; empty where none is
    stock_facets: str

    @property
    def ratio(self) -> float | None:
        """Return how many times longer stock Datasette takes."""
        return None if self.stock is None else self.stock / self.ours


@dataclass(frozen=True, slots=True)
class Server:
    """A running Datasette."""

    address: str
    pid: int


def measure_pages(folder: Path) -> list[PageCost]:
    """Return what each kind of page costs, of the database built in `folder`."""
    database = folder / "onrecord.db"
    stock = ("-i", str(database), "--setting", "allow_download", "off")
    with serve(str(folder)) as ours, serve(*stock, plugins="") as theirs:
        return [_cost(page, ours.address, theirs.address) for page in pages(database)]


@contextmanager
def serve(*arguments: str, plugins: str | None = None) -> Iterator[Server]:
    """Serve by Datasette with these arguments, and only these plugins where they are given."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("datasette")), *arguments, "-p", str(port)]
    environment = {k: v for k, v in os.environ.items() if k != "DATASETTE_LOAD_PLUGINS"}
    if plugins is not None:
        environment["DATASETTE_LOAD_PLUGINS"] = plugins
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as process:
        try:
            _await(f"http://127.0.0.1:{port}", process)
            yield Server(f"http://127.0.0.1:{port}", process.pid)
        finally:
            process.terminate()


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            httpx.get(f"{address}/-/versions.json", timeout=30)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"Datasette does not answer at {address}")


def pages(database: Path) -> list[Page]:
    """Return the pages to visit: those of the biggest speaker, outlet, topic and utterance."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        most = {
            table: connection.execute(
                f"select id from {table} order by quote_count desc, id limit 1"
            ).fetchone()[0]
            for table in ("people", "outlets", "topics", "utterances")
        }
        quote = connection.execute(
            "select id from quotes where utterance_id = ? limit 1", (most["utterances"],)
        ).fetchone()[0]
        words = _words(connection)
    rows = {"person": "people", "outlet": "outlets", "topic": "topics", "utterance": "utterances"}
    table = "/onrecord/quotes"
    person = f"speaker_id={most['people']}"
    return [
        Page("home", "/", "/"),
        _same("table", table),
        _same("table, four facets", f"{table}?{FOUR}"),
        _same("filtered by speaker, four facets", f"{table}?{person}&{FOUR}"),
        _same("filtered by kind, four facets", f"{table}?kind=indirect&{FOUR}"),
        _same("two filters, four facets", f"{table}?{person}&kind=direct&{FOUR}"),
        *(Page(f"search, {name}", f"/search?q={q}", _searched(q)) for name, q in words.items()),
        _same("quote", f"{table}/{quote}"),
        *(_same(name, f"/onrecord/{table}/{most[table]}") for name, table in rows.items()),
        _same("JSON, a page", f"{table}.json?{person}&_nofacet=1"),
        _same("CSV, a page", f"{table}.csv?{person}&_size=100"),
    ]


def _same(name: str, path: str) -> Page:
    return Page(name, path, path)


def _searched(words: str) -> str:
    # the index reads a view, by which stock Datasette does not find it: it is told
    return f"/onrecord/quotes?_search={words}&_fts_table=quotes_fts&_fts_pk=rowid"


def _words(connection: sqlite3.Connection) -> dict[str, str]:
    """Return what is searched: a word of few quotes, the commonest word, two words in marks."""
    connection.execute(
        "create virtual table temp.terms using fts5vocab('main', 'quotes_fts', 'row')"
    )
    ranked = "select term from temp.terms where length(term) > 2 and doc >= ? order by doc"
    (rare,) = connection.execute(f"{ranked} limit 1", (5,)).fetchone()
    (common,) = connection.execute(f"{ranked} desc limit 1", (5,)).fetchone()
    (text,) = connection.execute("select text from quotes where word_count > 9").fetchone()
    return {"rare word": rare, "common word": common, "phrase": f'"{" ".join(text.split()[:2])}"'}


def _cost(page: Page, ours: str, stock: str) -> PageCost:
    our_times = _visit(ours + page.ours, must_answer=True)
    their_times = _visit(stock + page.stock) if page.stock else []
    return PageCost(
        name=page.name,
        ours=1000 * median(our_times),
        ours_least=1000 * min(our_times),
        stock=1000 * median(their_times) if their_times else None,
        stock_least=1000 * min(their_times, default=0) or None,
        facets=_facets(ours, page.ours),
        stock_facets=_facets(stock, page.stock or ""),
    )


def _visit(address: str, *, must_answer: bool = False) -> list[float]:
    """Return the seconds of each warm visit.

    Stock Datasette answers with an error where its second for a query is not enough: that took so
    long, too, and no facet is shown.
    """
    with httpx.Client(timeout=60) as client:
        first = _timed(client, address, must_answer)
        return [_timed(client, address, must_answer) for _ in range(WARM if first < SLOW else 3)]


def _timed(client: httpx.Client, address: str, must_answer: bool) -> float:
    start = time.perf_counter()
    answer = client.get(address)
    if must_answer:
        answer.raise_for_status()
    return time.perf_counter() - start


def _facets(address: str, path: str) -> str:
    """Return how many facets are shown of those asked for, as `4/4`."""
    if "_facet=" not in path:
        return ""
    answer = httpx.get(address + path.replace("/quotes?", "/quotes.json?"), timeout=60).json()
    asked = [argument.partition("=")[2] for argument in FOUR.split("&")]
    return f"{sum(name in answer.get('facet_results', ()) for name in asked)}/{len(asked)}"
