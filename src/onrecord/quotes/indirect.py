"""Indirect statements: after a cue, the paraphrase of what was said, held or meant.

Each cue of a frame proposes at most one statement: its content is what follows ("said that …"),
what stands before ("…, Lee said"), or what is bound to a noun ("Lee's call for …"). A linear model
over named features (indirect_weights.tsv) says how likely the proposal is a statement at all. A
stretch that holds a quote is that quote's sentence and no indirect statement.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from onrecord.models import CueClass
from onrecord.quotes.attribute import Paragraph
from onrecord.quotes.cues import CueLink
from onrecord.quotes.features import bucket
from onrecord.quotes.lexicon import (
    CUE_CLASSES,
    CUE_NOUNS,
    DOCUMENT_NOUNS,
    SPEAKING_NOUNS,
    TIME_WORDS,
)

_ADDRESSED = frozenset("tell inform remind assure convince persuade notify".split())
_CLAUSE = frozenset("that if whether why how what who where when which".split())
_TOPIC = frozenset("about on of for with against as at over from in into toward".split())
_ADJUNCT = frozenset("on in at during after before late early last this earlier in from".split())
_ENDS = frozenset(".:;")


@dataclass(slots=True)
class Proposal:
    """A possible indirect statement: tokens [first, last) are its words.

    `subject` is the phrase that names its source; `shape` how the content was found.
    """

    first: int
    last: int
    subject: int
    at: int
    base: str
    cue_class: CueClass
    shape: str
    features: list[str]


def propose(paragraph: Paragraph) -> list[list[Proposal]]:
    """Return for each cue, in order, the alternative contents it may have; the model chooses."""
    out: list[list[Proposal]] = []
    ends = _sentence_ends(paragraph)
    for number, cue in enumerate(paragraph.cues):
        if cue.subject < 0:
            continue
        alternatives = []
        for first, last, shape, close in _contents(paragraph, number, cue, ends):
            if last <= first or "Q" in paragraph.frame.tags[first:last]:
                continue
            for subject, way in _subjects(paragraph, cue):
                proposal = Proposal(
                    first, last, subject, cue.at, cue.base,
                    CUE_CLASSES.get(cue.base, "speech"), shape, [],
                )  # fmt: skip
                proposal.features = _features(paragraph, cue, proposal, close + way)
                alternatives.append(proposal)
        if alternatives:
            out.append(alternatives)
    out += ([proposal] for proposal in _nominal(paragraph, ends))
    return out


def _subjects(paragraph: Paragraph, cue: CueLink) -> list[tuple[int, str]]:
    """Return the phrases that may be the source of a cue; more than one where the verb shares the
    subject of another or has none of its own."""
    out = [(cue.subject, "")]
    if cue.link not in ("part", "inf", "coord"):
        return out
    sentence = paragraph.frame.sentence
    for k in range(len(paragraph.phrases) - 1, -1, -1):
        phrase = paragraph.phrases[k]
        if phrase.last > cue.at or sentence[phrase.first] != sentence[cue.at]:
            continue
        if phrase.shape in "npdr" and k != cue.subject:
            out.append((k, "|near"))
            break
    return out


def _sentence_ends(paragraph: Paragraph) -> list[int]:
    """Return for each sentence the token after its last word."""
    frame = paragraph.frame
    ends = []
    for number in range(len(frame.heads)):
        last = frame.heads[number + 1] if number + 1 < len(frame.heads) else len(frame.tags)
        while last > frame.heads[number] and frame.tags[last - 1] in ".-;:":
            last -= 1
        ends.append(last)
    return ends


def _contents(
    paragraph: Paragraph, number: int, cue: CueLink, ends: list[int]
) -> list[tuple[int, int, str, str]]:
    """Return the stretches a cue's content may be: (first, last, shape, how it closes)."""
    frame = paragraph.frame
    sentence = frame.sentence[cue.at]
    head, end = frame.heads[sentence], ends[sentence]
    if cue.link == "acc":
        return _according(paragraph, cue, head, end)
    if cue.link == "by":
        return _passive(paragraph, cue)
    phrase = paragraph.phrases[cue.subject]
    after = phrase.last if cue.link == "inv" else cue.at + 1
    start, shape = _start_after(paragraph, cue, after, end)
    left = min(phrase.first, cue.at)
    closed = start >= end or after >= end or frame.tags[after] in ",.:;-"
    if closed or shape == "post":
        stop = frame.tags[start] if start < end else "."
        if left > head and frame.tags[left - 1] == "," and left - head > 3:
            out = [(head, left - 1, "post", "comma")]
            if stop == ",":  # "The plan, he said, would fail"
                out.append((start + 1, end, "medial", "rest"))
            return out
        if left > head and frame.tags[left - 1] == "," and stop == ",":
            return [(start + 1, end, "medial", "rest")]
        if start >= end or after < end and frame.tags[after] == "," and left > head:
            return []
    last = _end(paragraph, number, cue, start, end)
    return [(start, stop, shape, close) for stop, close in _stops(paragraph, start, last)]


