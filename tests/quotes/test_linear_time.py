"""Reading takes time in proportion to the text, also where the text is made to be hard."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.articles.plain import read_plain
from onrecord.quotes import read_quotes
from tests.timing import RATIO, cpu_seconds, growth

Make = Callable[[int], str]

# how often the piece stands in the larger text; the smaller has a quarter of it
HOSTILE: dict[str, tuple[int, Make]] = {
    "opening curly marks": (10_000, lambda n: "“" * n),
    "curly marks before words": (10_000, lambda n: "“a " * n),
    "opening straight marks": (10_000, lambda n: ' "a' * n),
    "opening guillemets": (10_000, lambda n: "« a" * n),
    "opening low marks": (10_000, lambda n: "„a " * n),
    "opening doubled singles": (10_000, lambda n: "`` a " * n),
    "opening single marks": (10_000, lambda n: "‘a " * n),
    "opening straight single marks": (10_000, lambda n: "'a " * n),
    "closing marks": (10_000, lambda n: "a” " * n),
    "closing single marks": (10_000, lambda n: "a’ " * n),
    "backticks": (20_000, lambda n: "`" * n),
    "elisions": (10_000, lambda n: "’tis ‘em " * n),
    "plural possessives": (5_000, lambda n: "‘the allies’ plan " * n),
    "single and double marks": (5_000, lambda n: "‘a’ “b” " * n),
    "quotes in quotes": (2_500, lambda n: "“a ‘b c d e’ f” " * n),
    "quotes in one quote": (2_500, lambda n: "“" + "‘We won,’ he told us. " * n + "” said Ms Lee."),
    "quotes in one paragraph": (1_500, lambda n: "“We won,” said Ms Lee. " * n),
    "quotes without a cue": (5_000, lambda n: "“we won” " * n),
    "one line": (47_000, lambda n: "The ferry to Norstad " * n),  # a megabyte
    "capitalised words": (100_000, lambda n: "Norstad " * n),
    "names": (10_000, lambda n: "Ann Lee, " * n),
    "names of one family": (1_400, lambda n: "".join(f"Ann{i} Lee left. " for i in range(n))),
    "presidents": (
        160,
        lambda n: "".join(
            f"“We won,” said President Ann{i} Lee{i}.\n“We won,” the president said.\n"
            for i in range(n)
        ),
    ),
    "nominals": (20_000, lambda n: "the president " * n),
    "claims": (10_000, lambda n: "his claim that " * n),
    "spokesmen for": (10_000, lambda n: "a spokesman for " * n),
    "he said": (4_000, lambda n: "he said, " * n),
    "she said and": (2_500, lambda n: "she said and " * n),
    "cues": (20_000, lambda n: "said " * n),
    "adverbs": (20_000, lambda n: "Lee " + "quickly " * n + "said it rained."),
    "according to": (20_000, lambda n: "according to " * n),
    "cues without a subject": (10_000, lambda n: "saying that " * n),
    "appositions": (10_000, lambda n: "Ms Lee, the mayor, " * n),
    "dashes": (5_000, lambda n: "Ms Lee - " * n),
    "relatives": (10_000, lambda n: "Ms Lee, who " * n),
    "persons told": (1_400, lambda n: "you " * 20 * n + "She told us it rained. " * n),
    "passives": (1_400, lambda n: "It was opposed by Lee. " * n + "you " * 20 * n),
    "participles": (1_000, lambda n: "Lee left, saying it rained. " * n + "you " * 20 * n),
    "brackets": (20_000, lambda n: "(" * n),
    "stops": (20_000, lambda n: ". " * n),
    "paragraphs": (1_500, lambda n: "“We won,” she said.\n" * n),
    "paragraphs left open": (5_000, lambda n: "“We won.\n" * n),
    "paragraphs that lead on": (1_500, lambda n: "Lee said:\n“We won the vote.”\n" * n),
    "posts": (5_000, lambda n: "We won. — Ann Lee (@annlee) May 1, 2020\n" * n),
    "author lines": (2_500, lambda n: "— Ann Lee (@annlee) May 1, 2020\n" * n),
    "links": (1_000, lambda n: "We won" + " https://t.co/a" * n + " — Ann Lee (@annlee)"),
    "space before an author": (8_000, lambda n: "We won" + " " * n + ". — Ann Lee (@annlee)"),
    "labels": (2_500, lambda n: "LEE: We won.\nROE: Who?\n" * n),
    "capitals": (100_000, lambda n: "A" * n),
    "combining marks": (50_000, lambda n: "e\u0301" * n),
    "right to left": (20_000, lambda n: "שלום " * n),
}


def seconds(text: str) -> float:
    """Return the time that reading the text takes the processor."""
    article = read_plain("a", text)
    return cpu_seconds(lambda: read_quotes(article))


@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_the_text_takes_about_four_times_as_long(name: str) -> None:
    count, make = HOSTILE[name]
    small, large = make(count // 4), make(count)
    assert growth(seconds, small, large) <= RATIO


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the peak so")
def test_a_megabyte_takes_less_than_150_of_memory() -> None:
    program = (
        "from onrecord.articles.plain import read_plain\n"
        "from onrecord.quotes import read_quotes\n"
        "line = 'The ferry to Norstad left at noon. ' * 8 + '“We won,” Ms Lee told Mr Roe.\\n'\n"
        "assert len(read_quotes(read_plain('a', line * 3_200))) == 3_200\n"
        # the peak since the program began: getrusage would tell of the one that started it too
        "print(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0])\n"
    )
    command = [sys.executable, "-c", program]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(told.stdout) < 150 * 1024  # kilobytes
