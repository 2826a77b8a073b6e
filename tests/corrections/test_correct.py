"""Corrections, and what they make of a reading."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.corrections.correct import Corrected, correct
from onrecord.corrections.reading import CorrectionError
from onrecord.db.context import Surroundings
from onrecord.models import (
    Correction,
    CorrectionField,
    Event,
    NameForm,
    Statement,
)
from onrecord.utterances.events import Calendar
from tests.corrections.examples import (
    COPY,
    FERRIES,
    HARBOUR,
    HEADLINE,
    ICE,
    INNER,
    OUTER,
    STATEMENTS,
    TOP,
    WAIT,
    A,
    B,
    decide,
    reading,
)


def made(*corrections: Correction) -> Corrected:
    return correct(corrections, reading())


def problems(*corrections: Correction) -> tuple[str, ...]:
    with pytest.raises(CorrectionError) as caught:
        made(*corrections)
    return caught.value.problems


def of(corrected: Corrected, statement: Statement) -> Statement:
    return next(s for s in corrected.statements if s.id == statement.id)


def touched(corrected: Corrected) -> set[tuple[str, str, str, str | None]]:
    return {(row.table, row.row_id, row.effect, row.leads_to) for row in corrected.rows}


def test_without_corrections_nothing_changes() -> None:
    read = reading()
    assert made() == Corrected((A, B), STATEMENTS, dict(read.people), (), ())


# --- the columns of a quote


def test_a_speaker_is_set_and_cleared() -> None:
    corrected = made(
        decide(FERRIES.id, "speaker_id", "ann-lee", "bob-ray"),
        decide(WAIT.id, "speaker_id", "cy-holm"),
        decide(TOP.id, "speaker_id", "ann-lee", "ann-lee, bob-ray"),
    )
    assert of(corrected, FERRIES).speaker_ids == ("bob-ray",)
    assert of(corrected, WAIT).speaker_ids == ()
    assert of(corrected, TOP).speaker_ids == ("ann-lee", "bob-ray")
    assert of(corrected, OUTER) == OUTER
    assert ("quotes", WAIT.id, "changed", None) in touched(corrected)


def test_a_correction_may_say_that_the_machine_is_right() -> None:
    corrected = made(decide(FERRIES.id, "speaker_id", "ann-lee", "ann-lee"))
    assert corrected.statements == STATEMENTS
    assert touched(corrected) == {("quotes", FERRIES.id, "changed", None)}


def test_a_kind_is_set() -> None:
    corrected = made(decide(FERRIES.id, "kind", "direct", "mixed"))
    assert of(corrected, FERRIES).quote.kind == "mixed"


DAYS = [
    ("2023-04-19", "2023-04-19", "2023-04-19", "day"),
    ("2023-04-18/2023-04-20", "2023-04-18", "2023-04-20", "range"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2022", "2022-01-01", "2022-12-31", "year"),
    (None, None, None, "unknown"),
]


@pytest.mark.parametrize(("value", "start", "end", "precision"), DAYS)
def test_days_are_set_and_cleared(
    value: str | None, start: str | None, end: str | None, precision: str
) -> None:
    dating = of(made(decide(FERRIES.id, "date_said", "2023-04-20", value)), FERRIES).dating
    assert (dating.start, dating.end, dating.precision) == (start, end, precision)
    assert dating.rule_id == "corrected"


@pytest.mark.parametrize(("value", "start", "end", "precision"), DAYS)
def test_days_are_told_as_they_are_written(
    value: str | None, start: str | None, end: str | None, precision: str
) -> None:
    read = reading()
    dating = of(made(decide(FERRIES.id, "date_said", "2023-04-20", value)), FERRIES).dating
    changed = replace(FERRIES, dating=dating)
    again = replace(read, statements={**read.statements, FERRIES.id: changed})
    corrected = correct([decide(FERRIES.id, "date_said", value, "2023-04-01")], again)
    assert of(corrected, FERRIES).dating.start == "2023-04-01"


def test_another_day_brings_another_event() -> None:
    fair = Event("fair", "Fair", "2023-05-01", "2023-05-01", words=("ferries",))
    fair = replace(fair, participants=("ann-lee",))
    read = replace(reading(), events=Calendar((fair,), {}))
    corrected = correct([decide(FERRIES.id, "date_said", "2023-04-20", "2023-05-01")], read)
    assert of(corrected, FERRIES).event_id == "fair"
    assert of(corrected, TOP).event_id is None


# --- who is who


def test_one_met_in_a_report_is_merged_into_one_known() -> None:
    corrected = made(decide("cy-holm", "merged_into", None, "bob-ray"))
    assert {of(corrected, s).speaker_ids for s in (OUTER, WAIT, ICE)} == {("bob-ray",)}
    assert corrected.people["bob-ray"].names == (NameForm("Cy Holm"),)
    assert "cy-holm" not in corrected.people
    assert ("people", "cy-holm", "moved", "bob-ray") in touched(corrected)
    assert ("quotes", ICE.id, "changed", None) in touched(corrected)


def test_a_name_that_moves_keeps_its_script_and_language() -> None:
    corrected = made(decide("cyrus-holm", "merged_into", None, "cy-holm"))
    assert of(corrected, COPY).speaker_ids == ("cy-holm",)
    assert corrected.people["cy-holm"].names == (NameForm("Сайрус Голм", "uk", "Cyrl"),)


def test_a_chain_of_merges_ends_at_its_last() -> None:
    corrected = made(
        decide("cyrus-holm", "merged_into", None, "cy-holm"),
        decide("cy-holm", "merged_into", None, "bob-ray"),
    )
    assert of(corrected, COPY).speaker_ids == of(corrected, ICE).speaker_ids == ("bob-ray",)
    forms = {name.form for name in corrected.people["bob-ray"].names}
    assert forms == {"Cy Holm", "Сайрус Голм"}
    assert ("people", "cyrus-holm", "moved", "bob-ray") in touched(corrected)


def test_a_joint_statement_of_two_who_are_one_has_one_speaker() -> None:
    corrected = made(
        decide(WAIT.id, "speaker_id", "cy-holm", "cy-holm, cyrus-holm"),
        decide("cyrus-holm", "merged_into", None, "cy-holm"),
    )
    assert of(corrected, WAIT).speaker_ids == ("cy-holm",)


def test_one_name_of_two_persons_is_told_apart_by_article() -> None:
    corrected = made(decide(B.id, "person_id", "cy-holm", "cy-holm-of-the-port"))
    assert of(corrected, ICE).speaker_ids == ("cy-holm-of-the-port",)
    assert of(corrected, WAIT).speaker_ids == ("cy-holm",)
    new = corrected.people["cy-holm-of-the-port"]
    assert (new.name, new.is_linked) == ("Cy Holm", False)
    assert touched(corrected) == {("quotes", ICE.id, "changed", None)}


def test_two_may_change_places_in_an_article() -> None:
    corrected = made(
        decide(A.id, "person_id", "cy-holm", "ann-lee"),
        decide(A.id, "person_id", "ann-lee", "cy-holm"),
    )
    assert of(corrected, WAIT).speaker_ids == ("ann-lee",)
    assert of(corrected, FERRIES).speaker_ids == ("cy-holm",)


def test_what_is_said_of_a_quote_wins_over_what_is_said_of_its_article() -> None:
    corrected = made(
        decide(WAIT.id, "speaker_id", "cy-holm", "bob-ray"),
        decide(A.id, "person_id", "cy-holm", "cy-holm-2"),
    )
    assert of(corrected, WAIT).speaker_ids == ("bob-ray",)
    assert of(corrected, OUTER).speaker_ids == ("cy-holm-2",)


# --- takedowns


def test_an_article_goes_with_its_quotes() -> None:
    corrected = made(decide(A.id, "take_down"))
    assert (corrected.articles, corrected.statements) == ((B,), (COPY, ICE))
    assert touched(corrected) == {
        ("articles", A.id, "gone", None),
        *(("quotes", s.id, "gone", None) for s in STATEMENTS if s.article is A),
    }


def test_a_quote_goes_with_what_it_holds_and_its_words_go_from_the_text() -> None:
    corrected = made(decide(OUTER.id, "take_down"))
    article, _ = corrected.articles
    assert {s.id for s in STATEMENTS} - {s.id for s in corrected.statements} == {
        OUTER.id,
        INNER.id,
    }
    assert "never" not in article.text
    assert len(article.text) == len(HARBOUR)
    for statement in corrected.statements:
        quote, text = statement.quote, statement.article.text
        whole = statement.article.headline if quote.part == "headline" else text
        assert whole[quote.span.start : quote.span.end] == quote.text
        assert not any("never" in side for side in Surroundings(statement.article).of(quote))


def test_words_go_wherever_the_report_has_them() -> None:
    summary = "Lee: ‘The ferries will run again in May’. The rest is not said."
    told = replace(A, headline="THE FERRIES WILL RUN AGAIN IN MAY", summary=summary)
    said = [replace(s, article=told) for s in STATEMENTS if s.article is A and s is not TOP]
    read = replace(reading(), articles={A.id: told}, statements={s.id: s for s in said})
    (article,) = correct([decide(FERRIES.id, "take_down")], read).articles
    assert article.headline == "██████ ██████ ██████ ██████ █████"
    assert article.summary and article.summary.endswith("’. The rest is not said.")
    assert "ferries" not in article.summary + article.text


def test_few_words_go_from_their_place_only() -> None:
    said = replace(INNER, quote=replace(INNER.quote, text="never"), inside_id=None)
    again = replace(A, text=A.text.replace("against it", "never for"))
    read = replace(
        reading(),
        articles={A.id: again},
        statements={said.id: replace(said, article=again, quote=said.quote)},
    )
    (article,) = correct([decide(said.id, "take_down")], read).articles
    assert "never for" in article.text


def test_words_that_another_quote_has_too_are_not_taken_down_alone() -> None:
    (problem,) = problems(decide(TOP.id, "take_down"))
    assert f"quote {FERRIES.id} prints words of it; take that down too" in problem
    (problem,) = problems(decide(FERRIES.id, "take_down"))
    assert f"quote {TOP.id} prints words of it" in problem
    (problem,) = problems(decide(INNER.id, "take_down"))
    assert f"quote {OUTER.id} prints words of it" in problem
    corrected = made(decide(TOP.id, "take_down"), decide(FERRIES.id, "take_down"))
    article = corrected.articles[0]
    assert "ferries" not in article.headline + article.text


def test_what_is_gone_from_the_input_keeps_its_reason_or_its_way() -> None:
    gone = decide("news-gone", "taken_down", "aaaaaaaaaaaa, bbbbbbbbbbbb")
    corrected = made(gone, decide("cccccccccccc", "moved_to", None, ICE.id))
    assert corrected.statements == STATEMENTS
    assert touched(corrected) == {
        ("articles", "news-gone", "gone", None),
        ("quotes", "aaaaaaaaaaaa", "gone", None),
        ("quotes", "bbbbbbbbbbbb", "gone", None),
        ("quotes", "cccccccccccc", "moved", ICE.id),
    }


# --- what fits nothing

MISFITS: list[tuple[str, CorrectionField, str | None, str | None, str]] = [
    ("eeeeeeeeeeee", "kind", "direct", "mixed", "no such quote"),
    ("news-c", "take_down", None, None, "no such article or quote; .* make the field taken_down"),
    (FERRIES.id, "speaker_id", "bob-ray", "ann-lee", "now reads ann-lee, not bob-ray"),
    (FERRIES.id, "speaker_id", None, "bob-ray", "now reads ann-lee, not nothing"),
    (FERRIES.id, "speaker_id", "ann-lee", "nobody", "nobody: nobody has that id"),
    (FERRIES.id, "kind", "direct", "shouted", "shouted is no kind; use direct, mixed, indirect"),
    (FERRIES.id, "kind", "direct", None, "None is no kind"),
    (FERRIES.id, "date_said", "2023-04-20", "Thursday", "Thursday is no day; write YYYY-MM-DD"),
    (FERRIES.id, "date_said", "2023-04-20", "2023-02-30", "is no day"),
    (FERRIES.id, "date_said", "2023-04-20", "2023-13", "is no day"),
    (FERRIES.id, "date_said", "2023-04-20", "2023-04-20/2023-04-19", "is no day"),
    (FERRIES.id, "date_said", "2023-04-20", "20230420", "is no day"),
    ("ann-lee", "merged_into", None, "bob-ray", "stands in a data file; merge the two entries"),
    ("di-moe", "merged_into", None, "bob-ray", "nobody met in a report has .* moved_to"),
    ("cy-holm", "merged_into", None, "cy-holm", "cy-holm is nobody else's id"),
    ("cy-holm", "merged_into", None, None, "None is nobody else's id"),
    ("news-c", "person_id", "cy-holm", "bob-ray", "no such article"),
    (A.id, "person_id", "cyrus-holm", "bob-ray", "cyrus-holm says nothing in this article"),
    (A.id, "person_id", "cy-holm", "di-moe", "di-moe is nobody's id; .* begin with cy-holm-"),
    (A.id, "taken_down", None, None, "is still in the input; make the field take_down"),
    ("x", "taken_down", FERRIES.id, None, f"{FERRIES.id} is still in the input"),
    (FERRIES.id, "take_down", "direct", None, "`before` says nothing here; leave it out"),
    ("x", "taken_down", None, "y", "`after` says nothing here"),
    ("cy-holm", "merged_into", "cy-holm", "bob-ray", "`before` says nothing here"),
    (FERRIES.id, "moved_to", None, ICE.id, "is still there; remove the correction"),
    ("cccccccccccc", "moved_to", None, "dddddddddddd", "dddddddddddd is no row's id"),
]


@pytest.mark.parametrize(("target", "field", "before", "after", "words"), MISFITS)
def test_a_correction_that_fits_nothing_is_named_with_its_line(
    target: str, field: CorrectionField, before: str | None, after: str | None, words: str
) -> None:
    with pytest.raises(CorrectionError, match=words) as caught:
        made(decide(target, field, before, after, line=7))
    (problem,) = caught.value.problems
    assert problem.startswith(f"corrections.yml:7: {target}, {field}: ")


def test_a_correction_of_a_page_waits_where_its_digest_is_read() -> None:
    of_page = replace(decide("eeeeeeeeeeee", "kind", "indirect", "mixed"), article=A.id)
    tied = replace(decide(FERRIES.id, "tied_to", None, "eeeeeeeeeeee"), article=A.id)
    down = replace(decide("ffffffffffff", "take_down"), article=A.id)
    corrected = made(of_page, tied, down)
    assert (corrected.statements, corrected.corrections) == (STATEMENTS, ())
    page = replace(A, source=replace(A.source, basis="capture"))
    read = replace(reading(), articles={A.id: page, B.id: B})
    with pytest.raises(CorrectionError, match="no such quote"):
        correct([of_page], read)
    (problem,) = problems(replace(of_page, article="news-c"))
    assert "there is no article news-c" in problem


def test_all_problems_are_named_at_once() -> None:
    assert len(problems(decide("x", "kind", None, "direct"), decide("y", "take_down"))) == 2


def test_two_corrections_of_one_thing_contradict_each_other() -> None:
    first = decide(FERRIES.id, "kind", "direct", "mixed", line=3)
    second = decide(FERRIES.id, "kind", "direct", "indirect", line=9)
    (problem,) = problems(first, second)
    assert (
        problem.startswith("corrections.yml:9: ") and "is corrected at corrections.yml:3" in problem
    )
    (problem,) = problems(first, decide(FERRIES.id, "take_down", line=9))
    assert problem.startswith("corrections.yml:3: ") and "is taken down at" in problem


def test_merges_that_lead_round_are_refused() -> None:
    found = problems(
        decide("cy-holm", "merged_into", None, "cyrus-holm"),
        decide("cyrus-holm", "merged_into", None, "cy-holm"),
    )
    assert len(found) == 2 and all("in a ring" in problem for problem in found)


def test_an_address_does_not_lead_to_what_was_taken_down() -> None:
    (problem,) = problems(
        decide("cccccccccccc", "moved_to", None, ICE.id), decide(ICE.id, "take_down")
    )
    assert "was merged or taken down" in problem


# --- in any order

MANY = (
    decide(FERRIES.id, "speaker_id", "ann-lee", "ann-lee, cyrus-holm"),
    decide(FERRIES.id, "date_said", "2023-04-20", "2023-04"),
    decide(COPY.id, "kind", "direct", "mixed"),
    decide("cy-holm", "merged_into", None, "bob-ray"),
    decide("cyrus-holm", "merged_into", None, "cy-holm"),
    decide(A.id, "person_id", "cy-holm", "cy-holm-2"),
    decide(A.id, "person_id", "ann-lee", "bob-ray"),
    decide(OUTER.id, "take_down"),
    decide("news-gone", "taken_down"),
    decide("dddddddddddd", "moved_to", None, COPY.id),
)


@settings(max_examples=60, deadline=None)
@given(st.permutations(MANY), st.sets(st.sampled_from(range(len(MANY)))))
def test_the_order_of_corrections_makes_no_difference(
    shuffled: list[Correction], left_out: set[int]
) -> None:
    kept = [correction for n, correction in enumerate(MANY) if n not in left_out]
    again = [correction for correction in shuffled if correction in kept]
    assert correct(again, reading()) == correct(kept, reading())


def test_a_headline_stays_where_nothing_is_said_of_it() -> None:
    assert made(decide(ICE.id, "take_down")).articles[0].headline == HEADLINE
