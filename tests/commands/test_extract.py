"""`onrecord extract` and `onrecord read`: what they print of a page, and how bad input ends."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner, Result

from onrecord import cli
from onrecord.models import RefusalReason

REPORT = (
    "Ferry to Norstad sails again\n"
    "Sign up for our newsletter\n"
    "The ferry to Norstad will sail again from Monday after repairs to its ramp, the harbour"
    " office said on Thursday, ending three weeks in which islanders had to row.\n"
    "“We have missed it badly,” Ann Lee, the harbour master, said. “He told us ‘not before spring"
    " comes’, and he was wrong.”\n"
    "Lee added that the ramp was beyond repair and would be replaced in May.\n"
    "She had warned Bo Roe of it in the winter, but his answer to the warning was “hopeless”.\n"
)
SUMMIT = (
    "Envoy looks back on a long summer\n\n"
    "“We will not forget who stood with us,” Ukraine's President Volodymyr Zelenskyy said at the"
    " Vilnius summit. The alliance has since then sent three more ships to the northern port, where"
    " the crews were welcomed by a choir of children and the mayor of the town.\n"
)


def run(*arguments: str | Path, text: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli.main, [*map(str, arguments)], input=text)


def objects(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_a_program_gets_one_object_an_article(report: Path) -> None:
    (article,) = objects(run("extract", "--jsonl", report))
    assert article.keys() == {"id", "headline", "published", "quotes"}
    assert (article["id"], article["headline"]) == ("ferry", "Ferry to Norstad sails again")
    first = next(quote for quote in article["quotes"] if quote["kind"] == "direct")
    assert REPORT[first["start"] : first["end"]] == first["text"] == "We have missed it badly,"
    assert REPORT[first["speaker_start"] : first["speaker_end"]] == first["speaker_mention"]
    assert REPORT[first["cue_start"] : first["cue_end"]] == first["cue"] == "said"
    assert (first["speaker"], first["speaker_id"]) == ("Ann Lee", "ann-lee")
    assert (first["part"], first["rule"]) == ("body", "apposition")
    assert 0.5 < first["probability"] <= 1
    assert first["date_said"] is None


def test_an_event_known_by_name_dates_what_was_said_at_it(tmp_path: Path) -> None:
    page = tmp_path / "summit.txt"
    page.write_text(SUMMIT, encoding="utf-8")
    page.with_suffix(".json").write_text(
        '{"url": "https://example.org/summit", "published": "2023-09-04"}', encoding="utf-8"
    )
    (article,) = objects(run("extract", "--jsonl", page))
    (quote,) = (quote for quote in article["quotes"] if quote["kind"] == "direct")
    assert quote["date_said"] == "2023-07-11"


def test_a_quote_inside_another_stands_in_it(report: Path) -> None:
    (article,) = objects(run("extract", "--jsonl", report))
    (outer,) = (quote for quote in article["quotes"] if "nested" in quote)
    (inner,) = outer["nested"]
    assert inner["text"] == "not before spring comes"
    assert REPORT[inner["start"] : inner["end"]] == inner["text"]
    assert inner["text"] not in [quote["text"] for quote in article["quotes"]]


def test_a_known_person_has_the_registrys_name_and_id(tmp_path: Path) -> None:
    line = "“We stand with you,” Mr Stoltenberg told reporters in Kyiv on Thursday."
    (article,) = objects(run("extract", "--plain", "--jsonl", "-", text=line))
    (quote,) = article["quotes"]
    assert (quote["speaker"], quote["speaker_id"]) == ("Jens Stoltenberg", "jens-stoltenberg")
    assert quote["speaker_mention"] == "Mr Stoltenberg"


def test_nobody_known_is_called_what_the_text_calls_them() -> None:
    text = "“It will hold,” an engineer said. A wall bore the words “we were here first”."
    (article,) = objects(run("extract", "--plain", "--jsonl", "-", text=text))
    speakers = {quote["text"]: quote["speaker"] for quote in article["quotes"]}
    assert speakers["It will hold,"] == "an engineer"
    assert all(quote["speaker_id"] is None for quote in article["quotes"])


@pytest.mark.parametrize("suffix", [".html", ".html.gz"])
def test_pages_are_read_and_plain_text_is_not_cut(tmp_path: Path, suffix: str) -> None:
    title, _, *body = REPORT.splitlines()
    lines = "".join(f"<p>{line}</p>" for line in body)
    html = f"<html lang=en><title>{title}</title><article><h1>{title}</h1>{lines}</article></html>"
    data = html.encode()
    path = tmp_path / f"page{suffix}"
    path.write_bytes(gzip.compress(data) if suffix.endswith("gz") else data)
    (article,) = objects(run("extract", "--jsonl", path))
    assert article["id"] == "page"
    assert "We have missed it badly," in [quote["text"] for quote in article["quotes"]]


def test_plain_text_is_taken_as_it_is() -> None:
    text = "Sign up! “We will not wait,” Ann Lee said.\r\n\r\n“Nor will I,” said Bo Roe.\r\n"
    (article,) = objects(run("extract", "--plain", "--jsonl", "-", text=text.encode()))
    assert (article["id"], article["headline"]) == ("stdin", None)
    assert [text[quote["start"] : quote["end"]] for quote in article["quotes"]] == [
        "We will not wait,",
        "Nor will I,",
    ]


def test_what_a_page_prints_twice_counts_once_but_not_in_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "twice.txt"
    path.write_text(REPORT + "“We have missed it badly,” Ann Lee, the harbour master, said.\n")
    counts = []
    for arguments in (["extract", "--jsonl"], ["extract", "--jsonl", "--plain"]):
        (article,) = objects(run(*arguments, path))
        counts.append(
            [quote["text"] for quote in article["quotes"]].count("We have missed it badly,")
        )
    assert counts == [1, 2]


def test_a_corpus_gives_one_article_a_line(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    lines = [
        '{"id": "a-1", "text": "“Yes,” Ann Lee said.", "more": 1}',
        "",
        "{broken",
        "[1]",
        '{"id": "a-2"}',
        '{"id": "a-3", "text": " "}',
        '{"id": "a-4", "text": "\\ud800 “No,” Bo Roe said."}',
    ]
    corpus.write_text("\n".join(lines), encoding="utf-8")
    result = run("extract", "--plain", "--jsonl", corpus)
    assert result.exit_code == 1
    assert [(one["id"], one["quotes"][0]["start"]) for one in objects(result)] == [
        ("a-1", 1),
        ("a-4", 3),
    ]
    assert result.stderr.splitlines() == [
        f"error: {corpus}:3: not a line of JSON (unreadable)",
        f"error: {corpus}:4: not a JSON object (unreadable)",
        f"error: {corpus}:5: needs an id and a text, both strings (unreadable)",
        f"error: {corpus}:6: there is nothing in it (empty)",
    ]
    assert "--plain" in run("extract", corpus).stderr


@pytest.mark.parametrize(
    ("data", "plain"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (bytes(range(256)) * 9, "not-a-page"),
        ("“”„“«»‘’\"' ``''\n".encode() * 9, None),
        ("يقول الرئيس: «لن ننتظر».\n".encode(), None),
        (b"\xff\xfe" + "Ann Lee said “no”.".encode("utf-16-le"), None),
        ("Ann Lee said “no”.".encode("cp1252"), None),
        (b"\x1f\x8b broken", "not-a-page"),
        (b"a" * 20_000_001, "too-large"),
    ],
)
def test_bad_input_gives_a_result_or_a_reason(
    tmp_path: Path, data: bytes, plain: str | None
) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(data)
    taken_whole = run("extract", "--jsonl", "--plain", path)
    assert taken_whole.exit_code == (1 if plain else 0)
    assert len(objects(taken_whole)) == (0 if plain else 1)
    assert taken_whole.stderr.endswith(f"({plain})\n" if plain else "")
    page = run("extract", "--jsonl", path)
    assert (page.exit_code, page.stdout) == (1, "")
    assert page.stderr.endswith(tuple(f"({reason})\n" for reason in get_args(RefusalReason)))


def test_a_bad_file_costs_only_itself(report: Path, tmp_path: Path) -> None:
    result = run("extract", "--jsonl", tmp_path / "none.txt", tmp_path, report)
    assert result.exit_code == 1
    assert [article["id"] for article in objects(result)] == ["ferry"]
    assert [line.rsplit("(", 1)[1] for line in result.stderr.splitlines()] == ["unreadable)"] * 2


def test_a_person_sees_who_said_what(report: Path) -> None:
    shown = run("extract", report).stdout
    assert shown.startswith("Ferry to Norstad sails again\n")
    assert "direct" in shown and "“We have missed it badly,”" in shown
    assert "Ann Lee — day unknown · apposition" in shown
    assert "newsletter" not in shown


def test_a_person_who_asks_sees_the_evidence_and_what_was_cut(report: Path) -> None:
    shown = run("extract", "-v", report).stdout
    assert "cue “said” (speech)" in shown
    assert "“Ann Lee" in shown and "(name): subject of “said”" in shown
    assert "– lost" in shown
    assert "inside it: “not before spring comes”" in shown
    assert "newsletter  Sign up for our newsletter" in shown


def test_a_page_cannot_steer_the_terminal() -> None:
    shown = run("extract", "--plain", "-", text="“No \x1b[31mway [red]out,” Ann Lee said.").stdout
    assert "\x1b" not in shown
    assert "[red]" in shown


def test_a_terminal_that_lacks_a_letter_shows_the_rest(report: Path) -> None:
    result = CliRunner(charset="ascii").invoke(cli.main, ["extract", str(report)])
    assert result.exit_code == 0
    assert "?We have missed it badly,?" in result.stdout


def test_a_text_in_which_nobody_speaks_says_so() -> None:
    assert "nobody says anything" in run("extract", "--plain", "-", text="It rained.").stdout


def test_read_gives_the_article_as_read(report: Path) -> None:
    (article,) = objects(run("read", "--jsonl", report))
    keys = {"id", "url", "headline", "byline", "published", "language", "paragraphs"}
    assert article.keys() == keys
    assert article["paragraphs"] == REPORT.splitlines()[2:]
    (verbose,) = objects(run("read", "--jsonl", "-v", "-", text=REPORT))
    assert verbose["id"] == "stdin"
    cuts = {cut["reason"]: cut for cut in verbose["cuts"]}
    assert cuts["newsletter"]["text"] == "Sign up for our newsletter"
    assert REPORT[cuts["headline"]["start"] : cuts["headline"]["end"]] == REPORT.splitlines()[0]


def test_read_shows_a_person_the_paragraphs(report: Path) -> None:
    plain, verbose = run("read", report).stdout, run("read", "-v", report).stdout
    assert "The ferry to Norstad" in plain and "cut from the page" not in plain
    assert "newsletter  Sign up for our newsletter" in verbose


def test_the_founding_reports_give_every_quote_and_no_other(corpora: Path) -> None:
    folder = corpora / "seeds"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["articles"]
    found = objects(run("extract", "--jsonl", *(folder / one["file"] for one in expected)))
    for article, report in zip(found, expected, strict=True):
        marked = [quote for quote in article["quotes"] if quote["kind"] != "indirect"]
        assert sorted(quote["text"] for quote in marked) == sorted(
            quote["words"] for quote in report["quotes"]
        )


def test_a_page_may_be_read_fast(report: Path) -> None:
    page = report.with_suffix(".html")
    body = "".join(f"<p>{line}</p>" for line in report.read_text().splitlines())
    page.write_text(f"<html><head><title>Ferry</title></head><body>{body}</body></html>")
    whole, fast = (
        objects(run("read", "--jsonl", page)),
        objects(run("read", "--fast", "--jsonl", page)),
    )
    assert fast == whole != []
