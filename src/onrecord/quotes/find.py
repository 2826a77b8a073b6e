"""An article in, its quotes out, each with who said it: the reading of one article, in order.

headline, paragraphs → marks, tokens, phrases, cues (parse) → direct and mixed quotes, posts and
indirect statements → one list in reading order. Pure functions of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.models import (
    Article,
    Attribution,
    Candidate,
    Cue,
    Kind,
    Mention,
    MentionType,
    Part,
    Quote,
    Span,
)
from onrecord.quotes.attribute import (
    Paragraph,
    Source,
    State,
    candidates,
    read_weights,
    weigh,
)
from onrecord.quotes.chains import Chains
from onrecord.quotes.cues import CueLink, find_cues
from onrecord.quotes.indirect import find_statements
from onrecord.quotes.lexicon import CUE_CLASSES
from onrecord.quotes.marks import Region, pair_marks
from onrecord.quotes.medium import medium_of
from onrecord.quotes.mentions import find_phrases
from onrecord.quotes.posts import Post, find_posts
from onrecord.quotes.rules import explain, rule_of
from onrecord.quotes.segment import segment
from onrecord.quotes.transcripts import TranscriptLine, find_transcript

_WEIGHTS = read_weights("attribution_weights.tsv")
_STATEMENT_WEIGHTS = read_weights("indirect_weights.tsv")
# an indirect statement is kept from this probability on; F1 on held-out train articles is flat
# between 0.2 and 0.3 (59.4 to 58.9), so the more precise half of that range
_STATEMENT = 0.25
# A stretch in marks is left out as nobody's words from this probability on, by its number of words
# (1-2, 3-5, 6 or more): the longer it is, the rarer a mere term or title. Chosen on train.
_NOBODY = (0.5, 0.5, 0.7)
# "no source" must be this likely before a quote is left without one where somebody is named
_NO_SOURCE = 0.8
# what stands in the layout (an author line, a label, a tagline) is as good as certain
_STRUCTURE = 0.98
_SHOWN = 0.02  # losing candidates below this probability are not kept
_TYPES: dict[str, MentionType] = {"n": "name", "p": "pronoun", "o": "pronoun", "r": "pronoun"}


@dataclass(slots=True)
class Decision:
    """What was decided about the quote at token `at` of a paragraph."""

    paragraph: Paragraph
    at: int
    sources: list[Source]
    likely: list[float]
    chosen: Source
    turn: int

    @property
    def region(self) -> Region:
        """Return the quoted stretch."""
        return self.paragraph.frame.regions[self.paragraph.frame.quotes[self.at]]


def parse(text: str, start: int, end: int, number: int) -> Paragraph:
    """Return the paragraph `text[start:end]` with its tokens, phrases and cues."""
    frame = segment(text, start, end, pair_marks(text, start, end))
    phrases = find_phrases(frame)
    cues = find_cues(frame, phrases)
    links: dict[int, list[CueLink]] = {}
    for cue in cues:
        if cue.subject >= 0:
            links.setdefault(cue.subject, []).append(cue)
    return Paragraph(frame, phrases, cues, links, number)


def read_quotes(article: Article) -> list[Quote]:
    """Return the article's quotes, the headline's first, then in the order in which they are
    complete: a statement inside another comes before it.

    Spans count code points of the headline for part `headline`, else of `article.text`. Words in
    marks that nobody says are left out. Never raises: odd marks give odd quotes at worst.
    """
    posts = find_posts(article.text, article.paragraphs)
    taken = {i for post in posts for i in post.lines}
    transcript = find_transcript(article.text, article.paragraphs)
    taken.update(line.line for line in transcript)
    body = [span for i, span in enumerate(article.paragraphs) if i not in taken]
    chains = Chains()
    paragraphs = [parse(article.text, span.start, span.end, i) for i, span in enumerate(body)]
    # the body first: a headline's short name takes its full form from there
    for paragraph in paragraphs:
        chains.add(article.text, paragraph)
    title = [parse(article.headline, 0, len(article.headline), len(paragraphs))]
    if article.headline:
        chains.add(article.headline, title[0], headline=True)
    quotes = _read_part(article.headline, title, [*paragraphs, *title], chains, "headline", 0)
    quotes += _read_part(article.text, paragraphs, paragraphs, chains, "body", _next_turn(quotes))
    for paragraph in paragraphs:
        quotes += _statements(article.text, paragraph, paragraphs, chains, _next_turn(quotes))
    quotes += _read_transcript(article.text, transcript, chains, _next_turn(quotes))
    for post in posts:
        quotes += _read_post(article.text, post, _next_turn(quotes))
    head = [quote for quote in quotes if quote.part == "headline"]
    rest = [quote for quote in quotes if quote.part != "headline"]
    return head + sorted(rest, key=lambda quote: (quote.span.end, -quote.span.start))


def _next_turn(quotes: Sequence[Quote]) -> int:
    return max((quote.turn for quote in quotes), default=-1) + 1


def _read_part(
    text: str,
    paragraphs: Sequence[Paragraph],
    known: Sequence[Paragraph],
    chains: Chains,
    part: Part,
    turn: int,
) -> list[Quote]:
    """Return the quotes in marks of the headline or the body; `known[i]` has number i."""
    state = State(paragraphs=list(known))
    decisions: list[Decision] = []
    for paragraph in paragraphs:
        state.enter()
        for at, tag in enumerate(paragraph.frame.tags):
            if tag != "Q":
                continue
            sources, features = candidates(text, paragraph, at, state)
            likely = weigh(features, _WEIGHTS)
            tagline = tagline_of(paragraph, at)
            if tagline >= 0:
                chosen = Source("here", paragraph.number, tagline)
                likely = [0.0 if source != chosen else _STRUCTURE for source in sources]
            else:
                chosen = _choose(text, paragraph, at, sources, likely)
            if chosen.way == "nobody":
                continue
            decision = Decision(paragraph, at, sources, likely, chosen, turn)
            if not (decisions and _same_turn(decisions[-1], decision)):
                turn += 1
            decisions.append(replace(decision, turn=turn - 1))
            state.choose(chosen)
        if paragraph.frame.tags:
            state.leave(paragraph)
    return [_quote(text, decision, known, chains, part) for decision in decisions]


def _choose(
    text: str, paragraph: Paragraph, at: int, sources: list[Source], likely: list[float]
) -> Source:
    """Return the source to give the quote at token `at`, "none" or "nobody"."""
    region = paragraph.frame.regions[paragraph.frame.quotes[at]]
    words = text.count(" ", region.start, region.end) + 1
    if likely[-1] > _NOBODY[(words > 2) + (words > 5)]:
        return sources[-1]
    order = sorted(range(len(sources) - 1), key=lambda i: -likely[i])
    best = order[0]
    if sources[best].way == "none" and len(order) > 1:
        share = likely[best] / max(1 - likely[-1], 1e-9)
        if share < _NO_SOURCE:
            best = order[1]
    return sources[best]


def _same_turn(last: Decision, this: Decision) -> bool:
    """Tell whether a quote goes on with the last one: broken only by its cue, or by a paragraph."""
    if this.paragraph is last.paragraph:
        frame = this.paragraph.frame
        same = (this.chosen.number, this.chosen.k) == (last.chosen.number, last.chosen.k)
        between = frame.sentence[this.at] - frame.sentence[last.at]
        return same and this.chosen.k >= 0 and between <= 1 and _is_full(this) and _is_full(last)
    reopened = this.paragraph.number == last.paragraph.number + 1 and this.at == 0
    return reopened and not last.region.closed


def _is_full(decision: Decision) -> bool:
    frame = decision.paragraph.frame
    before = frame.tags[decision.at - 1] if decision.at else "."
    return before in ".,:V-;Q" or frame.sentence[decision.at - 1] != frame.sentence[decision.at]


def _kind(text: str, decision: Decision) -> Kind:
    """Return direct for a clause or more, mixed for a fragment in the reporter's sentence."""
    region, frame, at = decision.region, decision.paragraph.frame, decision.at
    words = text[region.start : region.end]
    if _has_inner_sentence(words):
        return "direct"
    starts = at == 0 or frame.sentence[at - 1] != frame.sentence[at]
    before = frame.tags[at - 1] if at else "."
    if not (words[0].isupper() or words[0].isdigit() or words[0] in ".…[$£€#@‘'") or not (
        starts or before in ":,-VQ;."
    ):
        return "mixed"
    ends = words[-1] in ",.?!…—–-" or not region.closed
    return "direct" if ends or words.count(" ") > 2 else "mixed"


