"""Who was met in articles only in, what could be added to the data files out.

Somebody whose name is like a known person's may be that person under a spelling not listed yet;
several whose names are alike may be one; somebody quoted often deserves an entry. Refused: to
decide. A suggestion carries its evidence, and whoever keeps the files takes it or leaves it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from onrecord.models import Article, Dataset, Person, Statement
from onrecord.people.names import fold, is_role, name_words, sound, surname_start

# Of two spellings of one person in our files, each with a first name, 95 % are at least so alike;
# of our 471 persons four pairs are (McCaul, McFaul). November 2026
ALIKE = 0.82
# two who are both unknown have no file to vouch for either
ALIKE_UNKNOWN = 0.9
# ministries and countries have most of their letters in common
_ALIKE_BODIES = 0.93
# a surname is as good as this share of a full name, and needs more evidence than its letters
_SURNAME_ONLY = 0.9
_SAME_OFFICE, _SAME_REPORT = 0.1, 0.05
_MENTIONS = 3


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody met in articles only, and where."""

    person: Person
    quote_count: int
    articles: tuple[Article, ...]
    mentions: tuple[str, ...]  # the words that name them, the commonest first


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Names to add to somebody's entry, or a new entry for one or more spellings of one name."""

    known_id: str | None  # whose entry; None: a new one
    strangers: tuple[Stranger, ...]  # whose names are added, the most quoted first
    score: float | None  # likeness of the names and other evidence, 0 to 1; None: nobody is alike
    why: tuple[str, ...]

    @property
    def quote_count(self) -> int:
        """How many quotes it is about."""
        return sum(stranger.quote_count for stranger in self.strangers)


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart to be compared."""

    form: str
    person: Person
    surname: str  # as it sounds; of a body all its words, sorted
    first: str  # as it sounds; empty: not given


def suggest(dataset: Dataset, least: int) -> list[Suggestion]:
    """Return what could be added: merges with known people first, the surest first, then entries.

    An entry is suggested for whoever has `least` quotes or more, or several spellings.
    """
    strangers = find_strangers(dataset)
    reports = _reports(dataset.statements)
    known = _Known(dataset.curated.people.values())
    merges = [merge for one in strangers if (merge := known.merge(one, reports))]
    merged = {stranger.person.id for merge in merges for stranger in merge.strangers}
    entries = _entries([s for s in strangers if s.person.id not in merged], least)
    merges.sort(key=lambda merge: (-(merge.score or 0), merge.strangers[0].person.id))
    return [*merges, *entries]


def find_strangers(dataset: Dataset) -> list[Stranger]:
    """Return everybody met in articles only, by id."""
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in dataset.statements:
        for speaker in statement.speaker_ids:
            said[speaker].append(statement)
    unlinked = sorted((p for p in dataset.people if not p.is_linked), key=lambda p: p.id)
    return [_stranger(person, said[person.id]) for person in unlinked]


def _stranger(person: Person, said: Sequence[Statement]) -> Stranger:
    articles = {statement.article.id: statement.article for statement in said}
    named = Counter(
        mention.text
        for statement in said
        if (mention := statement.quote.attribution.mention) and mention.type in ("name", "author")
    )
    ranked = sorted(named, key=lambda words: (-named[words], words))
    in_order = (articles[id_] for id_ in sorted(articles))
    return Stranger(person, len(said), tuple(in_order), tuple(ranked[:_MENTIONS]))


def _reports(statements: Iterable[Statement]) -> dict[str, set[str]]:
    """Return the ids of the articles that each person speaks in."""
    reports: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        for speaker in statement.speaker_ids:
            reports[speaker].add(statement.article.id)
    return reports


class _Known:
    """The names of the data files, to be looked through by the first sound of a surname."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._names: dict[tuple[bool, str], list[Name]] = defaultdict(list)
        for person in people:
            for form in (person.name, *(name.form for name in person.names)):
                if not form.startswith("@") and (name := read_name(form, person)):
                    self._names[_shelf(name)].append(name)

    def merge(self, stranger: Stranger, reports: Mapping[str, set[str]]) -> Suggestion | None:
        """Return whose entry a stranger's name may belong to, or None."""
        name = read_name(stranger.person.name, stranger.person)
        if name is None:
            return None
        best: dict[str, tuple[float, tuple[str, ...]]] = {}
        for other in self._names.get(_shelf(name), ()):
            alike = likeness(name, other)
            if alike < ALIKE - _SAME_OFFICE - _SAME_REPORT:
                continue
            score, why = _weigh(stranger, name, other, alike, reports)
            if score >= ALIKE and (score, why) > best.get(other.person.id, (0.0, ())):
                best[other.person.id] = score, why
        ranked = sorted(best, key=lambda id_: (-best[id_][0], id_))
        if not ranked:
            return None
        score, why = best[ranked[0]]
        rivals = tuple(f"{id_} is nearly as like" for id_ in ranked[1:2])
        return Suggestion(ranked[0], (stranger,), score, (*why, *rivals))


