"""What changed between two manifests, and what went without a word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import OnRecordError
from onrecord.releases.differences import Change, as_csv, counted, differences, summary
from onrecord.releases.manifest import (
    TABLES,
    TRACED,
    Manifest,
    QuoteMark,
    newest,
    read_manifest,
    write_manifest,
)
from onrecord.releases.vanished import Vanished, find_vanished, proposal

ARTICLE = "news-2024-01-02-ferry"
MARK = QuoteMark(ARTICLE, "body", 10, 20, "2024-01-01", "2024-01-01", "ann-lee")
OTHER = replace(MARK, start=40, end=60)


def manifest(
    quotes: dict[str, QuoteMark],
    left: dict[str, dict[str, str | None]] | None = None,
    **rows: dict[str, str],
) -> Manifest:
    articles = {mark.article_id for mark in quotes.values()}
    told = {"quotes": {id_: repr(mark) for id_, mark in quotes.items()}}
    told |= {"articles": dict.fromkeys(articles, "1"), **rows}
    return Manifest(
        version="2024.1.0",
        quotes=quotes,
        urls={id_: f"https://news.example/{id_[-5:]}" for id_ in articles},
        rows={table: told.get(table, {}) for table in TABLES},
        left={table: (left or {}).get(table, {}) for table in TRACED},
    )


def change(before: Manifest, after: Manifest) -> list[tuple[str, ...]]:
    changes = (one for one in differences(before, after) if one.table == "quotes")
    return [tuple(v or "" for v in (o.change, o.id, o.before, o.after)) for o in changes]


OLD = manifest({"a": MARK, "b": OTHER}, people={"ann-lee": "1"})
CHANGES = [
    ({"a": MARK, "b": OTHER}, {}, []),
    ({"a": MARK, "b": OTHER, "c": OTHER}, {}, [("added", "c", "", "")]),
    ({"a": MARK}, {"b": None}, [("gone", "b", "", "")]),
    ({"a": MARK}, {"b": "a"}, [("moved", "b", "", "a")]),
    (
        {"a": replace(MARK, speakers=None), "b": OTHER},
        {},
        [("re-attributed", "a", "ann-lee", "")],
    ),
    (
        {"a": replace(MARK, date_said_end="2024-01-03", speakers="bo-ek"), "b": OTHER},
        {},
        [
            ("re-attributed", "a", "ann-lee", "bo-ek"),
            ("re-dated", "a", "2024-01-01", "2024-01-01/2024-01-03"),
        ],
    ),
    ({"a": replace(MARK, start=9), "b": OTHER}, {}, [("changed", "a", "", "")]),
]


@pytest.mark.parametrize(("quotes", "left", "expected"), CHANGES)
def test_each_change_of_a_quote_is_told(
    quotes: dict[str, QuoteMark], left: dict[str, str | None], expected: list[tuple[str, ...]]
) -> None:
    assert change(OLD, manifest(quotes, {"quotes": left}, people={"ann-lee": "1"})) == expected


def test_changes_are_counted_and_listed() -> None:
    changes = [
        Change("quotes", "added", "c"),
        Change("quotes", "moved", "a", after="c"),
        Change("quotes", "re-dated", "b", "2024", None),
    ]
    assert counted(changes, "quotes") == "1 added, 1 moved, 1 re-dated"
    assert as_csv(changes).splitlines()[:2] == ["table,change,id,before,after", "quotes,added,c,,"]
    told = summary(changes)
    assert "- moved: `a` to `c`" in told
    assert "- re-dated: `b`, from 2024 to nothing" in told
    assert summary([]) == "Every row is as it was.\n"


VANISHED: list[tuple[Manifest, list[Vanished]]] = [
    # nothing went, or all that went is told of
    (OLD, []),
    (manifest({"a": MARK}, {"quotes": {"b": "a"}}, people={"ann-lee": "1"}), []),
    # longer words stand in its place
    (
        manifest({"a": MARK, "x": replace(OTHER, end=70)}, people={"ann-lee": "1"}),
        [Vanished("quotes", "b", "x")],
    ),
    # nothing stands there
    (manifest({"a": MARK}, people={"ann-lee": "1"}), [Vanished("quotes", "b", None)]),
    # the report went, its quotes with it
    (
        manifest({}, people={"ann-lee": "1"}),
        [Vanished("articles", ARTICLE, None, ("a", "b"))],
    ),
    # others speak now
    (
        manifest({"a": replace(MARK, speakers="bo-ek"), "b": OTHER}, people={"bo-ek": "1"}),
        [Vanished("people", "ann-lee", "bo-ek")],
    ),
]


@pytest.mark.parametrize(("after", "expected"), VANISHED)
def test_what_went_without_a_word_is_found(after: Manifest, expected: list[Vanished]) -> None:
    assert find_vanished(OLD, after) == expected


def test_a_trace_that_is_lost_is_found() -> None:
    before = manifest({"a": MARK}, {"quotes": {"b": None}})
    assert find_vanished(before, manifest({"a": MARK})) == [Vanished("quotes", "b", None)]


def test_an_utterance_goes_on_with_its_quote() -> None:
    before = manifest({"a": MARK}, utterances={"a": "1"})
    assert find_vanished(before, manifest({"a": MARK})) == []


def test_the_lines_to_add_are_offered() -> None:
    lines = proposal(Vanished("articles", ARTICLE, None, ("a", "b")), date(2024, 2, 3))
    assert lines.splitlines()[:3] == [
        f"- target: {ARTICLE}",
        "  field: taken_down",
        "  before: a, b",
    ]
    assert "  after: x" in proposal(Vanished("quotes", "b", "x"), date(2024, 2, 3))


def test_a_manifest_is_read_back(tmp_path: Path) -> None:
    for version in ("2024.9.0", "2024.10.0"):
        kept = replace(OLD, version=version)
        (tmp_path / f"{version}.json.gz").write_bytes(write_manifest(kept))
    assert newest(tmp_path) == replace(OLD, version="2024.10.0")
    assert newest(tmp_path / "none") is None
    assert write_manifest(OLD) == write_manifest(OLD)


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", write_manifest(OLD)[:40], write_manifest(OLD)[:20] + b"\xff" * 40],
)
def test_what_is_no_manifest_is_an_error_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "2024.1.0.json.gz"
    path.write_bytes(content)
    with pytest.raises(OnRecordError, match="is no manifest"):
        read_manifest(path)
