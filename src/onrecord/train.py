"""Make the engine's weight tables from hand-marked articles: `scripts/train TRAIN.jsonl`.

The tables are small, sorted and readable; reading news needs none of this. Input is the JSONL of
attributions described in docs/methods.md (PolNeAR's, or any corpus turned into it).
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.models import Span
from onrecord.quotes.attribute import State, candidates, softmax
from onrecord.quotes.indirect import logistic, propose
from onrecord.quotes.paragraph import Paragraph, parse

Example = tuple[list[list[str]], list[int]]  # features of each candidate, indexes of right ones
RARE = 8  # features met less often get no weight
_FLAT = 1e-3  # slopes below it move nothing that shows
SMALL = 0.02  # weights closer to zero are left out of the table: they move no score


def read_articles(path: Path) -> list[dict[str, Any]]:
    """Return the articles of a JSONL file of attributions."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _paragraphs(text: str) -> Iterator[Paragraph]:
    at = number = 0
    for line in text.split("\n"):
        if line.strip():
            yield parse(text, at, at + len(line), number)
            number += 1
        at += len(line) + 1


def attribution_examples(article: dict[str, Any]) -> Iterator[Example]:
    """Yield one example for each marked stretch, its history being the right answers."""
    text = article["text"]
    marked = [
        (tuple(piece), attribution)
        for attribution in article["attributions"]
        if attribution["class"] != "indirect"
        for piece in attribution["quoted_pieces"]
    ]
    paragraphs = list(_paragraphs(text))
    state = State(paragraphs)
    for paragraph in paragraphs:
        state.enter()
        for token in paragraph.frame.quoted:
            sources, features = candidates(text, paragraph, token, state)
            region = paragraph.frame.regions[paragraph.frame.quotes[token]]
            gold = next(
                (a for piece, a in marked if _mostly(piece, region.start, region.end)), None
            )
            right = _right(state, sources, gold)
            if right:
                yield features, right
                state.choose(sources[right[0]])
        state.leave(paragraph)


def _mostly(piece: tuple[int, int], start: int, end: int) -> bool:
    shared = min(piece[1], end) - max(piece[0], start)
    return shared > 0.5 * max(piece[1] - piece[0], end - start)


def _right(state: State, sources: Sequence[Any], gold: dict[str, Any] | None) -> list[int]:
    """Return the indexes of the candidates that name the marked source; empty: none can."""
    if gold is None:
        return [len(sources) - 1]
    if not gold["source_spans"]:
        return [len(sources) - 2]
    out = []
    for i, source in enumerate(sources):
        if source.k >= 0:
            span = state.paragraphs[source.number].span(source.k)
            if _names(span, gold):
                out.append(i)
    return out


def statement_examples(article: dict[str, Any]) -> Iterator[tuple[list[str], bool]]:
    """Yield one example for each content a cue may have: right where it and a marked indirect
    statement cover half of each other and its source stands in the marked source."""
    text = article["text"]
    marked = [a for a in article["attributions"] if a["class"] == "indirect"]
    for paragraph in _paragraphs(text):
        frame = paragraph.frame
        for shared, alternatives in propose(paragraph):
            for proposal in alternatives:
                span = frame.starts[proposal.first], frame.ends[proposal.last - 1]
                source = paragraph.span(proposal.subject)
                right = any(_covers(span, a["content_spans"]) and _names(source, a) for a in marked)
                yield shared + proposal.features, right


def _names(source: Span, attribution: dict[str, Any]) -> bool:
    spans = attribution["source_spans"]
    return not spans or any(source.start < end and start < source.end for start, end in spans)


def _covers(span: tuple[int, int], contents: list[list[int]]) -> bool:
    size = sum(end - start for start, end in contents)
    shared = sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in contents)
    return shared >= 0.5 * size and shared >= 0.5 * (span[1] - span[0])


Step = Callable[[Any, Any, "Learner"], None]


