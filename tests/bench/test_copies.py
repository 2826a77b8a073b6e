"""The bench of copies: what it counts, and that its texts are what they are said to be."""

from __future__ import annotations

import pytest

from onrecord.bench import copies
from onrecord.bench.copies import measure_cost, measure_scores, score
from onrecord.bench.reprints import make_reports, make_scattered


def test_texts_are_the_same_every_time() -> None:
    assert make_reports(3, seed=1) == make_reports(3, seed=1) != make_reports(3, seed=2)
    assert make_scattered(5) == make_scattered(5)


def test_ids_are_of_one_article_each() -> None:
    reports = make_reports(40)
    assert len({report.article.id for report in reports}) == len(reports) == 440


def test_precision_and_recall_count_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    agency, copy, retold = (
        report for report in make_reports(1) if report.kind in ("agency", "as it is", "retold")
    )
    ids = [report.article.id for report in (agency, copy, retold)]
    monkeypatch.setattr(copies, "find_copies", lambda articles: (tuple(ids),))
    assert score([agency, copy, retold]) == (1 / 3, 1.0)
    monkeypatch.setattr(copies, "find_copies", lambda articles: ())
    assert score([agency, copy, retold]) == (0.0, 0.0)


def test_measures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "EVENTS", 5)
    assert (measure_scores().reports, measure_scores().recall) == (55, 1.0)
    cost = measure_cost(50)
    assert cost.articles == 50
    assert 0 < cost.milliseconds < 1000
