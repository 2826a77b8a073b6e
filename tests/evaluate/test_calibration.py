from __future__ import annotations

import pytest

from onrecord.evaluate.calibration import reliability
from onrecord.evaluate.judge import judge
from onrecord.evaluate.outcomes import Given
from tests.evaluate.small import marked, read

ARTICLE = marked(
    "“⟦1d One⟧” ⟦1c said⟧ ⟦1s Lee⟧. “⟦2d Two⟧” and “⟦x three⟧”. “⟦3d four⟧”, ⟦3c said⟧ ⟦3s Roe⟧.",
    "Lee | 1",
    "unnamed | 2",
    "Roe | 3",
)


def given() -> tuple[Given, ...]:
    readings = [
        read(ARTICLE, "One", "Lee", probability=1.0),
        read(ARTICLE, "Two", "Roe", probability=0.7),  # a source where none is marked: not judged
        read(ARTICLE, "three", "Roe", probability=0.92),  # nobody's words
        read(ARTICLE, "four", "Roe", probability=0.55),
    ]
    return judge(ARTICLE, readings).given_pieces


def test_bins_hold_what_was_promised_and_what_came_true() -> None:
    found = reliability(given())
    bins = [(one.low, one.high, one.count, one.probability, one.right) for one in found.bins]
    assert bins == [(0.5, 0.6, 1, 0.55, 1.0), (0.9, 1.0, 2, pytest.approx(0.96), 0.5)]
    assert found.count == 3
    assert found.error == pytest.approx((0.45 + 2 * 0.46) / 3)


def test_no_source_where_none_is_marked_is_right() -> None:
    (one,) = reliability(judge(ARTICLE, [read(ARTICLE, "Two", probability=0.8)]).given_pieces).bins
    assert one.right == 1


def test_nothing_read_is_no_error() -> None:
    assert reliability([]) == reliability(judge(ARTICLE, []).given_pieces)
    assert reliability([]).error == 0