@dataclass(slots=True)
class Learner:
    """Weights learned by AdaGrad, and their sums over epochs: the mean moves less with the order
    of examples than any one epoch's weights do."""

    rate: float
    penalty: float
    weights: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    squares: defaultdict[str, float] = field(default_factory=lambda: defaultdict(lambda: 1e-6))

    def move(self, name: str, slope: float) -> None:
        """Take one step against a slope, shrinking towards zero."""
        step = slope + self.penalty * self.weights[name]
        self.squares[name] += step * step
        self.weights[name] -= self.rate * step / math.sqrt(self.squares[name])

    def run(self, examples: list[Any], step: Step, epochs: int) -> dict[str, float]:
        """Return the mean weights of the second half of `epochs` passes over the examples.

        The order is shuffled with a fixed seed, so the same input gives the same table.
        """
        order = random.Random(1)
        sums: defaultdict[str, float] = defaultdict(float)
        for epoch in range(epochs):
            order.shuffle(examples)
            for features, right in examples:
                step(features, right, self)
            if epoch >= epochs // 2:
                for name, weight in self.weights.items():
                    sums[name] += weight
        means = {name: total / (epochs - epochs // 2) for name, total in sums.items()}
        return {name: mean for name, mean in means.items() if abs(mean) >= SMALL}


def learn_statements(examples: Sequence[tuple[list[str], bool]]) -> dict[str, float]:
    """Return the weights of a logistic model of indirect statements."""
    counts = Counter(name for features, _ in examples for name in features)
    kept = [([n for n in found if counts[n] >= 15], right) for found, right in examples]
    return Learner(rate=0.05, penalty=1e-3).run(kept, _statement_step, 8)


def _statement_step(features: list[str], right: bool, learner: Learner) -> None:
    slope = logistic(sum([learner.weights[name] for name in features])) - right
    if abs(slope) > _FLAT:
        for name in features:
            learner.move(name, slope)


def learn(examples: Sequence[Example], *, epochs: int = 12) -> dict[str, float]:
    """Return the weights of the ranker: right candidates become likely under a softmax."""
    counts = Counter(name for features, _ in examples for found in features for name in found)
    kept = [
        ([[n for n in found if counts[n] >= RARE] for found in features], set(right))
        for features, right in examples
    ]
    return Learner(rate=0.07, penalty=2e-4).run(kept, _ranking_step, epochs)


def _ranking_step(features: list[list[str]], right: set[int], learner: Learner) -> None:
    weights = learner.weights
    likely = softmax([sum([weights[name] for name in found]) for found in features])
    mass = max(sum(likely[i] for i in right), 1e-9)
    for i, found in enumerate(features):
        slope = likely[i] - (likely[i] / mass if i in right else 0.0)
        if abs(slope) > _FLAT:
            for name in found:
                learner.move(name, slope)


def write_weights(weights: dict[str, float], path: Path, header: str) -> None:
    """Write a table sorted by feature name, two decimals, with a header of comment lines."""
    rows = [f"{name}\t{weight:.2f}\n" for name, weight in sorted(weights.items())]
    path.write_text("".join(f"# {line}\n" for line in header.splitlines()) + "".join(rows), "utf-8")


HEADER = """Weights of the attribution ranker: feature, weight; made by scripts/train, never edited.
A feature's name says what it is: the quote's class (f full sentence, p part, w one or two words),
the side and sentence of the candidate (B0 before the quote in its sentence, A1 after it in the
next), link = how its cue finds it, seq = the word classes between; see quotes/features.py."""


STATEMENT_HEADER = """Weights of the model of indirect statements: feature, weight; made by
scripts/train, never edited. base = the cue's base form, shape = how its content is introduced,
close = what ends the content, link = how the cue finds its subject; see quotes/indirect.py."""


def main() -> None:
    """Write attribution_weights.tsv from the corpus named on the command line."""
    (corpus,) = sys.argv[1:]
    examples = [e for article in read_articles(Path(corpus)) for e in attribution_examples(article)]
    place = Path(__file__).parent / "quotes"
    weights = learn(examples)
    write_weights(weights, place / "attribution_weights.tsv", HEADER)
    print(f"attribution: {len(examples)} examples, {len(weights)} weights")
    articles = read_articles(Path(corpus))
    statements = [e for article in articles for e in statement_examples(article)]
    weights = learn_statements(statements)
    write_weights(weights, place / "indirect_weights.tsv", STATEMENT_HEADER)
    print(f"indirect: {len(statements)} examples, {len(weights)} weights")


if __name__ == "__main__":
    main()
