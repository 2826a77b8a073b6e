"""The bench counts the right words and takes texts again until there are enough."""

from __future__ import annotations

import pytest

from onrecord.bench import speed
from onrecord.bench.speed import enough, measure_growth, measure_speed

TEXT = "“We won,” she said.\n\nIt rained in Norstad.\n"  # 8 words in 2 paragraphs


@pytest.mark.parametrize(("words", "times"), [(1, 1), (8, 1), (9, 2), (40, 5)])
def test_texts_are_taken_again_until_there_are_enough(words: int, times: int) -> None:
    assert enough([TEXT], words) == [TEXT] * times


def test_speed_is_words_over_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed, "FEWEST_WORDS", 80)
    clock = iter([0.5, 0.01] * speed.ROUNDS)  # reading, then the word loop, by turns
    monkeypatch.setattr(speed, "cpu_seconds", lambda work, texts: next(clock))
    found = measure_speed([TEXT])
    assert (found.words, found.reading, found.word_loop) == (80, 160, 8000)
    assert found.ratio == pytest.approx(1 / 50)


def test_growth_is_measured_on_one_article_of_each_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed, "FEWEST_WORDS", 800)
    monkeypatch.setattr(speed, "SIZES", (8, 80, 800))
    assert [one.words for one in measure_growth([TEXT])] == [8, 80, 800]


def test_both_loops_go_over_the_texts() -> None:
    assert len(speed.WORDS) == 600
    assert speed.cpu_seconds(speed.loop_all, [TEXT * 20_000]) > 0
    assert speed.cpu_seconds(speed.read_all, [TEXT * 200]) > 0
