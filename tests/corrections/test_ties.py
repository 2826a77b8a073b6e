"""Utterances joined and split by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.corrections.reading import CorrectionError
from onrecord.corrections.ties import Tied, correct_ties
from onrecord.models import Correction, Utterance
from onrecord.utterances.families import tie
from tests.corrections.examples import decide
from tests.utterances.statements import say

# one sentence in three reports, a stretch of its turn, and two that are like nothing else
LONG = "we will build the long bridge over the river again"
A = replace(say(LONG, article="a", published="2023-04-20"), id="a")
MORE = replace(say("as soon as we can", article="a", at=100, turn=0), id="more")
B = replace(say(LONG, article="b", published="2023-04-21"), id="b")
C = replace(say(LONG, article="c", published="2023-04-22"), id="c")
COLD = replace(say("it is cold", article="d", published="2023-04-23"), id="cold")
ICY = replace(say("the weather is icy today", article="e", published="2023-04-24"), id="icy")
STATEMENTS = (A, MORE, B, C, COLD, ICY)
UTTERANCES = tie(STATEMENTS)


def made(*corrections: Correction) -> Tied:
    return correct_ties(corrections, UTTERANCES, STATEMENTS, ())


def groups(utterances: tuple[Utterance, ...]) -> dict[str, str]:
    """Return the quotes of each utterance by its id, the earliest first."""
    return {u.id: " ".join(v.quote_id for v in u.variants) for u in utterances}


def test_the_machine_ties_the_sentence() -> None:
    assert groups(UTTERANCES) == {"a": "a more b c", "cold": "cold", "icy": "icy"}
    assert made() == Tied(UTTERANCES, ())


def test_two_are_joined_under_the_earlier() -> None:
    tied = made(decide("icy", "tied_to", None, "cold"))
    assert groups(tied.utterances) == {"a": "a more b c", "cold": "cold icy"}
    joined = tied.utterances[1]
    assert joined.text == ICY.quote.text  # the fullest
    assert {v.relation for v in joined.variants} == {"exact", "reworded"}
    moved = [(row.table, row.row_id, row.leads_to) for row in tied.rows if row.effect == "moved"]
    assert moved == [("utterances", "icy", "cold")]


def test_one_leaves() -> None:
    tied = made(decide("b", "tied_to", "a"))
    assert groups(tied.utterances) == {"a": "a more c", "b": "b", "cold": "cold", "icy": "icy"}
    assert all(row.effect == "changed" for row in tied.rows)


def test_one_leaves_with_its_turn() -> None:
    tied = made(decide("more", "tied_to", "c"))
    assert groups(tied.utterances)["a"] == "a more"
    assert groups(tied.utterances)["b"] == "b c"


def test_a_stretch_leaves_its_turn() -> None:
    tied = made(decide("more", "tied_to", "a"))
    assert groups(tied.utterances)["a"] == "a b c"
    assert groups(tied.utterances)["more"] == "more"


def test_one_moves_from_one_to_another() -> None:
    tied = made(decide("c", "tied_to", "a", "cold"))
    assert groups(tied.utterances) == {"a": "a more b", "c": "c cold", "icy": "icy"}
    moved = [(row.row_id, row.leads_to) for row in tied.rows if row.effect == "moved"]
    assert moved == [("cold", "c")]


def test_two_leave_together() -> None:
    tied = made(decide("b", "tied_to", "a", "c"), decide("c", "tied_to", "a"))
    assert groups(tied.utterances)["b"] == "b c"
    assert groups(tied.utterances)["a"] == "a more"


MISFITS = [
    (decide("x", "tied_to", None, "a"), "there is no quote x"),
    (decide("a", "tied_to", "x"), "there is no quote x"),
    (decide("a", "tied_to"), "give in `before`"),
    (decide("cold", "tied_to", "a"), "is not tied to a any more; remove the correction"),
    (decide("b", "tied_to", None, "a"), "is tied to a by itself; remove the correction"),
]


@pytest.mark.parametrize(("correction", "words"), MISFITS)
def test_a_tie_that_fits_nothing_is_named_with_its_line(correction: Correction, words: str) -> None:
    with pytest.raises(CorrectionError, match=f"corrections.yml:1: .*{words}"):
        made(correction)


def test_ties_that_undo_one_another_are_named() -> None:
    with pytest.raises(CorrectionError, match="another correction ties the two again"):
        made(decide("b", "tied_to", "a", "cold"), decide("cold", "tied_to", None, "c"))


MANY = (
    decide("icy", "tied_to", None, "cold"),
    decide("b", "tied_to", "a"),
    decide("more", "tied_to", "a", "icy"),
    decide("cold", "tied_to", None, "b"),
)


@settings(max_examples=40, deadline=None)
@given(st.permutations(MANY))
def test_the_order_of_corrections_makes_no_difference(shuffled: list[Correction]) -> None:
    one, other = made(*MANY), made(*shuffled)
    assert one.utterances == other.utterances
    assert set(one.rows) == set(other.rows)
