"""What tying made-up statements costs, and how well it is done.

`python -m onrecord.bench.ties QUOTES` does it in a process of its own, for its peak memory.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import click

from onrecord.bench.peak import peak
from onrecord.bench.sayings import make_sayings
from onrecord.curated import default_directory
from onrecord.evaluate.gold import read_gold
from onrecord.utterances.families import tie


@dataclass(frozen=True, slots=True)
class TieCost:
    """What tying so many quotes costs and how good it is.

    For each quote: of its utterance, the share that reports the same saying (precision); of the
    reports of its saying, the share in its utterance (recall). Means over all quotes.
    """

    quotes: int
    seconds: float
    microseconds_per_quote: float
    peak_megabytes: float  # of the whole process, the statements included
    utterances: int
    precision: float
    recall: float


def measure_ties(quotes: int) -> TieCost:
    """Return what tying so many made-up quotes costs, measured in a process of its own."""
    command = [sys.executable, "-m", "onrecord.bench.ties", str(quotes)]
    done = subprocess.run(command, capture_output=True, check=True)
    values: dict[str, Any] = json.loads(done.stdout)
    return TieCost(**values)


def tie_made_up(quotes: int) -> TieCost:
    """Return what tying so many made-up quotes costs in this process."""
    texts = [article.text for article in read_gold(default_directory() / "gold" / "articles")]
    made = make_sayings(quotes, texts)
    start = time.process_time()
    utterances = tie(made.statements, made.people)
    seconds = time.process_time() - start
    utterance = {v.quote_id: number for number, u in enumerate(utterances) for v in u.variants}
    found = [utterance[statement.id] for statement in made.statements]
    precision, recall = shares(found, made.truth)
    return TieCost(
        quotes=quotes,
        seconds=seconds,
        microseconds_per_quote=1e6 * seconds / quotes,
        peak_megabytes=peak(),
        utterances=len(utterances),
        precision=precision,
        recall=recall,
    )


def shares(found: Sequence[int], truth: Sequence[int]) -> tuple[float, float]:
    """Return the mean precision and recall of groups, each given by its number for each item."""
    both = Counter(zip(found, truth, strict=True))
    return _mean(both, Counter(found), 0), _mean(both, Counter(truth), 1)


def _mean(both: Mapping[tuple[int, int], int], sizes: Mapping[int, int], side: int) -> float:
    right = sum(count * count / sizes[pair[side]] for pair, count in both.items())
    return right / sum(sizes.values())


@click.command()
@click.argument("quotes", type=click.IntRange(min=1))
def main(quotes: int) -> None:
    """Print what tying so many made-up QUOTES costs."""
    print(json.dumps(asdict(tie_made_up(quotes))))


if __name__ == "__main__":
    main()
