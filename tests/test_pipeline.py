from __future__ import annotations

import hashlib
import json
import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.curated import CuratedError
from onrecord.db.write import write_database
from onrecord.errors import BuildError
from onrecord.models import Article, Dataset, Refusal
from onrecord.pipeline import build_dataset

OUTLETS = """\
- {id: evening, name: The Evening, url: https://evening.example}
- {id: herald, name: Herald, url: https://herald.example}
"""
PEOPLE = """\
- {id: ada-lind, name: Ada Lind}
- {id: bo-ek, name: Bo Ek}
"""
EVENING = """\
---
url: https://evening.example/2024/03/05/bridges
outlet: evening
headline: Lind promises bridges
published: '2024-03-05'
---
Foreign minister Ada Lind spoke to reporters in Norstad after a meeting with her colleagues.

“We will rebuild every bridge in the country before winter comes,” Ada Lind said on Monday.

“The ferries will run again in May,” said Cy Holm, who runs the harbour.
"""
HERALD = """\
---
url: https://herald.example/bridges
outlet: herald
headline: Bridges, says Lind
published: '2024-03-06'
---
The minister was on her way home when she met us.

“We will rebuild every bridge in the country before winter comes,” Ada Lind said on Monday.
"""
PAGE = """\
Lind promises bridges

The foreign minister of Norland, Ada Lind, came out to the reporters who had waited in the rain.

“We will rebuild every bridge in the country before winter comes,” Ada Lind said on Monday.

Behind her stood the head of the harbour, Cy Holm, who had been asked about the boats.

“The ferries will run again in May,” said Cy Holm, who runs the harbour.

“We will rebuild every bridge in the country before winter comes,” Ada Lind said on Monday.
"""
EVENING_ID = "evening-2024-03-05-bridges"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder of two digests."""
    folder = tmp_path / "data"
    (folder / "articles").mkdir(parents=True)
    (folder / "outlets.yml").write_text(OUTLETS)
    (folder / "people.yml").write_text(PEOPLE)
    (folder / "articles" / f"{EVENING_ID}.md").write_text(EVENING)
    (folder / "articles" / "herald-2024-03-06-bridges.md").write_text(HERALD)
    return folder


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Return a folder with the page of the first digest, one sentence of it printed twice."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "one.txt").write_text(PAGE)
    (folder / "one.json").write_text('{"url": "https://evening.example/2024/03/05/bridges"}')
    return folder


def said(dataset: Dataset, article_id: str) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (statement.quote.text, statement.speaker_ids)
        for statement in dataset.statements
        if statement.article.id == article_id and statement.quote.kind == "direct"
    ]


BRIDGES = ("We will rebuild every bridge in the country before winter comes,", ("ada-lind",))
FERRIES = ("The ferries will run again in May,", ("cy-holm",))


def test_digests_become_a_dataset(data: Path) -> None:
    dataset = build_dataset(data)
    assert said(dataset, EVENING_ID) == [BRIDGES, FERRIES]
    assert [person.id for person in dataset.people] == ["ada-lind", "bo-ek", "cy-holm"]
    assert [person.is_linked for person in dataset.people] == [True, True, False]


def test_two_reports_of_one_statement_are_one_utterance(data: Path) -> None:
    dataset = build_dataset(data)
    ids = [s.id for s in dataset.statements if s.quote.text == BRIDGES[0]]
    (shared,) = [u for u in dataset.utterances if len(u.variants) == 2]
    assert {variant.quote_id for variant in shared.variants} == set(ids)
    assert shared.id == ids[0]  # the earlier report's
    assert shared.dating.start == "2024-03-04"


def test_a_page_is_read_in_place_of_its_digest(data: Path, pages: Path) -> None:
    dataset = build_dataset(data, [pages])
    page = next(article for article in dataset.articles if article.id == EVENING_ID)
    assert page.source.basis == "capture"
    assert page.summary and page.summary.startswith("Foreign minister")
    assert said(dataset, EVENING_ID) == [BRIDGES, FERRIES]  # the repeat counts once
    for statement in dataset.statements:
        if statement.article is page and statement.quote.kind == "direct":
            place = statement.summary_span
            assert place and page.summary[place.start : place.end] == statement.quote.text


def test_ids_stay_when_the_page_is_read(data: Path, pages: Path) -> None:
    digest = {s.id for s in build_dataset(data).statements if s.quote.kind == "direct"}
    page = {s.id for s in build_dataset(data, [pages]).statements if s.quote.kind == "direct"}
    assert digest == page


def test_a_page_that_disagrees_with_its_digest_stops_the_build(data: Path, pages: Path) -> None:
    page = pages / "one.txt"
    page.write_text(page.read_text().replace("before winter comes", "before spring comes"))
    with pytest.raises(BuildError) as caught:
        build_dataset(data, [pages])
    assert caught.value.problems == (
        f"{EVENING_ID}, body, “{BRIDGES[0].replace('winter', 'spring')}” (ada-lind):"
        " the digest lacks it",
        f"{EVENING_ID}, body, “{BRIDGES[0]}” (ada-lind): only the digest has it",
    )


def test_the_later_folder_counts(data: Path, pages: Path, tmp_path: Path) -> None:
    later = tmp_path / "later"
    pages.rename(later)
    pages.mkdir()
    for name in ("one.txt", "one.json"):
        (pages / name).write_bytes((later / name).read_bytes())
    (later / "one.txt").write_text(PAGE + "\nThat was all there was to be heard on the day.\n")
    newest = hashlib.sha256((later / "one.txt").read_bytes()).hexdigest()
    read = build_dataset(data, [pages, later]).articles[0]
    assert (read.id, read.source.capture_sha256) == (EVENING_ID, newest)


def test_the_newest_capture_counts_in_whatever_folder(
    data: Path, pages: Path, tmp_path: Path
) -> None:
    url = "https://evening.example/2024/03/05/bridges"
    older = tmp_path / "older"
    older.mkdir()
    (older / "one.txt").write_text(PAGE + "\nThat was all there was to be heard on the day.\n")
    for folder, day in ((pages, "2024-03-07"), (older, "2024-03-06")):
        (folder / "one.json").write_text(json.dumps({"url": url, "retrieved_at": day}))
    newest = hashlib.sha256((pages / "one.txt").read_bytes()).hexdigest()
    (read, _) = build_dataset(data, [pages, older]).articles
    assert (read.id, read.source.capture_sha256) == (EVENING_ID, newest)


NEWS = """\
The bridge at Norstad was closed to lorries again on Tuesday after the divers found a third crack
below the waterline, and the ferry company hired two more boats for the evening crossing.

