"""Dating takes time in proportion to the text, also where the text is made to be hard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.articles.plain import read_plain
from onrecord.models import Event
from onrecord.quotes import read_quotes
from onrecord.utterances.dates import date_quotes
from tests.timing import RATIO, cpu_seconds, growth

# how often the piece stands in the larger text; the smaller has a quarter of it
HOSTILE: dict[str, tuple[int, Callable[[int], str]]] = {
    "weekdays": (2_500, lambda n: "on Monday " * n + "she said it rained."),
    "shifts": (2_500, lambda n: "a day later " * n),
    "shifts without an anchor": (2_500, lambda n: "a day after " * n),
    "months": (5_000, lambda n: "May " * n),
    "space": (10_000, lambda n: "on" + " " * n + "Monday"),
    "summits": (5_000, lambda n: "at the NATO " * n + "summit"),
    "sayings in a paragraph": (800, lambda n: "“We won,” Ms Lee said on Monday. " * n),
    "sayings in a sentence": (600, lambda n: "Ms Lee said on Monday “we won” and " * n),
    "paraphrases": (800, lambda n: "Ms Lee said on Monday it rained. " * n),
    "posts in a line": (800, lambda n: "We won. — Ann Lee (@annlee) May 1, 2020 " * n),
    "datelines": (2_500, lambda n: "RIGA, " * n + "Jan. 5 (News) – It rained."),
}
WALES = Event("wales", "NATO summit in Wales", "2014-09-04", "2014-09-05")


def seconds(text: str) -> float:
    """Return the time that dating the quotes of the text takes the processor."""
    read = read_plain("a", text)
    source = replace(read.source, published="2023-04-20", published_precision="day")
    article = replace(read, source=source)
    quotes = read_quotes(article)
    return cpu_seconds(lambda: date_quotes(quotes, article, [WALES]))


@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_the_text_takes_about_four_times_as_long(name: str) -> None:
    count, make = HOSTILE[name]
    small, large = make(count // 4), make(count)
    assert growth(seconds, small, large) <= RATIO
