"""data/*.yml and data/sources.csv → Curated.

All files are read to their end before anything is said: whoever mends one sees every problem at
once. Nothing is repaired or guessed here; a wrong fact with a date is worse than a stopped build.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from onrecord.collector import without_collector
from onrecord.curated.checks import FILE, read_checks
from onrecord.curated.records import Entry, Problems, read_list, read_one
from onrecord.curated.references import check_bodies, check_events, check_people
from onrecord.curated.sources import read_reports
from onrecord.errors import OnRecordError
from onrecord.models import About, Body, Correction, Curated, Event, Outlet, Person, Topic

T = TypeVar("T", Body, Outlet, Person, Event, Topic)

# without these two nothing can be read; every other file may be left out
NEEDED = frozenset({"outlets.yml", "people.yml"})
ABOUT = "dataset.yml"
PEOPLE_FILES = ("people.yml", "institutions.yml")


class CuratedError(OnRecordError):
    """The data files can't be used; each problem is `path:line: what is wrong; what to do`."""


class _Files:
    """Reads the files of one data folder and keeps the problems of each."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.read: list[Problems] = []

    def open(self, name: str) -> tuple[str, Problems]:
        """Return the file's text, empty where it is not there, and where its problems go."""
        problems = Problems(self.directory / name)
        self.read.append(problems)
        try:
            return problems.path.read_text(encoding="utf-8-sig"), problems
        except FileNotFoundError:
            if name in NEEDED:
                problems.add(1, "the file is not there; write it, or name another data folder")
        except OSError as error:
            problems.add(1, f"can't be read ({error.strerror}); see to its permissions")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            problems.add(line, "is not UTF-8; save the file as UTF-8")
        return "", problems

    def entries(self, name: str, record: type[T]) -> tuple[dict[str, Entry[T]], Problems]:
        """Return the file's entries by id; of two with one id the first, and a problem."""
        text, problems = self.open(name)
        by_id: dict[str, Entry[T]] = {}
        for entry in read_list(text, record, problems):
            first = by_id.setdefault(entry.record.id, entry)
            if first is not entry:
                taken = f"the id of the entry on line {first.lines['id']}"
                problems.add(entry.lines["id"], f"`{entry.record.id}` is {taken}; choose another")
        return by_id, problems

    def problems(self) -> Iterator[str]:
        """Yield every problem, file by file."""
        for problems in self.read:
            yield from problems.told()


# the collector would walk the nodes of big files again and again: 0.40 s of CPU instead of 0.25
@without_collector()
def load_curated(directory: Path) -> Curated:
    """Return everything people decided or wrote, from the data folder `directory`.

    `outlets.yml` and `people.yml` must be there; any other missing file counts as empty.
    Raises CuratedError with every problem of every file.
    """
    files = _Files(directory)
    about = _about(files)
    outlets, _ = files.entries("outlets.yml", Outlet)
    listed = [files.entries(name, Person) for name in PEOPLE_FILES]
    people = {id_: entry for entries, _ in listed for id_, entry in entries.items()}
    events, event_problems = files.entries("events.yml", Event)
    bodies, body_problems = files.entries("bodies.yml", Body)
    topics, _ = files.entries("topics.yml", Topic)
    reports = read_reports(*files.open("sources.csv"))
    checks = read_checks(*files.open(FILE))
    text, problems = files.open("corrections.yml")
    corrections = read_list(text, Correction, problems)
    check_people(listed)
    check_events(events, people, event_problems)
    check_bodies(bodies, people, body_problems)
    if found := tuple(files.problems()):
        raise CuratedError(found)
    return Curated(
        outlets=_records(outlets),
        people=_records(people),
        events=_records(events),
        topics=_records(topics),
        reports=reports,
        corrections=tuple(
            replace(entry.record, stands_at=f"{problems.path}:{entry.lines['']}")
            for entry in corrections
        ),
        checks=checks,
        bodies=_records(bodies),
        about=about,
    )


def load_about(directory: Path) -> About:
    """Return what the dataset of a data folder says of itself; raises CuratedError."""
    files = _Files(directory)
    about = _about(files)
    if found := tuple(files.problems()):
        raise CuratedError(found)
    return about


def people_entries(directory: Path) -> dict[str, dict[str, Entry[Person]]]:
    """Return the entries of each file of people by id, with their lines.

    Raises CuratedError where one can't be used.
    """
    files = _Files(directory)
    listed = {name: files.entries(name, Person)[0] for name in PEOPLE_FILES}
    if found := tuple(files.problems()):
        raise CuratedError(found)
    return listed


def default_directory() -> Path:
    """Return the data folder that comes with the package.

    In an installed wheel that is the package's own `data/`; in a checkout, the repository's.
    """
    packaged = Path(__file__).parents[1] / "data"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "data"


def _about(files: _Files) -> About:
    text, problems = files.open(ABOUT)
    entry = read_one(text, About, problems) if text.strip() else None
    return entry.record if entry else About()


def _records(entries: dict[str, Entry[T]]) -> dict[str, T]:
    return {key: entry.record for key, entry in entries.items()}
