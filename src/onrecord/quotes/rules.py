"""The rules of attribution by name, and the evidence for a source in plain words.

The ranker weighs; a rule names the pattern its choice stands in, so that choices can be counted,
measured and explained.
"""

from __future__ import annotations

from onrecord.models import Rule
from onrecord.quotes.attribute import Source
from onrecord.quotes.paragraph import Paragraph

RULES: tuple[Rule, ...] = (
    Rule("subject-before", "The source and its cue stand before the quote in its sentence.",
         "The minister said: “We will not wait.”"),
    Rule("subject-after", "The source and its cue follow the quote in its sentence.",
         "“We will not wait,” the minister said."),
    Rule("inverted", "The cue stands before its source: said Lee.",
         "“We will not wait,” said Ms Lee."),
    Rule("apposition", "The source is told apart from its cue by what it is.",
         "Ms Lee, the party's new leader, said “we will not wait”."),
    Rule("shared-subject", "The cue shares the subject of an earlier verb of the sentence.",
         "Ms Lee thanked the crowd, adding that “we will not wait”."),
    Rule("according-to", "The source follows “according to”.",
         "The bridge was “beyond repair”, according to the mayor."),
    Rule("passive", "The source follows the “by” of a passive.",
         "The plan was denounced as “a reckless gamble” by the mayor."),
    Rule("relative", "The source is a relative pronoun, followed to its noun.",
         "The visit annoyed the mayor, who called it “a show”."),
    Rule("same-turn", "The quote goes on after the sentence that names its source.",
         "“We tried,” Ms Lee said. “It was not enough.”"),
    Rule("next-sentence", "The source and its cue stand in the sentence before or after.",
         "Ms Lee had a reply. “Not while I am here.”"),
    Rule("sentence-source", "No cue is known; the source is the sentence's likeliest phrase.",
         "To Ms Lee the bridge was “a danger to everyone who uses it.”"),
    Rule("tagline", "A dash and a name close the quote.", "“A good day for the town.” — Ann Lee"),
    Rule("transcript", "The speaker's name and a colon open the line.",
         "HOST: When, then? / LEE: We will not wait. / HOST: And the money?"),
    Rule("colon", "The paragraph before names the source and ends with a colon.",
         "Ms Lee added: / “We will not wait.”"),
    Rule("carried-over", "The paragraph names nobody; the last speaker goes on.",
         "“We will not wait,” Ms Lee said. / “The time is now.”"),
    Rule("earlier-subject", "The source is the subject of an earlier paragraph.",
         "Ms Lee met reporters on the steps. / “We will not wait any longer for this bridge.”"),
    Rule("post-author", "The post's author line names the source.",
         "We will not wait. — Ann Lee (@annlee) May 1, 2020"),
    Rule("statement", "An indirect statement: a cue, its subject and what was said.",
         "Ms Lee said the bridge would reopen in May."),
    Rule("nested", "Words quoted inside a quote; its source is whom the outer words name.",
         "“He told us ‘not on my watch’,” Ms Lee said."),
    Rule("no-source", "Words somebody said, but the report does not tell who.",
         "As is often heard here, “we have waited long enough for this bridge.”"),
)  # fmt: skip

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
