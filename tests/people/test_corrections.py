"""Corrections, and what they make of a reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.models import Correction, Statement
from onrecord.people.corrections import Corrected, CorrectionError, apply
from tests.utterances.statements import say

FIRST = replace(say("It rains.", article="news-a"), id="aaaaaaaaaaaa")
SECOND = replace(say("It snows.", article="news-a", at=50), id="bbbbbbbbbbbb")
OTHER = replace(say("It pours.", article="news-b"), id="cccccccccccc")
NESTED = replace(say("pours", article="news-b", at=5), id="dddddddddddd", inside_id=OTHER.id)
STATEMENTS = (FIRST, SECOND, OTHER, NESTED)


def correct(*fields: tuple[str, str, str | None, str | None]) -> Corrected:
    corrections = [
        Correction(target, field, before, after, "a reason", "https://news.example", "2026-11-21")
        for target, field, before, after in fields
    ]
    articles = [FIRST.article, OTHER.article]
    return apply(corrections, articles, STATEMENTS, {"ann-lee", "bob-ray"})


def of(corrected: Corrected, statement: Statement) -> Statement:
    return next(s for s in corrected.statements if s.id == statement.id)


def test_nothing_to_correct() -> None:
    assert correct() == Corrected((FIRST.article, OTHER.article), STATEMENTS)


def test_a_speaker_is_set_and_cleared() -> None:
    corrected = correct(
        (FIRST.id, "speaker_id", "ann-lee", "bob-ray"), (SECOND.id, "speaker_id", "ann-lee", None)
    )
    assert of(corrected, FIRST).speaker_ids == ("bob-ray",)
    assert of(corrected, SECOND).speaker_ids == ()
    assert of(corrected, OTHER) == OTHER


def test_a_second_correction_goes_on_from_the_first() -> None:
    corrected = correct(
        (FIRST.id, "speaker_id", "ann-lee", None), (FIRST.id, "speaker_id", None, "bob-ray")
    )
    assert of(corrected, FIRST).speaker_ids == ("bob-ray",)


def test_a_kind_is_set() -> None:
    assert of(correct((FIRST.id, "kind", "direct", "mixed")), FIRST).quote.kind == "mixed"


def test_a_day_is_set_and_cleared() -> None:
    day = "2023-04-20"
    dating = of(correct((FIRST.id, "date_said", day, "2023-04-19")), FIRST).dating
    assert (dating.start, dating.precision, dating.rule_id) == ("2023-04-19", "day", "corrected")
    dating = of(correct((FIRST.id, "date_said", day, None)), FIRST).dating
    assert (dating.start, dating.precision) == (None, "unknown")


def test_an_article_goes_with_its_quotes() -> None:
    corrected = correct(("news-a", "take_down", None, None))
    assert corrected == Corrected((OTHER.article,), (OTHER, NESTED))


def test_a_quote_goes_and_what_it_framed_stands_alone() -> None:
    corrected = correct((OTHER.id, "take_down", None, None))
    assert len(corrected.articles) == 2
    assert corrected.statements == (FIRST, SECOND, replace(NESTED, inside_id=None))


WRONG = [
    ("eeeeeeeeeeee", "kind", "direct", "mixed", "no such quote"),
    ("news-c", "take_down", None, None, "no such article or quote"),
    (FIRST.id, "speaker_id", "bob-ray", "ann-lee", "is now ann-lee, not bob-ray"),
    (FIRST.id, "speaker_id", None, "bob-ray", "is now ann-lee, not None"),
    (FIRST.id, "speaker_id", "ann-lee", "nobody-known", "not in people.yml"),
    (FIRST.id, "kind", "direct", "shouted", "is no kind"),
    (FIRST.id, "date_said", "2023-04-20", "Thursday", "is no day"),
    (FIRST.id, "text", "It rains.", "It rained.", "can't be corrected"),
]


@pytest.mark.parametrize(("target", "field", "before", "after", "words"), WRONG)
def test_a_correction_that_fits_nothing_is_named(
    target: str, field: str, before: str | None, after: str | None, words: str
) -> None:
    with pytest.raises(CorrectionError, match=words) as caught:
        correct((target, field, before, after))
    assert target in caught.value.problems[0]


def test_all_problems_are_named_at_once() -> None:
    with pytest.raises(CorrectionError) as caught:
        correct(("x", "kind", None, "direct"), ("y", "take_down", None, None))
    assert len(caught.value.problems) == 2
