"""What is worked out about a quote reaches its statement."""

from __future__ import annotations

from onrecord.articles.plain import read_plain
from onrecord.curated import default_directory, load_curated
from onrecord.people.registry import Registry
from onrecord.statements import read_statements

TEXT = """“We will not wait for the bridge,” Ann Leewood said in French. “We will build it.”

“It is too late for that,” Tom Roebuck told reporters through an interpreter.

“We will see in the spring,” Mira Vossberg and Ilan Kordas said in a joint statement."""


def test_a_statement_has_its_language_and_all_its_speakers() -> None:
    curated = load_curated(default_directory())
    registry = Registry(curated.people.values())
    statements, _ = read_statements(read_plain("bridge", TEXT), registry, curated)
    assert [(s.language_said, s.speaker_ids) for s in statements if s.quote.kind == "direct"] == [
        ("fr", ("ann-leewood",)),
        ("fr", ("ann-leewood",)),
        ("und", ("tom-roebuck",)),
        (None, ("mira-vossberg", "ilan-kordas")),
    ]