def _stops(paragraph: Paragraph, start: int, last: int) -> list[tuple[int, str]]:
    """Return where a content may stop: the clause's end, its first comma, dash or bracket, and the
    first word that ends a plain noun phrase."""
    tags, words = paragraph.frame.tags, paragraph.frame.words
    out = [(last, "clause")]
    for i in range(start + 1, last):
        if tags[i] in ",-(;:":
            out.append((i, tags[i] + ("which" if i + 1 < last and tags[i + 1] == "R" else "")))
            break
    if start < last and tags[start] in "DNwO#":
        for i in range(start + 1, last):
            if tags[i] not in "DNw#X" and not (words[i] == "of" or tags[i] == "C"):
                if (i, "phrase") not in out and i < out[-1][0]:
                    out.append((i, "phrase" + tags[i]))
                break
    return out


def _passive(paragraph: Paragraph, cue: CueLink) -> list[tuple[int, int, str, str]]:
    """Return the grammatical subject of a passive: "The plan was opposed by Lee"."""
    frame = paragraph.frame
    for phrase in reversed(paragraph.phrases):
        if phrase.last <= cue.at and frame.sentence[phrase.first] == frame.sentence[cue.at]:
            between = frame.tags[phrase.last : cue.at]
            return [(phrase.first, phrase.last, "passive", "")] if set(between) <= set("AX") else []
    return []


def _according(
    paragraph: Paragraph, cue: CueLink, head: int, end: int
) -> list[tuple[int, int, str, str]]:
    frame = paragraph.frame
    phrase = paragraph.phrases[cue.subject]
    if cue.at - head > 3:
        last = cue.at - 1 if frame.tags[cue.at - 1] == "," else cue.at
        return [(head, last, "acc-before", "")]
    at = phrase.last
    while at < end and frame.tags[at] != ",":
        at += 1
    return [(at + 1, end, "acc-after", "")] if at + 1 < end else []


def _start_after(paragraph: Paragraph, cue: CueLink, after: int, end: int) -> tuple[int, str]:
    """Return where the content after a cue starts, and how it is introduced."""
    frame = paragraph.frame
    tags, words = frame.tags, frame.words
    i = after
    while i < end and tags[i] in "X" or i < end and words[i] in TIME_WORDS:
        i += 1
    if cue.base in _ADDRESSED and i < end:
        i = _skip_phrase(paragraph, i)
    i = _skip_adjuncts(paragraph, i, end)
    if i < end and tags[i] == "," and cue.link != "inv":
        return i, "post"
    if i >= end:
        return i, "end"
    word = words[i]
    if word == "that":
        return i + 1, "that"
    if word == "to":
        return i + 1, "to"
    if word in _CLAUSE:
        return i, "clause"
    if word in _TOPIC:
        return i + 1, "topic"
    return i, "np" if tags[i] in "DNwO#" else "clause" if tags[i] == "P" else "other"