def _has_inner_sentence(words: str) -> bool:
    for stop in (". ", "? ", "! "):
        at = words.find(stop, 12)
        if 0 < at < len(words) - 12 and words[at + 2].isupper():
            return True
    return False


def _quote(
    text: str, decision: Decision, known: Sequence[Paragraph], chains: Chains, part: Part
) -> Quote:
    region = decision.region
    cue = _cue(text, decision, known)
    return Quote(
        kind=_kind(text, decision),
        part=part,
        medium=medium_of(text, decision.paragraph.frame, decision.at, cue),
        text=text[region.start : region.end],
        span=Span(region.start, region.end),
        turn=decision.turn,
        sentence=_sentence(decision),
        attribution=_attribution(text, decision, known, chains, cue),
    )


def _sentence(decision: Decision) -> Span:
    """Return the quote's sentence, and that of its source where it stands in the paragraph."""
    other = decision.at
    if decision.chosen.k >= 0 and decision.chosen.number == decision.paragraph.number:
        other = decision.paragraph.phrases[decision.chosen.k].first
    return _around(decision.paragraph, decision.at, other)


def _around(paragraph: Paragraph, token: int, other: int) -> Span:
    """Return the sentences from the one token's to the other's."""
    frame = paragraph.frame
    first = frame.heads[frame.sentence[min(token, other)]]
    after = frame.sentence[max(token, other)] + 1
    last = frame.heads[after] - 1 if after < len(frame.heads) else len(frame.tags) - 1
    return Span(frame.starts[first], frame.ends[last])


