"""Articles in, those that print one text out: agency copy, and one page at two addresses.

A copy is told by the reporter's own words. Quotations and posts are anyone's to print: two reports
that share a speech are two reports. Headlines don't count, outlets write their own; digests don't
either, their words are ours. MinHash finds the few articles most like one, however many there are;
whether they are copies is told by the words themselves. Refused: likeness of meaning, and texts of
next to no words of their own.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import nlargest

from rensa import RMinHash, RMinHashLSH

from onrecord.articles.normalise import canonical_url
from onrecord.articles.posts import find_posts
from onrecord.ids import spoken_words
from onrecord.models import Article, Refusal
from onrecord.quotes.marks import pair_marks

Group = tuple[str, ...]  # ids of articles that print one text, the earliest first

RUN = 4  # words that are looked for together
FEWEST_RUNS = 12  # of own words: a text of fewer proves nothing
# The shares of the shorter and of the longer text's runs that copies have in common. Of 924
# reports on one subject in one year, real copies have .62 of the longer and up; a house's note
# under all its reports gives .23 of the longer and .56 of the shorter.
OF_SHORTER, OF_LONGER = 0.5, 0.3
# A copy keeps the figures. A bulletin that comes every day keeps its sentences and changes them
FEWEST_FIGURES, SAME_FIGURES = 3, 0.5
# Of the runs of both texts, quoted ones too: views of a page differ in what surrounds the report
OF_BOTH = 0.9
# Two hashes a band find 99.8 % of the texts with .3 of their runs in common, and 92 % of .2
HASHES, BANDS, SEED = 128, 64, 1
# Of all runs of two copies .23 at the least are in common; the hashes tell it to within .1
HOPEFUL = 0.12
COMPARED = 12  # articles that one is compared with, at most
FIGURE = re.compile(r"\b\d+(?:[.,]\d+)*\b")
NO_DAY = "9999"


@dataclass(frozen=True, slots=True)
class Print:
    """A text as it is compared."""

    runs: array[int]  # hashes of its runs of words, each once
    figures: frozenset[str]


def find_copies(articles: Iterable[Article]) -> tuple[Group, ...]:
    """Return the groups of two or more articles that print nearly the same text, in order.

    The same groups come out in whatever order the articles go in. An update is a copy, too.
    """
    shelf = _Shelf()
    pages = (article for article in articles if article.source.basis == "capture")
    for page in sorted(pages, key=_published):
        shelf.place(page)
    return shelf.groups()


def without_second_views(
    articles: Iterable[Article], groups: Iterable[Group], named: Collection[str] = ()
) -> tuple[list[Article], list[Refusal]]:
    """Return the articles without those that an outlet prints a second time, and their refusals.

    Print views, AMP pages and addresses with one more parameter are such. The one published first
    is kept, of one day that with the plainest address; and always those that people wrote about:
    that have a digest, or whose id is `named`.
    """
    kept = {article.id: article for article in articles}
    refusals = []
    for group in groups:
        firsts: list[_View] = []
        for page in sorted((kept[id_] for id_ in group), key=lambda page: _rank(page, named)):
            view = _view(page)
            first = next((one.page for one in firsts if view.is_of_one_report_with(one)), None)
            if first is None or _is_written_about(page, named):
                firsts.append(view)
            else:
                del kept[page.id]
                detail = f"prints the same text as {first.source.url}, which is {first.id}"
                refusals.append(Refusal(page.source.url, "near-duplicate", detail))
    return list(kept.values()), refusals


def with_syndication(articles: Iterable[Article], groups: Iterable[Group]) -> tuple[Article, ...]:
    """Return the articles, each of a group with the id of its earliest as `syndication_id`.

    Members of a group that are not among the articles don't count; one that is left alone gets no
    such id.
    """
    there = {article.id: article for article in articles}
    for group in groups:
        members = [id_ for id_ in group if id_ in there]
        for id_ in members if len(members) > 1 else ():
            there[id_] = replace(there[id_], syndication_id=members[0])
    return tuple(there.values())


def are_copies(one: Print, other: Print) -> bool:
    """Tell whether two texts are one: trimmed, added to, or with other words here and there."""
    shorter, longer = sorted((len(one.runs), len(other.runs)))
    shared = len(set(one.runs).intersection(other.runs))
    if shared < OF_SHORTER * shorter or shared < OF_LONGER * longer:
        return False
    fewer = min(len(one.figures), len(other.figures))
    same = len(one.figures & other.figures)
    return fewer < FEWEST_FIGURES or same >= SAME_FIGURES * fewer


@dataclass(frozen=True, slots=True)
class _View:
    """What tells whether two pages are one report; made once a page, as a group may be large."""

    page: Article
    figures: frozenset[str]
    runs: frozenset[str]

    def is_of_one_report_with(self, other: _View) -> bool:
        """Tell whether two pages are one report of one outlet: the same words and figures.

        One may have figures that the other lacks, as a print view has the day it was printed. Where
        each has some of its own, it is another day's bulletin.
        """
        if self.page.source.outlet_id != other.page.source.outlet_id:
            return False
        if not (self.figures <= other.figures or other.figures <= self.figures):
            return False
        return len(self.runs & other.runs) >= OF_BOTH * len(self.runs | other.runs)


def _view(page: Article) -> _View:
    lines = _lines(page)
    return _View(page, figures(lines), frozenset(runs(lines)))


def own_words(article: Article) -> list[str]:
    """Return the stretches of an article's body that are neither quoted nor part of a post."""
    lines = _lines(article)
    posts = find_posts(lines) | set(_shown_posts(article))
    own = (line for number, line in enumerate(lines) if number not in posts)
    return [stretch for line in own for stretch in _unquoted(line)]


