"""Corpora are read exactly, and a line that can't be read is told with its number."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from onrecord.evaluate.corpus import CorpusError, read_corpus
from onrecord.models import Span

TEXT = "“We won,” Lee said."
ATTRIBUTION: dict[str, Any] = {
    "class": "direct",
    "content_spans": [[0, 9]],
    "source_spans": [[10, 13]],
    "cue_spans": [[14, 18]],
    "quoted_pieces": [[1, 8]],
    "speech": True,
    "anything": "else",
}


def corpus(folder: Path, *attributions: dict[str, Any]) -> Path:
    path = folder / "corpus.jsonl"
    lines = [
        {"id": f"a-{n}", "text": TEXT, "attributions": [one]} for n, one in enumerate(attributions)
    ]
    path.write_text("\n".join(map(json.dumps, lines)) + "\n\n", encoding="utf-8")
    return path


def test_an_article_is_read_with_its_attributions(tmp_path: Path) -> None:
    (article,) = read_corpus(corpus(tmp_path, ATTRIBUTION))
    assert (article.id, article.text) == ("a-0", TEXT)
    assert asdict(article.attributions[0]) == {
        "id": 1,
        "cls": "direct",
        "contents": (asdict(Span(0, 9)),),
        "sources": (asdict(Span(10, 13)),),
        "cues": (asdict(Span(14, 18)),),
        "pieces": (asdict(Span(1, 8)),),
        "is_speech": True,
        "cue_class": "speech",
        "speaker": None,
    }


def test_what_is_not_said_of_a_cue_is_speech(tmp_path: Path) -> None:
    said, thought = dict(ATTRIBUTION), ATTRIBUTION | {"speech": False, "speaker": "Ann Lee"}
    del said["speech"]
    first, second = read_corpus(corpus(tmp_path, said, thought))
    assert first.attributions[0].is_speech
    assert not second.attributions[0].is_speech
    assert second.attributions[0].speaker == "Ann Lee"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"class": "spoken"}, "'spoken' is no class; use direct, mixed, indirect"),
        ({"content_spans": [[0, 20]]}, "[0, 20] is no stretch of the text"),
        ({"content_spans": [[5, 5]]}, "[5, 5] is no stretch of the text"),
        ({"content_spans": None}, "'NoneType' object is not iterable"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, change: dict[str, Any], problem: str) -> None:
    path = corpus(tmp_path, ATTRIBUTION, ATTRIBUTION | change)
    with pytest.raises(CorpusError) as told:
        read_corpus(path)
    assert told.value.problems == (f"{path}:2: {problem}",)


def test_every_bad_line_is_named_at_once(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"id": "a"}\nnot json\n', encoding="utf-8")
    with pytest.raises(CorpusError) as told:
        read_corpus(path)
    assert [problem.partition(": ")[0] for problem in told.value.problems] == [
        f"{path}:1",
        f"{path}:2",
    ]
    assert "has no key 'text'" in told.value.problems[0]
