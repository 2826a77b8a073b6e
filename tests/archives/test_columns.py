"""What goes into columns comes out of them."""

from __future__ import annotations

from dataclasses import replace

import pyarrow as pa

from onrecord.archives.columns import packed, schema_of, unpacked
from onrecord.archives.records import Outcome
from onrecord.curated import default_directory, load_curated
from onrecord.models import Article, Refusal, Source, Span, Statement
from onrecord.people.registry import Registry
from onrecord.statements import read_statements

LINES = (
    "“We will not wait,” Jens Stoltenberg said on Tuesday.",
    "Ukraine’s envoy, Ida Holm, told reporters that the plan was too late for the winter.",
)


def test_records_come_back_as_they_went_in() -> None:
    curated = load_curated(default_directory())
    text = "\n".join(LINES)
    spans = (Span(0, len(LINES[0])), Span(len(LINES[0]) + 1, len(text)))
    article = Article(
        "post-a", Source("https://post.example/a", "post"), "“No” to plan", text, spans
    )
    said, people = read_statements(article, Registry(curated.people.values()), curated)
    outcomes = [Outcome(7, None, article, tuple(said), tuple(people))]
    outcomes.append(Outcome(9, Refusal("a.warc@9", "unreadable", "it has no length")))
    rows = pa.Table.from_pylist([packed(one) for one in outcomes], schema_of(Outcome)).to_pylist()
    assert said
    held = rows[0]["statements"]
    assert [unpacked(Statement, one, article=article) for one in held] == said
    assert replace(outcomes[0], statements=()) == unpacked(Outcome, rows[0] | {"statements": []})
    assert unpacked(Outcome, rows[1]) == outcomes[1]
