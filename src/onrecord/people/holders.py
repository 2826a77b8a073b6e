"""An office named without its holder in, who held it on the day out: Ukraine's foreign minister.

Read are a country or a body and one office that a single person holds, with nothing else between:
the Polish prime minister, NATO's secretary general, the head of NATO. Refused: former, acting,
deputy and future ones, spokespeople and ambassadors, of whom there are more than the data know, and
a day that the dates of two terms leave open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from onrecord.models import Person, Position
from onrecord.people.bodies import Bodies
from onrecord.people.countries import country, leading_country
from onrecord.people.names import fold
from onrecord.people.offices import offices_on

# Each office, and the other words for it. What a country calls its minister differs from what
# reports abroad do: the British foreign minister is the foreign secretary.
_SAME = {
    "premier": "prime minister",
    "foreign secretary": "foreign minister",
    "minister of foreign affairs": "foreign minister",
    "minister for foreign affairs": "foreign minister",
    "minister of defence": "defence minister",
    "minister for defence": "defence minister",
    "defence secretary": "defence minister",
    "secretary of defence": "defence minister",
    "secretary of state for defence": "defence minister",
    "foreign policy chief": "high representative for foreign affairs and security policy",
    "high representative": "high representative for foreign affairs and security policy",
}
_OF_COUNTRY = frozenset(
    {
        "president",
        "prime minister",
        "chancellor",
        "foreign minister",
        "defence minister",
        "secretary of state",
    }
)
# The one office at a body's head that "the NATO chief" means.
_HEADS = ("secretary general", "president", "defence minister")
_HEAD = frozenset({"chief", "head", "boss", "leader"})
# Who "the Ukrainian leader" is: the president where the president leads the country, and the head
# of government where there is a monarch or a president without power; elsewhere it may be either.
_LED_BY_PRESIDENT = frozenset("AZ BR BY CN FR KZ RU TR UA US UZ".split())
_LED_BY_GOVERNMENT = frozenset("AU BE CA DE DK ES GB GR HU IN IT JP LU NL NO SE".split())
_LONGEST = 9  # words of an office with its country

Place = str  # the code of a country or the id of a body


class Holders:
    """Who holds which office, from when to when."""

    def __init__(self, people: Mapping[str, Person], bodies: Bodies) -> None:
        """Index the offices of `people`; `bodies` are those that an office may be of."""
        self._bodies = bodies
        self._terms: dict[tuple[Place, str], list[tuple[Person, Position]]] = defaultdict(list)
        for person in people.values():
            for position in person.positions:
                body = people.get(position.organisation or "")
                for place, office in _offices(position, body):
                    self._terms[place, office].append((person, position))

    def find(self, mention: str, day: str | None) -> Person | None:
        """Return who held the office that a mention names, on a day (YYYY-MM-DD, or less of it).

        None where it names no office, and where not one person is known to have held it.
        """
        words = _words(mention)
        if not 2 <= len(words) <= _LONGEST:
            return None
        for place, rest in self._places(words):
            for office in _meant(place, rest):
                holders = self._on(place, office, day)
                if holders:
                    return holders[0] if len(holders) == 1 else None
        return None

    def _on(self, place: Place, office: str, day: str | None) -> list[Person]:
        terms = self._terms.get((place, office), ())
        held = (one for one, term in terms if any(h.is_sure for h in offices_on([term], day)))
        return list(dict.fromkeys(held))

    def _places(self, words: list[str]) -> list[tuple[Place, str]]:
        """Return the country or body that the words begin or end with, and the words besides."""
        found: list[tuple[Place, str]] = []
        one, length = leading_country(words)
        if one:
            found.append((one.code, _joined(words[length:])))
        found += [
            (place, _joined(words[at:]))
            for at in range(min(3, len(words) - 1), 0, -1)
            for place in self._body(words[:at])
        ]
        for at, word in enumerate(words):
            if word == "of":
                title, of = _joined(words[:at]), _bare(words[at + 1 :])
                one, length = leading_country(of)
                if one and length == len(of) and country(of):
                    found.append((one.code, title))
                found += [(place, title) for place in self._body(of)]
        return found

    def _body(self, words: list[str]) -> list[Place]:
        """Return the id of the one body that the words name, or that they stand for."""
        bodies = self._bodies.find(words) if words else ()
        return [bodies[0].stands_for or bodies[0].id] if len(bodies) == 1 else []


def _offices(position: Position, body: Person | None) -> list[tuple[Place, str]]:
    """Return an office as its body's, and as its country's where a country has one such."""
    title = _joined(position.title.split())
    if body is None:
        return []
    for name in (body.name, *(form.form for form in body.names)):
        # President of the European Commission, Commission president
        title = title.removesuffix(f" of the {_joined(name.split())}")
    title = _SAME.get(title, title)
    found = [(body.id, title)]
    if body.country and title in _OF_COUNTRY:
        found.append((body.country, title))
    return found


def _meant(place: Place, words: str) -> list[str]:
    """Return the offices that the words after a country or a body may mean, the likeliest first."""
    if words in _HEAD and len(place) > 2:
        return list(_HEADS)
    if words == "leader":
        if place in _LED_BY_PRESIDENT:
            return ["president"]
        return ["prime minister", "chancellor"] if place in _LED_BY_GOVERNMENT else []
    return [_SAME.get(words, words)]


def _words(mention: str) -> list[str]:
    """Return the words of a mention, without the article before them and what makes them whose."""
    words = mention.replace("’", "'").split()
    return _bare([word.removesuffix("'s").rstrip("'") for word in words])


def _bare(words: list[str]) -> list[str]:
    return words[1:] if words and words[0].lower() == "the" else words


def _joined(words: list[str]) -> str:
    """Return an office as it is compared: one case, American spelling like British, no hyphens."""
    return " ".join(map(fold, words)).replace("-", " ").replace("defense", "defence")
