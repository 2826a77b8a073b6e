"""What a site says of text and data mining, by the TDM Reservation Protocol (TDMRep).

Its file `/.well-known/tdmrep.json`, the header `tdm-reservation` and the `meta` element of that
name. Where they differ, reserved is what we take: a page is left alone rather than taken in error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from onrecord.captures.records import Reservation
from onrecord.jsontext import read_json

FILE = "/.well-known/tdmrep.json"
NAME = "tdm-reservation"
POLICY = "tdm-policy"
ARCHIVED = "x-archive-orig-"  # the Wayback Machine gives a page's own headers under this prefix
MOST_RULES = 1_000
# the elements stand in the head; a page has many `meta`, and a million bytes are no head
HEAD = 1_000_000
META = re.compile(rb"<meta\s[^<>]{1,2000}>", re.IGNORECASE)
ATTRIBUTE = re.compile(
    r"""(?<![a-z-])([a-z-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One object of a site's file: what holds for the paths that `location` matches."""

    location: str
    reservation: Reservation


def read_file(body: bytes) -> tuple[Rule, ...]:
    """Return the rules of a tdmrep.json, in order; what isn't one in it is left out."""
    try:
        values = read_json(body)
    except ValueError:
        return ()
    if not isinstance(values, list):
        return ()
    return tuple(rule for value in values[:MOST_RULES] if (rule := _rule(value)))


def by_file(rules: tuple[Rule, ...], path: str) -> Reservation:
    """Return what the most telling rule says of a path: the longest location that matches it."""
    matching = [rule for rule in rules if _matches(rule.location, path)]
    if not matching:
        return Reservation()
    return max(matching, key=lambda rule: len(rule.location)).reservation


def by_headers(headers: Mapping[str, str]) -> Reservation:
    """Return what the headers of an answer say, those that an archive kept counted in."""
    told = {name.removeprefix(ARCHIVED): value for name, value in headers.items()}
    return _reservation(told.get(NAME), told.get(POLICY))


def by_meta(html: bytes) -> Reservation:
    """Return what the `meta` elements of a page say, those in comments too: reserved if one does.

    To tell a comment from a page that only looks commented out takes a whole reading of it.
    """
    elements = [_attributes(element) for element in META.findall(html[:HEAD])]
    flags = _contents(elements, NAME)
    policy = next(iter(_contents(elements, POLICY)), None)
    return together(*(_reservation(flag, policy) for flag in flags))


def together(*said: Reservation) -> Reservation:
    """Return what holds where several places say something: reserved if any says so."""
    telling = [one for one in said if one.reserved is not None]
    return next((one for one in telling if one.reserved), (telling or [Reservation()])[0])


def _rule(value: object) -> Rule | None:
    if not isinstance(value, dict) or not isinstance(value.get("location"), str):
        return None
    policy = value.get(POLICY)
    flag, terms = str(value.get(NAME)), policy if isinstance(policy, str) else None
    return Rule(value["location"], _reservation(flag, terms))


def _reservation(flag: str | None, policy: str | None) -> Reservation:
    values = {"1": True, "0": False}
    return Reservation(values.get((flag or "").strip()), (policy or "").strip() or None)


def _matches(location: str, path: str) -> bool:
    """Return whether a pattern as in robots.txt matches: `*` is any stretch, `$` the end."""
    anchored = location.endswith("$")
    first, *rest = location.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not rest:
        return not anchored or path == first
    place = len(first)
    last = rest.pop()
    for piece in rest:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    if anchored:
        return path.endswith(last) and len(path) - len(last) >= place
    return path.find(last, place) >= 0


def _contents(elements: list[dict[str, str]], name: str) -> list[str]:
    return [
        values.get("content", "")
        for values in elements
        if values.get("name", "").strip().casefold() == name
    ]


def _attributes(element: bytes) -> dict[str, str]:
    found = ATTRIBUTE.findall(element.decode("latin-1"))
    return {name.casefold(): unescape("".join(values)) for name, *values in reversed(found)}