def _skip_phrase(paragraph: Paragraph, i: int) -> int:
    """Return the token after an addressee: "told reporters", "told him"."""
    for phrase in paragraph.phrases:
        if phrase.first == i and phrase.shape in "ndo":
            return phrase.last
        if phrase.first > i:
            break
    tags = paragraph.frame.tags
    start = i
    while i < len(tags) and tags[i] in "DNwO#" and i - start < 5:
        i += 1
    return i


def _skip_adjuncts(paragraph: Paragraph, i: int, end: int) -> int:
    """Return the token after times and places between a cue and its content, where `that` or a
    clause follows them; else i."""
    frame = paragraph.frame
    tags, words = frame.tags, frame.words
    k = i
    for _ in range(3):
        if not (k < end and words[k] in _ADJUNCT):
            break
        j = k + 1
        while j < end and tags[j] in "DNw#O" and j - k < 7:
            j += 1
            if words[j - 1] in TIME_WORDS and (j >= end or words[j] not in TIME_WORDS):
                break
        if j == k + 1:
            break
        k = j
        if k < end and tags[k] == "(":
            while k < end and tags[k] != ")":
                k += 1
            k += 1
        if k < end and words[k] in ("that", "to") or k < end and tags[k] == "P":
            return k
        if k < end and words[k - 1] in TIME_WORDS and tags[k] in "DNwO":
            return k
    return i


def _end(paragraph: Paragraph, number: int, cue: CueLink, start: int, end: int) -> int:
    """Return where the content ends: at the sentence's end or where a later cue takes over."""
    frame = paragraph.frame
    for later in paragraph.cues[number + 1 :]:
        if later.at >= end:
            break
        if later.at <= start:
            continue
        if later.link == "acc":
            last = later.at - 1 if frame.tags[later.at - 1] == "," else later.at
            return max(start, last)
        before = frame.tags[later.at - 1]
        if later.link == "part" and before == ",":
            return later.at - 1
        if later.link == "coord" and before == "C" and later.subject == cue.subject:
            k = later.at - 1
            return k - 1 if frame.tags[k - 1] == "," else k
    return end


def _nominal(paragraph: Paragraph, ends: list[int]) -> list[Proposal]:
    """Return the statements that a cue noun with an owner reports: "his claim that …"."""
    frame = paragraph.frame
    out = []
    for k, phrase in enumerate(paragraph.phrases):
        noun = frame.words[phrase.last - 1]
        cue_class = CUE_NOUNS.get(noun)
        if cue_class is None or phrase.last - phrase.first < 2 or phrase.shape not in "dn":
            continue
        owner = frame.words[phrase.last - 2]
        owned = owner.endswith(("'s", "’s", "s'", "s’")) or frame.tags[phrase.first] == "O"
        end = ends[frame.sentence[phrase.first]]
        at = phrase.last
        if not owned or at >= end or frame.words[at] not in _TOPIC | {"that", "to"}:
            continue
        last = end
        for i in range(at + 1, end):
            if frame.tags[i] in ",AV(" and i > at + 1:
                last = i
                break
        proposal = Proposal(at + 1, last, k, phrase.last - 1, noun, cue_class, "noun", [])
        proposal.features = [
            "noun",
            "noun=" + noun,
            "noun|next=" + frame.words[at],
            f"noun={noun}|{frame.words[at]}",
            "noun|len=" + bucket(last - at),
            "noun|class=" + cue_class,
            f"noun|owner={frame.tags[phrase.first]}",
        ]
        if last > at + 1:
            out.append(proposal)
    return out