def _attribution(
    text: str,
    decision: Decision,
    known: Sequence[Paragraph],
    chains: Chains,
    cue: Cue | None,
) -> Attribution:
    said = max(1 - decision.likely[-1], 1e-9)
    ranked = sorted(zip(decision.likely, decision.sources, strict=True), key=lambda pair: -pair[0])
    offered = tuple(
        Candidate(
            _mention(text, known, chains, source),
            min(1.0, probability / said),
            explain(decision.paragraph, decision.at, source),
        )
        for probability, source in ranked
        if source.k >= 0 and (probability / said >= _SHOWN or source == decision.chosen)
    )
    chosen = decision.chosen
    probability = decision.likely[decision.sources.index(chosen)] / said
    return Attribution(
        mention=_mention(text, known, chains, chosen) if chosen.k >= 0 else None,
        cue=cue,
        rule_id=rule_of(decision.paragraph, decision.at, chosen),
        probability=min(1.0, probability),
        candidates=offered,
    )


def _mention(text: str, known: Sequence[Paragraph], chains: Chains, source: Source) -> Mention:
    paragraph = known[source.number]
    phrase, span = paragraph.phrases[source.k], paragraph.span(source.k)
    printed = text[span.start : span.end]
    if phrase.shape == "s" and printed.endswith(("'s", "’s")):
        span, printed = Span(span.start, span.end - 2), printed[:-2]
    return Mention(
        span=span,
        text=printed,
        type=_TYPES.get(phrase.shape, "nominal"),
        name=chains.name(known, source.number, source.k),
    )


def tagline_of(paragraph: Paragraph, at: int) -> int:
    """Return the phrase that a dash and the paragraph's end make the quote's author, or -1."""
    frame = paragraph.frame
    if frame.tags[0] != "Q" or not paragraph.phrases or len(frame.tags) < 3:
        return -1
    last = paragraph.phrases[-1]
    dash = last.first - 1
    closes = last.last >= len(frame.tags) - 1 and last.last - last.first < 6
    return (
        len(paragraph.phrases) - 1
        if (closes and dash > at and frame.tags[dash] == "-" and last.shape == "n")
        else -1
    )


