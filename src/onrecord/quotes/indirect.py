"""Indirect statements: after a cue, the paraphrase of what was said, held or meant.

Each cue of a paragraph, and each noun like "claim" with an owner, proposes contents. A
linear model over named features (indirect_weights.tsv) says how likely each is a statement; a cue
keeps its likeliest.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.models import CueClass
from onrecord.quotes.contents import TOPIC, Content, Place, find_contents, sentence_ends
from onrecord.quotes.cues import CueLink
from onrecord.quotes.features import bucket
from onrecord.quotes.lexicon import CUE_CLASSES, CUE_NOUNS, DOCUMENT_NOUNS, SPEAKING_NOUNS
from onrecord.quotes.mentions import Phrase
from onrecord.quotes.paragraph import Paragraph

_LONGEST = 200  # tokens of content on one side of its cue; the longest of 13,334 in train has 177
_OWN = frozenset(("subj", "appos", "acc", "inv"))  # links of cues with a subject of their own
# The model learns which of a cue's alternatives is right; that the best of them is one is likelier.
# Fitted on 160 articles of train held out from the weights: calibration error .093 → .013.
_CALIBRATION = 0.45
_AROUND = 8  # cues looked at on each side in a sentence; only hostile text has more
_POSSESSIVE_ENDS = ("'s", "’s", "s'", "s’")


@dataclass(slots=True)
class Proposal:
    """A possible indirect statement: tokens [first, last) are its words, `at` is its cue's token.

    `subject` is the phrase that names its source.
    """

    first: int
    last: int
    subject: int
    at: int
    base: str
    cue_class: CueClass
    features: list[str]
    probability: float = 0.0


def find_statements(
    paragraph: Paragraph, weights: dict[str, float], least: float
) -> list[Proposal]:
    """Return the paragraph's statements of probability `least` or more, each cue's likeliest
    content only, no stretch twice."""
    found: dict[tuple[int, int], Proposal] = {}
    get = weights.get
    for shared, alternatives in propose(paragraph):
        base = sum([get(name, 0.0) for name in shared])
        best = max(alternatives, key=lambda one: sum([get(name, 0.0) for name in one.features]))
        score = base + sum([get(name, 0.0) for name in best.features])
        best.probability = logistic(score + _CALIBRATION)
        rival = found.get((best.first, best.last))
        if best.probability >= least and (rival is None or rival.probability < best.probability):
            found[best.first, best.last] = best
    return list(found.values())


def logistic(score: float) -> float:
    """Return a score as a probability."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def propose(paragraph: Paragraph) -> Iterator[tuple[list[str], list[Proposal]]]:
    """Yield for each cue the features that all its proposals share, and its proposals."""
    ends = sentence_ends(paragraph)
    heads, sentence = paragraph.frame.heads, paragraph.frame.sentence
    for number, cue in enumerate(paragraph.cues):
        if cue.subject < 0:
            continue
        own = sentence[cue.at]
        head, end = max(heads[own], cue.at - _LONGEST), min(ends[own], cue.at + _LONGEST)
        contents = find_contents(Place(paragraph, number, cue, head, end))
        if contents:
            subjects = _subjects(paragraph, cue)
            proposals = [
                _proposal(paragraph, cue, content, subject)
                for content in contents
                for subject in subjects
            ]
            yield _cue_features(paragraph, number), proposals
    yield from _nominal(paragraph, ends)


def _proposal(paragraph: Paragraph, cue: CueLink, content: Content, subject: int) -> Proposal:
    cue_class = CUE_CLASSES.get(cue.base, "speech")
    features = _content_features(paragraph, cue, content, cue_class)
    features += _subject_features(paragraph, cue, subject, content.shape)
    return Proposal(content.first, content.last, subject, cue.at, cue.base, cue_class, features)


def _subjects(paragraph: Paragraph, cue: CueLink) -> list[int]:
    """Return the phrases that may be the source of a cue: also the nearest before it, where the
    verb shares the subject of another."""
    out = [cue.subject]
    if cue.link not in ("part", "inf", "coord"):
        return out
    sentence = paragraph.frame.sentence
    before = bisect_left(paragraph.phrases, cue.at, key=lambda phrase: phrase.first)
    for k in range(before - 1, max(-1, before - 1 - _AROUND), -1):
        phrase = paragraph.phrases[k]
        if sentence[phrase.first] < sentence[cue.at]:
            break
        if phrase.last <= cue.at and phrase.shape in "npdr" and k != cue.subject:
            out.append(k)
            break
    return out


