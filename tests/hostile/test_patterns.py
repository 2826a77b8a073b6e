"""No regular expression takes more than linear time, on texts made against it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pytest

from tests.hostile.adversarial import Text, texts
from tests.hostile.patterns import MADE, Expression, expressions

# Characters; an exponential pattern shows at the first, before it can hang the tests.
SIZES = (20, 25, 30, 60, 400, 3_000)
# Seconds for the longest. A class repeated takes some 2 ns a character, so its square takes 9 ms.
QUICK = 0.002
SHORT = 0.03  # seconds for a text that is no longer than it may be
# what four times the text may take: 4 is linear, 16 a square
RATIO = 8

# Slower than linear, and never given a text longer than so many characters: why.
BOUNDED = {
    "articles.bylines.FOLLOWS": (1_000, "clean_byline looks at MOST_LETTERS"),
    "people.joint._BEFORE_CUE": (160, "_names_between turns longer stretches away"),
    "people.joint._LIST_AFTER": (160, "_names_after cuts what it is given"),
    "people.joint._OFFICES_OF": (160, "others_named cuts what it is given"),
    "evaluate.methods._PART": (0, "reads our own docs/methods.md only"),
    "site.docs._COMMENT": (0, "reads our own documents only"),
}
# Put together as it runs, so not to be read from the source; each is timed where it is used.
PUT_TOGETHER = {
    "corrections.takedowns.occurrences": "the words of a correction, escaped",
    "curated.values._matches": "given patterns, which are noted as they are compiled",
    "releases.changelog._entry": "a heading of our own changelog",
    "site.context._nearest": "the words of a quote, escaped",
    "utterances.clauses._words": "given words, which are noted as they are compiled",
    "utterances.occasions.known_occasions": "a constant, which is noted as it is compiled",
    "utterances.scenes.__init__": "names of places, escaped, one after another",
}


@pytest.fixture(scope="module")
def found() -> list[Expression]:
    return expressions()


def use(pattern: re.Pattern[Any], way: str) -> Callable[[Any], object]:
    """Return what asks a pattern in that way; all that look for it anywhere do the same work."""
    if way != "search":
        return getattr(pattern, way)  # type: ignore[no-any-return]
    return lambda text: sum(1 for _ in pattern.finditer(text))


def slow_text(
    expression: Expression, sizes: Sequence[int] = SIZES, quick: float = QUICK
) -> str | None:
    """Return how the first text is made that takes the expression more than linear time.

    What takes less than `quick` seconds at each of the sizes is linear enough.
    """
    source = expression.pattern.encode("latin-1") if expression.is_bytes else expression.pattern
    pattern: re.Pattern[Any] = re.compile(source, expression.flags)
    ways = {method if "match" in method else "search" for method in expression.methods}
    for way in sorted(ways):
        ask = use(pattern, way)
        for text in texts(expression.pattern, expression.flags):
            if is_slow(partial(spent, ask, text, is_bytes=expression.is_bytes), sizes, quick):
                return f"{way}: {text}"
    return None


def spent(ask: Callable[[Any], object], text: Text, size: int, *, is_bytes: bool) -> float:
    """Return the processor's time for a text of a size."""
    made = text.of(size)
    asked = made.encode("latin-1", "replace") if is_bytes else made
    start = time.thread_time()
    ask(asked)
    return time.thread_time() - start


def is_slow(timed: Callable[[int], float], sizes: Sequence[int], quick: float) -> bool:
    """Tell whether the time for a text grows faster than the text."""
    for size in sizes:
        if timed(size) > quick:
            # a busy machine slows one or the other, but not five times in a row
            return all(_grows(timed, size) for _ in range(5))
    return False


def _grows(timed: Callable[[int], float], size: int) -> bool:
    return min(timed(size) for _ in range(3)) > RATIO * min(timed(size // 4) for _ in range(3))


def test_all_are_found(found: list[Expression]) -> None:
    """A few of each way of writing them, so that a blind search can't pass for a clean one."""
    places = {one.place for one in found}
    assert {
        "quotes.marks._SINGLE_OPEN",  # a name of a module
        "utterances.expressions._GRAMMAR",  # many in one
        "archives.members._LENGTH",  # of bytes
        "articles.evidence.as_published",  # in a function
    } <= places
    assert len(found) > 300
    assert {one.place for one in found if one.pattern == MADE} == set(PUT_TOGETHER)
    assert set(BOUNDED) <= places


def test_no_expression_takes_more_than_linear_time(found: list[Expression]) -> None:
    read = [one for one in found if one.pattern != MADE and one.place not in BOUNDED]
    assert {one.place: text for one in read if (text := slow_text(one))} == {}


def test_what_is_slower_is_quick_where_its_text_is_short(found: list[Expression]) -> None:
    for one in found:
        if one.place in BOUNDED and (longest := BOUNDED[one.place][0]):
            assert slow_text(one, (20, longest), SHORT) is None, one.place


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\s+$", "search"),
        (r"[\w.]+@\w", "search"),
        (r"-\s*(?P<name>[^@]{1,80}?)\s*\(", "sub"),
        (r"(a|aa)+b", "match"),
        (r"(?:\w+\s?)*:", "fullmatch"),
        (r"(.+\S)\s+-\s+(\S.*)", "fullmatch"),
        (r"\W*(?:[(\[][^)\]]*[)\]]\W*)?$", "match"),
        (r"\bon(?=.*\d)", "findall"),
    ],
)
def test_what_is_known_to_be_slow_is_seen(pattern: str, method: str) -> None:
    assert slow_text(Expression("a", "b", pattern, 0, False, (method,)))
