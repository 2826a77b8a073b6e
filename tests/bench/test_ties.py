"""Made-up sayings are as they should be, and are tied as well and as fast as ever."""

from __future__ import annotations

import random

import pytest
from click.testing import CliRunner

from onrecord.bench import __main__ as program
from onrecord.bench.sayings import Sayings, make_sayings
from onrecord.bench.ties import TieCost, shares, tie_made_up
from onrecord.utterances.families import tie

TEXT = (
    "We will hold the bridge over the river as long as it takes. It is a matter of time and of"
    " money. I have told the minister that we cannot wait for another winter. They are not ready"
    " to leave the harbour, and that is the truth. The soldiers need missiles before autumn."
)


@pytest.fixture(scope="module")
def made() -> Sayings:
    """Return some sayings."""
    return make_sayings(3_000, [TEXT])


def test_sayings_are_uneven(made: Sayings) -> None:
    assert len(made.statements) == len(made.truth) == len({s.id for s in made.statements})
    texts = [statement.quote.text for statement in made.statements]
    assert len(set(texts)) < 0.9 * len(texts)  # copies
    assert len(set(made.truth)) < 0.7 * len(texts)
    speakers = [statement.speaker_ids for statement in made.statements]
    assert speakers.count(("speaker-1",)) > 20 * speakers.count(("speaker-1000",))
    assert any(len(speaking) == 2 for speaking in speakers)
    assert any(speaking == ("office-0",) for speaking in speakers)
    assert {s.quote.part for s in made.statements} == {"headline", "body"}
    assert {s.quote.kind for s in made.statements} == {"direct", "mixed"}
    assert {s.dating.precision for s in made.statements} == {"day", "range", "unknown"}


def test_the_same_seed_makes_the_same(made: Sayings) -> None:
    assert make_sayings(3_000, [TEXT]) == made
    assert make_sayings(3_000, [TEXT], seed=8) != made


def test_the_order_of_the_input_does_not_matter(made: Sayings) -> None:
    expected = tie(made.statements, made.people)
    shuffled = [*made.statements]
    random.Random(1).shuffle(shuffled)
    assert tie(shuffled, made.people) == expected
    tied = [variant.quote_id for utterance in expected for variant in utterance.variants]
    assert sorted(tied) == sorted(statement.id for statement in shuffled)


def test_made_up_quotes_are_tied_well() -> None:
    cost = tie_made_up(4_000)
    # 99.9 and 95.7 were measured; at a million 99.6 and 96.2
    assert cost.precision >= 0.995
    assert cost.recall >= 0.94
    assert cost.quotes == 4_000 > cost.utterances
    assert cost.microseconds_per_quote == pytest.approx(1e6 * cost.seconds / 4_000)


def test_shares() -> None:
    assert shares([1, 1, 2], [1, 1, 2]) == (1, 1)
    assert shares([1, 1, 1], [1, 1, 2]) == pytest.approx((5 / 9, 1))
    assert shares([1, 2, 3], [1, 1, 2]) == pytest.approx((1, 2 / 3))


def test_a_reader_sees_each_size(monkeypatch: pytest.MonkeyPatch) -> None:
    def measured(quotes: int) -> TieCost:
        return TieCost(quotes, 2.0, 2e6 / quotes, 100.0, 9, 0.99, 0.96)

    monkeypatch.setattr(program, "measure_ties", measured)
    shown = CliRunner().invoke(program.main, ["ties", "--quotes", "20000"]).stdout
    for words in ("10,000", "20,000", "99.0", "96.0", "200"):
        assert words in shown
    assert "100,000" not in shown
