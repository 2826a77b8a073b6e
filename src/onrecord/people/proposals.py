"""Suggestions in, a diff of the data files out, with the evidence as comments.

Only lines are added, so the diff reads as what it would change and `patch` or `git apply` takes it.
Refused: to touch an entry that is not written line by line; that one is told, to be done by hand.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from onrecord.curated.load import people_entries
from onrecord.curated.records import Entry
from onrecord.errors import OnRecordError
from onrecord.models import Person
from onrecord.people.scripts import script_of
from onrecord.people.suggest import Stranger, Suggestion

PERSONS, BODIES = "people.yml", "institutions.yml"
_NO_NEWLINE = "\\ No newline at end of file\n"
# what no YAML file may hold, and what would end a comment
_UNWRITABLE = re.compile("[^ -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]+")
_OTHER_END = re.compile("\r(?!\n)|[\x85\u2028\u2029]")
# an item of a list of names, and a key of an entry, each on a line of its own
_ITEM = re.compile(r"(?P<indent> *)- ")
_KEY = re.compile(r"(?P<indent>  )name: ")
_ARTICLES = 3  # named in a comment


@dataclass(slots=True)
class _File:
    """A data file with the lines to be added: `added[n]` stand after its first n lines."""

    lines: list[str]
    entries: Mapping[str, Entry[Person]]
    added: dict[int, list[str]] = field(default_factory=dict)

    def add(self, after: int, lines: Iterable[str]) -> None:
        """Add lines after the first so many."""
        self.added.setdefault(after, []).extend(f"{line}\n" for line in lines)

    def changed(self) -> list[str]:
        """Return all lines, the added ones in their places."""
        new = list(self.added.get(0, ()))
        for number, line in enumerate(self.lines, start=1):
            new.append(line)
            if more := self.added.get(number):
                if not line.endswith("\n"):
                    new[-1] += "\n"
                new += more
        return new


@dataclass(frozen=True, slots=True)
class Proposal:
    """A diff, and what it could not say."""

    diff: str
    by_hand: tuple[str, ...]


def propose(suggestions: Sequence[Suggestion], data: Path) -> Proposal:
    """Return the diff that adds the suggested names and entries to the files of the folder `data`.

    Its paths begin with the folder's own name, so that it applies beside the folder.
    """
    files = {
        name: _File(_lines(data / name), entries) for name, entries in people_entries(data).items()
    }
    by_hand = []
    for suggestion in sorted(suggestions, key=lambda one: one.strangers[0].person.id):
        if suggestion.known_id is None:
            _add_entry(suggestion, files)
        elif not _add_names(suggestion, files):
            name = suggestion.strangers[0].person.name
            by_hand.append(f"{suggestion.known_id}: add the name form {name!r} by hand")
    diffs = (_diff(f"{data.resolve().name}/{name}", file) for name, file in files.items())
    return Proposal("".join(diffs), tuple(by_hand))


def _lines(path: Path) -> list[str]:
    """Return the lines as they stand, ends included; no line where there is no file.

    Raises OnRecordError where YAML counts lines that a diff does not: all below would be misplaced.
    """
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="\n") as file:
        lines = list(file)
    for number, line in enumerate(lines, start=1):
        if found := _OTHER_END.search(line):
            told = f"{found[0]!a} ends a line here, and none in a diff; write a line break instead"
            raise OnRecordError(f"{path}:{number}: {told}")
    return lines


def _add_names(suggestion: Suggestion, files: Mapping[str, _File]) -> bool:
    """Add the strangers' names to a known entry; False where that is not written line by line."""
    file = next(file for file in files.values() if suggestion.known_id in file.entries)
    entry = file.entries[suggestion.known_id or ""]
    forms = [form for stranger in suggestion.strangers for form in _forms(stranger)]
    if entry.record.names:
        after, head = _last_line(entry, "names"), []
        beside = _ITEM.match(file.lines[entry.lines["names.0"] - 1])
    else:
        after = entry.lines["name"]
        head = [] if after in file.added else ["  names:"]
        beside = _KEY.match(file.lines[after - 1])
    if beside is None:
        return False
    indent = beside["indent"]
    file.add(
        after, [*head, *_comment(suggestion, indent), *(f"{indent}- {form}" for form in forms)]
    )
    return True


def _last_line(entry: Entry[Person], path: str) -> int:
    """Return the last line of the values under a path; 0 where there are none."""
    return max((line for key, line in entry.lines.items() if key.startswith(f"{path}.")), default=0)


def _add_entry(suggestion: Suggestion, files: Mapping[str, _File]) -> None:
    """Add an entry in its place by id."""
    first, *others = suggestion.strangers
    person = first.person
    file = files[PERSONS if person.kind == "person" else BODIES]
    lines = [*_comment(suggestion, ""), f"- id: {person.id}", f"  name: {_written(person.name)}"]
    if person.kind != "person":
        lines.append(f"  kind: {person.kind}")
    if forms := [form for other in others for form in _forms(other)]:
        lines += ["  names:", *(f"  - {form}" for form in forms)]
    lines.append(f"  source: {_written(first.articles[0].source.url)}")
    after = _place(person.id, file)
    file.add(after, ["", *lines] if after == len(file.lines) else [*lines, ""])


def _place(person_id: str, file: _File) -> int:
    """Return how many lines stand before an entry of this id: those of all that sort before it."""
    later = (e.lines[""] for id_, e in file.entries.items() if id_ > person_id)
    first_later = min(later, default=None)
    return len(file.lines) if first_later is None else first_later - 1


def _forms(stranger: Stranger) -> Iterator[str]:
    form = {
        "form": stranger.person.name,
        "language": stranger.articles[0].source.language,
        "script": script_of(stranger.person.name),
    }
    yield _written(form)


def _written(value: object) -> str:
    """Return a value as YAML on one line."""
    text = yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000
    )
    return str(text).removesuffix("...\n").strip()


def _comment(suggestion: Suggestion, indent: str) -> list[str]:
    """Return the evidence as comments: the score and why, then where and how each is named."""
    lines = []
    if suggestion.score is not None:
        lines.append(f"score {suggestion.score:.2f}: {'; '.join(suggestion.why)}")
    lines += [_found(stranger) for stranger in suggestion.strangers]
    return [f"{indent}# {_UNWRITABLE.sub(' ', line)}" for line in lines]


def _found(stranger: Stranger) -> str:
    quotes = f"{stranger.quote_count} quote{'s' * (stranger.quote_count != 1)}"
    named = [article.id for article in stranger.articles[:_ARTICLES]]
    more = len(stranger.articles) - len(named)
    where = ", ".join(named) + (f" and {more} more" if more else "")
    printed = ", ".join(f"“{' '.join(mention.split())}”" for mention in stranger.mentions)
    return f"{quotes} in {where}" + (f", printed {printed}" if printed else "")


def _diff(path: str, file: _File) -> str:
    lines = difflib.unified_diff(file.lines, file.changed(), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_NEWLINE}" for line in lines)
