"""A text with brackets in it → the text without them, and what each bracket marks.

`⟦1d …⟧` marks the words of attribution 1 inside quotation marks, `m` a fragment of a sentence
inside marks, `i` a paraphrase, `s` the mention of the source, `c` the cue; `⟦1i:belief …⟧` and
`⟦1i:intent …⟧` tell what is no speech; `⟦x …⟧` stands around words in marks that are nobody's.
Brackets may nest. Nothing is repaired: what can't be read is a problem with its line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast, get_args

from onrecord.curated.records import Problems
from onrecord.models import CueClass, Span

Letter = Literal["d", "m", "i", "s", "c", "x"]

TOKEN = re.compile(r"⟦(?P<label>[^\s⟦⟧]*) ?|⟧")
LABEL = re.compile(r"(?P<number>[1-9]\d*)(?P<letter>[a-z])(?::(?P<cue_class>\w+))?")
NOBODYS = "x"
CONTENT = frozenset("dmi")
PIECE = frozenset("dm")
LETTERS = get_args(Letter)
CUE_CLASSES = get_args(CueClass)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands at the head of a bracket."""

    number: int  # of the attribution; 0 for words that are nobody's
    letter: Letter
    cue_class: CueClass | None = None  # None: not told


@dataclass(frozen=True, slots=True)
class Bracket:
    """One marked stretch of the text."""

    label: Label
    span: Span
    line: int  # of the file, where it opens


def read_markup(marked: str, first_line: int, problems: Problems) -> tuple[str, list[Bracket]]:
    """Return the text without brackets, and the brackets in order of their opening.

    `first_line` is the line of the file that `marked` begins on.
    """
    reader = _Reader(marked, first_line, problems)
    for token in TOKEN.finditer(marked):
        reader.take(token)
    return reader.finish()


class _Reader:
    """Reads the brackets of one text from left to right."""

    def __init__(self, marked: str, first_line: int, problems: Problems) -> None:
        self.marked = marked
        self.first_line = first_line
        self.problems = problems
        self.text = ""
        self.read_to = 0
        self.open: list[tuple[Label | None, int, int]] = []  # label, start, line
        self.brackets: list[Bracket] = []

    def take(self, token: re.Match[str]) -> None:
        """Open or close a bracket at `token`."""
        self.text += self.marked[self.read_to : token.start()]
        self.read_to = token.end()
        line = self.first_line + self.marked.count("\n", 0, token.start())
        if token["label"] is not None:
            self.open.append((self._label(token["label"], line), len(self.text), line))
        elif self.open:
            self._close(*self.open.pop())
        else:
            self.problems.add(line, "⟧ closes nothing; take it out or open its bracket")

    def finish(self) -> tuple[str, list[Bracket]]:
        """Return what was read, after the last token."""
        for _, _, line in self.open:
            self.problems.add(line, "⟦ never closes; add its ⟧")
        self.text += self.marked[self.read_to :]
        return self.text, sorted(self.brackets, key=lambda b: (b.span.start, -b.span.end))

    def _label(self, written: str, line: int) -> Label | None:
        if written == NOBODYS:
            return Label(0, "x")
        read = LABEL.fullmatch(written)
        if not read:
            self.problems.add(line, f"`⟦{written}` says nothing; write a number and a letter, ⟦1d")
        elif read["letter"] not in LETTERS or read["letter"] == NOBODYS:
            known = ", ".join(LETTERS)
            self.problems.add(line, f"unknown letter `{read['letter']}`; use one of {known}")
        elif read["cue_class"] and not _may_have(read["letter"], read["cue_class"]):
            words = f"`:{read['cue_class']}` can't stand here; give a content one of"
            self.problems.add(line, f"{words} {', '.join(CUE_CLASSES)}")
        else:
            letter, told = cast(Letter, read["letter"]), cast(CueClass | None, read["cue_class"])
            return Label(int(read["number"]), letter, told)
        return None

    def _close(self, label: Label | None, start: int, line: int) -> None:
        inside = self.text[start:]
        if not inside.strip():
            self.problems.add(line, "the bracket is empty; mark some words or take it out")
        elif inside != inside.strip():
            self.problems.add(line, f"white space at an end of {inside!r}; leave it outside")
        elif "\n\n" in inside:
            self.problems.add(line, "the bracket runs over paragraphs; give each its own")
        elif label:
            self.brackets.append(Bracket(label, Span(start, len(self.text)), line))


def _may_have(letter: str, cue_class: str) -> bool:
    return letter in CONTENT and cue_class in CUE_CLASSES
