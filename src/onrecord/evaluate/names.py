"""Is the speaker a quote was given to the one that people named?"""

from __future__ import annotations

from onrecord.people.names import fold, name_words, without_roles
from onrecord.said import Said


def is_same_person(said: Said, name: str | None) -> bool:
    """Tell whether the quote's speaker is called `name`; for None, whether nobody is known.

    Titles, case, spelling of letters and the order of names don't count, and one of the two may
    have more names than the other. A surname alone is not enough for somebody with two names.
    """
    if name is None:
        return said.person is None
    own, other = _words(said.speaker or ""), _words(name)
    fewest = min(2, len(other))
    return len(own & other) >= fewest and (own <= other or other <= own)


def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in without_roles(name_words(name)))
