"""Scraped text: what is headline, what is body, and why the rest is cut."""

from __future__ import annotations

import pytest

from onrecord.articles.furniture import Reading, read_extracted, read_scraped
from tests.examples.furniture import ABOVE, ANYWHERE, KNOWN_KEPT
from tests.examples.resembling import BODY

HEADLINE = "Minister Opens Bridge Over the River"
FIRST = "RIVERTON - The minister opened the new bridge on Monday, a year later than planned."
SECOND = '"The river no longer divides us," the minister said as the first cars crossed.'
THIRD = "The bridge cost 40 million crowns, paid for by tolls that both towns collect."
LAST = "The ferry, which had run since 1890, made its last trip on Sunday evening."


def rows(table: str) -> list[tuple[str, str]]:
    """Return the reason and the line of each row of a table of examples."""
    split = (row.split("|", 1) for row in table.splitlines())
    return [(reason.strip(), line.strip()) for reason, line in split]


def page(*lines: str) -> str:
    return "\n\n".join(lines) + "\n"


def paragraphs(text: str, reading: Reading) -> list[str]:
    return [text[span.start : span.end] for span in reading.paragraphs]


def cuts(text: str, reading: Reading) -> list[tuple[str, str]]:
    return [(cut.reason, text[cut.span.start : cut.span.end]) for cut in reading.cuts]


def check(text: str, body: list[str], cut: list[tuple[str, str]], headline: str = HEADLINE) -> None:
    """Check that a text is read with that headline and body, and everything else cut so."""
    reading = read_scraped(text)
    assert reading.headline == headline
    assert paragraphs(text, reading) == body
    assert cuts(text, reading) == cut


@pytest.mark.parametrize(("reason", "line"), rows(ANYWHERE))
def test_furniture_between_paragraphs_is_cut(reason: str, line: str) -> None:
    text = page(HEADLINE, FIRST, SECOND, line, THIRD, LAST)
    check(text, [FIRST, SECOND, THIRD, LAST], [("headline", HEADLINE), (reason, line)])


@pytest.mark.parametrize(("reason", "line"), rows(ANYWHERE))
def test_furniture_after_the_body_is_cut(reason: str, line: str) -> None:
    text = page(HEADLINE, FIRST, SECOND, THIRD, LAST, line)
    reading = read_scraped(text)
    assert paragraphs(text, reading) == [FIRST, SECOND, THIRD, LAST]
    # behind the last paragraph a heading or a teaser is as well a label
    assert cuts(text, reading)[1] in {(reason, line), ("label", line)}


@pytest.mark.parametrize(("reason", "line"), rows(ABOVE))
def test_furniture_between_headline_and_body_is_cut(reason: str, line: str) -> None:
    text = page(HEADLINE, line, FIRST, SECOND, THIRD, LAST)
    check(text, [FIRST, SECOND, THIRD, LAST], [("headline", HEADLINE), (reason, line)])


@pytest.mark.parametrize("line", BODY)
def test_body_text_that_resembles_furniture_stays(line: str) -> None:
    text = page(HEADLINE, FIRST, SECOND, line, THIRD, LAST)
    check(text, [FIRST, SECOND, line, THIRD, LAST], [("headline", HEADLINE)])


@pytest.mark.xfail(reason="only its meaning tells it from a promise of the report's", strict=True)
@pytest.mark.parametrize("line", KNOWN_KEPT)
def test_furniture_known_to_stay(line: str) -> None:
    text = page(HEADLINE, FIRST, SECOND, line, THIRD, LAST)
    assert line not in paragraphs(text, read_scraped(text))


def test_a_headline_that_stands_twice_is_one() -> None:
    text = page("close", "Harbour", HEADLINE, HEADLINE, FIRST, SECOND)
    check(
        text,
        [FIRST, SECOND],
        [
            ("label", "close"),
            ("label", "Harbour"),
            ("headline", HEADLINE),
            ("headline", HEADLINE),
        ],
    )


HEADLINES = [
    # (the lines above the body, the headline)
    (["The bridge is open"], "The bridge is open"),
    (["Live updates here", "Minister opens bridge over river"], "Minister opens bridge over river"),
    (
        ["Minister opens bridge over river", "A longer line that tells of tolls and ferries"],
        "Minister opens bridge over river",
    ),
    (
        ["Summer sports of the week", "Minister opens bridge over river"],
        "Minister opens bridge over river",
    ),
    (
        ["Food for the week", "Minister opens bridge over river", "Food for the week"],
        "Minister opens bridge over river",
    ),
    (["‘No more ferries,’ minister says on bridge"], "‘No more ferries,’ minister says on bridge"),
    (["Will the bridge bring two towns together?"], "Will the bridge bring two towns together?"),
    (["The bridge is open, and the ferry is gone."] * 2, None),
    (["Menu", "The bridge is open", "The bridge is open", "A deck of five words"], None),
    ([], ""),
]


