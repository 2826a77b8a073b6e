"""Quotes and their article in, the day each was said out, with the words that prove it.

In this order: the date on a post's author line; an expression that goes with the saying in the
quote's sentence; the day of the same speaker's saying that this one goes on from; for a plain
reporting verb the day the report itself is about, its news day, or the day in its dateline.
Refused, and left unknown: background ("has previously said"), sentences and paragraphs told about
another time, and reports that name no day: a quote printed today may have been said last year, so
no day or range is made up from the date of publication. Dates inside the quoted words never count.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import repeat

from onrecord.models import Article, Dating, Event, Outlet, Quote, Source
from onrecord.utterances import calendar
from onrecord.utterances.calendar import DAY, Period
from onrecord.utterances.clauses import (
    Clause,
    counts_to,
    expression_of_passage,
    expression_of_saying,
    is_background,
    is_going_on,
    is_of_other_time,
    is_relative,
    is_unsaid,
    may_be_of_cue,
    read_clause,
)
from onrecord.utterances.expressions import Expression, find_expressions
from onrecord.utterances.occasions import Occasion, known_occasions, may_name_occasions
from onrecord.utterances.passages import (
    Passage,
    Reckoning,
    dateline,
    read_headline,
    read_passages,
)
from onrecord.utterances.readings import Today

# The news day stands in the first paragraph or two; a deck, a repeated headline and paragraphs of
# one sentence push it down. Farther on, the days are those of other events.
LEAD_PARAGRAPHS = 5
# "on Tuesday" in the lead of a report published on the Sunday after is some other event's day
NEWS_AGE = 3 * DAY
# an author line's date stands beside the name: how far from it is looked
FAR = 80

# what somebody is said to hold in the present tense, besides all cues of belief and intent
_STANDING = re.compile(r"(?:argue|maintain|insist|claim|contend|deny|denie)s?", re.IGNORECASE)
_PAST = re.compile(
    r"\w(?:ed|ing)|said|told|wrote|spoke|swore|thought|felt|saw|held|sought|knew|meant|kept"
    r"|went on",
    re.IGNORECASE,
)
_ADDS = re.compile(r"add(?:ed|ing)|continu(?:ed|ing)|went on|going on|conclud(?:ed|ing)", re.I)


def date_quotes(
    quotes: Sequence[Quote],
    article: Article,
    events: Iterable[Event] = (),
    outlet: Outlet | None = None,
) -> list[Dating]:
    """Return when each quote was said, to the precision its report gives.

    `expression` is as printed. A report published on one of two days (precision `range`) dates a
    quote only where both give the same answer.
    """
    occasions = known_occasions(tuple(events)) if may_name_occasions(article.text) else ()
    month_first = None if outlet is None or outlet.country is None else outlet.country == "US"
    readings = [
        _date_all(quotes, read_report(article, quotes, day, occasions, month_first=month_first))
        for day in _publication(article.source)
    ]
    by_quote = zip(*readings, strict=True) if readings else repeat((), len(quotes))
    return [
        _date_post(quote, article) if quote.part == "post" else _agreed(datings)
        for quote, datings in zip(quotes, by_quote, strict=True)
    ]


def _agreed(datings: Sequence[Dating]) -> Dating:
    return datings[0] if len(set(datings)) == 1 else _unknown("unresolved")


def _publication(source: Source) -> tuple[date, ...]:
    """Return the first and last day a report may have been published on; none where nothing is
    known. What both give is so for all days between them.
    """
    written = source.published or ""
    try:
        if source.published_precision == "month":
            return _ends(calendar.month(calendar.month_number(date.fromisoformat(f"{written}-01"))))
        if source.published_precision == "year":
            return _ends(calendar.year(int(written)))
        day = date.fromisoformat(written)
    except ValueError:  # not as exact as it claims to be
        return ()
    return (day, day + DAY) if source.published_precision == "range" else (day,)


def _ends(period: Period) -> tuple[date, date]:
    return period.start, period.end


def _date_post(quote: Quote, article: Article) -> Dating:
    """Date a post by the line its author's name stands on."""
    mention = quote.attribution.mention
    if mention is None:
        return _unknown("no-day")
    end = article.text.find("\n", mention.span.end)
    end = end if end >= 0 else len(article.text)
    start = max(article.text.rfind("\n", 0, mention.span.start) + 1, mention.span.start - FAR)
    line = article.text[start : min(end, mention.span.end + FAR)]
    # where the year is printed the day of publication plays no part
    printed = find_expressions(line, Today(date(2000, 1, 1)))
    dated = [e for e in printed if re.search(r"\d{4}", e.text)]
    return _dated(dated[-1], "post-date") if dated else _unknown("no-day")


