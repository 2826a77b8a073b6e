"""Hostile texts are what their names say, and what grows too fast is seen."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from click.testing import CliRunner

from onrecord.bench import __main__ as bench
from onrecord.bench import hostile
from onrecord.bench.hostile import Cost, Hostile, hostile_texts, measure, peak_megabytes


def test_a_text_is_its_unit_repeated() -> None:
    assert Hostile("a", "(", 8).text() == "(" * 8
    assert Hostile("a", "(", 8).text(4) == "(("
    words = Hostile("a", "{n} {n}\n", 30).text().splitlines()
    assert len(set(words)) == 30
    assert all(one == other for one, other in map(str.split, words))


def test_names_tell_texts_apart_and_say_how_long_they_are() -> None:
    texts = list(hostile_texts())
    assert len({one.name for one in texts}) == len(texts) >= 40
    sizes = {one.name: len(one.text()) for one in texts if "1 MB" in one.name}
    assert all(900_000 < size < 1_100_000 for size in sizes.values()), sizes


def test_what_grows_with_the_square_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    spent: list[float] = []

    def cpu_seconds(work: object, texts: Sequence[str]) -> float:
        spent.append(len(texts[0]) ** 2 / 1e6)
        return spent[-1]

    monkeypatch.setattr(hostile, "cpu_seconds", cpu_seconds)
    monkeypatch.setattr(hostile, "peak_megabytes", lambda text: 1.0)
    cost = measure(Hostile("a", "a", 1600))
    assert cost.growth == pytest.approx(2)
    assert cost.is_steep
    # 10,000 repetitions would take 100 s: a quarter of them is enough to know
    impatient = measure(Hostile("a", "a", 10_000))
    assert impatient.seconds == pytest.approx(6.25)
    assert impatient.growth == pytest.approx(2)


def test_what_is_over_at_once_says_nothing_of_growth() -> None:
    cost = measure(Hostile("a", "a ", 160))
    assert cost.growth is None and not cost.is_steep
    assert cost.megabytes == 320 / 1e6


def test_peak_memory_is_that_of_a_process_of_its_own() -> None:
    small, large = peak_megabytes("It rained."), peak_megabytes("“Yes,” he said. " * 20_000)
    assert 5 < small < large - 10


def test_the_command_prints_what_was_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    cost = Cost("nothing", 1.0, 2.0, 2.0, 1.9, 30.0)
    monkeypatch.setattr(bench, "hostile_texts", lambda: [Hostile("nothing", "a", 1)])
    monkeypatch.setattr(bench, "measure", lambda one: cost)
    as_json = CliRunner().invoke(bench.main, ["hostile", "--json"])
    assert json.loads(as_json.stdout)["steep"] == ["nothing"]
    shown = CliRunner().invoke(bench.main, ["hostile"]).stdout
    assert "nothing" in shown and "1.90 !" in shown