def _cue_features(paragraph: Paragraph, number: int) -> list[str]:
    """Return what all contents of a cue share. As in features.py, what did not help is gone."""
    cue = paragraph.cues[number]
    tags, words, at = paragraph.frame.tags, paragraph.frame.words, cue.at
    out = [
        "bias",
        "base=" + cue.base,
        f"base={cue.base}|{cue.link}",
        f"form={cue.form}",
        *_surroundings(paragraph, number),
    ]
    if at + 1 < len(tags) and tags[at + 1] in "ITXR":
        out.append("word=" + words[at + 1])
    if at and tags[at - 1] in "AX":
        out.append("aux=" + words[at - 1])
    if cue.link == "inf":
        k = at - 1
        while k > 0 and tags[k] != "T":
            k -= 1
        out.append("governor=" + (words[k - 1] if k else "^"))
    return out


def _surroundings(paragraph: Paragraph, number: int) -> list[str]:
    """Return what other cues its sentence has: a statement inside another is hard to tell apart."""
    cues, sentence = paragraph.cues, paragraph.frame.sentence
    cue = cues[number]
    own = sentence[cue.at]
    earlier = any(
        sentence[other.at] == own and other.link in _OWN
        for other in cues[max(0, number - _AROUND) : number]
    )
    later = "-"
    for other in cues[number + 1 : number + 1 + _AROUND]:
        if sentence[other.at] != own:
            break
        if other.link in _OWN:
            later = other.base
            break
    cue_class = CUE_CLASSES.get(cue.base, "speech")
    return [f"earlier={earlier:d}|{cue.link}", f"later={later}|{cue_class}"]


def _content_features(
    paragraph: Paragraph, cue: CueLink, content: Content, cue_class: str
) -> list[str]:
    tags, words = paragraph.frame.tags, paragraph.frame.words
    shape, close = content.shape, content.close
    size = bucket(content.last - content.first)
    out = [
        f"base={cue.base}|{shape}",
        f"shape={shape}|{cue_class}",
        f"len={size}|{shape}",
        f"close={close}|{shape}",
        f"close={close}|{cue_class}|len={size}",
        f"close={close}|base={cue.base}",
    ]
    if tags[content.first] not in "Nw":
        out.append(f"first={words[content.first]}|{shape}")
    if content.last < len(tags) and words[content.last] == "?":
        out.append("question")
    return out


def _subject_features(paragraph: Paragraph, cue: CueLink, subject: int, shape: str) -> list[str]:
    tags, words = paragraph.frame.tags, paragraph.frame.words
    phrase = paragraph.phrases[subject]
    noun = "S" if phrase.head in SPEAKING_NOUNS else "D" if phrase.head in DOCUMENT_NOUNS else "-"
    led = tags[phrase.first - 1] if phrase.first else "^"
    follows = tags[phrase.last] if phrase.last < len(tags) else "$"
    way = f"{'shared' if subject == cue.subject else 'near'}|{cue.link}"
    out = [
        f"subject={phrase.shape}{noun}",
        "lead=" + (words[phrase.first - 1] if led in "IC" else led),
        f"way={way}|{shape}",
        f"way={way}|{phrase.shape}|{follows}",
        f"led={led}|{cue.link}|{phrase.shape}",
    ]
    if phrase.shape == "p":
        out.append("who=" + words[phrase.first])
    return out


def _nominal(paragraph: Paragraph, ends: list[int]) -> Iterator[tuple[list[str], list[Proposal]]]:
    """Yield the statements that a cue noun with an owner reports: "his claim that …"."""
    frame = paragraph.frame
    for k, phrase in enumerate(paragraph.phrases):
        noun = frame.words[phrase.last - 1]
        cue_class = CUE_NOUNS.get(noun)
        if cue_class is None or not _is_owned(paragraph, phrase):
            continue
        at, end = phrase.last, ends[frame.sentence[phrase.first]]
        if at >= end or frame.words[at] not in TOPIC | {"that", "to"}:
            continue
        last = next((i for i in range(at + 2, end) if frame.tags[i] in ",AV("), end)
        if last <= at + 1 or "Q" in frame.tags[at:last]:
            continue
        features = [
            "noun",
            "noun=" + noun,
            "noun|next=" + frame.words[at],
            f"noun={noun}|{frame.words[at]}",
            "noun|len=" + bucket(last - at),
            "noun|class=" + cue_class,
            "noun|owner=" + frame.tags[phrase.first],
        ]
        yield features, [Proposal(at + 1, last, k, phrase.last - 1, noun, cue_class, [])]


def _is_owned(paragraph: Paragraph, phrase: Phrase) -> bool:
    if phrase.last - phrase.first < 2 or phrase.shape not in "dn":
        return False
    owner = paragraph.frame.words[phrase.last - 2]
    return owner.endswith(_POSSESSIVE_ENDS) or paragraph.frame.tags[phrase.first] == "O"
