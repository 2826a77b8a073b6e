"""Expressions of time in English news prose, and the days they mean.

A text and the day it is reckoned from come in; expressions go out, each with the days it means or
how far it is from another day in the text ("a day later"). The grammar is the table below, one row
a form, each with its reader in `readings`. Refused: clock times, durations ("for two weeks"), and
names that only look like days (Super Tuesday, the Sunday Times).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.models import Span
from onrecord.utterances import readings
from onrecord.utterances.calendar import MONTHS, SEASONS, WEEKDAYS, Period
from onrecord.utterances.readings import COUNTS, Reader, Reading, Shift, Today


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression of time; `span` counts in the text it was found in.

    `period` is None where it can't be worked out, or not without the day that `shift` counts from.
    """

    span: Span
    text: str
    period: Period | None
    shift: Shift | None = None
    is_ahead: bool = False  # as likely still to come: `period` holds of past events only
    is_occasion: bool = False  # an event by its name


def find_expressions(text: str, today: Today) -> list[Expression]:
    """Return the expressions of time in `text`, left to right, none overlapping another.

    A line break ends what can be one expression.
    """
    if not text:
        return []
    places = Places(text)
    found: list[Expression] = []
    taken = bytearray(len(text))
    for kind, pattern, reader in _GRAMMAR:
        for start, end in places.around(kind):
            for match in pattern.finditer(text, start, end):
                if taken.find(1, match.start(), match.end()) < 0:
                    taken[match.start() : match.end()] = b"\1" * len(match[0])
                    found.append(_expression(match, reader(match, today)))
    return sorted(found, key=lambda expression: expression.span.start)


class Places:
    """Where in a text words stand that an expression can't do without.

    Most of a report has nothing to do with time: each row of the grammar is tried around its signs
    only, which takes a tenth of the time of trying it on all of the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        lowered = text.lower()
        # the lower case of a few letters is two: then offsets would not hold
        self.lowered = lowered if len(lowered) == len(text) else text
        self._known: dict[str, list[tuple[int, int]]] = {}

    def around(self, kind: str) -> list[tuple[int, int]]:
        """Return the stretches of the text around the signs of a kind, left to right and apart."""
        if kind not in self._known:
            self._known[kind] = list(self._stretches(_SIGNS[kind]))
        return self._known[kind]

    def _stretches(self, signs: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        found = sorted(at for sign in signs for at in _all(self._text_for(sign), sign))
        start, end = 0, -1
        for at in found:
            if end < 0 or at - BEFORE > end:
                if end >= 0:
                    yield start, end
                start = max(at - BEFORE, self.text.rfind("\n", 0, at) + 1, 0)
            end = self._end(at)
        if end >= 0:
            yield start, end

    def _end(self, at: int) -> int:
        line = self.text.find("\n", at, at + AFTER)
        return line if line >= 0 else min(at + AFTER, len(self.text))

    def _text_for(self, sign: str) -> str:
        return self.text if sign[0].isupper() else self.lowered


def _all(text: str, sign: str) -> Iterator[int]:
    """Yield where a sign stands; one with a capital is looked for as it is written."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def _expression(match: re.Match[str], reading: Reading) -> Expression:
    words = match[0]
    if words.endswith(")") and "(" not in words:  # the bracket was opened before: "(on April 20)"
        words = words[:-1]
    span = Span(match.start(), match.start() + len(words))
    return Expression(span, words, reading.period, reading.shift, reading.is_ahead)


_SEASON = "|".join(SEASONS)
_DAYS = "|".join(WEEKDAYS)
_SHORT = "|".join([*(rf"{name[:3]}\b\.?" for name in MONTHS), r"Sept\b\.?"])
_MONTHS = rf"{'|'.join(MONTHS)}|{_SHORT}"
_SPANS = "day|week|month|year|decade"
_HOURS = "morning|afternoon|evening|night"  # parts of a day

