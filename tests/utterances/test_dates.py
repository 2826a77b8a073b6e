"""When it was said. Every report is published on Thursday, 20 April 2023, and its news is of the
day before: "The council met on Wednesday."
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from onrecord.articles.plain import read_plain
from onrecord.models import CueClass, Dating, Event, Rule, Statement
from onrecord.quotes import read_quotes
from onrecord.utterances.date_rules import DATE_RULES
from onrecord.utterances.dates import date_quotes
from tests.utterances.marked import read_marked

LEAD = "The council of Ruritania met on Wednesday.\n"
NEWS = "2023-04-19"


def date_marked(marked: str, cue_class: CueClass = "speech") -> Dating:
    article, quote = read_marked(LEAD + marked, cue_class=cue_class)
    return date_quotes([quote], article)[0]


# an expression that goes with the saying: sentence, day, expression
SAID_THEN = [
    ("<who>Lee</who> <cue>said</cue> on Tuesday: “<q>It rains.</q>”", "2023-04-18", "on Tuesday"),
    ("“<q>It rains,</q>” <who>Lee</who> <cue>said</cue> on Tuesday.", "2023-04-18", "on Tuesday"),
    ("“<q>It rains,</q>” <cue>said</cue> <who>Lee</who> on Thursday.", "2023-04-20", "on Thursday"),
    ("“<q>It rains,</q>” <cue>said</cue> <who>Ms Lee</who> Tuesday.", "2023-04-18", "Tuesday"),
    ("“<q>It rains,</q>” <who>Lee</who> <cue>said</cue> in a speech in Riga on Tuesday.",
     "2023-04-18", "on Tuesday"),
    ("“<q>It rains,</q>” <who>Lee</who> <cue>said</cue>, speaking beside Mr Poe Tuesday.",
     "2023-04-18", "Tuesday"),
    ("“<q>It rains,</q>” <who>Lee</who> <cue>said</cue> in an interview published on Tuesday.",
     "2023-04-18", "on Tuesday"),
    ("<who>Lee</who> on Tuesday <cue>called</cue> the plan “<q>historic</q>”.",
     "2023-04-18", "on Tuesday"),
    ("<who>Lee</who>, speaking in Riga on April 18, <cue>called</cue> it “<q>historic</q>”.",
     "2023-04-18", "on April 18"),
    ("On Tuesday, <who>Lee</who> <cue>called</cue> it “<q>historic</q>”.",
     "2023-04-18", "On Tuesday"),
    ("In a speech in Riga on Tuesday, <who>Lee</who> <cue>called</cue> it “<q>historic</q>”.",
     "2023-04-18", "on Tuesday"),
    ("On Tuesday the <who>council</who> <cue>said</cue> it was “<q>historic</q>”.",
     "2023-04-18", "On Tuesday"),
    ("<who>Lee</who> <cue>told</cue> the head of the League (LON) on Tuesday <i>it was time</i>.",
     "2023-04-18", "on Tuesday"),
    ("<who>Lee</who> <cue>said</cue> <i>on Tuesday the rain would stop</i>.",
     "2023-04-18", "on Tuesday"),
    ("He hopes to move the council, <who>which</who> <cue>said</cue> earlier on Tuesday, one of"
     " its “<q>chief aims</q>” was peace.", "2023-04-18", "earlier on Tuesday"),
    ("<who>Lee</who> <cue>told</cue> reporters on Sunday (April 16) that it was “<q>done</q>”.",
     "2023-04-16", "on Sunday (April 16)"),
    ("<who>Lee</who> had <cue>said</cue> on Monday that rain was “<q>likely</q>”.",
     "2023-04-17", "on Monday"),
    ("“<q>It rains,</q>” <who>Lee</who> <cue>wrote</cue> to ministers on Monday.",
     "2023-04-17", "on Monday"),
    ("Yesterday <who>Lee</who> <cue>said</cue>: “<q>It rains.</q>”", "2023-04-19", "Yesterday"),
    ("<who>Lee</who> repeated that vow on Monday, <cue>saying</cue> <i>it was time</i>.",
     "2023-04-17", "on Monday"),
    ("<who>Lee</who> told reporters on Monday, <cue>adding</cue> that “<q>it rains</q>”.",
     "2023-04-17", "on Monday"),
]  # fmt: skip

# days that count from another, the news day unless told: sentence, day, expression
SAID_AFTER = [
    ("Mr Poe left Riga, a day after <who>Lee</who> <cue>accused</cue> <i>him of lying</i>.",
     "2023-04-18", "a day after"),
    ("On Monday, Mr Poe left Riga, two days after <who>Lee</who> <cue>accused</cue> <i>him</i>.",
     "2023-04-15", "two days after"),
    ("A day earlier, <who>Lee</who> had <cue>accused</cue> <i>him of lying</i>.",
     "2023-04-18", "A day earlier"),
    ("Poe left on Monday. The next day, <who>Lee</who> <cue>called</cue> it “<q>sad</q>”.",
     "2023-04-18", "The next day"),
]  # fmt: skip

# wider than a day: sentence, first day, last day, precision
SAID_SOMEWHEN = [
    ("Last week, <who>Lee</who> <cue>urged</cue> <i>the council to act</i>.",
     "2023-04-10", "2023-04-16", "range"),
    ("Last week, Lee met the council, while <cue>warning</cue> that <i>time was short</i>.",
     "2023-04-10", "2023-04-16", "range"),
    ("<who>Lee</who> <cue>said</cue> earlier this week it was “<q>over</q>”.",
     "2023-04-17", "2023-04-20", "range"),
    ("<who>Lee</who> <cue>said</cue> last September that it was “<q>over</q>”.",
     "2022-09-01", "2022-09-30", "month"),
    ("Last month <who>Lee</who> <cue>said</cue> it was “<q>over</q>”.",
     "2023-03-01", "2023-03-31", "month"),
    ("In 2008, <who>Lee</who> <cue>said</cue> it was “<q>over</q>”.",
     "2008-01-01", "2008-12-31", "year"),
]  # fmt: skip

# days of other events, and days inside the words said: the news day stands
OTHER_EVENTS = [
    "<who>Lee</who> <cue>said</cue>: “<q>We met on Monday.</q>”",
    "“<q>We met in April 2019,</q>” <who>Lee</who> <cue>said</cue>.",
    "“<q>It rains,</q>” <who>Lee</who> <cue>said</cue> on the first visit since the war began last"
    " year.",
    "<who>Lee</who> <cue>said</cue> the summit due in July would be “<q>historic</q>”.",
    "<who>Lee</who> <cue>said</cue> the summit in March was “<q>historic</q>”.",
    "<who>Lee</who> <cue>said</cue> that on Monday rain had “<q>ruined</q>” the roads.",
    "<who>Lee</who> <cue>said</cue> he would travel on Monday if “<q>all goes well</q>”.",
    "<who>Lee</who>, who was elected last year, <cue>called</cue> it “<q>historic</q>”.",
    "<who>Lee</who> <cue>called</cue> Monday's talks “<q>historic</q>”.",
    "<who>Lee</who> <cue>called</cue> last week’s strike “<q>barbaric</q>”.",
    "<who>Lee</who> <cue>accused</cue> Syldavia of shelling Riga on Monday, “<q>a crime</q>”.",
    "<who>Lee</who> <cue>urged</cue> Mr Poe to travel to Riga on Monday and “<q>see</q>”.",
    "<who>Lee</who> <cue>said</cue> the towns annexed last September were “<q>free</q>”.",
    "“<q>It rains,</q>” <who>Lee</who> <cue>said</cue>, a week before the vote on Friday.",
    "<who>Lee</who> <cue>said</cue> <i>the war would end on Monday</i>.",
    "<who>Lee</who> <cue>called</cue> it “<q>rain</q>”, Poe said on Monday.",
    "“<q>It rains,</q>” <who>Lee</who> <cue>says</cue>.",
    "“<q>It rains.</q>”",
]

# said at some earlier time, or held at no time: no day at all
UNDATED = [
    ("<who>Lee</who> has <cue>said</cue> that it was “<q>over</q>”.", "background"),
    ("<who>Lee</who> has repeatedly <cue>called</cue> it “<q>historic</q>”.", "background"),
    ("<who>Lee</who> <cue>has said</cue> that it was “<q>over</q>”.", "background"),
    ("<who>Lee</who> had long <cue>argued</cue> it was “<q>over</q>”.", "background"),
    ("<who>Lee</who> previously <cue>suggested</cue> that the “<q>hot phase</q>” was over.",
     "background"),
    ("<who>Lee</who> <cue>suggested</cue> earlier that the “<q>hot phase</q>” was over.",
     "background"),
    ("Background: <who>Lee</who> <cue>said</cue> it was “<q>over</q>”.", "background"),
    ("<who>Lee</who> <cue>wrote</cue> in her memoirs that it was “<q>over</q>”.", "background"),
    ("<who>Lee</who> has been against it for years and <cue>called</cue> it “<q>a mistake</q>”.",
     "background"),
    ("Diplomats have been frank about it, <cue>saying</cue> <i>it is far off</i>.", "background"),
    ("Mr Poe left Riga, a day before <who>Lee</who> <cue>accused</cue> <i>him of lying</i>.",
     "background"),
    ("Ruritania asked for help last September, after the <who>council</who> <cue>said</cue>"
     " <i>it had won</i>.", "background"),
    ("<who>Officials</who> <cue>argue</cue> that <i>arms prove it</i>.", "standing-view"),
    ("<who>Lee</who> <cue>maintains</cue> that it is “<q>over</q>”.", "standing-view"),
    ("<who>Lee</who> is also <cue>promising</cue> <i>to build a bridge</i>.", "standing-view"),
    ("It is <cue>said</cue> that <i>the bridge will fall</i>.", "standing-view"),
    ("<who>Lee</who> will <cue>say</cue> on Friday that it is “<q>over</q>”.", "standing-view"),
    ("<who>Lee</who> is expected to <cue>say</cue> that it is “<q>over</q>”.", "standing-view"),
    ("Before his arrest in 2019, <who>Lee</who> <cue>called</cue> it “<q>over</q>”.",
     "other-time"),
    ("<who>Ruritania</who> <cue>announced</cue> <i>its bid last September</i>.", "other-time"),
    ("Ruritania asked for help in March. It was then that <who>Lee</who> <cue>said</cue> <i>it had"
     " won</i>.", "other-time"),
    ("On Monday, Lee came to Riga. <who>Poe</who> <cue>says</cue> <i>it rains</i>.", "other-time"),
    ("On Monday, ten men came, <cue>according</cue> to <who>Lee</who>, “<q>in the rain</q>”.",
     "other-time"),
    ("Mr Poe went to Riga on Monday, where <who>Lee</who> <cue>said</cue> <i>it rained</i>.",
     "other-time"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "day", "expression"), SAID_THEN)
def test_the_expression_of_the_saying(marked: str, day: str, expression: str) -> None:
    assert date_marked(marked) == Dating(day, day, "day", expression, "sentence")


@pytest.mark.parametrize(("marked", "day", "expression"), SAID_AFTER)
def test_days_that_count_from_another(marked: str, day: str, expression: str) -> None:
    assert date_marked(marked) == Dating(day, day, "day", expression, "counted")


@pytest.mark.parametrize(("marked", "start", "end", "precision"), SAID_SOMEWHEN)
def test_wider_than_a_day(marked: str, start: str, end: str, precision: str) -> None:
    dating = date_marked(marked)
    assert (dating.start, dating.end, dating.precision) == (start, end, precision)


@pytest.mark.parametrize("marked", OTHER_EVENTS)
def test_days_of_other_events_do_not_date_the_saying(marked: str) -> None:
    assert date_marked(marked) == Dating(NEWS, NEWS, "day", "on Wednesday", "news-day")


@pytest.mark.parametrize(("marked", "rule_id"), UNDATED)
def test_background_has_no_day(marked: str, rule_id: str) -> None:
    assert date_marked(marked) == Dating(None, None, "unknown", None, rule_id)


def test_beliefs_in_the_present_tense_have_no_day() -> None:
    marked = "<who>Allies</who> <cue>believe</cue> <i>it will deter him</i>."
    assert date_marked(marked, "belief").rule_id == "standing-view"


def test_sentences_go_on_from_the_day_their_paragraph_opens_with() -> None:
    dating = date_marked("On Monday, Lee came to Riga. “<q>It rains,</q>” <who>she</who> said.")
    assert dating == Dating("2023-04-17", "2023-04-17", "day", "On Monday", "paragraph")


def test_a_day_of_the_background_is_its_own() -> None:
    dating = date_marked(
        "Background: On Sunday, <who>Lee</who> <cue>said</cue> it was “<q>over</q>”."
    )
    assert dating.start == "2023-04-16"


def test_a_day_of_the_background_is_no_news_day() -> None:
    said = "“<q>It rains,</q>” <who>Lee</who> <cue>said</cue>.\n"
    article, quote = read_marked(said + "Background: On 16 April, Poe left Riga.")
    assert date_quotes([quote], article)[0].start is None


def test_a_headline_is_about_the_news_day() -> None:
    article, quote = read_marked(
        LEAD, headline="<who>Lee</who> <cue>says</cue> ‘<q>it rains</q>’", part="headline"
    )
    assert date_quotes([quote], article)[0] == Dating(NEWS, NEWS, "day", "on Wednesday", "news-day")


POSTS = [
    ("<q>It rains.</q>\n— <who>Ann Lee (@annlee)</who> April 18, 2023", "2023-04-18"),
    ("<q>It rains on Monday.</q>\n— <who>Ann Lee (@annlee)</who> 18 April 2023", "2023-04-18"),
    ("— <who>Ann Lee (@annlee)</who> July 9, 2019\n<q>It rains.</q>", "2019-07-09"),
    ("<q>It rains.</q>\n— <who>Ann Lee (@annlee)</who>", None),
    ("<q>It rains.</q>\n— <who>Ann Lee (@annlee)</who> April 18", None),
]


@pytest.mark.parametrize(("marked", "day"), POSTS)
def test_a_post_has_the_date_of_its_author_line(marked: str, day: str | None) -> None:
    article, quote = read_marked(LEAD + marked, part="post")
    dating = date_quotes([quote], article)[0]
    assert (dating.start, dating.end) == (day, day)
    assert dating.rule_id == ("post-date" if day else "no-day")


LEADS = [
    ("Lee on Tuesday pressed the council to act.", "2023-04-18"),
    ("Lee comes first.\nIt rained.\nLee pressed the council in Riga on Tuesday.", "2023-04-18"),
    ("The council meets for talks due on Thursday.", None),
    ("The talks will be held on Wednesday.", None),
    ("Nobody spoke of Tuesday's talks.", None),
    ("“We met on Tuesday,” it read.", None),
    ("Lee, who came on Tuesday, left.", None),
    ("Lee had come on Tuesday.", None),
    ("Lee came on Friday.", None),  # six days old: no news
    ("Lee came in March.", None),
    ("1\n2\n3\n4\n5\nLee came on Tuesday.", None),  # too far down to be the news
]


DATELINES = [
    ("RIGA, April 18 (News) – It rained.", "2023-04-18", "dateline"),
    ("RIGA, Latvia, April 18 – It rained.", "2023-04-18", "dateline"),
    ("TOKYO, April 21 (News) — It rained on Friday.", "2023-04-21", "news-day"),  # ahead of us
    ("RIGA, April 19 (News) – It rained on Tuesday.", "2023-04-18", "news-day"),
    ("RIGA, Jan. 5 (News) – It rained on Thursday.", "2023-01-05", "news-day"),  # printed again
    ("RIGA (News) – It rained.", None, "no-day"),
]


@pytest.mark.parametrize(("lead", "day", "rule_id"), DATELINES)
def test_days_are_reckoned_from_the_dateline(lead: str, day: str | None, rule_id: str) -> None:
    article, quote = read_marked(f"{lead}\n<who>Lee</who> <cue>said</cue> <i>it rained</i>.")
    (dating,) = date_quotes([quote], article)
    assert (dating.start, dating.rule_id) == (day, rule_id)


@pytest.mark.parametrize(("lead", "day"), LEADS)
def test_the_news_day_stands_in_the_lead(lead: str, day: str | None) -> None:
    article, quote = read_marked(f"{lead}\n<who>Lee</who> <cue>said</cue> <i>it rained</i>.")
    dating = date_quotes([quote], article)[0]
    assert (dating.start, dating.rule_id) == (day, "news-day" if day else "no-day")


PUBLISHED = [
    ("2023-04-20", "range", "on Thursday", "2023-04-20", "sentence"),
    ("2023-04-20", "range", "on Wednesday", "2023-04-19", "sentence"),
    ("2023-04-20", "range", "on Friday", None, "unresolved"),  # the 14th or the 21st
    ("2023-04", "month", "on Thursday", None, "unresolved"),
    ("2023-04", "month", "on March 5, 2023", "2023-03-05", "sentence"),
    ("2023", "year", "in 2019", "2019-01-01", "sentence"),
    ("2023", "year", "last month", None, "unresolved"),
    ("2023-04", "day", "on Thursday", None, "unresolved"),
    (None, "unknown", "on Thursday", None, "unresolved"),
]


@pytest.mark.parametrize(("published", "precision", "words", "day", "rule_id"), PUBLISHED)
def test_how_well_the_day_of_publication_is_known(
    published: str | None, precision: str, words: str, day: str | None, rule_id: str
) -> None:
    article, quote = read_marked(
        f"<who>Lee</who> <cue>said</cue> {words}: “<q>It rains.</q>”",
        published=published,
        precision=precision,
    )
    dating = date_quotes([quote], article)[0]
    assert (dating.start, dating.rule_id) == (day, rule_id)


def test_a_cue_in_the_paragraph_before_still_dates_the_words() -> None:
    article, quote = read_marked(
        LEAD + "<who>Lee</who> <cue>said</cue> on Tuesday: “It rains.\n“<q>It snows.</q>”"
    )
    assert date_quotes([quote], article)[0].start == "2023-04-18"


def test_every_rule_is_described() -> None:
    used = {rule_id for _, rule_id in UNDATED} | {"sentence", "news-day", "paragraph"}
    used |= {"post-date", "unresolved", "no-day", "corrected"}
    used |= {"counted", "occasion", "continued", "dateline"}
    assert used == {rule.id for rule in DATE_RULES}


WALES = Event("wales", "NATO summit in Wales", "2014-09-04", "2014-09-05", place="Newport")


def rule_that_dates(example: str, published: str | None) -> str:
    """Return the rule that dates the last quote of a rule's example."""
    read = read_plain("report", re.sub(r" — (?=[^—]*@)", "\n— ", example.replace(" / ", "\n")))
    source = replace(read.source, published=published, published_precision="day")
    article = replace(read, source=source)
    return date_quotes(read_quotes(article), article, [WALES])[-1].rule_id