def _weigh(
    stranger: Stranger, name: Name, other: Name, alike: float, reports: Mapping[str, set[str]]
) -> tuple[float, tuple[str, ...]]:
    """Return the score of all evidence, and the evidence in words."""
    why = [f"“{name.form}” is like “{other.form}”"]
    score = alike
    if office := _shared_office(stranger.mentions, other.person):
        score += _SAME_OFFICE
        why.append(f"called {office}, as {other.person.name} is")
    shared = reports.get(other.person.id, set()) & {a.id for a in stranger.articles}
    if shared:
        score += _SAME_REPORT
        why.append(f"both speak in {min(shared)}")
    if not name.first and len(why) == 1:
        return 0.0, ()
    return min(round(score, 2), 1.0), tuple(why)


def _shared_office(mentions: Iterable[str], person: Person) -> str | None:
    """Return an office of the person that a mention names too."""
    spoken = {fold(word) for mention in mentions for word in mention.split()}
    titles = (position.title for position in person.positions)
    return next((t for t in titles if {fold(word) for word in t.split()} <= spoken), None)


def _entries(strangers: Sequence[Stranger], least: int) -> list[Suggestion]:
    """Return new entries for those who are quoted often or spelled in several ways."""
    entries = [_entry(group) for group in _groups(strangers)]
    wanted = [e for e in entries if e.quote_count >= least or len(e.strangers) > 1]
    return sorted(wanted, key=lambda e: (-e.quote_count, e.strangers[0].person.id))


def _entry(group: Sequence[Stranger]) -> Suggestion:
    ranked = sorted(group, key=lambda s: (-s.quote_count, s.person.id))
    first, *others = (read_name(s.person.name, s.person) for s in ranked)
    if not first or not others:
        return Suggestion(None, tuple(ranked), None, ())
    score = min(likeness(first, other) for other in others if other)
    why = tuple(f"“{other.form}” is like “{first.form}”" for other in others if other)
    return Suggestion(None, tuple(ranked), round(score, 2), why)


def _groups(strangers: Sequence[Stranger]) -> Iterator[list[Stranger]]:
    """Yield those whose names are alike together, each with the most quoted of them.

    A surname alone is nobody's outside its article, so it gives no entry.
    """
    leaders: dict[tuple[bool, str], list[tuple[Name, list[Stranger]]]] = defaultdict(list)
    for stranger in sorted(strangers, key=lambda s: (-s.quote_count, s.person.id)):
        name = read_name(stranger.person.name, stranger.person)
        if name is None or (not name.first and stranger.person.kind == "person"):
            continue
        shelf = leaders[_shelf(name)]
        like = (group for leader, group in shelf if likeness(name, leader) >= ALIKE_UNKNOWN)
        group = next(like, None)
        if group is None:
            shelf.append((name, [stranger]))
        else:
            group.append(stranger)
    for shelf in leaders.values():
        yield from (group for _, group in shelf)


def read_name(form: str, person: Person) -> Name | None:
    """Return a name taken apart; None for one without letters."""
    words = name_words(form)
    if person.kind == "person":
        words = [word for word in words if not is_role(word)]
    if not words:
        return None
    sounds = [sound(fold(word)) for word in words]
    if person.kind != "person":
        return Name(form, person, " ".join(sorted(sounds)), "")
    at = surname_start(words)
    return Name(form, person, " ".join(sounds[at:]), " ".join(sounds[:at]))


def _shelf(name: Name) -> tuple[bool, str]:
    return name.person.kind == "person", name.surname[:1]


def likeness(one: Name, other: Name) -> float:
    """Return how like two names are as they sound, 0 to 1; the surname counts for most."""
    surname = fuzz.ratio(one.surname, other.surname) / 100
    if one.person.kind != "person":
        return surname if surname >= _ALIKE_BODIES else 0.0
    if not one.first or not other.first:
        return surname * _SURNAME_ONLY
    return 0.0 if surname < 0.75 else 0.6 * surname + 0.4 * _first_names(one.first, other.first)


def _first_names(one: str, other: str) -> float:
    """Return how like two first names are: Tony is in Antony, and J. may stand for Jens."""
    short, long = sorted((one.split(maxsplit=1)[0], other.split(maxsplit=1)[0]), key=len)
    if long.startswith(short) or (len(short) > 2 and long.endswith(short)):
        return 0.9 if short != long else 1.0
    return fuzz.ratio(short, long) / 100