# how far an expression reaches before and after its sign, at most; a sign with a capital stands
# only so
BEFORE, AFTER = 40, 60
_SPAN_SIGNS = " day,week,month,year,decade"
_SIGNS = {
    kind: tuple(signs.split(","))
    for kind, signs in {
        "day": "nday,sday,iday,rday",
        "month": ",".join(name[:3] for name in MONTHS),
        "year": "19,20",
        "near": "rday,oday,night,morning,afternoon,evening",
        "span": f"{_SPAN_SIGNS},morning,afternoon,evening,night",
        "ago": " ago",
        "vague": " ago,recent,past ,last ",
        "over": "overnight, ago",
        "ahead": "tomorrow,next ,later ,coming ",
        "on the": "on the ",
        "week": "week,month,year",
        "weekend": "weekend",
        "season": ",".join(SEASONS),
        "quarter": "quarter",
        "decade": "0s",
        "hour": "hour,minute,moments",
        "eve": "eve of,hour,minute,moments,shortly,soon ",
    }.items()
}

# names of other days, of papers, and days that something is named after
_NAMED = "Mail_on Super Good Black Bloody Easter Palm Ash Shrove Maundy Holy Cyber Giving".split()
_NOT_NAMED = "".join(rf"(?<!{name.replace('_', ' ')} )" for name in _NAMED)
_NOT_TITLE = (
    r"(?!\s+(?:Times|Telegraph|Express|Mirror|Mail|Post|Herald|Mass|Market|Night\s+Live)\b"
    r"|\s+(?i:prayers?|sermons?)\b)"
)
_NOT_FIRST_NAME = r"(?!\s[A-Z]\w+,)"  # Wednesday Moro, the singer
_WEEKDAY = rf"{_NOT_NAMED}(?P<weekday>{_DAYS}){_NOT_TITLE}"
_MONTH = rf"(?P<month>{_MONTHS})"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(COUNTS)})"
_SPAN = rf"(?P<unit>{_SPANS})"
_ON = (
    rf"(?:(?i:(?:on|in)\s+the\s+(?:{_HOURS}|(?:early|small)\s+hours)\s+of)\s+"
    r"|(?:(?i:earlier|later|late|early)\s+)?(?:(?i:on)\s+)?)"
)
_AT = rf"(?:\s+(?:{_HOURS}))?"
_AND_YEAR = rf"(?:,?\s+{_YEAR})?\)?"
_OF_YEAR = rf"(?:(?:,|\s+of)?\s+{_YEAR}|(?:\s+of)?\s+last\s+year)"
_EDGE = r"(?i:(?:early|mid|late|the\s+(?:beginning|start|middle|end)\s+of)[ -])"
_IN = r"(?i:(?:(?:back|earlier|late|early)\s+)?(?:in|during|at|around|towards)\s+)"
_SAYINGS = r"(?:interviews?|speech|address|statement|letter|column|broadcast|briefing|testimony)"
_VAGUE = r"(?:a\s+few|few|several|some|many|a\s+couple\s+of|countless)"
_TIE = r"(?P<tie>(?=\s+[\w“\"]))?"  # what it counts from follows
_STOP = r"(?=[,.;:]|\s+(?:that|to|in|at|as|when|and|he|she|they|the|it)\b|\s*$)"

