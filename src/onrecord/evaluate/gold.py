"""data/gold/articles/*.txt → GoldArticles: invented reports with every attribution marked by hand.

A file is YAML between two lines of `---` (style, phenomena, who speaks), then the text with its
brackets (`onrecord.evaluate.markup`). All files are read to their end before anything is said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.articles.digests import FRONT_MATTER
from onrecord.curated.records import Entry, Problems, read_one
from onrecord.errors import OnRecordError
from onrecord.evaluate.markup import CONTENT, NOBODYS, PIECE, Bracket, read_markup
from onrecord.evaluate.records import GoldArticle, GoldAttribution
from onrecord.models import CueClass, Kind, Span

SPEAKER = re.compile(r"(?P<name>[^|]*[^|\s]) \| (?P<numbers>\d+(?: \d+)*)")
UNNAMED = "unnamed"


class GoldError(OnRecordError):
    """Marked texts can't be read; each problem is `path:line: what is wrong; what to do`."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a marked text says of itself."""

    style: str
    phenomena: tuple[str, ...]
    speakers: tuple[str, ...] = ()  # `Full Name | 1 4 5`; those nobody names: `unnamed | 2 3`


def read_gold(directory: Path) -> list[GoldArticle]:
    """Return the marked texts in `directory` in order of their file names.

    Raises GoldError with the problems of all files.
    """
    articles: list[GoldArticle] = []
    told: list[str] = []
    for path in sorted(directory.glob("*.txt")):
        problems = Problems(path)
        article = _read_file(path, problems)
        told += problems.told()
        if article:
            articles.append(article)
    if told:
        raise GoldError(told)
    return articles


def _read_file(path: Path, problems: Problems) -> GoldArticle | None:
    try:
        whole = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problems.add(line, "is not UTF-8; save the file as UTF-8")
        return None
    return read_article(path.stem, whole, problems)


def read_article(id: str, whole: str, problems: Problems) -> GoldArticle | None:  # noqa: A002
    """Return the marked text of one file; None where it has a problem."""
    found = FRONT_MATTER.match(whole)
    if not found:
        problems.add(1, "no front matter; begin with a line `---`, the keys, and a line `---`")
        return None
    # a line break for the first `---` keeps the line numbers those of the file
    entry = read_one("\n" + found["yaml"], FrontMatter, problems)
    body = whole[found.end() :]
    blank = len(body) - len(body.lstrip())
    first_line = whole.count("\n", 0, found.end() + blank) + 1
    text, brackets = read_markup(body.strip(), first_line, problems)
    if entry is None or problems.found:
        return None
    attributions = _attributions(brackets, _speakers(entry, problems), problems)
    unspoken = tuple(b.span for b in brackets if b.label.letter == NOBODYS)
    if problems.found:
        return None
    return GoldArticle(id, text, attributions, entry.record.style, entry.record.phenomena, unspoken)


@dataclass(frozen=True, slots=True)
class _Speaker:
    name: str | None
    line: int  # of the file


def _speakers(entry: Entry[FrontMatter], problems: Problems) -> dict[int, _Speaker]:
    """Return the speaker of each attribution, by its number."""
    speakers: dict[int, _Speaker] = {}
    for place, written in enumerate(entry.record.speakers):
        line = entry.lines[f"speakers.{place}"]
        read = SPEAKER.fullmatch(written)
        if not read:
            problems.add(line, f"{written!r} is no speaker; write `Full Name | 1 2`")
            continue
        speaker = _Speaker(None if read["name"] == UNNAMED else read["name"], line)
        for number in map(int, read["numbers"].split()):
            if number in speakers:
                problems.add(line, f"attribution {number} has a speaker already; keep one")
            speakers[number] = speaker
    return speakers


def _attributions(
    brackets: Iterable[Bracket], speakers: dict[int, _Speaker], problems: Problems
) -> tuple[GoldAttribution, ...]:
    by_number: dict[int, list[Bracket]] = defaultdict(list)
    for bracket in brackets:
        if bracket.label.letter != NOBODYS:
            by_number[bracket.label.number].append(bracket)
    for number in speakers.keys() - by_number.keys():
        words = f"attribution {number} is not in the text; mark it or take the number out"
        problems.add(speakers[number].line, words)
    for number, own in by_number.items():
        _check(number, own, speakers, problems)
    if problems.found:
        return ()
    return tuple(_attribution(n, by_number[n], speakers[n].name) for n in sorted(by_number))


def _check(
    number: int, own: Sequence[Bracket], speakers: dict[int, _Speaker], problems: Problems
) -> None:
    """Note what is wrong with the attribution that the brackets `own` make up."""
    line = own[0].line
    if not any(b.label.letter in CONTENT for b in own):
        problems.add(line, f"attribution {number} has no content; mark what is said")
    if number not in speakers:
        problems.add(line, f"attribution {number} has no speaker; name one under `speakers`")
    if len(_told_classes(own)) > 1:
        problems.add(line, f"attribution {number} is of two classes; keep one or divide it")


def _told_classes(own: Iterable[Bracket]) -> set[CueClass]:
    return {b.label.cue_class for b in own if b.label.cue_class}


def _attribution(number: int, own: Sequence[Bracket], speaker: str | None) -> GoldAttribution:
    cues = _spans(own, "c")
    cue_class = next(iter(_told_classes(own)), "speech" if cues else "none")
    return GoldAttribution(
        id=number,
        cls=_kind({b.label.letter for b in own} & CONTENT),
        contents=_outermost(_spans(own, CONTENT)),
        sources=_spans(own, "s"),
        cues=cues,
        pieces=_spans(own, PIECE),
        is_speech=cue_class not in ("belief", "intent"),
        cue_class=cue_class,
        speaker=speaker,
    )


def _kind(letters: Collection[str]) -> Kind:
    """Return the kind of the whole: whatever is neither all words nor all paraphrase is mixed."""
    if set(letters) == {"d"}:
        return "direct"
    return "indirect" if set(letters) == {"i"} else "mixed"


def _spans(own: Iterable[Bracket], letters: Iterable[str]) -> tuple[Span, ...]:
    return tuple(b.span for b in own if b.label.letter in letters)


def _outermost(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans that lie inside no other; they come sorted, the wider first."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
