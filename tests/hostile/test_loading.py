"""Whatever stands in a data file: it is read, or named together with what is wrong in it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.articles.digests import read_digests
from onrecord.articles.index import read_index
from onrecord.articles.known import UnreadableError, read_sidecar
from onrecord.captures.sources import read_sources
from onrecord.corrections.correct import Corrected, correct
from onrecord.corrections.reading import CorrectionError
from onrecord.curated import CuratedError, load_curated
from onrecord.curated.checks import COLUMNS as CHECKS
from onrecord.errors import OnRecordError
from onrecord.evaluate.corpus import read_corpus
from onrecord.evaluate.dates import COLUMNS as DATES
from onrecord.evaluate.dates import read_date_cases
from onrecord.evaluate.gold import read_gold
from onrecord.evaluate.pairs import COLUMNS as PAIRS
from onrecord.evaluate.pairs import read_pairs
from onrecord.jsontext import read_json
from onrecord.models import Correction
from onrecord.releases.manifest import Manifest, read_manifest
from tests.corrections.examples import STATEMENTS, decide, reading
from tests.curated.test_load import GOOD, write
from tests.hostile.mangled import CSV, JSON, YAML, mangled

VERIFIED = f"{','.join(CHECKS)}\nnews-1,0123456789ab,We won,exact,,{'0' * 64},2024-01-02\n"
DIGEST = """\
---
url: https://harbour.example/1
outlet: harbour-post
headline: Talks open
published: 2023-04-20
---
“We will wait,” Ann Lee said on Monday. The town said nothing.
"""
CORPUS = (
    '{"id": "a", "text": "“We won,” said Ms Lee.", "attributions": [{"class": "direct",'
    ' "content_spans": [[1, 8]], "source_spans": [[15, 21]], "cue_spans": [[10, 14]],'
    ' "quoted_pieces": [[1, 8]]}]}\n'
)
MANIFEST = (
    '{"version": "2024.1.0", "quotes": {"a": ["news-1", "body", 1, 8, null, null, "ann-lee"]},'
    ' "urls": {"news-1": "https://a.example/1"}, "rows": {"quotes": {"a": "01234567"},'
    ' "utterances": {}, "articles": {}, "people": {}, "outlets": {}, "events": {}, "topics": {}},'
    ' "left": {"quotes": {"b": "a"}, "utterances": {}, "articles": {}, "people": {}}}'
)
INDEX = '{"url": "https://a.example/1", "file": "a.html", "status": 200, "etag": "é"}\n'
often = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.mark.parametrize("name", [*GOOD, "verifications.csv", "dataset.yml", "bodies.yml"])
def test_any_data_file(name: str, folder: Path) -> None:
    good = {"verifications.csv": VERIFIED, "dataset.yml": "name: Ours\n"}.get(name, GOOD.get(name))
    pieces = CSV if name.endswith(".csv") else YAML

    @often
    @given(mangled(good or "- {id: ministry, members: [{country: NO}]}\n", pieces))
    def check(data: bytes) -> None:
        write(folder)
        (folder / name).write_bytes(data)
        try:
            load_curated(folder)
        except CuratedError as error:
            _check_places(error.problems, folder)

    check()
    (folder / name).unlink(missing_ok=True)


def _check_places(problems: tuple[str, ...], folder: Path) -> None:
    """Check that each problem says where, on a line that its file has, in few words."""
    assert problems
    for problem in problems:
        found = re.match(rf"{re.escape(str(folder))}/([\w.]+):(\d+): ", problem)
        assert found, problem
        path = folder / found[1]
        lines = len(re.split(rb"\r\n|[\n\r\x85]|\xe2\x80[\xa8\xa9]", path.read_bytes()))
        assert 1 <= int(found[2]) <= lines + 1
        assert len(problem) < 1_200


@often
@given(mangled(DIGEST, [*YAML, "“", "”", '"', "---"]))
def test_any_digest(folder: Path, data: bytes) -> None:
    curated = load_curated(write(folder))
    (folder / "a.md").write_bytes(data)
    articles, refusals = read_digests(folder, curated)
    assert len(articles) + len(refusals) == 1
    assert all(refusal.reason == "invalid-digest" and refusal.detail for refusal in refusals)


def read_zipped_manifest(path: Path) -> Manifest:
    zipped = path.with_suffix(".json.gz")
    zipped.write_bytes(gzip.compress(path.read_bytes()))
    return read_manifest(zipped)


# what reads a file of which nothing else is known, its name and a good one
READERS: dict[str, tuple[Callable[[Path], object], str, list[str]]] = {
    "sources.csv": (read_sources, GOOD["sources.csv"], CSV),
    "dates.csv": (read_date_cases, f"{','.join(DATES)}\n" + "a,held" + "," * 10 + "\n", CSV),
    "pairs.csv": (
        read_pairs,
        f"{','.join(PAIRS)}\n" + "a,dev" + "," * (len(PAIRS) - 2) + "\n",
        CSV,
    ),
    "corpus.jsonl": (read_corpus, CORPUS, JSON),
    "manifest.json": (read_zipped_manifest, MANIFEST, JSON),
    "gold.md": (lambda path: read_gold(path.parent), "---\nstyle: a\n---\n⟦1a We won⟧\n", YAML),
}


@pytest.mark.parametrize("name", READERS)
def test_any_other_file(name: str, tmp_path: Path) -> None:
    read, good, pieces = READERS[name]

    @often
    @given(mangled(good, pieces))
    def check(data: bytes) -> None:
        (tmp_path / name).write_bytes(data)
        try:
            read(tmp_path / name)
        except OnRecordError as error:
            assert error.problems

    check()


@often
@given(mangled(INDEX, JSON))
def test_any_index_and_sidecar(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "index.jsonl").write_bytes(data)
    (tmp_path / "a.json").write_bytes(data)
    for read in (lambda: read_index(tmp_path), lambda: (read_sidecar(tmp_path / "a.html"),)):
        try:
            json.dumps([asdict(one) for one in read()], ensure_ascii=False).encode()
        except UnreadableError as error:
            assert str(tmp_path) in str(error)


@given(st.text('{}[]":,\\ud8e9a0 1', max_size=40).map(str.encode) | mangled(CORPUS, JSON))
def test_any_json_can_be_written_again(data: bytes) -> None:
    try:
        value = read_json(data)
    except ValueError:
        return
    json.dumps(value, ensure_ascii=False).encode()


ids = st.sampled_from([one.id for one in STATEMENTS] + ["ann-lee", "bob-ray", "news-harbour", "x"])
values = st.none() | ids | st.sampled_from(["2023-04-20", "2023-13", "a, b", "direct", ",", "%"])
corrections = st.builds(
    decide,
    ids | st.text(max_size=4),
    st.sampled_from(
        ["person_id", "speaker_id", "date_said", "kind", "merged_into", "take_down", "taken_down"]
    ),
    values,
    values | st.text(max_size=4),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(corrections, max_size=4))
def test_any_corrections(made: list[Correction]) -> None:
    try:
        corrected = correct(made, reading())
    except CorrectionError as error:
        assert all(problem.startswith("corrections.yml:1: ") for problem in error.problems)
        return
    _check_whole(corrected)


def _check_whole(corrected: Corrected) -> None:
    """Check that nothing is said by nobody, in no article, or where it doesn't stand."""
    articles = {article.id: article for article in corrected.articles}
    for statement in corrected.statements:
        assert statement.article == articles[statement.article.id]
        assert set(statement.speaker_ids) <= set(corrected.people)
        span, part = statement.quote.span, statement.quote.part
        text = statement.article.headline if part == "headline" else statement.article.text
        assert text[span.start : span.end] == statement.quote.text
