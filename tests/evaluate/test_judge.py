"""Outcomes and measures of small texts, the values worked out by hand."""

from __future__ import annotations

import pytest

from onrecord.evaluate.judge import judge
from onrecord.evaluate.measures import MEASURES, score
from onrecord.evaluate.outcomes import Outcome
from tests.evaluate.small import marked, read

# seven stretches in marks: five of 1's, 2's and 4's with a source, one of 3's without, one nobody's
ARTICLE = marked(
    "“⟦1d We won the match at last,⟧” ⟦1s Ann Lee⟧ ⟦1c said⟧. “⟦1d It rained all day.⟧”\n"
    "⟦2s The mayor⟧ ⟦2c called⟧ it ⟦2i ‘⟦2m a show⟧’ and ‘⟦2m hard work indeed⟧’⟧.\n"
    "A wall ⟦3c bore⟧ the words “⟦3d Never here⟧”. The film was “⟦x Rain⟧”.\n"
    "⟦4s ⟦5s Bo Roe⟧⟧ ⟦4c promised⟧ ⟦4i to pay for the broken bridge in May⟧ and ⟦5c hopes⟧"
    " ⟦5i:belief for sun⟧.\n",
    "Ann Lee | 1",
    "unnamed | 2 3",
    "Bo Roe | 4 5",
)
READINGS = [
    read(ARTICLE, "We won the match at last,", "Ann Lee", name="Ann Lee"),
    # 12 of the 14 letters of "It rained all day", and the wrong source
    read(ARTICLE, "rained all day.", "The mayor"),
    read(ARTICLE, "hard work indeed", "The mayor", kind="mixed"),
    read(ARTICLE, "Never here", None),
    read(ARTICLE, "Rain", "Bo Roe", kind="mixed"),
    read(ARTICLE, "pay for the broken bridge", "Bo Roe", kind="indirect", name="Bo Roe"),
    read(ARTICLE, "the words", "Bo Roe", kind="indirect"),
    # where words in marks are marked an indirect statement is neither right nor wrong
    read(ARTICLE, "a show’ and ‘hard work", "The mayor", kind="indirect"),
]


def outcome() -> Outcome:
    return judge(ARTICLE, READINGS)


def test_every_stretch_is_judged() -> None:
    pieces = {ARTICLE.text[p.spans[0].start : p.spans[0].end]: p for p in outcome().wanted_pieces}
    assert {words: (p.is_exact, p.is_found, p.is_right) for words, p in pieces.items()} == {
        "We won the match at last,": (True, True, True),
        "It rained all day.": (True, True, False),
        "a show": (False, False, False),
        "hard work indeed": (True, True, True),
        "Never here": (True, True, None),
    }
    given = {
        p.said.quote.text: (p.is_exact, p.is_found, p.is_right) for p in outcome().given_pieces
    }
    assert given == {
        "We won the match at last,": (True, True, True),
        "rained all day.": (True, True, False),
        "hard work indeed": (True, True, True),
        "Never here": (True, True, True),  # no source marked, none given
        "Rain": (False, False, False),
    }


def test_indirect_statements_are_judged_as_wholes() -> None:
    wanted = [(one.is_found, one.is_right) for one in outcome().wanted_statements]
    assert wanted == [(True, True), (False, False)]
    given = [(one.said.quote.text, one.is_found) for one in outcome().given_statements]
    assert given == [("pay for the broken bridge", True), ("the words", False)]


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall)


def test_the_measures_are_what_a_hand_counts() -> None:
    values = {id_: one.value for id_, one in score([outcome()], MEASURES).items()}
    expected = {
        "exact": f1(4 / 5, 4 / 5),
        "lenient": f1(4 / 5, 4 / 5),
        "attribution": 2 / 3,
        "end_to_end": f1(2 / 4, 2 / 4),  # without “Never here”, whose source nobody marked
        "indirect": f1(1 / 2, 1 / 2),
        "indirect_content": f1(1 / 2, 1 / 2),
        "indirect_speech": 1.0,
        "words_1-2": f1(1 / 2, 1 / 2),
        "words_3-5": f1(2 / 2, 2 / 2),
        "words_6+": f1(1 / 1, 1 / 1),
        "found_direct": 1.0,
        "attribution_direct": 1 / 2,
        "found_mixed": 1 / 2,
        "attribution_mixed": 1.0,
        # Lee; the second not, being nobody; the mayor and the wall are nobody; Roe
        "identity": 4 / 5,
        "identity_given": 2 / 2,
    }
    assert values == pytest.approx(expected)


def test_one_reading_is_paired_with_one_stretch() -> None:
    article = marked("“⟦1d We won⟧” and “⟦1d we lost⟧”, ⟦1c said⟧ ⟦1s Lee⟧.", "Lee | 1")
    whole = read(article, "We won” and “we lost", "Lee")
    found = judge(article, [whole, read(article, "We won", "Lee")])
    assert [one.is_exact for one in found.wanted_pieces] == [True, False]
    assert [one.is_found for one in found.wanted_pieces] == [True, True]


def test_a_stretch_read_twice_counts_once_and_with_its_source() -> None:
    article = marked("“⟦1d We won⟧”, ⟦1c said⟧ ⟦1s Lee⟧.", "Lee | 1")
    found = judge(article, [read(article, "We won"), read(article, "We won", "Lee")])
    (given,) = found.given_pieces
    assert given.is_right


def test_a_quotation_over_lines_is_judged_line_by_line() -> None:
    article = marked("“⟦1d We won⟧\n“⟦1d We lost⟧” ⟦1c said⟧ ⟦1s Lee⟧.", "Lee | 1")
    both = read(article, "We won\n“We lost", "Lee")
    found = judge(article, [both])
    assert [one.is_exact for one in found.wanted_pieces] == [True, True]
    assert len(found.given_pieces) == 2


def test_a_quote_inside_another_is_counted_apart() -> None:
    article = marked(
        "“⟦1d He told us ‘⟦2d never again⟧’ in May,⟧” ⟦1c said⟧ ⟦1s Lee⟧.", "Lee | 1", "unnamed | 2"
    )
    found = judge(article, [read(article, "He told us ‘never again’ in May,", "Lee")])
    assert (len(found.wanted_pieces), found.nested) == (1, (False,))


def test_the_interval_holds_the_value_and_is_the_same_every_time() -> None:
    empty = judge(ARTICLE, [])
    outcomes = [outcome(), empty, outcome(), outcome()]
    first, second = (score(outcomes, MEASURES, drawings=100)["exact"] for _ in range(2))
    assert first == second
    assert first.low is not None and first.high is not None
    assert 0 <= first.low < first.value < first.high <= 1
    assert score([empty, empty], MEASURES)["exact"].value == 0