@pytest.mark.parametrize("rule", [r for r in DATE_RULES if r.example], ids=lambda rule: rule.id)
def test_a_rule_dates_its_example_and_leaves_its_counterexample_alone(rule: Rule) -> None:
    assert rule.example
    assert rule.counterexample
    assert rule_that_dates(rule.example, "2023-04-20") == rule.id
    assert rule_that_dates(rule.counterexample, "2023-04-20") != rule.id


def test_without_a_day_of_publication_nothing_is_worked_out() -> None:
    assert rule_that_dates("“We will not wait,” Ms Lee said on Tuesday.", None) == "unresolved"


def test_the_founding_reports(seeds: list[Statement]) -> None:
    days = {"000": "2023-07-11", "001": "2023-04-20", "002": "2023-04-20", "004": "2023-09-28"}
    days["003"] = "2024-12-22"
    undated = {"000-indirect-0", "000-indirect-1", "001-indirect-0", "001-indirect-1"}
    undated |= {"001-indirect-3", "001-indirect-4", "002-indirect-1"}
    undated |= {"003-quotes-4", "003-indirect-3"}
    wrong = {
        s.id: s.dating
        for s in seeds
        if s.dating.start != (None if s.id in undated else days[s.article.id])
        and s.id not in ("003-indirect-2", "004-indirect-2")
    }
    assert wrong == {}
    (day_before,) = (s.dating for s in seeds if s.id == "004-indirect-2")
    assert day_before == Dating("2023-09-27", "2023-09-27", "day", "a day after", "counted")
    (last_week,) = (s.dating for s in seeds if s.id == "003-indirect-2")
    assert last_week == Dating("2024-12-09", "2024-12-21", "range", "Last week", "sentence")
