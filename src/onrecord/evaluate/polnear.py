"""A checkout of PolNeAR as its authors publish it → GoldArticles.

Below the folder, each `.ann` file (brat) goes with the `.txt` file of the same name, beside it or
elsewhere below. Roles are known by their beginning, in any case: source, cue, content. What stands
in quotation marks is found by `regions`, not by the engine. A cue counts as speech where one of its
words does in cue_verbs.txt.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from onrecord.evaluate.brat import Annotation, Tie, read_brat
from onrecord.evaluate.corpus import CorpusError
from onrecord.evaluate.letters import Letters
from onrecord.evaluate.records import GoldArticle, GoldAttribution
from onrecord.evaluate.regions import quoted_regions
from onrecord.models import CueClass, Kind, Span
from onrecord.quotes.lexicon import CUE_CLASSES, CUE_FORMS, CUE_NOUNS

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = get_args(Role)
# of the words of a content; the rest is "He said" or "that" left inside by a slip
DIRECT = 0.9
_CUE_WORD = re.compile(r"[\w’'-]+")


@dataclass(slots=True)
class _Group:
    """The stretches of one attribution, by their roles."""

    spans: dict[Role, list[Span]] = field(default_factory=lambda: defaultdict(list))


def read_polnear(directory: Path) -> list[GoldArticle]:
    """Return the articles below a folder in order of their names.

    Raises CorpusError with every line that can't be read, each as `path:line: what is wrong`.
    """
    articles, problems = [], []
    texts = _texts(directory)
    paths = sorted(directory.rglob("*.ann"))
    if not paths:
        problems.append(f"{directory}: holds no .ann file; give the folder of a PolNeAR checkout")
    for path in paths:
        text = texts.get(path.name.removesuffix(".ann").removesuffix(".txt"))
        if text is None:
            problems.append(f"{path}:1: has no text; put {path.stem}.txt beside it")
            continue
        article, wrong = read_article(path.stem, _read(text), _read(path))
        problems += [f"{path}:{line}: {what}" for line, what in wrong]
        articles.append(article)
    if problems:
        raise CorpusError(problems)
    return articles


def _texts(directory: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted(directory.rglob("*.txt"))}


def _read(path: Path) -> str:
    # line breaks as they are: offsets count them
    return path.read_bytes().decode("utf-8", errors="replace").removeprefix("\ufeff")


def read_article(
    id: str,  # noqa: A002  # the record's word for it
    text: str,
    annotation: str,
) -> tuple[GoldArticle, list[tuple[int, str]]]:
    """Return a text with its annotations, and the lines of these that can't be used."""
    brat = read_brat(annotation)
    problems = [*brat.problems, *_outside(brat, len(text), annotation)]
    if problems:
        return GoldArticle(id, text, ()), problems
    letters = Letters(text)
    regions = quoted_regions(text)
    attributions = (
        _attribution(number, group, letters, regions)
        for number, group in enumerate(_groups(brat), 1)
        if group.spans["content"]
    )
    return GoldArticle(id, text, tuple(attributions)), []


def _outside(brat: Annotation, size: int, annotation: str) -> Iterator[tuple[int, str]]:
    """Yield the lines whose stretches lie outside the text, or are empty."""
    lines = {line.partition("\t")[0]: n for n, line in enumerate(annotation.split("\n"), 1)}
    for key, entity in brat.entities.items():
        if not all(span.start < span.end <= size for span in entity.spans):
            yield lines[key], f"{key} lies outside the text, which has {size} characters"


def _role(name: str) -> Role | None:
    folded = name.casefold()
    return next((role for role in ROLES if folded.startswith(role)), None)


def _groups(brat: Annotation) -> Iterable[_Group]:
    """Return the attributions: one for each event, and one for each cue that relations tie."""
    groups: dict[str, _Group] = defaultdict(_Group)
    for tie in brat.ties:
        key = tie.id if tie.id.startswith("E") else _hub(brat, tie)
        for role, target in _members(brat, tie):
            held = groups[key].spans[role]
            held += [span for span in brat.entities[target].spans if span not in held]
    return groups.values()


def _members(brat: Annotation, tie: Tie) -> Iterator[tuple[Role, str]]:
    """Yield the entities of a tie with their roles: as the tie says, or else as they say."""
    for name, target in tie.members:
        entity = brat.entities.get(target)
        role = _role(name) or (_role(entity.role) if entity else None)
        if entity and role:
            yield role, target


def _hub(brat: Annotation, tie: Tie) -> str:
    """Return what a relation's attribution is known by: its cue, or failing that its content."""
    members = dict(_members(brat, tie))
    return members.get("cue") or members.get("content") or tie.id


def _attribution(
    number: int, group: _Group, letters: Letters, regions: Iterable[Span]
) -> GoldAttribution:
    spans: Mapping[Role, list[Span]] = group.spans
    contents = tuple(sorted(spans["content"], key=lambda span: span.start))
    pieces = tuple(_pieces(letters, contents, regions))
    cue_class = _cue_class(letters.text, spans["cue"])
    return GoldAttribution(
        id=number,
        cls=_kind(letters, contents, pieces),
        contents=contents,
        sources=tuple(spans["source"]),
        cues=tuple(spans["cue"]),
        pieces=pieces,
        is_speech=cue_class == "speech",
        cue_class=cue_class,
    )


def _pieces(letters: Letters, contents: Iterable[Span], regions: Iterable[Span]) -> Iterator[Span]:
    for content in contents:
        for region in regions:
            piece = Span(max(content.start, region.start), min(content.end, region.end))
            if letters.size(piece):
                yield piece


def _kind(letters: Letters, contents: Iterable[Span], pieces: Iterable[Span]) -> Kind:
    quoted = sum(map(letters.words, pieces))
    if not quoted:
        return "indirect"
    return "direct" if quoted >= DIRECT * sum(map(letters.words, contents)) else "mixed"


def _cue_class(text: str, cues: Iterable[Span]) -> CueClass:
    """Return speech where a word of the cue is one of speech, else what the first known word is."""
    words = " ".join(text[cue.start : cue.end] for cue in cues).lower()
    found = [_class_of(word) for word in _CUE_WORD.findall(words)]
    known = [cue_class for cue_class in found if cue_class != "none"]
    return "speech" if "speech" in known else next(iter(known), "none")


def _class_of(word: str) -> CueClass:
    if word == "according":
        return "speech"
    base = CUE_FORMS.get(word)
    return CUE_CLASSES[base] if base else CUE_NOUNS.get(word, "none")