@pytest.mark.parametrize(("above", "headline"), HEADLINES)
def test_the_headline_is_found_above_the_body(above: list[str], headline: str | None) -> None:
    text = page(*above, FIRST, SECOND)
    reading = read_scraped(text)
    assert paragraphs(text, reading) == [FIRST, SECOND]
    assert reading.headline == (max(above, key=above.count) if headline is None else headline)


def test_a_teaser_cut_short_after_the_body_is_cut() -> None:
    teaser = "The captain of the ferry, who was born on board in the flood of..."
    text = page(HEADLINE, FIRST, SECOND, teaser)
    assert cuts(text, read_scraped(text))[1:] == [("label", teaser)]
    text = page(HEADLINE, FIRST, teaser, SECOND)
    assert paragraphs(text, read_scraped(text)) == [FIRST, teaser, SECOND]


def test_a_headline_known_from_elsewhere_is_taken_and_cut_where_it_stands() -> None:
    text = page("A line that could be one", HEADLINE.upper(), FIRST)
    reading = read_scraped(text, HEADLINE)
    assert reading.headline == HEADLINE
    assert cuts(text, reading)[1] == ("headline", HEADLINE.upper())


def test_a_summary_before_a_button_is_a_deck_and_a_first_paragraph_before_a_link_is_not() -> None:
    summary = "The minister opened the bridge, paid for by tolls, a year later than planned."
    text = page(HEADLINE, summary, "Learn more", FIRST, SECOND, THIRD)
    assert ("deck", summary) in cuts(text, read_scraped(text))
    text = page(HEADLINE, FIRST, "Read more: Tolls rise", SECOND, THIRD)
    assert paragraphs(text, read_scraped(text)) == [FIRST, SECOND, THIRD]
    text = page(HEADLINE, FIRST, "Learn more", SECOND, LAST)
    assert paragraphs(text, read_scraped(text)) == [FIRST, SECOND, LAST]


def test_a_sentence_above_the_byline_is_a_deck() -> None:
    deck = "The bridge will bring two towns together, the minister says, and end the ferry."
    text = page(HEADLINE, deck, "By Ann Lee", "May 3, 2024", FIRST, SECOND)
    assert ("deck", deck) in cuts(text, read_scraped(text))
    text = page(HEADLINE, FIRST, "Most read", "Ferry sinks", "By Bo Roe", SECOND, LAST)
    assert paragraphs(text, read_scraped(text)) == [FIRST, SECOND, LAST]


BEHIND = ["Ann Lee covers the river.", "Harbour desk", "Read next", "Ferry sinks", "Mayor swims"]


@pytest.mark.parametrize(
    "mark", ["Reporting by Ann Lee; editing by Bo Roe", "(With inputs from AFP)", "12 Comments"]
)
def test_what_stands_behind_the_last_line_of_a_report_is_cut(mark: str) -> None:
    text = page(HEADLINE, FIRST, SECOND, THIRD, mark, *BEHIND)
    assert paragraphs(text, read_scraped(text)) == [FIRST, SECOND, THIRD]
    # the same line among the paragraphs ends nothing
    text = page(HEADLINE, FIRST, mark, SECOND, THIRD, *BEHIND[1:])
    assert paragraphs(text, read_scraped(text)) == [FIRST, SECOND, THIRD]


def test_a_line_about_the_author_behind_the_body_is_cut() -> None:
    about = "Ann Lee is a staff writer."
    text = page(HEADLINE, "By Ann Lee", FIRST, SECOND, THIRD, about)
    assert ("label", about) in cuts(text, read_scraped(text))
    text = page(HEADLINE, FIRST, SECOND, THIRD, about)
    assert paragraphs(text, read_scraped(text)) == [FIRST, SECOND, THIRD, about]


def test_a_post_that_breaks_off_in_a_sentence_stays_whole() -> None:
    post = ["A fine day on the quay. Thank you", "@mayorbo for the tea.", POST[1]]
    text = page(HEADLINE, FIRST, *post, SECOND)
    assert paragraphs(text, read_scraped(text)) == [FIRST, *post, SECOND]


BANNER = "Your support keeps us afloat."
REPEATS = [
    # (a paragraph, a later one, whether the later one is the same)
    (THIRD, THIRD, True),
    (THIRD, THIRD.replace("crowns, paid", "crowns; paid").replace("that both", "both"), True),
    (THIRD, THIRD.replace("40", "45"), False),
    (THIRD, LAST, False),
    ("He agreed.", "He agreed.", False),
]


@pytest.mark.parametrize(("one", "other", "same"), REPEATS)
def test_a_paragraph_that_stood_before_is_cut(one: str, other: str, same: bool) -> None:
    text = page(HEADLINE, FIRST, one, SECOND, other)
    kept = [FIRST, one, SECOND] if same else [FIRST, one, SECOND, other]
    assert paragraphs(text, read_scraped(text)) == kept
    assert (("repeated", other) in cuts(text, read_scraped(text))) is same


