"""Who speaks for whom: a spokesperson's words are their institution's, and a metonym's too.

People come in; for a speaker and a day the voice their words belong to goes out. Refused: to make
two persons one. That a minister speaks for a government is no reason to tie their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.models import Person, Position, Statement

_SPEAKS = re.compile(r"spokes(?:person|man|woman)|press secretary", re.IGNORECASE)


class Voices:
    """The voices of people and bodies, by id; who is not known is a voice of their own."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Take note of the bodies, of what they stand for, and of the offices of spokespeople."""
        self._bodies: dict[str, str] = {}
        self._offices: dict[str, list[Position]] = {}
        for person in people:
            if person.kind != "person":
                self._bodies[person.id] = person.stands_for or person.id
            elif offices := [p for p in person.positions if _SPEAKS.search(p.title)]:
                # the latest first: it wins over one whose end is only known to the month
                self._offices[person.id] = sorted(offices, key=_start, reverse=True)

    def voice(self, speaker_id: str, day: str | None) -> str:
        """Return whose voice a speaker's is on a day (None: on any day): Peskov's, the president's
        office's."""
        if speaker_id in self._bodies:
            return self._bodies[speaker_id]
        for office in self._offices.get(speaker_id, ()):
            if office.organisation and _holds(office, day):
                return self._bodies.get(office.organisation, office.organisation)
        return speaker_id

    def of(self, statement: Statement) -> frozenset[str]:
        """Return the voices of a statement: several where it is joint, none where nobody is known
        to have made it."""
        day = statement.dating.start or statement.article.source.published
        return frozenset(self.voice(speaker, day) for speaker in statement.speaker_ids)

    def is_body(self, speaker_id: str) -> bool:
        """Tell whether the speaker is known to be a body or a metonym for one."""
        return speaker_id in self._bodies


def _start(office: Position) -> str:
    return office.start or ""


def _holds(office: Position, day: str | None) -> bool:
    """Tell whether an office was held on a day; both ends count, to the precision known."""
    if day is None:
        return True
    began = office.start is None or office.start <= day[: len(office.start)]
    return began and (office.end is None or day[: len(office.end)] <= office.end)
