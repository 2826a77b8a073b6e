"""The rules of attribution by name, and the evidence for a source in plain words.

The ranker weighs; a rule names the pattern its choice stands in, so that choices can be counted,
measured and explained.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

from onrecord.models import Rule
from onrecord.quotes.attribute import Source
from onrecord.quotes.paragraph import Paragraph

_RULES: tuple[Rule, ...] = (
    Rule("subject-before", "The source and its cue stand before the quote in its sentence.",
         "The minister said: “We will not wait.”",
         counterexample="Ms Lee left the room. “We will wait,” said Mr Roe."),
    Rule("subject-after", "The source and its cue follow the quote in its sentence.",
         "“We will not wait,” the minister said.",
         counterexample="“We won,” said Mr Roe. Ms Lee said it rained."),
    Rule("inverted", "The cue stands before its source: said Lee.",
         "“We will not wait,” said Ms Lee.",
         counterexample="“We won,” Ms Lee said, Mr Roe beside her."),
    Rule("apposition", "The source is told apart from its cue by what it is.",
         "Ms Lee, the party's new leader, said “we will not wait”.",
         counterexample="“We won,” Ms Lee said, a pilot beside her."),
    Rule("shared-subject", "The cue shares the subject of an earlier verb of the sentence.",
         "Ms Lee thanked the crowd, adding that “we will not wait”.",
         counterexample="Ms Lee thanked Mr Roe, who called it “a show”."),
    Rule("according-to", "The source follows “according to”.",
         "The bridge was “beyond repair”, according to the mayor.",
         counterexample="The crew acted “by the book”, according to plan."),
    Rule("passive", "The source follows the “by” of a passive.",
         "The plan was denounced as “a reckless gamble” by the mayor.",
         counterexample="Ms Lee called it “a reckless gamble” by mistake."),
    Rule("relative", "The source is a relative pronoun, followed to its noun.",
         "The visit annoyed the mayor, who called it “a show”.",
         counterexample="Ms Lee met the mayor, who was late, and called it “a show”."),
    Rule("same-turn", "The quote goes on after the sentence that names its source.",
         "“We tried,” Ms Lee said. “It was not enough.”",
         counterexample="“We tried,” Ms Lee said. “It was not enough,” replied Mr Roe."),
    Rule("next-sentence", "The source and its cue stand in the sentence before or after.",
         "Ms Lee had a reply. “Not while I am here.”",
         counterexample="Ms Lee had a reply. “We tried,” said Mr Roe."),
    Rule("sentence-source", "No cue is known; the source is the sentence's likeliest phrase.",
         "To Ms Lee the bridge was “a danger to everyone who uses it.”",
         counterexample="Ms Lee sang “Harbour Lights” and left."),
    Rule("tagline", "A dash and a name close the quote.", "“A good day for the town.” — Ann Lee",
         counterexample="“A good day for the town,” — said Ann Lee."),
    Rule("transcript", "The speaker's name and a colon open the line.",
         "HOST: When, then? / LEE: We will not wait. / HOST: And the money?",
         counterexample="Note: the ferry left at noon."),
    Rule("labelled", "The line “Source:” of a report in labelled parts names the source.",
         "Source: Ms Lee in an interview / Quote: “We will not wait.”",
         counterexample="Source: The Norstad Post / Quote: “We will not wait.”"),
    Rule("colon", "The paragraph before names the source and ends with a colon.",
         "Ms Lee added: / “We will not wait.”",
         counterexample="Ms Lee added: / “We will wait,” said Mr Roe."),
    Rule("carried-over", "The paragraph names nobody; the last speaker goes on.",
         "“We will not wait,” Ms Lee said. / “The time is now.”",
         counterexample="“We will not wait,” Ms Lee said. / “The time is now,” Mr Roe replied."),
    Rule("earlier-subject", "The source is the subject of an earlier paragraph.",
         "Ms Lee met reporters on the steps. / “We will not wait any longer for this bridge.”",
         counterexample="Ms Lee met reporters. / “We will not wait any longer,” said Mr Roe."),
    Rule("post-author", "The post's author line names the source.",
         "We will not wait. — Ann Lee (@annlee) May 1, 2020",
         counterexample="We will not wait. — Ann Lee, May 1, 2020"),
    Rule("statement", "An indirect statement: a cue, its subject and what was said.",
         "Ms Lee said the bridge would reopen in May.",
         counterexample="Ms Lee left the bridge to Mr Roe."),
    Rule("nested", "Words quoted inside a quote; its source is whom the outer words name.",
         "“He told us ‘not on my watch’,” Ms Lee said.",
         counterexample="“We took the ‘long road’,” Ms Lee said."),
    Rule("no-source", "Words somebody said, but the report does not tell who.",
         "As is often heard here, “we have waited long enough for this bridge.”",
         counterexample="Roe, nicknamed “the Owl”, left at dawn."),
)  # fmt: skip


def _with_scores(rules: tuple[Rule, ...]) -> Iterator[Rule]:
    """Yield the rules with their precision, where rule_scores.tsv has it."""
    table = files("onrecord.quotes").joinpath("rule_scores.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    scores = {rule: float(precision) for rule, precision, _ in rows}
    return (replace(rule, precision=scores.get(rule.id)) for rule in rules)


RULES = tuple(_with_scores(_RULES))

_LINKS = {
    "appos": "apposition",
    "inv": "inverted",
    "acc": "according-to",
    "by": "passive",
    "coord": "shared-subject",
    "part": "shared-subject",
    "inf": "shared-subject",
}
_WAYS = {
    "carry": "carried-over",
    "colon": "colon",
    "subject": "earlier-subject",
    "none": "no-source",
    "tagline": "tagline",
}


def rule_of(paragraph: Paragraph, at: int, source: Source) -> str:
    """Return the id of the rule that the choice of `source` for the quote at token `at` follows."""
    if source.way != "here":
        return _WAYS[source.way]
    frame, phrase = paragraph.frame, paragraph.phrases[source.k]
    cue = paragraph.nearest_cue(source.k, at)
    if frame.sentence[phrase.first] != frame.sentence[at]:
        quoted = any(
            frame.tags[i] == "Q" and frame.sentence[i] == frame.sentence[phrase.first]
            for i in range(at)
        )
        return "same-turn" if quoted and cue is not None else "next-sentence"
    if phrase.shape == "r":
        return "relative"
    if cue is None:
        return "sentence-source"
    if cue.link in _LINKS:
        return _LINKS[cue.link]
    return "subject-before" if phrase.first < at else "subject-after"


def explain(paragraph: Paragraph, at: int, source: Source) -> str:
    """Return the evidence for a candidate in plain words."""
    if source.way == "carry":
        return "the last speaker before this paragraph"
    if source.way == "colon":
        return "named in the paragraph that leads here with a colon"
    if source.way == "tagline":
        return "named after the dash under the quote"
    if source.way == "subject":
        return "the subject of an earlier paragraph"
    frame, phrase = paragraph.frame, paragraph.phrases[source.k]
    apart = frame.sentence[phrase.first] - frame.sentence[at]
    place = (
        "in the quote's sentence"
        if not apart
        else ("in an earlier sentence" if apart < 0 else "in a later sentence")
    )
    cue = paragraph.nearest_cue(source.k, at)
    if cue is None:
        side = "before" if phrase.first < at else "after"
        return f"named {side} the quote, {place}, with no cue of its own"
    role = "after" if cue.link in ("inv", "acc", "by") else "subject of"
    return f"{role} “{frame.words[cue.at]}”, {place}"
