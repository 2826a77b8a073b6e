"""The lists beside the engine are in order, and say what they should."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import get_args

import pytest

from onrecord.models import CueClass
from onrecord.quotes import lexicon
from onrecord.quotes.attribute import read_weights
from tests.quotes.marked import cases

LISTS = ["cue_verbs.txt", "other_verbs.txt"]
WEIGHTS = ["attribution_weights.tsv", "indirect_weights.tsv"]
CLASSES = set(get_args(CueClass)) - {"none"}


def lines(name: str) -> list[str]:
    """Return a committed list's lines without its heading."""
    text = files("onrecord.quotes").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_and_has_nothing_twice(name: str) -> None:
    bases = [line.split()[0] for line in lines(name)]
    assert bases == sorted(set(bases))


@pytest.mark.parametrize("name", [*LISTS, *WEIGHTS])
def test_a_list_says_where_it_comes_from(name: str) -> None:
    text = files("onrecord.quotes").joinpath(name).read_text(encoding="utf-8")
    assert re.match(r"# .{20,}", text)


def test_every_cue_has_a_class() -> None:
    assert {line.split()[1] for line in lines("cue_verbs.txt")} == CLASSES
    assert set(lexicon.CUE_CLASSES.values()) == CLASSES
    assert set(lexicon.CUE_NOUNS.values()) == CLASSES


def test_no_other_verb_is_a_cue() -> None:
    others = {line.split()[0] for line in lines("other_verbs.txt")}
    assert others & lexicon.CUE_CLASSES.keys() == set()


def test_no_word_is_of_two_closed_classes() -> None:
    # quantifiers are determiners that stand alone; "like" and "near" are verbs elsewhere
    sets = [lexicon.PRONOUNS, lexicon.OTHER_PRONOUNS, lexicon.RELATIVES - {"that"},
            lexicon.AUXILIARIES, lexicon.ADVERBS, lexicon.CONJUNCTIONS]  # fmt: skip
    words = [word for one in sets for word in one]
    assert sorted(words) == sorted(set(words))


def test_no_title_is_cut_in_two() -> None:
    assert [word for word in lexicon.NAME_TITLES if word.endswith("-")] == []
    assert {"secretary-general", "then-president"} <= lexicon.NAME_TITLES


NOT_VERBS = (lexicon.NOT_VERBS_IN_ED | lexicon.NOT_VERBS_IN_ING) - {"hearing"}


@pytest.mark.parametrize("word", cases(sorted(NOT_VERBS), {"hearing": "a form of the cue “hear”"}))
def test_a_word_that_looks_like_a_verb_is_none(word: str) -> None:
    assert lexicon.tag_of(word) == "w"


@pytest.mark.parametrize("name", WEIGHTS)
def test_weights_can_be_read_and_are_sorted(name: str) -> None:
    rows = [line.split("\t") for line in lines(name)]
    names = [feature for feature, _ in rows]
    assert names == sorted(set(names))
    weights = read_weights(name)
    assert list(weights) == names
    assert len(weights) > 500
    for feature, printed in rows:
        assert re.fullmatch(r"-?\d+\.\d\d", printed), feature
        assert 0 < abs(weights[feature]) < 20, feature


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("claim", "claims claimed claimed claiming"),
        ("argue", "argues argued argued arguing"),
        ("deny", "denies denied denied denying"),
        ("convey", "conveys conveyed conveyed conveying"),
        ("stress", "stresses stressed stressed stressing"),
        ("plan", "plans planned planned planning"),
        ("vow", "vows vowed vowed vowing"),
        ("admit", "admits admitted admitted admitting"),
        ("echo", "echoes echoed echoed echoing"),
        ("quip", "quips quipped quipped quipping"),
    ],
)
def test_inflect(base: str, forms: str) -> None:
    assert " ".join(lexicon.inflect(base)) == forms
