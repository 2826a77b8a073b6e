"""The decisions about one quote in marks: its source, its kind, and whether its turn goes on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.models import Kind
from onrecord.quotes.attribute import Source, State, candidates, read_weights, weigh
from onrecord.quotes.marks import Region
from onrecord.quotes.paragraph import Paragraph

# A stretch in marks is left out as nobody's words from this probability on, by its number of words
# (1-2, 3-5, 6 or more): the longer it is, the rarer a mere term or title. Chosen on train.
_NOBODY = (0.5, 0.5, 0.7)
# a whole sentence in marks, not in capitals throughout, is hardly ever a title
_NOBODY_SENTENCE = 0.8
# in headlines most marks hold somebody's words: 55 of 72 with two words or more in train
_NOBODY_TITLE = 0.95
_UNNAMED = 2  # the sources there always are: "none" and "nobody"
# "no source" must be this likely before a quote is left without one where somebody is named
_NO_SOURCE = 0.8
# what stands in the layout (an author line, a label, a tagline) is as good as certain
STRUCTURE = 0.98
_TAGLINE = 14  # tokens that a name and what it is may have after a closing dash
_WEIGHTS = read_weights("attribution_weights.tsv")


@dataclass(slots=True)
class Decision:
    """What was decided about the quote at token `at` of a paragraph.

    `likely` holds each source's probability given that somebody said the words.
    """

    paragraph: Paragraph
    at: int
    sources: list[Source]
    likely: list[float]
    chosen: Source

    @property
    def region(self) -> Region:
        """Return the quoted stretch."""
        return self.paragraph.frame.regions[self.paragraph.frame.quotes[self.at]]


def decide(text: str, paragraph: Paragraph, at: int, state: State) -> Decision | None:
    """Return who said the quote at token `at`, or None for words that nobody says."""
    sources, features = candidates(text, paragraph, at, state)
    signer = _signer(paragraph, at, state.paragraphs)
    if signer is not None:
        return Decision(paragraph, at, [signer], [STRUCTURE], signer)
    likely = weigh(features, _WEIGHTS)
    nobody = likely.pop()
    limit = _limit(text, paragraph, at)
    # a sentence before anybody is named is still said, by whom the report does not tell
    untold = limit == _NOBODY_SENTENCE and len(sources) == _UNNAMED
    if nobody > limit and not untold:
        return None
    said = max(1.0 - nobody, 1e-9)
    likely = [min(1.0, probability / said) for probability in likely]
    return Decision(paragraph, at, sources, likely, _best(sources, likely))


def _limit(text: str, paragraph: Paragraph, at: int) -> float:
    """Return from which probability on the stretch at token `at` is nobody's words."""
    frame = paragraph.frame
    region = frame.regions[frame.quotes[at]]
    inner = text[region.start : region.end].split()
    if frame.is_title and len(frame.tags) > 1 and len(inner) > 1:
        return _NOBODY_TITLE
    if len(inner) > 2 and inner[-1][-1] in ".?!," and not all(w[0].isupper() for w in inner):
        starts = at == 0 or frame.sentence[at - 1] != frame.sentence[at]
        if starts and inner[0][0].isupper():
            return _NOBODY_SENTENCE
    return _NOBODY[(len(inner) > 2) + (len(inner) > 5)]


def _best(sources: list[Source], likely: list[float]) -> Source:
    """Return the likeliest source; "none" only where it is much likelier than anybody named."""
    order = sorted(range(len(likely)), key=lambda i: -likely[i])
    best = order[0]
    if sources[best].way == "none" and len(order) > 1 and likely[best] < _NO_SOURCE:
        best = order[1]
    return sources[best]


def _signer(paragraph: Paragraph, at: int, paragraphs: Sequence[Paragraph]) -> Source | None:
    """Return the name that a dash puts under the quote, on its line or alone on the next."""
    frame = paragraph.frame
    if frame.tags[0] != "Q":
        return None
    if frame.tags[-1] == "Q" and paragraph.number + 1 < len(paragraphs):
        following = paragraphs[paragraph.number + 1]
        signer = _signature(following, -1) if following.frame.tags[:1] == ["-"] else -1
        if signer >= 0:
            return Source("tagline", following.number, signer)
    signer = _signature(paragraph, at)
    return Source("tagline", paragraph.number, signer) if signer >= 0 else None


def _signature(paragraph: Paragraph, at: int) -> int:
    """Return the name after the dash that ends the paragraph after token `at`, or -1."""
    tags, phrases = paragraph.frame.tags, paragraph.phrases
    tail = range(max(at + 1, len(tags) - _TAGLINE), len(tags))
    dash = max((i for i in tail if tags[i] == "-"), default=-1)
    if dash < 0 or set(tags[dash:-1]) & set("VvAQ."):
        return -1
    signer = bisect_left(phrases, dash, key=lambda phrase: phrase.first)
    signed = signer < len(phrases) and phrases[signer].first == dash + 1
    return signer if signed and phrases[signer].shape == "n" else -1


def continues(last: Decision, this: Decision) -> bool:
    """Tell whether a quote goes on with the last one: broken only by its cue, or by a paragraph."""
    if this.paragraph is last.paragraph:
        frame = this.paragraph.frame
        same = (this.chosen.number, this.chosen.k) == (last.chosen.number, last.chosen.k)
        apart = frame.sentence[this.at] - frame.sentence[last.at]
        return same and this.chosen.k >= 0 and apart <= 1 and _is_full(this) and _is_full(last)
    reopened = this.paragraph.number == last.paragraph.number + 1 and this.at == 0
    return reopened and not last.region.closed


def _is_full(decision: Decision) -> bool:
    """Tell whether a quote starts where a whole sentence of speech does."""
    frame, at = decision.paragraph.frame, decision.at
    return not at or frame.tags[at - 1] in ".,:V-;Q" or frame.sentence[at - 1] != frame.sentence[at]


def kind_of(text: str, decision: Decision, *, goes_on: bool) -> Kind:
    """Return direct for a clause or more, mixed for a fragment in the reporter's sentence.

    `goes_on`: the words go on with a direct quote that only its cue broke off.
    """
    if goes_on:
        return "direct"
    region, frame, at = decision.region, decision.paragraph.frame, decision.at
    words = text[region.start : region.end]
    if _has_inner_sentence(words):
        return "direct"
    starts = at == 0 or frame.sentence[at - 1] != frame.sentence[at]
    led = starts or frame.tags[at - 1] in ":,-VQ;."
    capital = words[0].isupper() or words[0].isdigit() or words[0] in ".…[$£€#@‘'"
    if not (capital and led):
        return "mixed"
    ends = words[-1] in ",.?!…—–-" or not region.closed
    return "direct" if ends or words.count(" ") > 2 else "mixed"


def _has_inner_sentence(words: str) -> bool:
    for stop in (". ", "? ", "! "):
        at = words.find(stop, 12)
        if 0 < at < len(words) - 12 and words[at + 2].isupper():
            return True
    return False
