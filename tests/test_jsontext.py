"""JSON is read so that it can be written again."""

from __future__ import annotations

import pytest

from onrecord.jsontext import read_json

READ = [
    (r'{"a": ["\ud83d\udea2 \u00e9"]}', {"a": ["🚢 é"]}),
    (r'{"a\ud800": "b\udc00c"}', {"a?": "b?c"}),
    (r'"\\ud800"', r"\ud800"),
    (rb'"\uDFFF"', "?"),
    ('"\\ud800"'.encode("utf-16"), "?"),
]


@pytest.mark.parametrize(("written", "value"), READ)
def test_half_a_surrogate_pair_is_a_question_mark(written: str | bytes, value: object) -> None:
    assert read_json(written) == value


@pytest.mark.parametrize("written", ["[" * 100_000, "9" * 5_000, "", b"\xff", '"a\nb"'])
def test_whatever_is_wrong_is_one_error(written: str | bytes) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        read_json(written)


def test_raw_line_breaks_are_read_where_they_may_be() -> None:
    assert read_json('"a\nb"', strict=False) == "a\nb"
