"""Brat files in every form that a release may have them in give the same attributions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.evaluate.corpus import CorpusError, read_corpus
from onrecord.evaluate.polnear import read_article, read_polnear
from onrecord.evaluate.records import GoldAttribution
from onrecord.models import Span

TEXT = "“We won,” said Lee, “and how.” Roe hopes for rain, according to Lee.\n"
STRETCHES = (
    "T1\tContent 0 9;20 30\t“We won,” “and how.”\n"
    "T2\tCue 10 14\tsaid\n"
    "T3\tSource 15 18\tLee\n"
    "T4\tCONTENT 45 49\train\n"
    "T5\tcue-span 35 40\thopes\n"
    "T6\tSource 31 34\tRoe\n"
)
LEE = GoldAttribution(
    id=1,
    cls="direct",
    contents=(Span(0, 9), Span(20, 30)),
    sources=(Span(15, 18),),
    cues=(Span(10, 14),),
    pieces=(Span(1, 8), Span(21, 29)),
    is_speech=True,
    cue_class="speech",
)
ROE = GoldAttribution(
    id=2,
    cls="indirect",
    contents=(Span(45, 49),),
    sources=(Span(31, 34),),
    cues=(Span(35, 40),),
    pieces=(),
    is_speech=False,
    cue_class="intent",
)


@pytest.mark.parametrize(
    "ties",
    [
        "E1\tAttribution:T2 Source:T3 Content:T1\nE2\tAttribution:T5 Source:T6 Content:T4\n",
        "E1\tCue:T2 Source1:T3 CONTENT:T1\nA1\tNested E1\nE2\tCue:T5 source:T6 content:T4\n",
        "R1\tSays Arg1:T2 Arg2:T3\nR2\tQuotes Arg1:T2 Arg2:T1\nR3\tSays Arg1:T6 Arg2:T5\n"
        "R4\tQuotes cue:T5 content:T4\n#1\tAnnotatorNotes R4\tsure\n",
        "*\tEquiv T3 T6\nR1\tx Arg1:T1 Arg2:T2\nR2\tx Arg1:T3 Arg2:T2\nR3\tx Arg1:T4 Arg2:T5\n"
        "R4\tx Arg1:T6 Arg2:T5\n",
    ],
)
def test_events_and_relations_of_any_names_are_read(ties: str) -> None:
    article, problems = read_article("small", TEXT, STRETCHES + ties)
    assert problems == []
    assert article.attributions == (LEE, ROE)


def test_an_attribution_may_lack_its_source_or_its_cue() -> None:
    ties = "E1\tContent:T1\nE2\tCue:T5 Source:T6\nR1\tx Arg1:T4 Arg2:T6\n"
    article, problems = read_article("small", TEXT, STRETCHES + ties)
    assert problems == []
    whole, sourced = article.attributions  # what has no content is none
    assert (whole.contents, whole.sources, whole.cue_class) == (LEE.contents, (), "none")
    assert (sourced.contents, sourced.sources) == (ROE.contents, ROE.sources)


@pytest.mark.parametrize(
    ("annotation", "line", "problem"),
    [
        (
            "T1\tContent 0 5\twords\nT2 Cue 6 9\tsaid\n",
            2,
            "T2 Cue 6 9 is no stretch",
        ),
        ("T1\tContent 0-5\twords\n", 1, "T1 is no stretch"),
        ("T1\tContent 0 99\twords\n", 1, "T1 lies outside the text, which has 69 characters"),
        ("T1\tContent 5 5\t\n", 1, "T1 lies outside the text"),
        ("\nE1\tCue:T1\n", 2, "E1 names T1, which is nowhere in the file"),
        ("? what\n", 1, "`? what` is nothing that brat writes"),
        ("E1\t\n", 1, "E1 ties nothing"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(
    tmp_path: Path, annotation: str, line: int, problem: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.ann").write_text(annotation, encoding="utf-8")
    with pytest.raises(CorpusError) as told:
        read_polnear(tmp_path)
    assert told.value.problems[0].startswith(f"{tmp_path / 'a.ann'}:{line}: {problem}")


def test_texts_may_stand_in_a_folder_of_their_own(tmp_path: Path) -> None:
    for folder in ("text", "annotation"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "a.txt").write_bytes(TEXT.encode())
    (tmp_path / "annotation" / "a.ann").write_text(STRETCHES + "E1\tCue:T2 Content:T1\n")
    (tmp_path / "annotation" / "b.ann").write_text("")
    with pytest.raises(CorpusError, match="has no text; put b"):
        read_polnear(tmp_path)
    (tmp_path / "annotation" / "b.ann").unlink()
    (article,) = read_polnear(tmp_path)
    assert (article.id, len(article.attributions)) == ("a", 1)


def test_a_folder_without_annotations_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"holds no \.ann file"):
        read_polnear(tmp_path)


def test_a_corpus_written_as_brat_files_comes_back(corpora: Path, tmp_path: Path) -> None:
    """The stretches in marks and the kinds are found anew, by rule: they must be those given."""
    source = corpora / "polnear" / "dev.jsonl"
    lines = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    for values in lines:
        (tmp_path / f"{values['id']}.txt").write_bytes(values["text"].encode())
        (tmp_path / f"{values['id']}.ann").write_text(_as_brat(values["attributions"]))
    wanted = {article.id: article for article in read_corpus(source)}
    for article in read_polnear(tmp_path):
        for one, other in zip(article.attributions, wanted[article.id].attributions, strict=True):
            assert (one.cls, one.contents, one.sources, one.cues, one.pieces) == (
                other.cls, other.contents, other.sources, other.cues, other.pieces,
            )  # fmt: skip


def _as_brat(attributions: list[dict[str, list[list[int]]]]) -> str:
    lines = []
    number = 0
    for event, values in enumerate(attributions, 1):
        members = []
        for role in ("cue", "source", "content"):
            spans = values[f"{role}_spans"]
            if spans:
                number += 1
                lines.append(f"T{number}\t{role} {';'.join(f'{a} {b}' for a, b in spans)}\t…")
                members.append(f"{role}:T{number}")
        lines.append(f"E{event}\t{' '.join(members)}")
    return "\n".join(lines)
