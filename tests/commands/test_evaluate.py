"""`onrecord evaluate`: the figures it prints, the files it writes, and how bad input ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from onrecord import cli
from onrecord.curated import default_directory

TEXT = """---
style: local
phenomena: [curly]
speakers:
- Ann Lee | 1
- Bo Roe | 2
---
“⟦1d We will not wait,⟧” ⟦1s Ann Lee⟧ ⟦1c said⟧.

⟦2s Bo Roe⟧ ⟦2c sniffed⟧ at “⟦2m the rain⟧” and read “⟦x War and Peace⟧” again.
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.main, ["evaluate", *map(str, arguments)])


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "small.txt").write_text(TEXT, encoding="utf-8")
    return folder


def figures(result: Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_a_program_gets_every_figure(gold: Path) -> None:
    found = figures(run("--gold", gold, "--json", "--boot", "20"))
    assert (found["corpus"], found["articles"]) == ("gold", 1)
    assert found["scores"]["exact"].keys() == {
        "value", "precision", "recall", "support", "low", "high",
    }  # fmt: skip
    assert found["scores"]["found_direct"]["value"] == 1
    assert found["scores"]["exact"]["support"] == 2
    assert {"id": "subject-after", "precision": 1, "support": 1} in found["rules"]
    assert found["reliability"]["quotes"]["count"] >= 1


def test_a_person_sees_tables(gold: Path) -> None:
    shown = run("--gold", gold).stdout
    for words in ("gold: 1 articles", "quotes, exact", "subject-after", "calibration error"):
        assert words in shown
    assert "…" not in shown


def test_without_a_corpus_our_own_is_measured() -> None:
    assert figures(run("--json"))["articles"] >= 30


def test_errors_are_listed_with_what_was_wanted(tmp_path: Path) -> None:
    values = {
        "id": "a-1",
        "text": "“We will not wait,” Ann Lee said.",
        "attributions": [
            {
                "class": "indirect",
                "content_spans": [[20, 27]],
                "source_spans": [],
                "cue_spans": [],
                "quoted_pieces": [],
            }
        ],
    }
    corpus = tmp_path / "odd.jsonl"
    corpus.write_text(json.dumps(values), encoding="utf-8")
    invented = run("--jsonl", corpus, "--errors", "invented").stdout
    assert "wanted: nothing" in invented
    assert "“We will not wait,” by Ann Lee (subject-after" in invented
    missed = run("--jsonl", corpus, "--errors", "statement-missed").stdout
    assert "wanted: no source, cue none" in missed
    assert run("--jsonl", corpus, "--errors", "missed").stdout.strip() == ""


def test_each_rules_worth_is_written(gold: Path, tmp_path: Path) -> None:
    for number in range(12):
        (gold / f"more-{number}.txt").write_text(TEXT, encoding="utf-8")
    table = tmp_path / "rules.tsv"
    assert run("--gold", gold, "--rules", table).exit_code == 0
    lines = table.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert "subject-after\t1.000\t13" in lines


def test_floors_are_written_where_the_tests_look(
    gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tests" / "evaluate").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert run("--gold", gold, "--accept", "they are the first").exit_code == 0
    floors = json.loads((tmp_path / "tests" / "evaluate" / "floors.json").read_text())
    assert floors["gold"]["why"] == "they are the first"
    assert floors["gold"]["scores"]["found_direct"]["value"] == 1


@pytest.mark.parametrize(
    ("content", "problem"),
    [("{}", "1: has no key 'text'"), ("what", "1: Expecting value")],
)
def test_a_corpus_that_cannot_be_read_is_named(tmp_path: Path, content: str, problem: str) -> None:
    corpus = tmp_path / "bad.jsonl"
    corpus.write_text(content, encoding="utf-8")
    result = run("--jsonl", corpus)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"error: {corpus}:{problem}")


def test_one_corpus_at_a_time(gold: Path, tmp_path: Path) -> None:
    assert run("--gold", gold, "--polnear", tmp_path).exit_code == 2
    assert run("--polnear", tmp_path).exit_code == 1


def test_the_figures_are_those_of_the_public_scorer(corpora: Path, tmp_path: Path) -> None:
    """Two programs written apart from one definition: they agree to the third decimal."""
    gold = corpora / "polnear" / "dev.jsonl"
    predictions, scores = tmp_path / "predictions.jsonl", tmp_path / "scores.json"
    extracted = CliRunner().invoke(cli.main, ["extract", "--plain", "--jsonl", str(gold)])
    predictions.write_text(extracted.stdout, encoding="utf-8")
    command: list[str | Path] = [sys.executable, "-m", "bench.score"]
    command += ["--gold", gold, "--pred", predictions]
    subprocess.run([*command, "--json", scores], cwd=corpora, check=True, capture_output=True)
    theirs = json.loads(scores.read_text())
    ours = figures(run("--jsonl", gold, "--json"))["scores"]
    pairs = {
        "exact": "detect_exact",
        "lenient": "detect_lenient",
        "end_to_end": "e2e",
        "indirect": "indirect",
        "indirect_content": "indirect_content",
    }
    for id_, name in pairs.items():
        found = [ours[id_][key] for key in ("precision", "recall", "value")]
        assert found == pytest.approx([theirs[name][key] for key in "p r f1".split()], abs=5e-4)
    for band, score in theirs["by_words"].items():
        assert ours[f"words_{band}"]["value"] == pytest.approx(score["f1"], abs=5e-4)
    for kind in ("direct", "mixed"):
        assert ours[f"found_{kind}"]["value"] == pytest.approx(
            theirs["recall_by_class"][kind], abs=5e-4
        )
        assert ours[f"attribution_{kind}"]["value"] == pytest.approx(
            theirs["attribution_by_class"][kind], abs=5e-4
        )
    for id_, name in (
        ("attribution", "attribution_accuracy"),
        ("indirect_speech", "indirect_speech_recall"),
    ):
        assert ours[id_]["value"] == pytest.approx(theirs[name], abs=5e-4)


def test_pairs_without_a_file_are_ours() -> None:
    found = json.loads(run("--pairs", "--json").stdout)
    assert found["all"]["pairs"] >= 240
    assert found["held"]["f1"] >= 0.95


def test_a_person_sees_which_pairs_are_judged_wrong() -> None:
    shown = run("--pairs").stdout
    for words in ("stock-phrase", "held", "one saying, but not tied"):
        assert words in shown


def test_pairs_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("a,b\n")
    result = run("--pairs", path)
    assert result.exit_code == 1
    assert "the header is a,b" in result.output


def test_dates_without_a_file_are_ours() -> None:
    found = json.loads(run("--dates", "--json").stdout)
    scores = {score["kind"]: score for score in found["scores"]}
    assert scores["all"]["count"] >= 220
    assert scores["all"]["false_days"] == 0


def test_a_person_sees_which_dates_are_wrong(tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    ours = (default_directory() / "gold" / "dates.csv").read_text(encoding="utf-8").splitlines()
    path.write_text(f"{ours[0]}\n{ours[1].replace('2024-03-12', '2024-03-13')}\n", "utf-8")
    shown = run("--dates", path).stdout
    assert "is 2024-03-13…2024-03-13, read 2024-03-12…2024-03-12 'on Tuesday' sentence" in shown


def test_dates_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    path.write_text("a,b\n", encoding="utf-8")
    result = run("--dates", path)
    assert result.exit_code == 1
    assert "dates.csv:1: the header is not id,split" in result.stderr