@dataclass(frozen=True, slots=True)
class Report:
    """A report's paragraphs with their times, and the day that its news is of."""

    passages: tuple[Passage, ...]
    headline: Passage
    news: Expression | None
    dateline: Expression | None

    def number_at(self, at: int) -> int:
        """Return the number of the passage that has the place `at` of the text in it."""
        return max(bisect_right(self.passages, at, key=lambda passage: passage.start) - 1, 0)


def read_report(
    article: Article,
    quotes: Iterable[Quote],
    published: date,
    occasions: tuple[Occasion, ...] = (),
    *,
    month_first: bool | None = None,
) -> Report:
    """Return the report's times, reckoned from its dateline's day, else that of publication."""
    line = dateline(article, published)
    day = line.period.start if line and line.period else published
    place = line.span.start if line else -1
    reckoning = Reckoning(Today(day, month_first), occasions, place)
    passages = read_passages(article, quotes, reckoning)
    headline = read_headline(article.headline, Reckoning(reckoning.today, occasions))
    return Report(passages, headline, news_day(passages, day), line)


def news_day(passages: Sequence[Passage], today: date) -> Expression | None:
    """Return the first expression of a day in the lead that tells when the news happened.

    Right: "Lee on Tuesday pressed the council". Left alone: "the summit due on Tuesday".
    """
    for passage in passages[:LEAD_PARAGRAPHS]:
        if _LOOKS_BACK.match(passage.words):
            continue
        for expression in passage.settings:
            if _is_recent(expression, today):
                return expression
    return None


# the paragraph that agencies set below the news: what was before it, however recent
_LOOKS_BACK = re.compile(
    r"\s*(?:Background|Previously|(?:As a )?[Rr]eminder|Recap|For reference|Earlier"
    r"|What (?:preceded|happened before)[^:]{0,20}):\s"
)


def _is_recent(expression: Expression, today: date) -> bool:
    period = expression.period
    return bool(period and period.precision == "day" and today - NEWS_AGE <= period.start <= today)


@dataclass(frozen=True, slots=True)
class _Saying:
    """A quote that has been dated, and where."""

    passage: int  # its number; -1 for the headline
    at: int  # where its clause begins, in its passage
    dating: Dating


def _date_all(quotes: Sequence[Quote], report: Report) -> list[Dating]:
    """Return the dates of all quotes but posts; the last saying of each speaker is kept in mind."""
    sayings: dict[str, _Saying] = {}
    last: _Saying | None = None
    datings = []
    for quote in quotes:
        number = -1 if quote.part == "headline" else report.number_at(_place(quote))
        is_read = number < len(report.passages) and quote.part != "post"
        if not is_read:
            datings.append(_unknown("no-day"))
            continue
        clause = read_clause(quote, report.headline if number < 0 else report.passages[number])
        speaker = _speaker(quote)
        before = sayings.get(speaker) if speaker else last
        dating = _date_spoken(quote, clause, report, number, before)
        datings.append(dating)
        last = _Saying(number, clause.start + clause.head, dating)
        if speaker and number >= 0:
            sayings[speaker] = last
    return datings


def _place(quote: Quote) -> int:
    cue = quote.attribution.cue
    return cue.span.start if cue else quote.span.start


def _speaker(quote: Quote) -> str | None:
    """Return the speaker's name in the report; None: nobody, or a pronoun of nobody known."""
    mention = quote.attribution.mention
    if mention is None or (mention.type == "pronoun" and mention.name is None):
        return None
    return mention.name or mention.text


