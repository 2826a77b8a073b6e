"""What holds for any text at all."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onrecord.articles.lines import split_lines
from onrecord.models import Article, Attribution, Quote, Source, Span
from onrecord.quotes import read_quotes
from onrecord.quotes.marks import pair_marks
from onrecord.quotes.rules import RULES
from tests.examples import attribution, indirect, marks, posts, transcripts
from tests.quotes.marked import unmark

MARKS = ["“", "”", '"', "„", "‟", "«", "»", "‘", "’", "'", "``", "''", "‚", "＂", "′", "″"]
ODD = [
    " ", "\n", "\r\n", "\u2028", "\t", "\0", "\x0b", "\x1b", "\ufeff", "\u200b", "\u200f", "\u202e",
    "🚢", "👩‍🚀", "e\u0301", "ß", "İ", "ǅ", "שלום", "قال", "她说", "—", "…", "...", ":", ",",
    ".", "?", "(", ")", "[", "@annlee", "#ferry", "pic.twitter.com/a1", "LEE: ", "Q: ", "1.5", "³",
]  # fmt: skip
WORDS = [
    "Ms Lee", "Ann Lee", "Mr. Roe", "the president", "the mayor’s", "he", "who", "that", "said",
    "told", "claim", "according to", "by", "was called", "to", "We won,", "and", "on Monday",
    "wants", "Says", "Will", "his", "warning that", "put it", "in the words of",
]  # fmt: skip
LINES = [
    unmark(line)[0]
    for line in [
        *marks.EVERY[::7],
        *[line for lines in attribution.BY_RULE.values() for line in lines[::4]],
        *indirect.SPEECH[::6],
        *posts.POSTS[::4],
        *transcripts.TRANSCRIPTS[::4],
    ]
]
pieces = st.lists(st.sampled_from([*MARKS, *ODD, *WORDS, *LINES]), max_size=30)
texts = st.one_of(st.text(), pieces.map("".join), pieces.map(" ".join))

RULE_IDS = {rule.id for rule in RULES}


def report(headline: str, text: str) -> Article:
    paragraphs = tuple(split_lines(text))
    return Article("a", Source("https://a.example/", "a"), headline, text, paragraphs)


def check_place(text: str, span: Span, printed: str) -> None:
    assert 0 <= span.start < span.end <= len(text)
    assert text[span.start : span.end] == printed


def check_attribution(text: str, found: Attribution) -> None:
    """Check that the evidence stands where it says, and that chances are chances."""
    assert found.rule_id in RULE_IDS
    assert 0 <= found.probability <= 1
    if found.cue is not None:
        check_place(text, found.cue.span, found.cue.text)
    if found.mention is not None:
        check_place(text, found.mention.span, found.mention.text)
        assert found.candidates
        assert found.candidates[0].mention == found.mention
    for candidate in found.candidates:
        assert 0 <= candidate.probability <= 1
        assert candidate.why
        check_place(text, candidate.mention.span, candidate.mention.text)
    likely = [candidate.probability for candidate in found.candidates]
    assert likely == sorted(likely, reverse=True)


def check_order(quotes: Sequence[Quote]) -> None:
    parts = [quote.part == "headline" for quote in quotes]
    assert parts == sorted(parts, reverse=True)
    body = [(quote.span.end, -quote.span.start) for quote in quotes if quote.part != "headline"]
    assert body == sorted(body)


@given(texts, texts)
def test_every_offset_is_true(headline: str, text: str) -> None:
    article = report(headline, text)
    quotes = read_quotes(article)
    check_order(quotes)
    for quote in quotes:
        own = headline if quote.part == "headline" else text
        check_place(own, quote.span, quote.text)
        check_attribution(own, quote.attribution)
        assert quote.text == quote.text.strip()
        assert quote.turn >= 0
        lines = [Span(0, len(own))] if quote.part == "headline" else article.paragraphs
        assert any(a.start <= quote.sentence.start < quote.sentence.end <= a.end for a in lines)
        if quote.part != "post":
            assert quote.sentence.start <= quote.span.start < quote.span.end <= quote.sentence.end
        # of headlines see test_find.py
        if quote.inside is not None and quote.part != "headline":
            outer = quotes[quote.inside]
            assert outer.part == quote.part
            assert outer.span.start <= quote.span.start < quote.span.end <= outer.span.end
        if quote.kind == "indirect":
            assert quote.attribution.mention is not None
            assert (quote.attribution.cue is None) == (quote.attribution.rule_id == "transcript")


@given(texts, texts)
def test_a_text_reads_the_same_whatever_was_read_before(text: str, other: str) -> None:
    first = read_quotes(report("", text))
    read_quotes(report(text, other))
    assert read_quotes(report("", text)) == first


@given(texts, st.integers(0, 20), st.integers(0, 20))
def test_regions_lie_apart_inside_their_paragraph(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    at = start
    for region in pair_marks(text, start, end) if start < end else []:
        assert at <= region.opened < region.start < region.end <= region.shut <= end
        at = region.shut
        assert any(char.isalnum() for char in text[region.start : region.end])
        assert region.closed == (region.shut > region.end and not text[region.end:region.shut].isspace())  # fmt: skip # noqa: E501


# paragraphs whose own words settle what is said in them, whatever stands around
SETTLED = [
    "“We won the vote,” said Ms Lee.",
    "\"We won the vote,\" Mr Roe told reporters.",
    "‘It isn’t the drivers’ fault,’ Ms Lee said.",
    "Ms Lee said the bridge would reopen in May.",
    "Mr Roe called the plan “a gamble”, Ms Lee said.",
    "``We will not wait,'' the mayor warned.",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(SETTLED), min_size=1, max_size=4),
    st.integers(0, 4),
    st.sampled_from(MARKS),
    st.sampled_from(["It rained {}all day.", "{}It rained.", "It rained.{}", "It {} rained", "{}"]),
)
@settings(max_examples=200)
def test_an_odd_mark_harms_no_other_paragraph(
    paragraphs: list[str], place: int, mark: str, odd: str
) -> None:
    assume(place <= len(paragraphs))
    said = [words_of([paragraph])[0] for paragraph in paragraphs]
    said.insert(place, [])
    around = [*paragraphs[:place], odd.format(mark), *paragraphs[place:]]
    found = words_of(around)
    found[place] = []
    assert found == said


def words_of(paragraphs: Sequence[str]) -> list[list[str]]:
    """Return for each paragraph the words of its quotes."""
    text = "\n".join(paragraphs)
    found: list[list[str]] = [[] for _ in paragraphs]
    for quote in read_quotes(report("", text)):
        found[text.count("\n", 0, quote.span.start)].append(quote.text)
    return found
