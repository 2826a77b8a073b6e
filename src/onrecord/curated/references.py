"""Entries that name one another: every id named must be there, every name form mean one person.

Bodies may share a form: every country has a Foreign Ministry.

An entry that was refused for another reason is not there either, so what names it is reported too:
one mend may clear several lines.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from onrecord.curated.records import Entry, Problems
from onrecord.curated.values import is_country, runs_backwards
from onrecord.models import Body, Event, Person

PEOPLE_FILES = "people.yml or institutions.yml"


def check_people(files: Sequence[tuple[Mapping[str, Entry[Person]], Problems]]) -> None:
    """Note ids that two files have, dangling ids, name forms of two people, and offices that end
    before they start; `files` are the entries of each file and where its problems go."""
    owners: dict[str, Person] = {}
    known = {key for entries, _ in files for key in entries}
    seen: set[str] = set()
    for entries, problems in files:
        for entry in entries.values():
            if entry.record.id in seen:
                words = f"`{entry.record.id}` is an id of people.yml; choose another"
                problems.add(entry.lines["id"], words)
            _check_ids(entry, known, problems)
            _check_forms(entry, owners, problems)
            _check_offices(entry, problems)
        seen |= entries.keys()


def _check_ids(entry: Entry[Person], known: Collection[str], problems: Problems) -> None:
    for path, named in _named_by(entry.record):
        _check_id(named, known, entry.lines[path], problems)


def _check_forms(entry: Entry[Person], owners: dict[str, Person], problems: Problems) -> None:
    person = entry.record
    for path, form in _forms(person):
        owner = owners.setdefault(_folded(form), person)
        if owner.id != person.id and "person" in (owner.kind, person.kind):
            words = f"{form!r} already names `{owner.id}`; keep it with one of the two"
            problems.add(entry.lines[path], words)


def _check_offices(entry: Entry[Person], problems: Problems) -> None:
    for number, office in enumerate(entry.record.positions):
        if runs_backwards(office.start, office.end):
            line = entry.lines[f"positions.{number}.end"]
            problems.add(line, f"ends {office.end}, before it starts; mend one of the dates")


def check_events(
    events: Mapping[str, Entry[Event]], people: Collection[str], problems: Problems
) -> None:
    """Note participants that are in no data file, and events that end before they start."""
    for entry in events.values():
        event = entry.record
        for number, named in enumerate(event.participants):
            _check_id(named, people, entry.lines[f"participants.{number}"], problems)
        for number, named in enumerate(event.of):
            if not is_country(named):
                _check_id(named, people, entry.lines[f"of.{number}"], problems)
        if runs_backwards(event.start, event.end):
            words = f"ends {event.end}, before it starts; mend one of the dates"
            problems.add(entry.lines["end"], words)


def check_bodies(
    bodies: Mapping[str, Entry[Body]], people: Collection[str], problems: Problems
) -> None:
    """Note bodies that are in no data file, and memberships that end before they start."""
    for entry in bodies.values():
        _check_id(entry.record.id, people, entry.lines["id"], problems)
        for number, member in enumerate(entry.record.members):
            if runs_backwards(member.start, member.end):
                words = f"ends {member.end}, before it starts; mend one of the dates"
                problems.add(entry.lines[f"members.{number}.end"], words)


def _check_id(named: str, people: Collection[str], line: int, problems: Problems) -> None:
    if named not in people:
        problems.add(line, f"`{named}` is no id in {PEOPLE_FILES}; add the entry or mend the id")


def _named_by(person: Person) -> Iterator[tuple[str, str]]:
    """Yield the ids an entry names, each with its path."""
    if person.stands_for:
        yield "stands_for", person.stands_for
    for number, office in enumerate(person.positions):
        if office.organisation:
            yield f"positions.{number}.organisation", office.organisation


def _forms(person: Person) -> Iterator[tuple[str, str]]:
    yield "name", person.name
    for number, form in enumerate(person.names):
        yield f"names.{number}.form", form.form


def _folded(form: str) -> str:
    return " ".join(form.casefold().split())