def _date_spoken(
    quote: Quote, clause: Clause, report: Report, number: int, before: _Saying | None
) -> Dating:
    until = counts_to(clause)
    if until:
        passage = expression_of_passage(clause)
        return _counted_back(until, passage[0] if passage else report.news)
    own = expression_of_saying(clause)
    if is_unsaid(clause) and not (own and own.span.start < clause.cue.start):
        return _unknown("standing-view")
    if own and not (own.is_ahead and not _is_surely_past(quote)):
        return _date_by(own, clause, report)
    if is_background(clause):
        return _unknown("background")
    passage = expression_of_passage(clause)
    if _LOOKS_BACK.match(clause.passage.words):
        return _dated(passage[0], "paragraph") if passage else _unknown("background")
    if before and _goes_on(quote, before, number, passage[0] if passage else None):
        return replace(before.dating, rule_id="continued")
    if quote.part == "body" and _is_standing(quote, clause):
        return _unknown("standing-view")
    news = report.news
    if passage:
        expression, opens = passage
        if opens and _is_past(quote):
            return _dated(expression, "paragraph")
        if news is None or expression.period != news.period:
            return _unknown("other-time")
    inside = may_be_of_cue(clause)
    is_other = inside and (news is None or inside.period != news.period)
    if is_other or is_of_other_time(clause):
        return _unknown("other-time")
    if news:
        return _dated(news, "news-day")
    return _dated(report.dateline, "dateline") if report.dateline else _unknown("no-day")


def _counted_back(until: Expression, news: Expression | None) -> Dating:
    """Date a saying that something else came a day after: Poe left Riga a day after Lee accused
    him. The day he left is that of the sentence before it, or the news day.
    """
    shift, period = until.shift, news.period if news else None
    if shift is None or period is None or shift.weekday is not None or shift.count < 0:
        return _unknown("background")
    day = calendar.shifted(period, -shift.count, shift.unit)
    return _dated(replace(until, period=day), "counted") if day else _unknown("background")


def _date_by(own: Expression, clause: Clause, report: Report) -> Dating:
    """Date by the expression of the saying, and by the event it was said at."""
    news = report.news
    if own.is_occasion:
        # of several days, the one that the news is of
        is_news = news and news.period and own.period and _holds(own.period, news.period)
        return _dated(news if is_news and news else own, "occasion")
    rule_id = "counted" if own.shift else "sentence"
    return _dated(own, rule_id)


def _holds(period: Period, other: Period) -> bool:
    return period.start <= other.start and other.end <= period.end


def _goes_on(quote: Quote, before: _Saying, number: int, between: Expression | None) -> bool:
    """Tell whether the speaker goes on from a saying whose day is told: no other time is set
    between the two, and nobody begins anew.
    """
    cue, mention = quote.attribution.cue, quote.attribution.mention
    apart = number - before.passage
    if before.passage < 0 or apart > 1 or not _is_past(quote):
        return False
    is_other = between is not None and not _is_of(between, before.dating)
    if between and is_other and (apart or between.span.start > before.at):
        return False
    adds = cue is not None and _ADDS.fullmatch(cue.text) is not None
    if before.dating.rule_id == "background":
        return adds and not apart
    if before.dating.rule_id not in ("sentence", "counted", "occasion", "continued"):
        return False
    is_same = adds or (mention is not None and mention.type == "pronoun")
    return before.dating.start is not None and (is_same or not apart)


def _is_of(expression: Expression, dating: Dating) -> bool:
    return expression.period is not None and expression.period.start.isoformat() == dating.start


def _is_standing(quote: Quote, clause: Clause) -> bool:
    """Tell whether the cue is a view held: argue, believed, wants, is promising, what she calls;
    not argued, says, warns.
    """
    cue = quote.attribution.cue
    if cue is None:
        return False
    # nobody can tell on what day something was realised
    is_held = cue.cue_class == "belief" or (cue.cue_class == "intent" and cue.text.endswith("ing"))
    if is_held or is_going_on(clause):
        return True
    if _is_past(quote):
        return False
    is_view = cue.cue_class in ("belief", "intent") or _STANDING.fullmatch(cue.text)
    return bool(is_view) or is_relative(clause)


def _is_past(quote: Quote) -> bool:
    """Tell whether the cue is in the past tense, or a participle; a quote without one may be."""
    cue = quote.attribution.cue
    return cue is None or _PAST.search(cue.text) is not None


def _is_surely_past(quote: Quote) -> bool:
    """Tell whether a day that may be ahead can't be: said in July, unless July is what was said."""
    cue = quote.attribution.cue
    return cue is not None and _is_past(quote) and quote.kind != "indirect"


def _dated(expression: Expression, rule_id: str) -> Dating:
    period = expression.period
    if period is None:
        return _unknown("unresolved")
    start, end = period.start.isoformat(), period.end.isoformat()
    return Dating(start, end, period.precision, expression.text, rule_id)


def _unknown(rule_id: str) -> Dating:
    return Dating(None, None, "unknown", None, rule_id)
