"""Marked texts are read exactly, and a slip of marking is told with its line."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.curated.records import Problems
from onrecord.evaluate.gold import GoldError, read_article, read_gold
from onrecord.evaluate.records import GoldArticle, GoldAttribution
from onrecord.models import Span

PATH = Path("gold/example.txt")
FRONT = "---\nstyle: local\nphenomena: [curly]\nspeakers:\n{}\n---\n"
LEE = "- Ann Lee | 1"


def read(body: str, speakers: str = LEE) -> GoldArticle:
    problems = Problems(PATH)
    article = read_article("example", FRONT.format(speakers) + body, problems)
    assert article is not None, problems.told()
    return article


def words(article: GoldArticle, spans: tuple[Span, ...]) -> list[str]:
    return [article.text[span.start : span.end] for span in spans]


def test_a_quotation_is_read_with_its_source_and_cue() -> None:
    article = read("“⟦1d We won,⟧” ⟦1c said⟧ ⟦1s Ms Lee⟧. “⟦1d At last.⟧”\n")
    assert article.text == "“We won,” said Ms Lee. “At last.”"
    (lee,) = article.attributions
    assert lee == GoldAttribution(
        id=1,
        cls="direct",
        contents=(Span(1, 8), Span(24, 32)),
        sources=(Span(15, 21),),
        cues=(Span(10, 14),),
        pieces=(Span(1, 8), Span(24, 32)),
        is_speech=True,
        cue_class="speech",
        speaker="Ann Lee",
    )


def test_a_fragment_in_a_paraphrase_makes_it_mixed() -> None:
    article = read("⟦1s She⟧ ⟦1c said⟧ that ⟦1i they had “⟦1m fought like lions⟧” for it⟧.")
    (she,) = article.attributions
    assert she.cls == "mixed"
    assert words(article, she.contents) == ["they had “fought like lions” for it"]
    assert words(article, she.pieces) == ["fought like lions"]


def test_a_belief_is_no_speech() -> None:
    article = read("⟦1s She⟧ ⟦1c hopes⟧ ⟦1i:belief to win⟧.")
    (she,) = article.attributions
    assert (she.cls, she.cue_class, she.is_speech, she.pieces) == ("indirect", "belief", False, ())


def test_brackets_nest_and_a_number_may_stand_in_anothers_words() -> None:
    article = read(
        "“⟦1d ⟦2s My dad⟧ ⟦2c said⟧ ‘⟦2d never⟧’,⟧” ⟦1c said⟧ ⟦1s Ann⟧.",
        "- Ann Lee | 1\n- unnamed | 2",
    )
    assert article.text == "“My dad said ‘never’,” said Ann."
    ann, dad = article.attributions
    assert words(article, ann.contents) == ["My dad said ‘never’,"]
    assert words(article, dad.pieces) == ["never"]
    assert dad.speaker is None


def test_without_a_cue_there_is_no_class() -> None:
    (lee,) = read("“⟦1d We won.⟧”").attributions
    assert (lee.cue_class, lee.is_speech, lee.sources) == ("none", True, ())


def test_words_that_nobody_says_are_kept_apart() -> None:
    article = read("⟦1s Lee⟧ ⟦1c called⟧ ⟦1i it “⟦1m junk⟧”⟧. She wrote “⟦x The Long Shed⟧”.")
    assert words(article, article.unspoken) == ["The Long Shed"]
    assert len(article.attributions) == 1


def test_a_text_may_hold_no_attribution() -> None:
    problems = Problems(PATH)
    whole = "---\nstyle: local\nphenomena: [curly]\n---\n\nIt rained.\n"
    article = read_article("dry", whole, problems)
    assert article == GoldArticle("dry", "It rained.", (), "local", ("curly",))


@pytest.mark.parametrize(
    ("body", "speakers", "problem"),
    [
        ("⟦1d We won.", LEE, "7: ⟦ never closes; add its ⟧"),
        ("\n\nWe won.⟧", LEE, "9: ⟧ closes nothing; take it out or open its bracket"),
        ("⟦1q We⟧ won.", LEE, "7: unknown letter `q`; use one of d, m, i, s, c, x"),
        ("⟦1x We⟧ won.", LEE, "7: unknown letter `x`; use one of d, m, i, s, c, x"),
        ("⟦d We⟧ won.", LEE, "7: `⟦d` says nothing; write a number and a letter, ⟦1d"),
        (
            "⟦1i:guess We⟧",
            LEE,
            "7: `:guess` can't stand here; give a content one of speech, belief, intent, none",
        ),
        (
            "⟦1c:belief thinks⟧",
            LEE,
            "7: `:belief` can't stand here; give a content one of speech, belief, intent, none",
        ),
        ("Well.\n⟦1d ⟧", LEE, "8: the bracket is empty; mark some words or take it out"),
        ("⟦1d We ⟧won.", LEE, "7: white space at an end of 'We '; leave it outside"),
        ("⟦1d A\n\nB⟧", LEE, "7: the bracket runs over paragraphs; give each its own"),
        ("⟦1s Lee⟧ spoke.", LEE, "7: attribution 1 has no content; mark what is said"),
        (
            "⟦1d A⟧ ⟦2d B⟧",
            LEE,
            "7: attribution 2 has no speaker; name one under `speakers`",
        ),
        (
            "⟦1i:belief A⟧ ⟦1i:intent B⟧",
            LEE,
            "7: attribution 1 is of two classes; keep one or divide it",
        ),
        (
            "⟦1d A⟧",
            "- Ann Lee | 1\n- Bo Lee | 1",
            "6: attribution 1 has a speaker already; keep one",
        ),
        (
            "⟦1d A⟧",
            "- Ann Lee | 1 2",
            "5: attribution 2 is not in the text; mark it or take the number out",
        ),
        ("⟦1d A⟧", "- Ann Lee", "5: 'Ann Lee' is no speaker; write `Full Name | 1 2`"),
        ("⟦1d A⟧", LEE + "\nmood: glad", "6: unknown key `mood`; use"),
    ],
)
def test_a_slip_is_told_with_its_line(body: str, speakers: str, problem: str) -> None:
    problems = Problems(PATH)
    assert read_article("example", FRONT.format(speakers) + body, problems) is None
    assert any(told.startswith(f"{PATH}:{problem}") for told in problems.told()), problems.told()


def test_a_text_without_front_matter_is_told() -> None:
    problems = Problems(PATH)
    assert read_article("example", "We won.", problems) is None
    assert problems.told() == [
        f"{PATH}:1: no front matter; begin with a line `---`, the keys, and a line `---`"
    ]


def test_the_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRONT.format(LEE) + "⟦1d A", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"---\nstyle: \xff")
    with pytest.raises(GoldError) as caught:
        read_gold(tmp_path)
    assert [problem.split(": ")[0] for problem in caught.value.problems] == [
        f"{tmp_path / 'a.txt'}:7",
        f"{tmp_path / 'b.txt'}:2",
    ]


@pytest.fixture(scope="module")
def gold(root: Path) -> list[GoldArticle]:
    return read_gold(root / "data" / "gold" / "articles")


@pytest.fixture(scope="module")
def guide(root: Path) -> str:
    return (root / "data" / "gold" / "README.md").read_text(encoding="utf-8")


def section(guide: str, heading: str) -> str:
    return guide.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0].split("\n# ", 1)[0]


def test_there_are_enough_marked_texts(gold: list[GoldArticle]) -> None:
    assert len(gold) >= 40
    assert sum(len(article.attributions) for article in gold) >= 500


def test_every_phenomenon_stands_in_two_articles_and_in_the_guide(
    gold: list[GoldArticle], guide: str
) -> None:
    described = re.findall(r"^\| `([a-z-]+)` \|", section(guide, "Phenomena"), re.MULTILINE)
    found = Counter(name for article in gold for name in article.phenomena)
    assert set(found) == set(described)
    assert [name for name, count in found.items() if count < 2] == []


def test_every_style_stands_in_two_articles_and_in_the_guide(
    gold: list[GoldArticle], guide: str
) -> None:
    described = re.findall(r"`([a-z-]+)`", section(guide, "Styles"))
    found = Counter(article.style for article in gold)
    assert set(found) == set(described)
    assert [name for name, count in found.items() if count < 2] == []


def test_the_example_of_the_guide_can_be_read(guide: str) -> None:
    lines = re.findall(r"^    (.*)\n|^\n", section(guide, "A file"), re.MULTILINE)
    problems = Problems(PATH)
    article = read_article("example", "\n".join(lines).strip(), problems)
    assert article is not None, problems.told()
    assert [a.cls for a in article.attributions] == ["direct", "indirect"]


# A mark that opens a quotation: before a word, not after one. ' and ’ are left to the proofreader.
OPENING = re.compile(r"(?<![\w’'])(?:``|''|[\"“„«‚‘])(?=[\w\[$…’])")


def test_every_opening_mark_is_answered(gold: list[GoldArticle]) -> None:
    missed = [
        (article.id, article.text[mark.start() : mark.end() + 30])
        for article in gold
        for mark in OPENING.finditer(article.text)
        if mark.end() not in starts(article)
    ]
    assert missed == []


def starts(article: GoldArticle) -> set[int]:
    pieces = [piece for attribution in article.attributions for piece in attribution.pieces]
    return {span.start for span in (*pieces, *article.unspoken)}


def test_no_paraphrase_keeps_its_that_or_its_full_stop(gold: list[GoldArticle]) -> None:
    slips = [
        (article.id, attribution.id, text)
        for article in gold
        for attribution in article.attributions
        if attribution.cls == "indirect" and attribution.cues  # a transcript's line has none
        for text in words(article, attribution.contents)
        if re.search(r"^that .*|[.,;:]$", text)
    ]
    assert slips == []


def test_a_source_is_marked_wherever_there_is_a_verb_of_saying(gold: list[GoldArticle]) -> None:
    sourceless = [
        (article.id, attribution.id)
        for article in gold
        for attribution in article.attributions
        if words(article, attribution.cues) == ["said"] and not attribution.sources
    ]
    assert sourceless == []


def test_no_run_of_words_is_anybody_elses(gold: list[GoldArticle], corpora: Path) -> None:
    theirs = {run for text in others(corpora) for run in runs(text)}
    copied = [(a.id, run) for a in gold for run in runs(a.text) if run in theirs]
    assert copied == []


def others(corpora: Path) -> Iterator[str]:
    for path in sorted((corpora / "seeds").glob("*.txt")):
        yield path.read_text(encoding="utf-8")
    for path in sorted((corpora / "polnear").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


def runs(text: str) -> Iterator[str]:
    """Return every run of eight words: shorter ones are how the language works."""
    found = re.findall(r"\w+", text.casefold())
    return (" ".join(found[at : at + 8]) for at in range(len(found) - 7))