“We will rebuild every bridge in the country before winter comes,” Ada Lind said on Monday.

Nobody at the harbour office could say how long the repairs would take or who would pay for them,
though the council has asked for a loan and the builders want to see the money before they begin.
"""


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    """Return a folder with an agency's text in two outlets, in one of them at two addresses."""
    folder = tmp_path / "printed"
    folder.mkdir()
    texts = {
        "https://morning.example/2024/03/05/a-third-crack": NEWS,
        "https://morning.example/print/2024/03/05/a-third-crack": NEWS,
        "https://coast.example/2024/03/04/bridge-is-closed": "Third crack\n\n"
        + NEWS
        + "\nMore to come.\n",
    }
    for number, (url, text) in enumerate(texts.items()):
        (folder / f"{number}.txt").write_text(text)
        (folder / f"{number}.json").write_text(json.dumps({"url": url}))
    return folder


def test_agency_copy_is_one_report_and_a_print_view_none(data: Path, printed: Path) -> None:
    dataset = build_dataset(data, [printed])
    coast = "coast-example-2024-03-04-bridge-is-closed"
    morning = "morning-example-2024-03-05-a-third-crack"
    assert {a.id: a.syndication_id for a in dataset.articles} == {
        coast: coast,
        morning: coast,
        EVENING_ID: None,
        "herald-2024-03-06-bridges": None,
    }
    assert dataset.refusals == (
        Refusal(
            "https://morning.example/print/2024/03/05/a-third-crack",
            "near-duplicate",
            "prints the same text as https://morning.example/2024/03/05/a-third-crack, which is "
            + morning,
        ),
    )


def test_outlets_and_independent_reports_are_counted(data: Path, printed: Path) -> None:
    path = printed.parent / "onrecord.db"
    write_database(build_dataset(data, [printed]), path)
    with closing(sqlite3.connect(path)) as connection:
        counts = "select outlet_count, report_count from {} where outlet_count > 1"
        for table in ("utterances", "same_words"):
            assert connection.execute(counts.format(table)).fetchall() == [(4, 3)]


def test_what_cannot_be_read_is_told(data: Path, pages: Path) -> None:
    (data / "articles" / "broken.md").write_text("---\nurl: [\n---\nText.\n")
    (pages / "empty.txt").write_text("")
    dataset = build_dataset(data, [pages])
    assert [(r.source, r.reason) for r in dataset.refusals] == [
        ("data/articles/broken.md", "invalid-digest"),
        ("pages/empty.txt", "empty"),
    ]
    assert dataset.refusals[0].detail.startswith("data/articles/broken.md:")
    assert len(dataset.articles) == 2


def test_data_that_cannot_be_used_stops_the_build(data: Path) -> None:
    (data / "people.yml").write_text("- {id: ada-lind}\n- {name: Bo Ek}\n")
    with pytest.raises(CuratedError) as caught:
        build_dataset(data)
    assert len(caught.value.problems) == 2


def test_every_article_is_watched_once(data: Path) -> None:
    seen: list[str] = []

    def watch(articles: Sequence[Article]) -> Sequence[Article]:
        seen.extend(article.id for article in articles)
        return articles

    build_dataset(data, watch=watch)
    assert seen == [EVENING_ID, "herald-2024-03-06-bridges"]


def test_the_order_of_files_on_disk_is_nothing(
    data: Path, pages: Path, printed: Path, tmp_path: Path
) -> None:
    """Two builds of the same files, laid down in another order elsewhere, are byte for byte one."""
    copy = tmp_path / "elsewhere"
    files = [
        path for folder in (data, pages, printed) for path in folder.rglob("*") if path.is_file()
    ]
    random.Random(7).shuffle(files)
    for path in files:
        target = copy / path.relative_to(tmp_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    write_database(build_dataset(data, [pages, printed]), one)
    write_database(build_dataset(copy / "data", [copy / "pages", copy / "printed"]), two)
    assert one.read_bytes() == two.read_bytes()
