"""Quotes with the mentions of their sources in, the people who speak out.

Somebody with a first name and a surname whom no data file knows becomes a person of their own. A
surname alone becomes one of its article only, for two unknown Smiths are never made one; so does a
name that the data files have where nothing in the article points to its bearer. Refused: a speaker
for a pronoun or a noun that was never named, and a choice between namesakes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from slugify import slugify

from onrecord.models import Article, Candidate, Mention, Person, Quote
from onrecord.people.bodies import is_sure
from onrecord.people.context import Context, Sign
from onrecord.people.countries import country
from onrecord.people.joint import others_named
from onrecord.people.names import (
    fold,
    is_body,
    is_personal,
    name_words,
    spellings,
    surname_start,
    without_roles,
)
from onrecord.people.registry import Found, Registry

_AND = re.compile(r",?(?<!\s)\s+(?:and|&)\s+|,\s+")
_JOINT = re.compile(r"\s(?:and|&)\s")
_MANY = 4  # namesakes of whom none is worth proposing: 22 bodies are a Foreign Ministry


def resolve_speakers(
    quotes: Sequence[Quote], article: Article, registry: Registry
) -> list[tuple[Person, ...]]:
    """Return the speakers of each quote of an article, as `Resolver.speakers` does."""
    return Resolver(article, registry).speakers(quotes)


class Resolver:
    """The people of one article, by the names it gives them."""

    def __init__(self, article: Article, registry: Registry) -> None:
        """Resolve the names that `article` has among the people of `registry`."""
        self._article = article
        self._registry = registry
        self._context = Context(article, registry)
        self._known: dict[str, tuple[Person, ...]] = {}

    def speakers(self, quotes: Sequence[Quote]) -> list[tuple[Person, ...]]:
        """Return the speakers of each quote, in the order of the quotes and of their naming.

        Joint speakers ("Biden and Scholz said") give several. Empty: no source is known by name,
        or the name is that of several known people.
        """
        return [self._speakers(quote) for quote in quotes]

    def _speakers(self, quote: Quote) -> tuple[Person, ...]:
        mention = quote.attribution.mention
        holder = self._holder(mention)
        if holder:
            return (holder,)
        people = self.people(self._name(mention))
        others = others_named(quote, self._article)
        if not people or (others.is_office and people[0].kind != "person"):
            return ()
        ahead = [one for one in self._each_of(others.before) if one.kind == people[0].kind]
        return tuple(dict.fromkeys((*ahead, *people, *self._each_of(others.after))))

    def _each_of(self, names: Sequence[str]) -> list[Person]:
        """Return who the names of a list mean; nobody where one of them is not surely somebody."""
        each = [self._resolve_one(name) for name in names]
        people = [one for one in each if one and _is_sure(one)]
        return people if len(people) == len(each) else []

    def people(self, name: str) -> tuple[Person, ...]:
        """Return who the name of one or more speakers means; empty for the empty name."""
        if name not in self._known:
            self._known[name] = self._resolve(name)
        return self._known[name]

    def weigh(
        self, quote: Quote, speakers: Sequence[Person]
    ) -> tuple[tuple[Candidate, ...], tuple[str | None, ...]]:
        """Return the candidates of a quote and whom each means; None: nobody that is known.

        A mention that may mean several people comes once for each, its probability shared.
        """
        weighed: list[tuple[Candidate, str | None]] = []
        for candidate in quote.attribution.candidates:
            if speakers and candidate.mention == quote.attribution.mention:
                weighed.append((candidate, speakers[0].id))
            else:
                weighed += self._each(candidate)
        return tuple(one for one, _ in weighed), tuple(key for _, key in weighed)

    def _each(self, candidate: Candidate) -> list[tuple[Candidate, str | None]]:
        name = candidate.mention.name or self._name(candidate.mention)
        meant = self._likely(self._registry.look_up(name), name) if name else ()
        if len(meant) < 2 or len(meant) > _MANY:
            return [(candidate, meant[0].id if len(meant) == 1 else None)]
        probability, why = candidate.probability / len(meant), f"{candidate.why}; a namesake"
        shared = replace(candidate, probability=probability, why=why)
        return [(shared, one.id) for one in meant]

    def _resolve(self, name: str) -> tuple[Person, ...]:
        is_one = self._registry.body(name) or country(name_words(name))
        if _JOINT.search(name) and not is_one:
            people = self._each_of(_AND.split(name))
            if people:
                return tuple(dict.fromkeys(people))
        one = self._resolve_one(name)
        return (one,) if one else ()

    def _name(self, mention: Mention | None) -> str:
        """Return the name a mention is to be known by; empty where it was never named."""
        if mention is None:
            return ""
        if mention.name:
            return "" if self._is_another_s(mention, mention.name) else mention.name
        is_name = mention.type in ("name", "author")
        return mention.text if is_name or self._registry.bodies.find(_words(mention.text)) else ""

    def _holder(self, mention: Mention | None) -> Person | None:
        """Return who held the office on the report's day, where it stands for its holder."""
        if mention is None or (mention.name and mention.name not in mention.text):
            return None
        return self._registry.holders.find(mention.text, self._article.source.published)

    def _is_another_s(self, mention: Mention, name: str) -> bool:
        """Tell whether a surname was followed to the wrong one of two namesakes."""
        words = without_roles(_words(name))
        printed = [fold(word) for word in mention.text.split()]
        if mention.type == "pronoun" or not is_personal(words) or fold(words[-1]) not in printed:
            return False
        if fold(words[0]) in printed or not self._context.is_outnumbered(words):
            return False
        return not any(map(self._registry.is_distinctive, self._registry.candidates(name)))

    def _resolve_one(self, name: str) -> Person | None:
        found = self._registry.look_up(name)
        likely = self._likely(found, name)
        if len(likely) == 1:
            return likely[0]
        return None if 1 < len(likely) <= _MANY else self._stranger(name, found)

    def _likely(self, found: Found, name: str) -> tuple[Person, ...]:
        """Return those of the found whom the article may mean: one, none, or those left open."""
        if found.how == "handle":
            return found.people
        if found.how == "body":
            return self._likely_bodies(found.people, _words(name))
        words = _words(name)
        signs = {one.id: self._sign(one, found, words) for one in found.people}
        enough = [one for one in found.people if signs[one.id] >= self._least(one, found, words)]
        if not enough and len(found.people) > 1:
            enough = [one for one in found.people if self._is_possible(signs[one.id])]
            return tuple(enough) if len(enough) > 1 else ()
        best = max((signs[one.id] for one in enough), default=Sign.NONE)
        return tuple(one for one in enough if signs[one.id] == best)

    def _sign(self, person: Person, found: Found, words: list[str]) -> Sign:
        if found.how == "surname" and self._context.has_name(person):
            is_rare = self._registry.is_distinctive(person)
            whole = name_words(person.name)
            return Sign.NAME if is_rare or not self._context.is_outnumbered(whole) else Sign.NONE
        return self._context.sign(person, words[surname_start(words) :], frozenset(words))

    def _least(self, person: Person, found: Found, words: list[str]) -> Sign:
        """Return the weakest sign by which a name means a person it may mean.

        A common surname alone asks for the whole name or the office. A rare one, and the whole of a
        common name, ask for the country where no politics is talked and others are named; so do
        capitals, which may be a company's (FICO).
        """
        is_rare = self._registry.is_distinctive(person)
        if found.how == "surname" and not is_rare:
            return Sign.OFFICE
        if found.how == "full" and is_rare:
            return Sign.NONE
        if self._context.is_political and not words[-1].isupper():
            return Sign.NONE
        return Sign.COUNTRY if self._context.countries else Sign.NONE

    def _is_possible(self, sign: Sign) -> bool:
        return sign >= Sign.COUNTRY or not self._context.countries

    def _likely_bodies(self, bodies: Sequence[Person], words: list[str]) -> tuple[Person, ...]:
        if len(bodies) > 1:
            here = [one for one in bodies if one.country in self._context.countries]
            bodies = here if len(here) == 1 else bodies
        return tuple(
            one for one in bodies if is_sure(one, words) or self._context.names_body(one, words)
        )

    def _stranger(self, name: str, found: Found) -> Person | None:
        """Return a person or body met only in this article, or None where nobody is named."""
        stranger = _unlinked(name, self._article.id) or _namesake(_words(name), found)
        if stranger is None:
            return None
        known = self._registry.people.get(stranger.id)
        if known and known.kind != "person" and stranger.kind == known.kind and not found.people:
            return known
        is_taken = known is not None or (found.how == "surname" and " " not in stranger.name)
        return replace(stranger, id=self._of_article(stranger.name)) if is_taken else stranger

    def _of_article(self, name: str) -> str:
        return slugify(f"{name} in {self._article.id}")


