"""Quotes with the mentions of their sources in, the people who speak out.

Somebody with a first name and a surname whom no data file knows becomes a person of their own. A
surname alone becomes one of its article only: two unknown Smiths are never made one. Refused: a
speaker for a pronoun or a noun that was never named, and a choice between namesakes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from slugify import slugify

from onrecord.models import Mention, Person, Quote
from onrecord.people.names import (
    country,
    is_body,
    is_personal,
    name_words,
    spellings,
    without_roles,
)
from onrecord.people.registry import Registry

_AND = re.compile(r",?\s+(?:and|&)\s+|,\s+")
_JOINT = re.compile(r"\s(?:and|&)\s")


def resolve_speakers(
    quotes: Sequence[Quote], article_id: str, registry: Registry
) -> list[tuple[Person, ...]]:
    """Return the speakers of each quote, in the order of the quotes and of their naming.

    Joint speakers ("Biden and Scholz said") give several. Empty: no source is known by name, or
    the name is that of several known people.
    """
    known: dict[str, tuple[Person, ...]] = {}
    speakers = []
    for quote in quotes:
        name = _name(quote.attribution.mention, registry)
        if name not in known:
            known[name] = resolve_name(name, article_id, registry)
        speakers.append(known[name])
    return speakers


def resolve_name(name: str, article_id: str, registry: Registry) -> tuple[Person, ...]:
    """Return who the name of one or more speakers means; empty for the empty name."""
    if _JOINT.search(name) and not registry.body(name) and not country(name_words(name)):
        each = [_resolve_one(part, article_id, registry) for part in _AND.split(name)]
        people = [one for one in each if one and _is_sure(one)]
        if len(people) == len(each):
            return tuple(dict.fromkeys(people))
    one = _resolve_one(name, article_id, registry)
    return (one,) if one else ()


def _is_sure(one: Person) -> bool:
    """Tell whether part of a joint name is surely one: no half of the Ministry of Rain and Snow."""
    return one.is_linked or one.kind == "person" or country(name_words(one.name)) is not None


def _name(mention: Mention | None, registry: Registry) -> str:
    """Return the name a mention is to be known by; empty where it was never named."""
    if mention is None:
        return ""
    if mention.name:
        return mention.name
    if mention.type in ("name", "author") or registry.body(mention.text):
        return mention.text
    return ""


def _resolve_one(name: str, article_id: str, registry: Registry) -> Person | None:
    candidates = registry.candidates(name)
    if candidates:
        return candidates[0] if len(candidates) == 1 else None
    unlinked = _unlinked(name, article_id)
    return registry.people.get(unlinked.id, unlinked) if unlinked else None


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
