"""The decisions about one quote in marks: its source, its kind, and whether its turn goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.models import Kind
from onrecord.quotes.attribute import Source, State, candidates, read_weights, weigh
from onrecord.quotes.marks import Region
from onrecord.quotes.paragraph import Paragraph

# A stretch in marks is left out as nobody's words from this probability on, by its number of words
# (1-2, 3-5, 6 or more): the longer it is, the rarer a mere term or title. Chosen on train.
_NOBODY = (0.5, 0.5, 0.7)
# in headlines most marks hold somebody's words: 55 of 72 with two words or more in train
_NOBODY_TITLE = 0.95
# "no source" must be this likely before a quote is left without one where somebody is named
_NO_SOURCE = 0.8
# what stands in the layout (an author line, a label, a tagline) is as good as certain
STRUCTURE = 0.98
_TAGLINE = 6  # tokens that a name after a closing dash may have
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
    region = paragraph.frame.regions[paragraph.frame.quotes[at]]
    words = text.count(" ", region.start, region.end) + 1
    nobody = likely.pop()
    titled = paragraph.frame.is_title and len(paragraph.frame.tags) > 1 and words > 1
    if nobody > (_NOBODY_TITLE if titled else _NOBODY[(words > 2) + (words > 5)]):
        return None
    said = max(1.0 - nobody, 1e-9)
    likely = [min(1.0, probability / said) for probability in likely]
    return Decision(paragraph, at, sources, likely, _best(sources, likely))


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
        if following.frame.tags[:1] == ["-"] and _is_signed(following, -1):
            return Source("tagline", following.number, len(following.phrases) - 1)
    if _is_signed(paragraph, at):
        return Source("tagline", paragraph.number, len(paragraph.phrases) - 1)
    return None


def _is_signed(paragraph: Paragraph, at: int) -> bool:
    """Tell whether a dash and a name close the paragraph after token `at`."""
    if not paragraph.phrases:
        return False
    last, tags = paragraph.phrases[-1], paragraph.frame.tags
    dash = last.first - 1
    closes = last.last >= len(tags) - 1 and last.last - last.first < _TAGLINE
    return closes and dash > at and tags[dash] == "-" and last.shape == "n"


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


def kind_of(text: str, decision: Decision) -> Kind:
    """Return direct for a clause or more, mixed for a fragment in the reporter's sentence."""
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
