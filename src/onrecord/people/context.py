"""One report's words in, the signs that it means somebody we know out.

A surname means whom we know by it only where something else in the report points to them: their
whole name, an office of theirs right beside the surname and held on the day, the body they work
for, their country. Refused: to read what the words say about each other; that a sign stands
somewhere in the report is enough.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import cached_property, lru_cache

from onrecord.models import Article, Person
from onrecord.people.bodies import forms, is_acronym
from onrecord.people.countries import countries_named
from onrecord.people.names import fold, is_initials, is_role, may_be_first_name, name_words, sound
from onrecord.people.offices import may_hold
from onrecord.people.registry import Registry, surname_words

_TOKEN = re.compile(r"[\w’'.-]+|[,;:()]|\n")
# words that a title may take before a surname, and an apposition after it
_BEFORE, _AFTER = 6, 10
_UNOWNED = re.compile(r"['’]s$")
_STOPS = frozenset({";", ":", "\n"})
# words of titles that say nothing by themselves
_LINKS = frozenset("of the for and to a an".split())
_POLITICS = frozenset(
    "alliance allies ambassador army campaign candidate ceasefire chancellor congress"
    " congressional democrat democratic democrats diplomat diplomats election embassy"
    " foreign front government invasion kremlin lawmakers membership military minister"
    " ministers ministry missile missiles nato parliament party peace policy political"
    " president presidential republican republicans sanctions senate senator soldiers"
    " summit tanks treaty troops vote voters war weapons".split()
)
_SHORT = 100  # words of a text in which one of these is enough


class Sign(IntEnum):
    """What in a report points to a person, the weakest first."""

    NONE = 0
    COUNTRY = 1
    BODY = 2
    OFFICE = 3
    NAME = 4


class Context:
    """One report, to be asked for signs of people."""

    def __init__(self, article: Article, registry: Registry) -> None:
        """Take note of the report; its words are read when they are first asked for."""
        self.article = article
        self.day = article.source.published
        self._registry = registry
        self._signs: dict[tuple[str, ...], Sign] = {}
        self._named: dict[str, bool] = {}

    def sign(self, person: Person, surname: Sequence[str], beside: frozenset[str]) -> Sign:
        """Return the strongest sign that a printed surname means `person`, whole names aside.

        `beside` are the words of the name it is part of: Defence Secretary Lee.
        """
        key = (person.id, *surname, *sorted(beside))
        if key not in self._signs:
            self._signs[key] = self._strongest(person, surname, beside)
        return self._signs[key]

    def has_name(self, person: Person) -> bool:
        """Tell whether the article has a first name and surname of the person."""
        return any(map(self._has_words, _whole_names(person)))

    def names_body(self, body: Person, words: list[str]) -> bool:
        """Tell whether the article names a body by another name than `words`, or its country."""
        others = (form for form in self._registry.bodies.names_of(body.id))
        return body.country in self.countries or any(
            self._has_body(form) for form in others if _of(form) != _sounds(words)
        )

    def names_country(self, code: str | None) -> bool:
        """Tell whether the article names a country or a place that stands for a body of it."""
        places = self._registry.bodies.places_in(code or "")
        return code in self.countries or any(map(self._has_body, places))

    @cached_property
    def countries(self) -> frozenset[str]:
        """Return the codes of the countries that the report names."""
        printed = [token for token in self._tokens if token[0].isalnum()]
        return countries_named([fold(token) for token in printed], printed)

    def is_outnumbered(self, name: list[str]) -> bool:
        """Tell whether the surname alone rather means another bearer whom the article has: Jeb Bush
        where George W. Bush is named less than half as often."""
        whole = [word for word in name if not is_initials(word)]
        if len(whole) < 2:
            return False
        counts = self._first_names(whole[-1])
        own = counts.pop(fold(whole[0]), 0)
        return 0 < 2 * own <= max(counts.values(), default=0)

    def _first_names(self, surname: str) -> Counter[str]:
        """Return how often each word that may be a first name stands before a surname."""
        counts: Counter[str] = Counter()
        for at in self._places.get(_sounds([surname]).split(" ")[-1], ()):
            before = at - 1
            while before >= 0 and is_initials(self._tokens[before]):
                before -= 1
            word = self._tokens[before] if before >= 0 else ""
            if word.istitle() and may_be_first_name(word):
                counts[fold(word)] += 1
        return counts

    @cached_property
    def is_political(self) -> bool:
        """Tell whether the article is about politics or war: it has two words of these at least,
        one if it is short."""
        words = {fold(token) for token in self._tokens if token[0].isalpha()}
        return len(words & _POLITICS) > (len(self._tokens) >= _SHORT)

    def _strongest(self, person: Person, surname: Sequence[str], beside: frozenset[str]) -> Sign:
        own = frozenset(_spelt(fold(word)) for word in beside)
        if any(self._gives_office(person, words) for words in (own, *self._around(surname))):
            return Sign.OFFICE
        if person.country in self.countries and self._shortens_office(person, surname):
            return Sign.OFFICE
        if any(self._names_organisation(office.organisation) for office in person.positions):
            return Sign.BODY
        return Sign.COUNTRY if self.names_country(person.country) else Sign.NONE

    def _gives_office(self, person: Person, words: frozenset[str]) -> bool:
        """Tell whether words around a surname name an office the person holds, or once held."""
        day = None if "former" in words or "ex" in words else self.day
        return any(
            _title_words(office.title) <= words and may_hold(office, day)
            for office in person.positions
        )

    def _shortens_office(self, person: Person, surname: Sequence[str]) -> bool:
        """Tell whether part of an office held that day stands right before a surname: Speaker Lee
        of the Speaker of the House."""
        return self.day is not None and any(
            roles <= _title_words(office.title) and may_hold(office, self.day)
            for roles in self._roles_before(surname)
            for office in person.positions
        )

    def _roles_before(self, surname: Sequence[str]) -> Iterator[frozenset[str]]:
        """Yield the roles that stand right before each place where the surname does."""
        for at in self._where(surname):
            first = at
            while (
                first and self._tokens[first - 1][:1].isupper() and is_role(self._tokens[first - 1])
            ):
                first -= 1
            if first < at:
                yield frozenset(_spelt(fold(word)) for word in self._tokens[first:at])

    def _names_organisation(self, organisation: str | None) -> bool:
        if organisation is None:
            return False
        if organisation not in self._named:
            names = self._registry.bodies.names_of(organisation)
            self._named[organisation] = any(map(self._has_body, names))
        return self._named[organisation]

    def _around(self, surname: Sequence[str]) -> Iterator[frozenset[str]]:
        """Yield the folded words that stand beside each place where the surname does."""
        tokens = self._tokens
        for at in self._where(surname):
            before = _run(tokens[max(0, at - _BEFORE) : at][::-1])
            after = tokens[at + 1 : at + 1 + _AFTER]
            apposed = _run(after[1:]) if after[:1] == [","] else []
            yield frozenset(_spelt(fold(word)) for word in (*before, *apposed))

    def _where(self, surname: Sequence[str]) -> Sequence[int]:
        """Return where among the tokens a surname stands."""
        return self._places.get(_sounds(surname).split(" ")[-1], ())

    def _has_words(self, words: list[str]) -> bool:
        """Tell whether a name stands in the report, as it sounds, in either order."""
        first, last = _sounds(words), _sounds([*words[-1:], *words[:-1]])
        return f" {first} " in self._sound or f" {last} " in self._sound

    def _has_body(self, form: str) -> bool:
        words = name_words(form)
        if is_acronym(words):
            return words[0] in self._printed
        if form.islower():
            return False
        end = " " if len(words) == 1 else ""  # European Commissioners are of the Commission too
        return f" {_sounds(words)}{end}" in self._sound

    @cached_property
    def _tokens(self) -> list[str]:
        article = self.article
        lines = [article.text[line.start : line.end] for line in article.paragraphs]
        return _TOKEN.findall("\n".join((article.headline, *lines)))

    @cached_property
    def _printed(self) -> frozenset[str]:
        return frozenset(_UNOWNED.sub("", token) for token in self._tokens)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Return where each word stands, by how the end of it sounds."""
        places: dict[str, list[int]] = {}
        for at, token in enumerate(self._tokens):
            if token[:1].isupper():
                places.setdefault(_sound_of(token).split(" ")[-1], []).append(at)
        return places

    @cached_property
    def _sound(self) -> str:
        """Return the report's words as they sound, initials left out, a space at either end."""
        words = (token for token in self._tokens if token[0].isalnum() and not is_initials(token))
        return f" {_sounds(words)} "


def _whole_names(person: Person) -> Iterator[list[str]]:
    for form in forms(person):
        words = [word for word in name_words(form) if not is_initials(word)]
        if len(words) > len(surname_words(person, form, words)):
            yield words


def _run(tokens: Sequence[str]) -> list[str]:
    """Return the words up to the end of the sentence or line they stand in."""
    words: list[str] = []
    for token in tokens:
        if token in _STOPS or (token.endswith(".") and token[:-1].islower()):
            break
        words.append(token)
    return words


def _title_words(title: str) -> frozenset[str]:
    return frozenset(_spelt(fold(word)) for word in title.split()) - _LINKS


def _spelt(folded: str) -> str:
    return folded.replace("defense", "defence")


def _of(form: str) -> str:
    return _sounds(name_words(form))


def _sounds(words: Iterable[str]) -> str:
    return " ".join(filter(None, map(_sound_of, words)))


@lru_cache(maxsize=65536)
def _sound_of(word: str) -> str:
    return " ".join(map(sound, fold(word).split()))
