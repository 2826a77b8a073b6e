"""The measures that ties rest on; what they add up to is in test_families.py."""

from __future__ import annotations

import pytest

from onrecord.utterances.likeness import lies_inside, likeness, read_passage, split_sentences

INSIDE = [
    ("only matter of time", "It is only a matter of time before it rains.", True),
    ("feasible", "The plan is feasible.", True),
    ("air defense", "our air defence", True),
    ("matter of time", "of time and matter", False),  # another order
    ("will send troops", "We will not send troops.", False),  # the word between turns it round
    ("rain and snow", "Rain fell for days on end and then came the snow.", False),  # far apart
    ("feasible", "The plan is achievable.", False),
    ("of the", "the end of the war", False),  # no word of its own
    ("the end of the war is near", "the end of the war", False),
]


@pytest.mark.parametrize(("part", "whole", "inside"), INSIDE)
def test_lies_inside(part: str, whole: str, inside: bool) -> None:
    assert lies_inside(read_passage(part), read_passage(whole)) is inside


LIKENESS = [
    ("It rains in Riga all day.", "It rains in Riga all day", 1.0, 1.0),
    ("We hold the line today and tomorrow.", "They hold the line today, and tomorrow.", 0.8, 0.99),
    ("We stand with Riga all winter.", "We stand with Oslo all winter.", 0.0, 0.0),
    ("We stand with Kyiv all winter.", "We stand with Kiev all winter.", 1.0, 1.0),
    ("We lost 20 ships in spring.", "We lost 31 ships in spring.", 0.0, 0.0),
    ("We will not leave the harbour.", "We will leave the harbour.", 0.0, 0.0),
    ("The harvest is safe.", "A ship will sail.", 0.0, 0.0),
]


@pytest.mark.parametrize(("one", "other", "least", "most"), LIKENESS)
def test_likeness(one: str, other: str, least: float, most: float) -> None:
    found = likeness(read_passage(one), read_passage(other))
    assert least <= found <= most
    assert found == likeness(read_passage(other), read_passage(one))


def test_sentences() -> None:
    text = "Mr. Lee came. He left the U.S. soon!\nIt rained"
    assert split_sentences(text) == ["Mr. Lee came.", "He left the U.S. soon!", "It rained"]
