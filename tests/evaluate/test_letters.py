from __future__ import annotations

import pytest

from onrecord.evaluate.letters import Letters
from onrecord.models import Span

TEXT = "“We won,” he said. At 5."  # letters and digits: We 2 won 3 he 2 said 4 At 2 5 1


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (Span(1, 8), Span(1, 8), 1.0),
        (Span(0, 9), Span(1, 7), 1.0),  # marks and the comma weigh nothing
        (Span(1, 8), Span(4, 8), 3 / 5),
        (Span(1, 8), Span(4, 12), 3 / 7),
        (Span(1, 8), Span(10, 12), 0.0),
        (Span(7, 9), Span(7, 9), 0.0),  # no letters at all
    ],
)
def test_likeness_is_what_is_shared_over_all(one: Span, other: Span, likeness: float) -> None:
    letters = Letters(TEXT)
    assert letters.likeness(one, other) == letters.likeness(other, one) == pytest.approx(likeness)


def test_letters_that_two_others_share_count_once() -> None:
    letters = Letters("abcdefghij")
    others = [Span(2, 6), Span(0, 4), Span(3, 5), Span(8, 20)]
    assert letters.shared_with(Span(1, 9), others) == 6  # b to f, and i


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("“Yes.”", 1), ("Mr. Lee’s well-known 3.5 – no", 5), ("— … !", 0)],
)
def test_words_are_counted(text: str, words: int) -> None:
    assert Letters(text).words(Span(0, len(text))) == words


def test_a_stretch_is_cut_at_line_ends() -> None:
    letters = Letters("We won\n\n— — —\nthen lost")
    pieces = [letters.text[span.start : span.end] for span in letters.lines(Span(3, 19))]
    assert pieces == ["won", "then "]