# Tried in this order; what a row has taken no later one may touch. Each with the signs it is tried
# around, and with what reads it.
_ROWS: tuple[tuple[str, str, Reader], ...] = (
    # tomorrow, next week, next July, later this month, in the coming days
    (
        "ahead",
        rf"(?i:tomorrow(?:\s+(?:{_HOURS}))?|later\s+(?:this|in\s+the)\s+(?:{_SPANS}|{_SEASON})"
        rf"|(?:(?:in|over)\s+)?the\s+coming\s+(?:{_SPANS})s)"
        r"|(?<!the )(?<!The )(?i:next|this\s+coming|the\s+coming)\s+"
        rf"(?:(?i:{_SPANS}|weekend|{_SEASON})|{_DAYS}|{_MONTHS})",
        readings.read_ahead,
    ),
    # 2024-03-11
    ("year", rf"(?:(?i:on)\s+)?{_YEAR}-(?P<m>\d\d)-(?P<d>\d\d)", readings.read_iso),
    # 13.03.2024, 2/27/2024
    (
        "year",
        rf"(?:(?i:on)\s+)?(?P<d>\d\d?)(?P<dots>[./])(?P<m>\d\d?)(?P=dots){_YEAR}",
        readings.read_figures,
    ),
    # Sunday (December 22), on Thursday, Sept. 28, April 20, 2023
    (
        "month",
        rf"{_ON}(?:{_WEEKDAY},?\s+\(?)?{_MONTH}\s+{_DAY}{_AND_YEAR}",
        readings.read_date,
    ),
    # on 28 September, Thursday 28 September 2023, the 28th of September
    (
        "month",
        rf"{_ON}(?:{_WEEKDAY},?\s+\(?)?(?:(?i:the)\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}{_AND_YEAR}",
        readings.read_date,
    ),
    # on the 12th, on the 30th of last month; on the 12th floor is none
    (
        "on the",
        r"(?i:on\s+the)\s+(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"
        rf"(?:(?P<month>\s+of\s+last\s+month)|\s+of\s+this\s+month)?{_STOP}",
        readings.read_ordinal,
    ),
    # the previous Friday
    (
        "day",
        r"(?:(?i:on)\s+)?(?i:the)\s+(?P<way>previous|preceding|following|next)"
        rf"\s+{_WEEKDAY}{_AT}",
        readings.read_other_weekday,
    ),
    # late on Sunday or early on Monday, Sunday night/early Monday
    (
        "day",
        rf"{_ON}{_WEEKDAY}{_AT}(?:\s*/\s*|\s+(?:or|into|to|and\s+into)\s+)"
        rf"{_ON}(?P<weekday_2>{_DAYS}){_AT}",
        readings.read_nights,
    ),
    # earlier on Thursday, last Monday, Sunday night, Friday last week, this Tuesday
    (
        "day",
        rf"{_ON}(?:(?i:last|this|this\s+past)\s+)?{_WEEKDAY}{_AT}{_NOT_FIRST_NAME}"
        r"(?P<week>\s+(?:of\s+)?last\s+week)?",
        readings.read_weekday,
    ),
    # in early July, mid-July 2023, at the end of July, late last September
    (
        "month",
        rf"{_IN}?{_EDGE}(?:(?i:last|this)\s+)?{_MONTH}{_OF_YEAR}?",
        readings.read_month,
    ),
    # in a January interview
    (
        "month",
        rf"(?i:(?:in|during)\s+(?:an?|his|her|their|the))\s+{_MONTH}(?:\s+{_YEAR})?\s+{_SAYINGS}",
        readings.read_month,
    ),
    # last September, in September last year, in May 2022, back in March, in October of 2019
    ("month", rf"(?:{_IN}|(?i:last|this)\s+){_MONTH}{_OF_YEAR}?", readings.read_month),
    ("month", rf"{_MONTH}(?:,|\s+of)?\s+{_YEAR}", readings.read_month),
    # yesterday, last night, earlier today, this morning, the day before yesterday
    (
        "near",
        rf"(?:(?i:the\s+day\s+before)\s+)?[Yy]esterday{_AT}"
        r"|(?i:(?:late|early)\s+)?(?i:last\s+(?:night|evening))"
        r"|(?:(?i:earlier|later)\s+)?[Tt]oday|[Tt]onight"
        r"|(?i:(?:(?:earlier|late|early)\s+)?this\s+(?:morning|afternoon|evening))",
        readings.read_relative_day,
    ),
    # overnight, hours ago
    (
        "over",
        rf"(?i:overnight|(?:(?:just|only)\s+)?(?:(?:{_VAGUE}|\d+|\w+)\s+)?(?:hours?|minutes)\s+ago)",
        readings.read_overnight,
    ),
    # less than a week ago, nearly a year ago
    ("ago", rf"(?i:less\s+than\s+{_COUNT}\s+{_SPAN}s?\s+ago)", readings.read_less),
    (
        "ago",
        rf"(?i:(?:more\s+than|over|nearly|almost|about|around|roughly)\s+(?:[a-z]+|\d+)\s+"
        rf"(?:{_SPANS})s?\s+ago)",
        readings.read_vague,
    ),
    # two days ago, a year ago
    ("ago", rf"(?i:{_COUNT}\s+{_SPAN}s?\s+ago)", readings.read_ago),
    # a few weeks ago, in recent days, over the past year
    (
        "vague",
        rf"(?i:{_VAGUE}\s+(?:{_SPANS})s?\s+ago|long\s+ago|(?:in|over|during|for)\s+(?:the\s+)?"
        rf"(?:recent|past|last)\s+(?:[a-z]+\s+|\d+\s+)?(?:{_SPANS})s?)",
        readings.read_vague,
    ),
    # last week, earlier this month, late last year, at the end of last month
    (
        "week",
        rf"(?:(?i:earlier)\s+|(?:(?i:at|in|towards)\s+)?{_EDGE})?(?:(?i:in)\s+)?"
        r"(?i:last|this)\s+(?P<unit>(?i:week|month|year))",
        readings.read_unit,
    ),
    # over the weekend, at the weekend, last weekend
    (
        "weekend",
        r"(?i:(?:over|at|during|on|earlier)\s+)?(?i:the|last|this|this\s+past)\s+(?i:weekend)",
        readings.read_weekend,
    ),
    # last summer, in the spring of 2024, this autumn
    (
        "season",
        rf"(?:(?i:earlier|back)\s+)?(?i:last|this)\s+(?P<season>(?i:{_SEASON}))(?:\s+{_YEAR})?",
        readings.read_season,
    ),
    (
        "season",
        rf"{_IN}?(?:(?i:the)\s+)?(?P<season>(?i:{_SEASON})){_OF_YEAR}",
        readings.read_season,
    ),
    # in the first quarter of 2023
    (
        "quarter",
        r"(?i:in\s+)?(?i:the)\s+(?P<ordinal>(?i:first|second|third|fourth))\s+quarter"
        rf"(?:\s+(?:of\s+)?{_YEAR})?",
        readings.read_quarter,
    ),
    # in the 1990s, in the late 1990s
    (
        "decade",
        r"(?:(?i:back)\s+)?(?i:in|during)\s+(?i:the)\s+(?:(?i:early|mid|late)[ -])?"
        r"(?P<year>(?:19|20)\d0)s",
        readings.read_decade,
    ),
    # in 2014, back in 2014, in early 2014, at the end of 2022
    (
        "year",
        rf"(?:{_IN}{_EDGE}?|(?i:as\s+(?:far\s+back|early|recently|late)\s+as\s+)(?:in\s+)?){_YEAR}",
        readings.read_year,
    ),
    # a day earlier, two weeks later, three days after the vote
    (
        "span",
        rf"(?i:{_COUNT})\s+(?i:{_SPAN})s?\s+(?P<way>(?i:earlier|later|afterwards|previously"
        rf"|(?:before|after|following|prior\s+to){_TIE}))",
        readings.read_shift,
    ),
    # the next day, the following week, on the previous evening
    (
        "span",
        r"(?:(?i:on|in)\s+)?(?i:the)\s+(?P<way>(?i:next|following|previous|preceding))\s+"
        rf"(?P<unit>(?i:day|week|month|year|{_HOURS}))(?P<tie>(?!))?",
        readings.read_neighbour,
    ),
    # the day before, the week after the vote
    (
        "span",
        rf"(?:(?i:on|in)\s+)?(?i:the)\s+(?P<unit>(?i:day|week|month|year))\s+(?P<way>(?i:before|after)){_TIE}",
        readings.read_neighbour,
    ),
    # earlier in the day, that evening, the same day, later that week
    (
        "span",
        r"(?i:earlier|later|late|early)\s+(?:on\s+)?(?i:in\s+the\s+(?P<unit>day))"
        rf"|(?:(?i:(?:earlier|later|late|early)(?:\s+(?:on|in))?|on|in)\s+)?(?i:that\s+same|the\s+(?:very\s+)?same|that)\s+"
        rf"(?P<unit_2>(?i:day|week|month|year|{_HOURS}))(?!\s+(?:was|is|will|would))",
        readings.read_same,
    ),
    # hours later, moments earlier
    (
        "hour",
        r"(?i:(?:(?:just|only|a\s+few|several|some|an|a\s+couple\s+of|\d+|two|three|four|six)\s+){0,2}"
        r"(?:hours?|minutes|moments)\s+(?:later|earlier))(?P<unit>(?!))?(?P<unit_2>(?!))?",
        readings.read_same,
    ),
    # on the eve of the vote, hours after the vote
    (
        "eve",
        r"(?i:(?:on|at)\s+the\s+eve\s+of|(?:(?:just|only|a\s+few|several|\d+|two|three)\s+){0,2}"
        r"(?:hours?|minutes|moments|shortly|soon)\s+(?:after|before))",
        readings.read_eve,
    ),
)
_GRAMMAR = tuple(
    (kind, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])"), reader)
    for kind, pattern, reader in _ROWS
)