def runs(stretches: Iterable[str]) -> Iterator[str]:
    """Yield every run of words within one of the stretches."""
    for stretch in stretches:
        words = spoken_words(stretch)
        for start in range(len(words) - RUN + 1):
            yield " ".join(words[start : start + RUN])


def figures(stretches: Iterable[str]) -> frozenset[str]:
    """Return the numbers in the stretches that are written in digits."""
    return frozenset(found for stretch in stretches for found in FIGURE.findall(stretch))


class _Shelf:
    """The pages placed so far, to be found by their words, and the groups they form."""

    def __init__(self) -> None:
        self._index = RMinHashLSH(0.5, HASHES, BANDS)  # with bands given, 0.5 counts for nothing
        self._ids: list[str] = []
        self._prints: list[Print] = []
        self._sketches: list[RMinHash] = []
        self._groups: list[list[int]] = []  # of each page, the places of all in its group

    def place(self, page: Article) -> None:
        """Put a page with those whose text it prints."""
        own = own_words(page)
        said = sorted(set(runs(own)))
        if len(said) < FEWEST_RUNS:
            return
        sketch = RMinHash(HASHES, SEED)
        sketch.update(said)
        self._add(page.id, Print(array("q", map(hash, said)), figures(own)), sketch)

    def groups(self) -> tuple[Group, ...]:
        """Return the groups of two or more; they and their members as they were placed."""
        groups = {id(group): sorted(group) for group in self._groups if len(group) > 1}
        return tuple(tuple(self._ids[at] for at in group) for group in sorted(groups.values()))

    def _add(self, page_id: str, words: Print, sketch: RMinHash) -> None:
        at = len(self._ids)
        self._ids.append(page_id)
        self._prints.append(words)
        self._sketches.append(sketch)
        self._groups.append([at])
        for other in self._nearest(sketch):
            apart = self._groups[at] is not self._groups[other]
            if apart and are_copies(words, self._prints[other]):
                self._join(at, other)
        self._index.insert(at, sketch)

    def _nearest(self, sketch: RMinHash) -> list[int]:
        """Return the places of the pages that seem most alike, the likest and earliest first."""
        found = self._index.query(sketch)
        alike = ((sketch.jaccard(self._sketches[other]), -other) for other in found)
        return [-other for _, other in nlargest(COMPARED, (p for p in alike if p[0] >= HOPEFUL))]

    def _join(self, one: int, other: int) -> None:
        fewer, more = sorted((self._groups[one], self._groups[other]), key=len)
        more += fewer
        for at in fewer:
            self._groups[at] = more


def _published(article: Article) -> tuple[str, str]:
    return article.source.published or NO_DAY, article.id


def _rank(page: Article, named: Collection[str]) -> tuple[bool, str, bool, int, str]:
    """Return what tells which of several views of a page is kept: the least."""
    address = canonical_url(page.source.url)
    return (
        not _is_written_about(page, named),
        page.source.published or NO_DAY,
        "?" in address,
        len(address),
        page.id,
    )


def _is_written_about(page: Article, named: Collection[str]) -> bool:
    return page.summary is not None or page.id in named


def _lines(article: Article) -> list[str]:
    return [article.text[span.start : span.end] for span in article.paragraphs]


def _shown_posts(article: Article) -> Iterator[int]:
    """Yield the indices of the lines that the page's markup says are of posts."""
    for number, line in enumerate(article.paragraphs):
        if any(post.span.start <= line.start < post.span.end for post in article.posts):
            yield number


def _unquoted(line: str) -> Iterator[str]:
    at = 0
    for region in pair_marks(line):
        yield line[at : region.opened]
        at = max(at, region.shut)
    yield line[at:]
