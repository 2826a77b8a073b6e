"""The measures: what each counts, its value over some articles, and how sure that value is.

A measure is a share: of what people marked, how much was read (recall), and where it has one, of
what was read, how much people marked (precision). docs/methods.md explains them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from onrecord.evaluate.outcomes import Given, Outcome, Wanted
from onrecord.models import Kind

Share = tuple[int, int]  # so many of so many
Count = Callable[[Outcome], Share]
BANDS = {"1-2": range(1, 3), "3-5": range(3, 6), "6+": range(6, 10**9)}
_SEED = 7


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted in each article. Without `precision` the value is `recall` itself."""

    id: str
    title: str
    recall: Count
    precision: Count | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A measure's value; `low` and `high` bound it in 95 of 100 drawings of the articles."""

    value: float  # F1, or the share where there is one only
    precision: float | None
    recall: float | None
    support: int  # of how many
    low: float | None = None
    high: float | None = None


def score(
    outcomes: Sequence[Outcome], measures: Iterable[Measure], drawings: int = 0
) -> dict[str, Score]:
    """Return each measure's score; with `drawings`, also its interval.

    A measure with nothing to count is left out. The articles are drawn with a fixed seed.
    """
    found = {}
    for measure in measures:
        wanted = [measure.recall(outcome) for outcome in outcomes]
        given = [measure.precision(outcome) for outcome in outcomes] if measure.precision else None
        total = _sum(wanted)
        if not total[1]:
            continue
        precision = _share(_sum(given)) if given else None
        value = _value(wanted, given)
        low, high = _interval(wanted, given, drawings) if drawings else (None, None)
        recall = _share(total) if given else None
        found[measure.id] = Score(value, precision, recall, total[1], low, high)
    return found


def _sum(shares: Iterable[Share]) -> Share:
    hits, total = 0, 0
    for hit, of in shares:
        hits += hit
        total += of
    return hits, total


def _share(share: Share) -> float:
    return share[0] / share[1] if share[1] else 0.0


def _value(wanted: Sequence[Share], given: Sequence[Share] | None) -> float:
    recall = _share(_sum(wanted))
    if given is None:
        return recall
    precision = _share(_sum(given))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _interval(
    wanted: Sequence[Share], given: Sequence[Share] | None, drawings: int
) -> tuple[float, float]:
    """Return the bounds of the middle 95 % of the values over `drawings` of as many articles."""
    order = random.Random(_SEED)
    numbers = range(len(wanted))
    values = []
    for _ in range(drawings):
        drawn = order.choices(numbers, k=len(wanted))
        values.append(_value([wanted[i] for i in drawn], given and [given[i] for i in drawn]))
    values.sort()
    return values[int(0.025 * drawings)], values[max(0, int(0.975 * drawings) - 1)]


def _count(flags: Iterable[bool | None]) -> Share:
    """Return how many are true of those that are true or false; None counts nowhere."""
    known = [flag for flag in flags if flag is not None]
    return sum(known), len(known)


# what is counted of pieces in marks and of indirect statements


def _exact_wanted(outcome: Outcome) -> Share:
    return _count(piece.is_exact for piece in outcome.wanted_pieces)


def _exact_given(outcome: Outcome) -> Share:
    return _count(piece.is_exact for piece in outcome.given_pieces)


def _found_wanted(outcome: Outcome, band: str = "", kind: Kind | None = None) -> Share:
    return _count(
        piece.is_found
        for piece in outcome.wanted_pieces
        if _is_in(piece, band) and kind in (None, piece.attribution.cls)
    )


def _found_given(outcome: Outcome, band: str = "") -> Share:
    return _count(piece.is_found for piece in outcome.given_pieces if _is_in(piece, band))


def _is_in(piece: Wanted | Given, band: str) -> bool:
    return not band or piece.words in BANDS[band]


def _right_wanted(outcome: Outcome) -> Share:
    return _count(piece.is_right for piece in outcome.wanted_pieces)


def _right_given(outcome: Outcome) -> Share:
    return _count(piece.is_right for piece in outcome.given_pieces if _has_source(piece))


def _has_source(piece: Given) -> bool:
    """Tell whether the words read are nobody's or somebody's that people marked."""
    return piece.marked is None or bool(piece.marked.sources)


def _attributed(outcome: Outcome, kind: Kind | None = None) -> Share:
    return _count(
        piece.is_right
        for piece in outcome.wanted_pieces
        if piece.is_found and kind in (None, piece.attribution.cls)
    )


def _stated_wanted(outcome: Outcome, *, speech_only: bool = False) -> Share:
    statements = outcome.wanted_statements
    return _count(
        one.is_found and one.is_right is not False
        for one in statements
        if one.attribution.is_speech or not speech_only
    )


def _stated_given(outcome: Outcome) -> Share:
    return _count(one.is_found and one.is_right is not False for one in outcome.given_statements)


def _content_wanted(outcome: Outcome) -> Share:
    return _count(one.is_found for one in outcome.wanted_statements)


def _content_given(outcome: Outcome) -> Share:
    return _count(one.is_found for one in outcome.given_statements)


def _named(outcome: Outcome, *, given_only: bool = False) -> Share:
    """Count the persons known, in articles whose marks tell who is who."""
    if not any(one.speaker for one in outcome.article.attributions):
        return 0, 0
    return _count(
        one.is_named
        for one in (*outcome.wanted_pieces, *outcome.wanted_statements)
        if not given_only or (one.best and one.best.person)
    )


def _nested(outcome: Outcome) -> Share:
    return _count(outcome.nested)


def _measures() -> Iterator[Measure]:
    yield Measure("exact", "quotes, exact", _exact_wanted, _exact_given)
    yield Measure("lenient", "quotes, half or more", _found_wanted, _found_given)
    yield Measure("attribution", "found: source right", _attributed)
    yield Measure("end_to_end", "found and source right", _right_wanted, _right_given)
    yield Measure("indirect", "indirect, with source", _stated_wanted, _stated_given)
    yield Measure("indirect_content", "indirect, content only", _content_wanted, _content_given)
    speech = partial(_stated_wanted, speech_only=True)
    yield Measure("indirect_speech", "indirect speech, with source", speech)
    for band in BANDS:
        found = partial(_found_wanted, band=band), partial(_found_given, band=band)
        yield Measure(f"words_{band}", f"quotes of {band} words", *found)
    kinds: tuple[Kind, ...] = ("direct", "mixed")
    for kind in kinds:
        yield Measure(f"found_{kind}", f"{kind} quotes", partial(_found_wanted, kind=kind))
        attributed = partial(_attributed, kind=kind)
        yield Measure(f"attribution_{kind}", f"{kind}, found: source right", attributed)
    yield Measure("identity", "found: person known by name", _named)
    given = partial(_named, given_only=True)
    yield Measure("identity_given", "given a person: the right one", given)
    yield Measure("nested", "quotes inside quotes", _nested)


MEASURES = tuple(_measures())