def _words(name: str) -> list[str]:
    """Return the words of the first spelling of a name."""
    return name_words(next(iter(spellings(name)), ""))


def _is_sure(one: Person) -> bool:
    """Tell whether part of a joint name is surely one: no half of the Ministry of Rain and Snow."""
    return one.is_linked or one.kind == "person" or country(name_words(one.name)) is not None


def _namesake(words: list[str], found: Found) -> Person | None:
    """Return a stranger who has the name of somebody known; None: the words are no name."""
    shown = " ".join(words)
    if found.how == "body" and shown[:1].isupper():
        return Person(id=slugify(shown), name=shown, kind="organisation", is_linked=False)
    if found.how == "surname":
        surname = " ".join(words[surname_start(words) :])
        shown = surname.title() if surname.isupper() else surname
        return Person(id=slugify(shown), name=shown, is_linked=False)
    return None


def _unlinked(name: str, article_id: str) -> Person | None:
    """Return a person or body met only in an article, its name without the roles before it.

    One word is a name only after a role ("Mr Lee"), or else it is as likely a place.
    """
    first = next(iter(spellings(name)), "")
    words = name_words(first)
    body = country(words) or (" ".join(words) if is_body(words) else "")
    bare = without_roles(words)
    shown = " ".join(bare)
    if is_personal(bare) and not country(words):
        return Person(id=slugify(shown), name=shown, is_linked=False)
    if any(word[:1].isupper() for word in body.split()):
        return Person(id=slugify(body), name=body, kind="organisation", is_linked=False)
    if len(bare) == 1 < len(words) and shown[:1].isupper():
        return Person(id=slugify(f"{shown} in {article_id}"), name=shown, is_linked=False)
    return None
