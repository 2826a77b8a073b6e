"""An article in, its quotes out, each with who said it: the reading of one article, in order.

headline, paragraphs → marks, tokens, phrases, cues (parse) → quotes in marks, indirect statements,
transcripts and posts → one list. Pure functions of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from onrecord.models import Article, Quote, Span
from onrecord.quotes.attribute import State, read_weights
from onrecord.quotes.chains import Chains
from onrecord.quotes.decide import Decision, continues, decide
from onrecord.quotes.indirect import find_statements
from onrecord.quotes.labelled import WEAKER, is_source_line, labelled_sources
from onrecord.quotes.marks import Region, nested_marks
from onrecord.quotes.paragraph import parse
from onrecord.quotes.posts import find_posts, post_quotes
from onrecord.quotes.records import NESTED, Reading, marked_quote, nested_quote, statement_quote
from onrecord.quotes.transcripts import find_transcript, transcript_quotes

_STATEMENT_WEIGHTS = read_weights("indirect_weights.tsv")
# an indirect statement is kept from this probability on; F1 on held-out train articles is flat
# between 0.28 and 0.40
_STATEMENT = 0.34
_NESTED_WORDS = 3  # a quote inside another is kept from so many words on; shorter ones are terms


def read_quotes(article: Article) -> list[Quote]:
    """Return the article's quotes, the headline's first, then in the order in which they are
    complete: a statement inside another comes before it.

    Spans count code points of the headline for part `headline`, else of `article.text`. Words in
    marks that nobody says are left out. Never raises: odd marks give odd quotes at worst.
    """
    posts = find_posts(article.text, article.paragraphs)
    taken = {i for post in posts for i in post.lines}
    transcript = find_transcript(article.text, article.paragraphs)
    taken.update(line.line for line in transcript)
    lines = [span for i, span in enumerate(article.paragraphs) if i not in taken]
    headline, body = _readings(article, lines)
    turns = count()
    quotes = _in_order(_marked(headline, turns)) if article.headline else []
    rest = [
        *_marked(body, turns),
        *_stated(body, turns),
        *transcript_quotes(article.text, transcript, body.chains, turns),
        *(quote for post in posts for quote in post_quotes(article.text, post, next(turns))),
    ]
    return _linked(quotes) + _shifted(_linked(_in_order(rest)), len(quotes))


def _in_order(quotes: Iterable[Quote]) -> list[Quote]:
    """Return the quotes of one text in the order in which they are complete."""
    return sorted(quotes, key=lambda quote: (quote.span.end, -quote.span.start))


def _shifted(quotes: list[Quote], by: int) -> list[Quote]:
    """Return the quotes with their places in the list moved on."""
    return [q if q.inside is None else replace(q, inside=q.inside + by) for q in quotes]


def _readings(article: Article, lines: Sequence[Span]) -> tuple[Reading, Reading]:
    """Return the headline and the body, parsed, with the chains of both."""
    chains = Chains()
    text = article.text
    paragraphs = [parse(text, span.start, span.end, i) for i, span in enumerate(lines)]
    # the body first: a headline's short name takes its full form from there
    for paragraph in paragraphs:
        chains.add(text, paragraph)
    title = parse(article.headline, 0, len(article.headline), len(paragraphs))
    chains.add(article.headline, title, headline=True)
    headline = Reading(article.headline, "headline", [*paragraphs, title], chains)
    return headline, Reading(text, "body", paragraphs, chains)


def _marked(reading: Reading, turns: Iterator[int]) -> Iterator[Quote]:
    """Yield the quotes in marks of the headline or the body, those nested in them too."""
    state = State(reading.paragraphs)
    last: Decision | None = None
    turn, kind = -1, ""
    labelled = labelled_sources(reading)
    own = reading.paragraphs[-1:] if reading.part == "headline" else reading.paragraphs
    for paragraph in own:
        state.enter()
        for at in paragraph.frame.quoted:
            decision = decide(reading.text, paragraph, at, state)
            if decision is None:
                continue
            same = last is not None and continues(last, decision)
            turn = turn if same else next(turns)
            last = decision
            state.choose(decision.chosen)
            quote = marked_quote(reading, decision, turn, goes_on=same and kind == "direct")
            kind = quote.kind
            if paragraph.number in labelled and quote.attribution.rule_id in WEAKER:
                quote = replace(quote, attribution=labelled[paragraph.number])
            yield quote
            yield from _nested(reading, decision.region, quote)
        state.leave(paragraph)


def _nested(reading: Reading, region: Region, outer: Quote) -> Iterator[Quote]:
    """Yield the quotes inside another one, with the source that its words name."""
    if not nested_marks(reading.text, region):
        return
    inner = parse(reading.text, region.start, region.end, 0)
    chains = Chains()
    chains.add(reading.text, inner)
    within = Reading(reading.text, reading.part, [inner], chains)
    for at in inner.frame.quoted:
        span = inner.frame.regions[inner.frame.quotes[at]]
        if reading.text.count(" ", span.start, span.end) + 1 >= _NESTED_WORDS:
            decision = decide(reading.text, inner, at, State([inner]))
            yield nested_quote(within, decision, outer, Span(span.start, span.end))


def _stated(reading: Reading, turns: Iterator[int]) -> Iterator[Quote]:
    """Yield the body's indirect statements, each a turn of its own."""
    for paragraph in reading.paragraphs:
        if is_source_line(reading, paragraph):
            continue
        for proposal in find_statements(paragraph, _STATEMENT_WEIGHTS, _STATEMENT):
            yield statement_quote(reading, paragraph, proposal, next(turns))


def _linked(quotes: list[Quote]) -> list[Quote]:
    """Return the quotes with each nested one pointing to the quote that holds it: the next in the
    list that ends no earlier and starts before it."""
    out = list(quotes)
    for i, quote in enumerate(quotes):
        if quote.attribution.rule_id != NESTED:
            continue
        for k in range(i + 1, len(quotes)):
            outer = quotes[k]
            if outer.attribution.rule_id != NESTED and outer.kind != "indirect":
                out[i] = replace(quote, inside=k)
                break
    return out
