"""Which statements are one utterance, and which must stay apart."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.bench.sayings import make_sayings
from onrecord.models import Statement, Utterance
from onrecord.utterances.families import tie
from tests.people.people import EVERYONE
from tests.utterances.pairs import (
    ONE_ARTICLE_OTHER,
    ONE_ARTICLE_SAME,
    SAME_DAY_OTHER,
    SAME_DAY_SAME,
)
from tests.utterances.statements import headline_and_lead, say


def ties(utterances: Sequence[Utterance]) -> set[frozenset[str]]:
    """Return the ids tied to others."""
    groups = (frozenset(v.quote_id for v in utterance.variants) for utterance in utterances)
    return {group for group in groups if len(group) > 1}


def are_tied(*statements: Statement) -> bool:
    return len(tie(statements, EVERYONE)) == 1


@pytest.mark.parametrize(("one", "other"), SAME_DAY_SAME)
def test_one_saying_in_two_articles(one: str, other: str) -> None:
    assert are_tied(say(one), say(other, article="b"))
    assert are_tied(say(other), say(one, article="b"))


@pytest.mark.parametrize(("one", "other"), SAME_DAY_OTHER)
def test_two_sayings_in_two_articles(one: str, other: str) -> None:
    assert not are_tied(say(one), say(other, article="b"))
    assert not are_tied(say(other), say(one, article="b"))


@pytest.mark.parametrize(("one", "other"), ONE_ARTICLE_SAME)
def test_one_saying_in_one_article(one: str, other: str) -> None:
    assert are_tied(say(one), say(other, at=100, kind="mixed"))
    assert are_tied(say(other, part="headline", kind="mixed"), say(one))


@pytest.mark.parametrize(("one", "other"), ONE_ARTICLE_OTHER)
def test_two_sayings_in_one_article(one: str, other: str) -> None:
    assert not are_tied(say(one), say(other, at=100))


LONG = "The bridge over the river will stand for a hundred years."

DAYS = [
    # of both the day (None: unknown) and the publication, and whether long words tie them
    (("2023-04-20", "2023-04-20"), ("2023-04-20", "2023-04-22"), True),
    (("2023-04-20", "2023-04-20"), ("2023-04-21", "2023-04-21"), True),  # a night between
    (("2023-04-20", "2023-04-20"), ("2023-04-22", "2023-04-22"), False),
    (("2023-04-20", "2023-04-20"), ("2022-04-20", "2022-04-20"), False),
    (("2023-04-20", "2023-04-20"), (None, "2023-04-21"), True),
    (("2023-04-20", "2023-04-20"), (None, "2023-05-21"), False),
    (("2023-04-20", "2023-04-20"), (None, None), False),
    ((None, "2023-04-20"), (None, "2023-04-21"), True),
]


@pytest.mark.parametrize(("one", "other", "tied"), DAYS)
def test_days_must_agree(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], tied: bool
) -> None:
    first = say(LONG, day=one[0], published=one[1])
    assert are_tied(first, say(LONG, day=other[0], published=other[1], article="b")) is tied


def test_few_words_tie_only_on_a_day_that_is_sure() -> None:
    whole = say("It will be done, as long as it takes, by all of us.")
    assert not are_tied(whole, say("by all of us", article="b"))  # no word of its own
    part = say("done, as long as it takes", article="b")
    assert are_tied(whole, part)
    assert not are_tied(whole, say(part.quote.text, article="b", day="2023-04-21"))
    assert not are_tied(whole, say(part.quote.text, article="b", day=None))


def test_a_day_inside_a_longer_time_agrees() -> None:
    week = say(LONG, day="2023-04-17", end="2023-04-20", article="b")
    assert are_tied(say(LONG, day="2023-04-18"), week)
    year = say(LONG, day="2023-01-01", end="2023-12-31", article="b")
    assert not are_tied(say(LONG, day="2023-04-18"), year)


def test_speakers() -> None:
    kremlin = say(LONG, by="kremlin")
    assert are_tied(kremlin, say(LONG, by="dmitry-peskov", article="b"))
    assert are_tied(kremlin, say(LONG, by="presidency-ru", article="b"))
    assert not are_tied(kremlin, say(LONG, by="moscow", article="b"))
    assert not are_tied(kremlin, say(LONG, by="vladimir-putin", article="b"))
    nobody: tuple[str, ...] = ()
    assert not are_tied(say(LONG, by=nobody), say(LONG, by=nobody, article="b"))


def test_a_spokesperson_speaks_for_whom_they_serve_on_that_day() -> None:
    day = "2011-04-20"
    kremlin = say(LONG, by="kremlin", day=day, published=day)
    peskov = say(LONG, by="dmitry-peskov", day=day, published=day, article="b")
    assert not are_tied(kremlin, peskov)


def test_a_joint_statement_has_no_order_of_names() -> None:
    joint = say(LONG, by=("joe-biden", "olaf-scholz"))
    assert are_tied(joint, say(LONG, by=("olaf-scholz", "joe-biden"), article="b"))


def test_a_joint_statement_is_found_by_each_of_its_speakers() -> None:
    joint = say(LONG, by=("olaf-scholz", "joe-biden"))
    for alone in ("olaf-scholz", "joe-biden"):
        assert are_tied(joint, say(LONG[4:], by=alone, article="b"))
    each = [say(LONG, by=by, article=by) for by in ("olaf-scholz", "joe-biden")]
    assert len(tie(each, EVERYONE)) == 2
    (utterance,) = tie([*each, joint], EVERYONE)
    assert utterance.speaker_id == "olaf-scholz"


def test_a_joint_phrase_in_two_speeches_stays_in_one() -> None:
    phrase = "we will rebuild the old harbour together"
    joint = say(phrase, by=("olaf-scholz", "joe-biden"), kind="mixed")
    speeches = [
        say(f"Friends, {phrase}, whatever the weather.", by="olaf-scholz", article="b"),
        say(f"I say it again: {phrase}, and nobody else.", by="joe-biden", article="c"),
    ]
    assert len(tie([joint, *speeches], EVERYONE)) == 2


def test_the_named_person_is_the_speaker_and_the_earliest_report_gives_the_id() -> None:
    later = say(LONG, by="dmitry-peskov", article="b", published="2023-04-21")
    (utterance,) = tie([later, say(LONG[11:], by="kremlin", article="c")], EVERYONE)
    assert utterance.speaker_id == "dmitry-peskov"
    assert utterance.id == "c-body-0"
    assert utterance.text == LONG
    assert [(v.quote_id, v.relation) for v in utterance.variants] == [
        ("c-body-0", "trimmed"),
        ("b-body-0", "exact"),
    ]


def test_two_spokespeople_of_one_body_are_two_speakers() -> None:
    peskov = next(person for person in EVERYONE if person.id == "dmitry-peskov")
    other = replace(peskov, id="ann-lee", name="Ann Lee")
    pair = [say(LONG, by="dmitry-peskov"), say(LONG, by="ann-lee", article="b")]
    assert len(tie(pair, [*EVERYONE, other])) == 2
    # and the body's report goes with one of them, not with both
    assert len(tie([*pair, say(LONG, by="kremlin", article="c")], [*EVERYONE, other])) == 2


def test_the_stretches_of_a_turn_are_one() -> None:
    turn = [say("It rains.", turn=3), say("We go on.", at=50, turn=3)]
    (utterance,) = tie(turn)
    assert utterance.text == "It rains.\nWe go on."
    assert [v.relation for v in utterance.variants] == ["trimmed", "trimmed"]


def test_the_stretches_of_a_post_are_one() -> None:
    post = [say("It rains.", turn=3, part="post"), say("We go on.", at=50, turn=3, part="post")]
    assert [utterance.text for utterance in tie(post)] == ["It rains.\nWe go on."]


def test_a_translation_stands_for_no_original() -> None:
    original = say("We will rebuild the old bridge, and that is for as long as it takes.")
    back = "My friends, we shall rebuild the old bridge, and this is for as long as necessary."
    translated = translate(say(back, article="b"))
    (utterance,) = tie([original, translated])
    assert utterance.text == original.quote.text
    assert [v.relation for v in utterance.variants] == ["exact", "translated"]


def test_a_translation_stands_for_a_fragment() -> None:
    fragment = say("as long as it takes", kind="mixed")
    whole = "We will rebuild the old bridge over the river, and that for as long as it takes."
    (utterance,) = tie([fragment, translate(say(whole, article="b"))])
    assert utterance.text == whole
    assert [v.relation for v in utterance.variants] == ["trimmed", "exact"]


def translate(statement: Statement) -> Statement:
    """Return the statement as one of an outlet that translates."""
    source = replace(statement.article.source, translated_from="id")
    return replace(statement, article=replace(statement.article, source=source))


def test_paraphrases_stay_alone_unless_copied() -> None:
    words = "the bridge over the river would stand for a hundred years"
    paraphrase = say(words, kind="indirect")
    assert are_tied(paraphrase, say(LONG, article="b"))
    assert not are_tied(paraphrase, say("A bridge on a river must stand for years.", article="b"))
    assert not are_tied(paraphrase, say("the bridge would stand", kind="indirect", article="b"))
    assert are_tied(paraphrase, say(words, kind="indirect", article="b"))


def test_a_phrase_in_two_speeches_does_not_make_them_one() -> None:
    first = say("We will rebuild the harbour together, whatever it costs, said the engineers.")
    second = say("The farmers know: we will plant again, whatever it costs them.", article="b")
    phrase = say("harbour together, whatever it costs", article="c")
    assert ties(tie([first, second, phrase])) == {frozenset({"a-body-0", "c-body-0"})}


LEADS = [
    (
        "Lee says island’s membership ‘doable’",
        "Lee said on Monday that membership for the island was “possible” in time.",
        True,
    ),
    (
        "Lee says island’s membership ‘doable’",
        "Lee said on Monday that joining the League was “possible” for the island.",
        True,
    ),
    ("Lee calls Poe ‘brave’", "In Riga Lee said Poe was “tired” after the night.", False),
    ("Lee says Riga League ‘strong’", "Lee, of the Riga League, was “glad” to come.", False),
    (
        "Lee says island’s membership ‘doable’",
        "Lee said membership for the island needs “a long and winding road”.",
        False,
    ),
]


@pytest.mark.parametrize(("headline", "lead", "tied"), LEADS)
def test_a_headline_may_reword_its_lead(headline: str, lead: str, tied: bool) -> None:
    assert are_tied(*headline_and_lead(headline, lead)) is tied


def test_a_fragment_far_below_the_headline_is_no_lead() -> None:
    headline, lead = headline_and_lead(*LEADS[0][:2])
    article = replace(lead.article, paragraphs=())
    assert not are_tied(replace(headline, article=article), replace(lead, article=article))


def test_cost_grows_with_the_number_of_statements_and_not_its_square() -> None:
    def seconds(count: int) -> float:
        made = make_sayings(count, [LONG])
        started = time.process_time()
        tie(made.statements, made.people)
        return time.process_time() - started

    seconds(8_000)  # meets every word once: the first time costs more
    # eight times as many: 64 times the cost if all pairs were compared; about 10 was measured
    assert seconds(8_000) < 24 * max(seconds(1_000), 0.05)


def test_the_founding_reports(seeds: list[Statement], corpora: Path) -> None:
    """Every group that must be tied is, and nothing else."""
    expected = json.loads((corpora / "seeds" / "expected.json").read_text(encoding="utf-8"))
    groups = expected["utterances"]["same"]
    same = {
        frozenset("{article}-{list}-{index}".format(**one) for one in group) for group in groups
    }
    assert ties(tie(seeds, EVERYONE)) == same
