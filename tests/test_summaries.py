from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.models import Kind, Span, Statement
from onrecord.summaries import disagreements, place_in_summary
from tests.db.small import dataset

MODEL = dataset().statements[1]


def says(words: str, who: str = "ada-lind", kind: Kind = "direct", at: int = 0) -> Statement:
    quote = replace(MODEL.quote, text=words, kind=kind, span=Span(at, at + len(words)))
    return replace(MODEL, quote=quote, speaker_ids=(who,) if who else ())


CASES = [
    ([says("We won,")], [says("We won.")], []),
    ([says("“We won’t”")], [says("we won't")], []),
    ([says("We won,")], [], ["“We won,” (ada-lind): the digest lacks it"]),
    ([], [says("We won,", "")], ["“We won,” (nobody): only the digest has it"]),
    ([says("We won,")], [says("We won,", "bo-ek")],
     ["“We won,” (ada-lind): the digest's speaker is bo-ek"]),
    ([says("they won", kind="indirect")], [], []),
    ([says("We won"), says("We lost")], [says("We lose")],
     ["“We won” (ada-lind): the digest lacks it", "“We lost” (ada-lind): the digest lacks it",
      "“We lose” (ada-lind): only the digest has it"]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "digest", "said"), CASES)
def test_page_and_digest_must_agree(
    page: list[Statement], digest: list[Statement], said: list[str]
) -> None:
    before = "evening-2024-03-05-bridges, body, "
    assert list(disagreements(page, digest)) == [before + sentence for sentence in said]


def test_the_same_words_in_another_part_are_no_match() -> None:
    headline = replace(MODEL, quote=replace(MODEL.quote, part="headline"))
    assert len(list(disagreements([MODEL], [headline]))) == 2


def test_quotes_find_their_place_in_the_summary() -> None:
    page = [says("We won,", at=40), says("We lost,", at=80)]
    placed = place_in_summary(page, [says("we won", at=7)])
    assert [statement.summary_span for statement in placed] == [Span(7, 13), None]


def test_a_headline_has_no_place_in_the_summary() -> None:
    headline = replace(MODEL, quote=replace(MODEL.quote, part="headline"))
    (placed,) = place_in_summary([headline], [headline])
    assert placed.summary_span is None
