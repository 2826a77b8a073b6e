"""Which of the lines above the body of a scraped text is its headline.

Weighed are what the body says again, what stands twice (the page's title and the headline shown),
how near the body it stands, its length, and a day or a name below it. Of 137 pages saved whole as
text the first line that the body says again is the headline in 43, and the one so chosen in 92;
with the page's title as the first line, 84 and 103.
"""

from __future__ import annotations

import re
from collections import Counter

from onrecord.articles.body import HEADLINE, QUESTION_END
from onrecord.articles.scraped import SENTENCE_END, Lines, folded, is_caption, stems

# "Live updates" and "Russia-Ukraine war" stand above headlines; decks below them are longer
CLEAR = range(5, 17)  # words
FEWEST_TWICE = 4  # words; menus stand twice too
WHOLLY_TOLD = 0.8
TELLING = 12  # paragraphs in which the body says its headline again
# lines above the body: in the nearest stand headline, deck and byline, and none is nearer for it
NEAREST, FARTHEST = 4, 24
DATED_BELOW = 3  # lines
MARKDOWN = re.compile(r"^#{1,6}\s+")
# "Talks open | Harbour Post", where "Talks open" stands by itself as well
TITLED = re.compile(r"(?P<head>.+\S)\s[|•·»›–—-]{1,2}\s\S.{0,60}")


def find_headline(page: Lines, start: int, end: int) -> str:
    """Return the headline among the lines above the body, which is `start` to `end`; "": none.

    Of two alike in weight, the upper: below a headline stands its deck.
    """
    above = list(page.open(0, start))
    body, twice = page.stems_from(start, TELLING, end), _printed_twice(page, start)
    weights = {
        index: _weight(page, index, body, twice) - 0.1 * min(max(distance, NEAREST), FARTHEST)
        for distance, index in enumerate(reversed(above))
        if _may_be(page.lines[index], twice)
    }
    if not weights:
        return ""
    best = max(sorted(weights), key=lambda index: weights[index])
    return " ".join(MARKDOWN.sub("", page.lines[best]).split())


def without_site(line: str) -> str:
    """Return what stands before a page title's dash or bar; the line itself where it has none."""
    titled = TITLED.fullmatch(line)
    return titled["head"] if titled else line


def _printed_twice(page: Lines, start: int) -> frozenset[str]:
    """Return the folded lines that stand above the body twice, or once and in a page's title."""
    # a headline that is a sentence may be taken for the first paragraph where it stands again
    counts = Counter(folded(line) for line in page.lines[: start + 1])
    titles = {folded(without_site(line)) for line in page.lines[:start] if TITLED.fullmatch(line)}
    return frozenset(words for words, count in counts.items() if count > 1 or words in titles)


def _may_be(line: str, twice: frozenset[str]) -> bool:
    """Return whether a line is as long as headlines, and asks or is twice if it is a sentence."""
    is_sentence = SENTENCE_END.search(line) and not QUESTION_END.search(line)
    if len(line.split()) not in HEADLINE or is_caption(line):
        return False
    return not is_sentence or folded(line) in twice


def _weight(page: Lines, index: int, body: frozenset[str], twice: frozenset[str]) -> float:
    """Return how much speaks for a line, its distance from the body left out."""
    line = page.lines[index]
    length, words = len(line.split()), stems(line)
    # of few words it says little; and a deck, which is longer, may be told more wholly
    told = min(len(words & body) / (len(words) + 1), WHOLLY_TOLD)
    below = page.reasons[index + 1 : index + 1 + DATED_BELOW]
    return (
        2 * told
        + min(1, 2 * told) * (length >= FEWEST_TWICE and folded(line) in twice)
        - 0.75 * (length < CLEAR.start)
        - 0.5 * (length >= CLEAR.stop)
        + 0.5 * (length in CLEAR and ("date" in below or "byline" in below))
    )