def _features(paragraph: Paragraph, cue: CueLink, proposal: Proposal, close: str) -> list[str]:
    frame = paragraph.frame
    tags, words = frame.tags, frame.words
    phrase = paragraph.phrases[proposal.subject]
    at, shape = cue.at, proposal.shape
    lead = words[phrase.first - 1] if phrase.first else "^"
    noun = "S" if phrase.head in SPEAKING_NOUNS else "D" if phrase.head in DOCUMENT_NOUNS else "-"
    following = words[at + 1] if at + 1 < len(words) else "$"
    tag = tags[at + 1] if at + 1 < len(tags) else "$"
    before = tags[at - 1] if at else "^"
    out = [
        "bias",
        "base=" + cue.base,
        f"base={cue.base}|{shape}",
        f"base={cue.base}|{cue.form}",
        f"shape={shape}|{proposal.cue_class}",
        f"link={cue.link}|{shape}",
        f"link={cue.link}|{cue.form}|{proposal.cue_class}",
        f"base={cue.base}|{cue.link}",
        f"subject={phrase.shape}{noun}",
        f"lead={lead if phrase.first and tags[phrase.first - 1] in 'IC' else tags[phrase.first - 1] if phrase.first else '^'}",
        f"next={tag}|{proposal.cue_class}",
        f"word={following}" if tag in "ITXR" else f"tag={tag}|{shape}",
        f"before={before}|{cue.link}",
        f"len={bucket(proposal.last - proposal.first)}|{shape}",
        f"close={close}|{shape}",
        f"close={close}|{proposal.cue_class}|len={bucket(proposal.last - proposal.first)}",
        f"close={close}|base={cue.base}",
        f"way={close.partition('|')[2]}|{cue.link}|{phrase.shape}|{tags[phrase.last] if phrase.last < len(tags) else '$'}",
        f"first={proposal.subject == 0 or frame.sentence[paragraph.phrases[proposal.subject - 1].first] != frame.sentence[at]:d}|{cue.link}|{phrase.shape}",
        f"led={tags[phrase.first - 1] if phrase.first else '^'}|{cue.link}|{phrase.shape}",
        f"gap={bucket(abs(phrase.first - at))}|{cue.link}",
    ]
    out += _surroundings(paragraph, cue)
    if cue.link == "inf":
        k = at - 1
        while k > 0 and tags[k] != "T":
            k -= 1
        out.append("governor=" + (words[k - 1] if k else "^"))
    if phrase.shape == "p":
        out.append("who=" + words[phrase.first])
    if before in "AX":
        out.append("aux=" + words[at - 1])
    if words[proposal.first] and tags[proposal.first] not in "Nw":
        out.append(f"first={words[proposal.first]}|{shape}")
    if proposal.last < len(tags) and words[proposal.last] == "?":
        out.append("question")
    return out


def _surroundings(paragraph: Paragraph, cue: CueLink) -> list[str]:
    """Return what other cues of the sentence say: a statement inside another is rarely told apart."""
    sentence = paragraph.frame.sentence
    earlier, later = "-", "-"
    for other in paragraph.cues:
        if sentence[other.at] != sentence[cue.at] or other.subject < 0:
            continue
        if other.at < cue.at and other.link in ("subj", "appos", "acc", "inv"):
            earlier = other.base
        elif other.at > cue.at and later == "-" and other.link in ("subj", "inv", "acc"):
            later = other.base
    plain = CUE_CLASSES.get(cue.base, "speech")
    return [
        f"earlier={earlier}|{plain}",
        f"later={later}|{plain}",
        f"earlier={earlier != '-'}|{cue.link}",
    ]


def likelihood(features: list[str], weights: dict[str, float]) -> float:
    """Return the probability that a proposal is a statement."""
    get = weights.get
    score = sum([get(name, 0.0) for name in features])
    return 1.0 / (1.0 + math.exp(-score)) if score > -30 else 0.0


def find_statements(
    paragraph: Paragraph, weights: dict[str, float], least: float
) -> list[tuple[Proposal, float]]:
    """Return the paragraph's statements of probability `least` or more, each cue's likeliest
    content only, no stretch twice."""
    found: dict[tuple[int, int], tuple[Proposal, float]] = {}
    for alternatives in propose(paragraph):
        scored = [(likelihood(proposal.features, weights), proposal) for proposal in alternatives]
        probability, best = max(scored, key=lambda pair: pair[0])
        place = (best.first, best.last)
        if probability >= least and (place not in found or found[place][1] < probability):
            found[place] = (best, probability)
    return list(found.values())
