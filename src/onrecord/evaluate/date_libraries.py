"""What general libraries for parsing dates make of the expressions of data/gold/dates.csv alone.

They are given the expression and the day of publication; no report and no clause. It is why the
grammar is ours: measured here each time the floors are accepted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

# neither ships types
import dateparser  # type: ignore[import-untyped]
from dateutil import parser as dateutil_parser  # type: ignore[import-untyped]

from onrecord.evaluate.dates import DateCase

Parse = Callable[[str, datetime], "date | None"]


def _by_dateparser(words: str, published: datetime) -> date | None:
    settings = {"RELATIVE_BASE": published, "PREFER_DATES_FROM": "past"}
    found: datetime | None = dateparser.parse(words, languages=["en"], settings=settings)
    return found.date() if found else None


def _by_dateutil(words: str, published: datetime) -> date | None:
    try:
        found: datetime = dateutil_parser.parse(words, default=published, fuzzy=True)
    except (ValueError, OverflowError):
        return None
    return found.date()


LIBRARIES: dict[str, Parse] = {"dateparser": _by_dateparser, "dateutil": _by_dateutil}


def library_figures(cases: Iterable[DateCase]) -> dict[str, dict[str, int]]:
    """Return for each library how many expressions it reads right: of all, of those of one day, of
    weekdays that are the day of publication.

    An expression of more than a day counts as right where its first day is given.
    """
    asked = [case for case in cases if case.expression and case.source.published_precision == "day"]
    kinds = {
        "all": asked,
        "day": [case for case in asked if case.precision == "day"],
        "same-weekday": [case for case in asked if case.trap == "same-weekday"],
    }
    return {
        name: {kind: sum(_is_right(parse, one) for one in ones) for kind, ones in kinds.items()}
        for name, parse in LIBRARIES.items()
    } | {"asked": {kind: len(ones) for kind, ones in kinds.items()}}


def _is_right(parse: Parse, case: DateCase) -> bool:
    found = parse(case.expression or "", datetime.fromisoformat(str(case.source.published)))
    return found is not None and found.isoformat() == case.start
