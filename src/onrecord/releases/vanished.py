"""No id goes without a word: those that did, and the corrections that would say where they went."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.releases.manifest import TRACED, Manifest, QuoteMark


@dataclass(frozen=True, slots=True)
class Vanished:
    """A row of the last release of which nothing tells."""

    table: str
    id: str
    leads_to: str | None  # the row that has its place now; None: none does
    with_it: tuple[str, ...] = ()  # quotes of an article that went as a whole


def find_vanished(old: Manifest, new: Manifest) -> list[Vanished]:
    """Return the rows that went, or the traces of such that were lost, since the last release.

    An utterance has the id of a quote; while that is told of, the utterance is.
    """
    gone = {table: set(_untold(table, old, new)) for table in TRACED}
    gone["utterances"] -= new.rows["quotes"].keys() | new.left["quotes"].keys() | gone["quotes"]
    articles = list(_articles(gone["articles"], gone["quotes"], old, new))
    told = {quote for article in articles for quote in article.with_it}
    heirs = _heirs(old, new)
    return [
        *articles,
        *_quotes(gone["quotes"] - told, old, new),
        *(Vanished("utterances", id_, None) for id_ in sorted(gone["utterances"])),
        *(Vanished("people", id_, heirs.get(id_)) for id_ in sorted(gone["people"])),
    ]


def proposal(one: Vanished, day: date) -> str:
    """Return the lines to add to corrections.yml, their reason left to be written."""
    field = "moved_to" if one.leads_to else "taken_down"
    values = {"before": ", ".join(one.with_it), "after": one.leads_to}
    lines = [f"- target: {one.id}", f"  field: {field}"]
    lines += [f"  {name}: {value}" for name, value in values.items() if value]
    rest = ["reason: WHY", "source: WHAT IT RESTS ON", "by: WHO", f"made: '{day}'"]
    return "\n".join([*lines, *(f"  {line}" for line in rest)])


def _untold(table: str, old: Manifest, new: Manifest) -> Iterator[str]:
    before = old.rows[table].keys() | old.left.get(table, {}).keys()
    yield from before - new.rows[table].keys() - new.left.get(table, {}).keys()


def _articles(
    gone: Collection[str], quotes: Collection[str], old: Manifest, new: Manifest
) -> Iterator[Vanished]:
    """Yield articles with the quotes they took along; one with the same address has its place."""
    at = {url: id_ for id_, url in new.urls.items()}
    within: defaultdict[str, list[str]] = defaultdict(list)
    for quote in sorted(old.quotes.keys() & quotes):
        within[old.quotes[quote].article_id].append(quote)
    for id_ in sorted(gone):
        heir = at.get(old.urls.get(id_, ""))
        yield Vanished("articles", id_, heir, () if heir else tuple(within[id_]))


def _quotes(gone: Collection[str], old: Manifest, new: Manifest) -> Iterator[Vanished]:
    """Yield quotes; the one that shares most of its place in the same report has each one's."""
    there: defaultdict[tuple[str | None, str], list[str]] = defaultdict(list)
    for id_, mark in new.quotes.items():
        there[new.urls[mark.article_id], mark.part].append(id_)
    for id_ in sorted(gone):
        if was := old.quotes.get(id_):
            near = {
                other: _shared(was, new.quotes[other])
                for other in there[old.urls.get(was.article_id), was.part]
            }
            heir = max(near, key=lambda other: near[other], default=None)
            yield Vanished("quotes", id_, heir if heir and near[heir] > 0 else None)
        else:
            yield Vanished("quotes", id_, None)


def _shared(one: QuoteMark, other: QuoteMark) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _heirs(old: Manifest, new: Manifest) -> Mapping[str, str]:
    """Return for each speaker of old whom most of those quotes have instead now."""
    instead: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for id_ in old.quotes.keys() & new.quotes.keys():
        before, after = old.quotes[id_].speakers, new.quotes[id_].speakers
        if before and after and before != after:
            instead[before.split(", ")[0]][after.split(", ")[0]] += 1
    return {person: min(now, key=lambda one: (-now[one], one)) for person, now in instead.items()}
