"""A quote and its article in, the day it was said out, with the words that prove it.

In this order: the date on a post's author line; an expression that goes with the saying in the
quote's sentence; for a plain reporting verb the day the report itself is about, its news day.
Refused, and left unknown: background ("has previously said"), sentences and paragraphs told about
another time, and reports that name no day: a quote printed today may have been said last year, so
no day or range is made up from the date of publication. Dates inside the quoted words never count.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from onrecord.models import Article, Dating, Quote, Rule, Source
from onrecord.utterances.clauses import (
    blot,
    expression_of_passage,
    expression_of_saying,
    is_background,
    read_clause,
    sets_time,
)
from onrecord.utterances.expressions import DAY, Expression, find_expressions

# every rule_id a Dating can carry
DATE_RULES = tuple(
    Rule(id_, description, example, kind="dating")
    for id_, description, example in (
        (
            "post-date",
            "The date stands on the post's own author line.",
            "We will not wait. — Ann Lee (@annlee) May 1, 2020",
        ),
        (
            "sentence",
            "An expression of time goes with the reporting word.",
            "“We will not wait,” Ms Lee said on Tuesday.",
        ),
        (
            "news-day",
            "A plain reporting word: the day that the report's first paragraphs are about.",
            "Ms Lee opened the bridge on Tuesday. / “We did not wait,” she said.",
        ),
        (
            "paragraph",
            "The paragraph opens with an expression of time that its sentences go on from.",
            "Last week, Ms Lee was in Riga. “We will not wait,” she said.",
        ),
        (
            "background",
            "No day: reported as said at some earlier time.",
            "Ms Lee has said before that the town will not wait.",
        ),
        (
            "standing-view",
            "No day: a view held, in the present tense, and no act of saying.",
            "Ms Lee believes that the town should not wait.",
        ),
        (
            "other-time",
            "No day: the sentence or its paragraph is told about another time than the report.",
            "The bridge fell in May 2019. “We will not wait,” Ms Lee said.",
        ),
        (
            "unresolved",
            "No day: when the report was published is not known well enough to work it out.",
            "“We will not wait,” Ms Lee said on Tuesday.",
        ),
        (
            "no-day",
            "No day: the report gives none.",
            "“We will not wait,” said Ms Lee.",
        ),
        ("corrected", "Set by hand; the table `corrections` says why.", None),
    )
)

# The news day stands in the first paragraph or two; a deck, a repeated headline and paragraphs of
# one sentence push it down. Farther on, the days are those of other events.
LEAD_PARAGRAPHS = 5
# "on Tuesday" in the lead of a report published on the Sunday after is some other event's day
NEWS_AGE = 3 * DAY

# what somebody is said to hold in the present tense, besides all cues of belief and intent
_STANDING = re.compile(r"(?:argue|maintain|insist|claim|contend|deny|denie)s?", re.IGNORECASE)
_PAST = re.compile(
    r"\w+(?:ed|ing)|said|told|wrote|spoke|swore|thought|felt|saw|held|sought|knew|meant|kept",
    re.IGNORECASE,
)


def date_quote(quote: Quote, article: Article) -> Dating:
    """Return when the quote was said, to the precision its report gives.

    `expression` is as printed. A report published on one of two days (precision `range`) dates a
    quote only where both give the same answer.
    """
    if quote.part == "post":
        return _date_post(quote, article)
    days = _publication(article.source)
    datings = {_date_spoken(quote, article, day) for day in days}
    return datings.pop() if len(datings) == 1 else _unknown("unresolved")


def _publication(source: Source) -> tuple[date, ...]:
    """Return the day or days a report may have been published on; none where no day is known."""
    if source.published is None or source.published_precision not in ("day", "range"):
        return ()
    try:
        day = date.fromisoformat(source.published)
    except ValueError:  # a month or a year
        return ()
    return (day, day + DAY) if source.published_precision == "range" else (day,)


def _date_post(quote: Quote, article: Article) -> Dating:
    """Date a post by the line its author's name stands on."""
    mention = quote.attribution.mention
    if mention is None:
        return _unknown("no-day")
    start = article.text.rfind("\n", 0, mention.span.start) + 1
    end = article.text.find("\n", mention.span.end)
    line = article.text[start : end if end >= 0 else len(article.text)]
    # where the year is printed the day of publication plays no part
    dated = [e for e in find_expressions(line, date(2000, 1, 1)) if re.search(r"\d{4}", e.text)]
    return _dated(dated[-1], "post-date") if dated else _unknown("no-day")


def _date_spoken(quote: Quote, article: Article, published: date) -> Dating:
    text = article.headline if quote.part == "headline" else article.text
    clause = read_clause(quote, text, published)
    own = expression_of_saying(clause, published)
    if own:
        return _dated(own, "sentence")
    if is_background(clause):
        return _unknown("background")
    if quote.part == "body" and _is_standing(quote):
        return _unknown("standing-view")
    news = news_day(article, published)
    passage = expression_of_passage(clause, published)
    if passage:
        expression, opens = passage
        if opens and _is_past(quote):
            return _dated(expression, "paragraph")
        if news is None or expression.period != news.period:
            return _unknown("other-time")
    return _dated(news, "news-day") if news else _unknown("no-day")


def _is_standing(quote: Quote) -> bool:
    """Tell whether the cue is a view held: argue, believes, wants; not argued, says, warns."""
    cue = quote.attribution.cue
    is_view = cue and (cue.cue_class in ("belief", "intent") or _STANDING.fullmatch(cue.text))
    return bool(is_view) and not _is_past(quote)


def _is_past(quote: Quote) -> bool:
    """Tell whether the cue is in the past tense, or a participle; a quote without one may be."""
    cue = quote.attribution.cue
    return cue is None or _PAST.search(cue.text) is not None


@lru_cache(maxsize=64)
def news_day(article: Article, published: date) -> Expression | None:
    """Return the first expression of a day in the lead that tells when the news happened.

    Right: "Lee on Tuesday pressed the council". Left alone: "the summit due on Tuesday".
    """
    paragraphs = (article.text[span.start : span.end] for span in article.paragraphs)
    for paragraph in list(paragraphs)[:LEAD_PARAGRAPHS]:
        words = blot(paragraph)
        for expression in find_expressions(words, published):
            if _is_recent(expression, published) and sets_time(words, expression):
                return expression
    return None


def _is_recent(expression: Expression, published: date) -> bool:
    period = expression.period
    return bool(
        period and period.precision == "day" and published - NEWS_AGE <= period.start <= published
    )


def _dated(expression: Expression, rule_id: str) -> Dating:
    period = expression.period
    if period is None:
        return _unknown("unresolved")
    start, end = period.start.isoformat(), period.end.isoformat()
    return Dating(start, end, period.precision, expression.text, rule_id)


def _unknown(rule_id: str) -> Dating:
    return Dating(None, None, "unknown", None, rule_id)
