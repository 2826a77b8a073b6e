"""Who said a quote: candidate sources with their evidence, weighed by a small linear ranker.

Candidates are the phrases of the quote's paragraph, what earlier paragraphs carry over, no source
at all, and "nobody's words". Each is a list of named features (features.py); a candidate's score is
the sum of its features' weights, a softmax over the scores its probability. The weights are the
committed table attribution_weights.tsv, made by `scripts/train`; nothing is learned at run time.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from onrecord.quotes.features import Target, describe_candidate, describe_quote
from onrecord.quotes.mentions import Phrase
from onrecord.quotes.paragraph import Paragraph

_NEAREST = 16  # phrases weighed for one quote; beyond them the source stood in 3 of 9,400 (train)


@dataclass(frozen=True, slots=True)
class Source:
    """A candidate: phrase `k` of paragraph `number`, or none (k = -1) where nobody is named.

    `way` is here, tagline, carry (the last speaker), colon (a paragraph that ended with a colon),
    subject (of an earlier paragraph), none, or nobody.
    """

    way: str
    number: int = -1
    k: int = -1


@dataclass(slots=True)
class State:
    """What earlier quotes and paragraphs leave behind for the next one."""

    paragraphs: Sequence[Paragraph]
    speaker: Source | None = None  # of the last quote that had one
    here: Source | None = None  # of the last quote in this paragraph
    here_count: int = 0
    colon: Source | None = None
    subject: Source | None = None
    open_marks: bool = False

    def enter(self) -> None:
        """Forget what holds within one paragraph only."""
        self.here, self.here_count = None, 0

    def leave(self, paragraph: Paragraph) -> None:
        """Keep what the next paragraph may need of this one."""
        regions, tags = paragraph.frame.regions, paragraph.frame.tags
        self.open_marks = bool(regions) and not regions[-1].closed
        tied = [cue for cue in paragraph.cues if cue.subject >= 0]
        first = Source("subject", paragraph.number, 0) if paragraph.phrases else None
        self.colon = None
        if tags and tags[-1] == ":":
            k = tied[-1].subject if tied else 0
            self.colon = Source("colon", paragraph.number, k) if paragraph.phrases else None
        tied = [cue for cue in tied if cue.link in ("subj", "appos", "inv")]
        if tied:
            self.subject = Source("subject", paragraph.number, tied[-1].subject)
        elif first:
            self.subject = first

    def choose(self, source: Source) -> None:
        """Note the source of a quote just read."""
        self.here_count += 1
        if source.k < 0:
            return
        if source.way == "here":
            self.here = source
        self.speaker = source


def candidates(
    text: str, paragraph: Paragraph, at: int, state: State
) -> tuple[list[Source], list[list[str]]]:
    """Return the candidate sources of the quote at token `at` and each one's features.

    The last two are always "none" and "nobody".
    """
    frame = paragraph.frame
    kind, quote_features = describe_quote(text, frame, at)
    sources: list[Source] = []
    features: list[list[str]] = []
    phrases = paragraph.phrases
    target = Target(at, kind, bisect_left(phrases, at, key=lambda phrase: phrase.first))
    for k in _near(phrases, at, target.rank):
        found = describe_candidate(frame, phrases, paragraph.links, target, k)
        if state.here is not None:
            found.append(_continuity(paragraph, state.here, at, k, kind))
        sources.append(Source("here", paragraph.number, k))
        features.append(found)
    base = (
        f"{kind}|n={min(len(paragraph.phrases), 3)}|cue={paragraph.has_cue:d}"
        f"|whole={len(frame.tags) == 1:d}|open={state.open_marks:d}|nq={min(state.here_count, 1)}"
    )
    for source, found in _from_before(paragraph, at, state, kind, base):
        sources.append(source)
        features.append(found)
    sources += [Source("none"), Source("nobody")]
    features.append(["none", f"none|{base}", *("none|" + name for name in quote_features[:6])])
    features.append(
        [
            "nobody",
            f"nobody|{base}",
            *("nobody|" + name for name in quote_features),
            f"nobody|{kind}|cue={paragraph.has_cue:d}",
            f"nobody|{kind}|prev={state.here is not None:d}",
        ]
    )
    return sources, features


def _near(phrases: list[Phrase], at: int, rank: int) -> Sequence[int]:
    """Return the phrases nearest to token `at`, before which `rank` of them stand."""
    around = range(max(0, rank - _NEAREST), min(len(phrases), rank + _NEAREST))
    if len(around) <= _NEAREST:
        return around
    gaps = {k: min(abs(phrases[k].first - at), abs(phrases[k].last - at)) for k in around}
    return sorted(sorted(around, key=gaps.__getitem__)[:_NEAREST])


def _continuity(paragraph: Paragraph, here: Source, at: int, k: int, kind: str) -> str:
    sentence = paragraph.frame.sentence
    first = paragraph.phrases[k].first
    apart = min(3, abs(sentence[first] - sentence[at]))
    same = "same" if here.k == k else "other"
    return f"{same}|{kind}{'A' if first > at else 'B'}{apart}"


def _from_before(
    paragraph: Paragraph, at: int, state: State, kind: str, base: str
) -> Iterator[tuple[Source, list[str]]]:
    """Yield what earlier paragraphs offer; nothing once this paragraph has had a speaker."""
    if state.here is not None:
        return
    starts = f"start={at == 0:d}"
    last = state.speaker
    if last is not None:
        apart = min(paragraph.number - last.number, 4)
        colon = f"colon={state.colon is not None:d}|whole={len(paragraph.frame.tags) == 1:d}"
        yield (
            Source("carry", last.number, last.k),
            [
                "carry",
                f"carry|{base}",
                f"carry|apart={apart}|{kind}",
                f"carry|{colon}",
                f"carry|{starts}|{kind}|cue={paragraph.has_cue:d}",
            ],
        )
    if state.colon is not None:
        yield state.colon, ["colon", f"colon|{base}", f"colon|{starts}"]
    subject = state.subject
    if subject is not None and not (
        last is not None and (last.number, last.k) == (subject.number, subject.k)
    ):
        yield subject, ["subject", f"subject|{base}", f"subject|{starts}|{kind}"]


def read_weights(name: str) -> dict[str, float]:
    """Return a committed table of weights: feature name → weight."""
    weights = {}
    for line in files("onrecord.quotes").joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            feature, _, weight = line.rpartition("\t")
            weights[feature] = float(weight)
    return weights


def softmax(scores: list[float]) -> list[float]:
    """Return the scores as probabilities that sum to one."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def weigh(features: list[list[str]], weights: dict[str, float]) -> list[float]:
    """Return each candidate's probability."""
    get = weights.get
    return softmax([sum([get(name, 0.0) for name in found]) for found in features])
