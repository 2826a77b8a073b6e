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
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from onrecord.models import Span
from onrecord.quotes.attribute import State, candidates, softmax
from onrecord.quotes.indirect import logistic, propose
from onrecord.quotes.paragraph import Paragraph, parse

Example = tuple[list[list[str]], list[int]]  # features of each candidate, indexes of right ones
EPOCHS = 12
RATE = 0.07
PENALTY = 2e-4
RARE = 8  # features met less often get no weight
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


def learn_statements(examples: Sequence[tuple[list[str], bool]], seed: int = 1) -> dict[str, float]:
    """Return weights of a logistic model of the examples, learned as in `learn`."""
    counts = Counter(name for features, _ in examples for name in features)
    kept = [([n for n in found if counts[n] >= 15], right) for found, right in examples]
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1e-6)
    order = random.Random(seed)
    for _ in range(6):
        order.shuffle(kept)
        for features, right in kept:
            slope = logistic(sum([weights[name] for name in features])) - right
            if abs(slope) < 1e-3:
                continue
            for name in features:
                step = slope + 1e-3 * weights[name]
                squares[name] += step * step
                weights[name] -= 0.05 * step / math.sqrt(squares[name])
    return {name: weight for name, weight in weights.items() if abs(weight) >= SMALL}


def learn(examples: Sequence[Example], *, epochs: int = EPOCHS, seed: int = 1) -> dict[str, float]:
    """Return weights that make right candidates likely: AdaGrad on the log-likelihood, L2 penalty.

    The order of examples is shuffled with `seed`, so the same input gives the same table.
    """
    counts = Counter(name for features, _ in examples for found in features for name in found)
    kept = [
        ([[n for n in found if counts[n] >= RARE] for found in features], set(right))
        for features, right in examples
    ]
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1e-6)
    order = random.Random(seed)
    for _ in range(epochs):
        order.shuffle(kept)
        for features, right in kept:
            _step(features, right, weights, squares)
    return {name: weight for name, weight in weights.items() if abs(weight) >= SMALL}


def _step(
    features: list[list[str]],
    right: set[int],
    weights: defaultdict[str, float],
    squares: defaultdict[str, float],
) -> None:
    likely = softmax([sum(weights[name] for name in found) for found in features])
    mass = max(sum(likely[i] for i in right), 1e-9)
    for i, found in enumerate(features):
        slope = likely[i] - (likely[i] / mass if i in right else 0.0)
        if abs(slope) < 1e-3:
            continue
        for name in found:
            step = slope + PENALTY * weights[name]
            squares[name] += step * step
            weights[name] -= RATE * step / math.sqrt(squares[name])


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