GLUED = [
    # (the line, what of it is a paragraph)
    (BANNER + FIRST, FIRST),
    ("Donate now.We depend on readers.Please donate." + FIRST, FIRST),
    ("Read moreThe mayor came by boat, and late.", "The mayor came by boat, and late."),
    ("Share on FacebookShare on WhatsApp" + FIRST, FIRST),
    # camels in handles and addresses are no joint
    ("Glad to see @RiverTownBo, and you all, on the quay. #OurNewsletter is out.",) * 2,
    (FIRST + BANNER, FIRST),
    # no furniture in it, or no joint
    (FIRST + SECOND, FIRST + SECOND),
    ("The U.S.President and the mayor met on Monday.",) * 2,
    ("The McDonalds on the quay burned down.",) * 2,
]


@pytest.mark.parametrize(("line", "paragraph"), GLUED)
def test_a_banner_that_runs_into_a_sentence_is_cut_off(line: str, paragraph: str) -> None:
    text = page(HEADLINE, THIRD, line, LAST)
    assert paragraphs(text, read_scraped(text)) == [THIRD, paragraph, LAST]


def test_a_name_with_a_capital_inside_is_no_joint() -> None:
    lines = ["By boarding a ferry you agree to be bound by the rules of FerryCorp, the sign says."]
    lines += ["FerryCorp has its own rules, and nobody has read them since they were written."]
    text = page(HEADLINE, FIRST, *lines, LAST)
    assert paragraphs(text, read_scraped(text)) == [FIRST, *lines, LAST]


POST = ["An honest day on the river. We thank #Riverton", "— Ann Lee (@annlee) April 20, 2023"]


@pytest.mark.parametrize(
    "lines",
    [
        POST,
        ["Support us! Sign up for our ferry", POST[1]],  # in a post, furniture is what is said
        [POST[0], POST[1], "Short and glad", "On the bridge pic.twitter.com/a1B2"],
        [*POST, "“Bridge” she called it.", *POST[:1], "— Ann Lee (@annlee) 21 Apr 2023"],
    ],
)
def test_posts_stay_whole(lines: list[str]) -> None:
    text = page(HEADLINE, FIRST, *lines, LAST)
    kept = paragraphs(text, read_scraped(text))
    assert kept == [FIRST, *dict.fromkeys(lines), LAST]


def test_a_post_that_stands_twice_is_one_with_its_author_line() -> None:
    text = page(HEADLINE, FIRST, *POST, SECOND, *POST, LAST)
    assert paragraphs(text, read_scraped(text)) == [FIRST, *POST, SECOND, LAST]


def test_two_posts_of_one_author_on_one_day_keep_their_author_lines() -> None:
    second = ["The ferry goes home tonight, and so do we. #Riverton", POST[1]]
    text = page(HEADLINE, FIRST, *POST, *second, LAST)
    assert paragraphs(text, read_scraped(text)) == [FIRST, *POST, *second, LAST]


BOX = "We kept our reporters on the quay all night."


def test_a_publisher_s_own_voice_is_cut_beside_furniture_only() -> None:
    text = page(HEADLINE, FIRST, "Support us", BOX, SECOND, THIRD)
    assert ("appeal", BOX) in cuts(text, read_scraped(text))
    text = page(HEADLINE, FIRST, BOX, SECOND, THIRD)
    assert paragraphs(text, read_scraped(text)) == [FIRST, BOX, SECOND, THIRD]


def test_a_line_of_one_voice_between_two_boxes_is_cut() -> None:
    between = "It has been a long year for us."
    text = page(HEADLINE, "Support us", between, "Please donate today.", FIRST, SECOND)
    assert ("appeal", between) in cuts(text, read_scraped(text))
    text = page(HEADLINE, "Support us", FIRST, "Please donate today.", SECOND)
    assert paragraphs(text, read_scraped(text)) == [FIRST, SECOND]


def test_a_byline_above_the_body_is_kept() -> None:
    assert read_scraped(page(HEADLINE, "By Ann Lee and Bo Roe", FIRST)).byline == (
        "Ann Lee and Bo Roe"
    )
    assert read_scraped(page(HEADLINE, FIRST, "By Ann Lee")).byline is None


def test_nothing_of_extracted_html_is_cut_for_its_place() -> None:
    text = page(
        HEADLINE, "Town hopes for quiet", FIRST, "On the quay", "Share this", SECOND, "Last"
    )
    reading = read_extracted(text, HEADLINE)
    assert paragraphs(text, reading) == [
        "Town hopes for quiet",
        FIRST,
        "On the quay",
        SECOND,
        "Last",
    ]
    assert cuts(text, reading) == [("headline", HEADLINE), ("share", "Share this")]


def test_a_text_without_a_paragraph_has_none() -> None:
    for text in ("", "\n \n", "Home\nNews\nSport", "A headline of five words"):
        assert read_scraped(text).paragraphs == ()
