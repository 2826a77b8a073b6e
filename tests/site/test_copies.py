"""Two articles that print one text: each leads to the other, and they count as one report."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from datasette.app import Datasette

from onrecord.db.write import write_database
from tests.db.small import dataset
from tests.site.conftest import Get

EVENING, HERALD = (article.id for article in dataset().articles)


@pytest.fixture(scope="module")
def get(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Get]:
    """Return a function that fetches a path of a site on the small dataset."""
    whole = dataset()
    evening, herald = (replace(article, syndication_id=EVENING) for article in whole.articles)
    evening = replace(evening, source=replace(evening.source, published_from="digest"))
    guessed = replace(herald.source, published_from="post", published_precision="range")
    herald = replace(herald, source=guessed)
    folder = tmp_path_factory.mktemp("copies")
    write_database(replace(whole, articles=(evening, herald)), folder / "onrecord.db")
    with asyncio.Runner() as runner:
        site = Datasette(config_dir=folder)
        yield lambda path: runner.run(site.client.get(path))


def test_an_article_names_the_others_with_its_text(get: Get) -> None:
    text = get(f"/onrecord/articles/{HERALD}").text
    assert "Nearly the same text stands in" in text
    assert f'<a href="/onrecord/articles/{EVENING}">The Evening</a>: together they count' in text


def test_an_article_tells_what_its_day_rests_on(get: Get) -> None:
    assert "(as noted in our digest)" in get(f"/onrecord/articles/{EVENING}").text
    herald = get(f"/onrecord/articles/{HERALD}").text
    assert "(by the latest post in it, for want of another; give or take a day or two)" in herald


def test_an_utterance_tells_outlets_from_reports(get: Get) -> None:
    shared = next(utterance.id for utterance in dataset().utterances if len(utterance.variants) > 1)
    assert "2 outlets, 1 independent report<" in get(f"/onrecord/utterances/{shared}").text
    assert "Independent reports" in get("/onrecord/utterances").text