def _cue(text: str, decision: Decision, known: Sequence[Paragraph]) -> Cue | None:
    """Return the cue of the chosen source nearest to the quote, or None."""
    chosen = decision.chosen
    if chosen.k < 0:
        return None
    paragraph = known[chosen.number]
    links = paragraph.links.get(chosen.k, ())
    if not links:
        return None
    if paragraph.number != decision.paragraph.number:
        return cue_record(text, paragraph, links[-1])
    lo, hi = sorted((decision.at, paragraph.phrases[chosen.k].first))
    # a cue between the source and the quote before one beyond either
    best = min(links, key=lambda cue: (not lo <= cue.at <= hi, abs(cue.at - decision.at)))
    return cue_record(text, paragraph, best)


def cue_record(text: str, paragraph: Paragraph, link: CueLink) -> Cue:
    """Return the cue a link stands for, "according to" in full."""
    last = link.at + 1 if link.base == "according" else link.at
    span = Span(paragraph.frame.starts[link.at], paragraph.frame.ends[last])
    return Cue(span, text[span.start : span.end], CUE_CLASSES.get(link.base, "speech"))


def _statements(
    text: str,
    paragraph: Paragraph,
    known: Sequence[Paragraph],
    chains: Chains,
    turn: int,
) -> list[Quote]:
    """Return the paragraph's indirect statements, each a turn of its own."""
    frame = paragraph.frame
    out = []
    for proposal, probability in find_statements(paragraph, _STATEMENT_WEIGHTS, _STATEMENT):
        source = Source("here", paragraph.number, proposal.subject)
        mention = _mention(text, known, chains, source)
        span = Span(frame.starts[proposal.first], frame.ends[proposal.last - 1])
        word = Span(frame.starts[proposal.at], frame.ends[proposal.at])
        if proposal.base == "according":
            word = Span(word.start, frame.ends[proposal.at + 1])
        cue = Cue(word, text[word.start : word.end], proposal.cue_class)
        out.append(
            Quote(
                kind="indirect",
                part="body",
                medium=medium_of(text, frame, proposal.at, cue),
                text=text[span.start : span.end],
                span=span,
                turn=turn + len(out),
                sentence=_around(paragraph, proposal.first, proposal.at),
                attribution=Attribution(
                    mention, cue, "statement", probability,
                    (Candidate(mention, probability, f"subject of “{cue.text}”"),),
                ),
            )
        )  # fmt: skip
    return out


def _read_transcript(
    text: str, lines: Sequence[TranscriptLine], chains: Chains, turn: int
) -> list[Quote]:
    """Return one quote for each line of a transcript; lines under one label are one turn."""
    out: list[Quote] = []
    for i, line in enumerate(lines):
        if i and line.label != lines[i - 1].label:
            turn += 1
        printed = text[line.label.start : line.label.end]
        mention = Mention(line.label, printed, "name", chains.named(printed))
        attribution = Attribution(
            mention, None, "transcript", _STRUCTURE,
            (Candidate(mention, _STRUCTURE, "the label that opens the line"),),
        )  # fmt: skip
        words = text[line.words.start : line.words.end]
        out.append(
            Quote("direct", "body", "spoken", words, line.words, turn, line.words, attribution)
        )
    return out


def _read_post(text: str, post: Post, turn: int) -> list[Quote]:
    """Return one quote for each stretch of a post; its author line names the source."""
    mention = Mention(
        post.author, text[post.author.start : post.author.end], "author", _author_name(text, post)
    )
    attribution = Attribution(
        mention, None, "post-author", 0.99, (Candidate(mention, 0.99, "the post's author line"),)
    )
    return [
        Quote(
            kind="direct",
            part="post",
            medium="post",
            text=text[span.start : span.end],
            span=span,
            turn=turn,
            sentence=post.line,
            attribution=attribution,
        )
        for span in post.pieces
    ]


def _author_name(text: str, post: Post) -> str:
    """Return the author's name as printed first: "Name / Ім’я (@handle)" gives "Name"."""
    printed = text[post.author.start : post.author.end]
    return printed.partition("(")[0].partition("/")[0].strip()
