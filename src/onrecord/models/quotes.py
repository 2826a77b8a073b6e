"""What is said in an article, from the words to the utterance that they report."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.models.articles import Article, Span
from onrecord.models.closed_sets import (
    CueClass,
    DatePrecision,
    Kind,
    Medium,
    MentionType,
    Op,
    Part,
    Relation,
    Verification,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch that names a source, in the same text as the quote it belongs to."""

    span: Span
    text: str
    type: MentionType
    name: str | None  # the fullest name its chain has in the article; None: never named


@dataclass(frozen=True, slots=True)
class Cue:
    """The reporting word or phrase, in the same text as the quote it belongs to."""

    span: Span
    text: str
    cue_class: CueClass


@dataclass(frozen=True, slots=True)
class Candidate:
    """One mention weighed as the source of a quote."""

    mention: Mention
    probability: float
    why: str  # the evidence for it, in plain words


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a quote is given to, and on what evidence.

    `mention` is None where no source is defensible; `candidates` are ranked, the chosen one first.
    """

    mention: Mention | None
    cue: Cue | None
    rule_id: str
    probability: float
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """One unbroken stretch of reported words: `text` is what stands at `span`, marks left out.

    `turn` numbers the turns of the article from 0: stretches broken only by their cue or by a
    paragraph share one. `sentence` is the stretch around the quote, cue and mention included, that
    its expressions of time are looked for in; never wider than the paragraph.
    """

    kind: Kind
    part: Part
    medium: Medium
    text: str
    span: Span
    turn: int
    sentence: Span
    attribution: Attribution
    inside: int | None = None  # index in the article's list of the quote this one is nested in


@dataclass(frozen=True, slots=True)
class Dating:
    """When a quote was said: `start` and `end` are ISO 8601 dates, equal for one day."""

    start: str | None
    end: str | None
    precision: DatePrecision
    expression: str | None  # the words of the report that say so; None: none did
    rule_id: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A quote with everything that was worked out about it: one row of the database."""

    id: str
    article: Article
    quote: Quote
    speaker_ids: tuple[str, ...]  # the first is the quote's speaker; empty: nobody defensible
    dating: Dating
    event_id: str | None = None
    topic_ids: tuple[str, ...] = ()
    topic_words: tuple[str, ...] = ()  # for each of the topics, the words that say so
    summary_span: Span | None = None  # where `Article.summary` has the same words
    verification: Verification = "unchecked"
    inside_id: str | None = None  # id of the quote that this one is nested in
    language_said: str | None = None  # ISO 639-1, or und; None: the report doesn't tell
    candidate_ids: tuple[str | None, ...] = ()  # person of each of the attribution's candidates
    # what stands before and after the quote, where the text is not at hand; empty: it is
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of two reports laid side by side, as printed; empty where a report has none."""

    op: Op
    fullest: str
    other: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One report of an utterance and how its words stand to the fullest report's."""

    quote_id: str
    relation: Relation
    similarity: float  # 0 to 1, of the normalised words
    segments: tuple[Segment, ...] = ()  # from the first to the last word; empty: no word differs


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of saying and every quote that reports it, the earliest first."""

    id: str
    speaker_id: str | None
    text: str  # the fullest report's words
    dating: Dating
    event_id: str | None
    variants: tuple[Variant, ...]
    fullest_id: str | None = None  # of the first quote of the fullest report; None: not looked for
