"""The records that travel between the stages; they hold data and no behaviour.

page → Article → Quote (with its Attribution) → Statement (speaker, day, utterance) → database.
Every Span is half-open and counts Unicode code points of one text: the article's headline where
the part is `headline`, `Article.text` everywhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["direct", "mixed", "indirect"]
Part = Literal["headline", "body", "post"]
Medium = Literal["spoken", "post", "document", "unknown"]
CueClass = Literal["speech", "belief", "intent", "none"]
DatePrecision = Literal["day", "range", "month", "year", "unknown"]
Verification = Literal["exact", "normalised", "near", "absent", "unchecked"]
Relation = Literal["exact", "trimmed", "reworded", "translated"]
Op = Literal["same", "left-out", "inserted", "replaced"]
# what says when a report was published; the order is that of `onrecord.articles.published`
DateSource = Literal[
    "sidecar",
    "digest",
    "json-ld",
    "metadata",
    "url",
    "feed",
    "page",
    "text",
    "dateline",
    "changed",
    "post",
]
Basis = Literal["digest", "capture"]
MentionType = Literal["name", "pronoun", "nominal", "author"]
PersonKind = Literal["person", "organisation", "group"]
BodyKind = Literal[
    "government",
    "ministry",
    "parliament",
    "court",
    "military",
    "agency",
    "alliance",
    "media",
    "country",
    "metonym",
]
Office = Literal["leaders", "foreign-ministers", "defence-ministers"]
RuleKind = Literal["attribution", "dating"]
Licence = Literal["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"]
CorrectionField = Literal[
    "speaker_id",
    "date_said",
    "kind",
    "tied_to",
    "person_id",
    "merged_into",
    "moved_to",
    "take_down",
    "taken_down",
]
CorrectedTable = Literal["articles", "people", "quotes", "utterances"]
Effect = Literal["changed", "moved", "gone"]
RefusalReason = Literal[
    "not-a-page",
    "empty",
    "too-short",
    "too-large",
    "no-article",
    "unreadable",
    "invalid-digest",
    "address",
    "robots",
    "reserved",
    "fetch-failed",
    "paywall",
    "language",
    "timed-out",
    "near-duplicate",
]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: `start` is its first code point, `end` the one after its last."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the text as read that is not the report: page furniture, with the reason."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Post:
    """A post embedded in a page: `span` is all of its lines, the last one its author's."""

    span: Span
    author: str
    handle: str  # without the @
    day: str | None  # ISO 8601; None: the page doesn't say
    url: str | None  # where it was posted; None: the page doesn't say


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a report apart from its text."""

    url: str
    outlet_id: str
    published: str | None = None  # ISO 8601 date, to the precision known; None: no evidence at all
    published_precision: DatePrecision = "unknown"
    published_from: DateSource | None = None  # what says so; None: nothing does
    byline: str | None = None
    agency: str | None = None
    language: str = "en"
    translated_from: str | None = None  # language code; None: not known to be a translation
    archive_url: str | None = None
    basis: Basis = "digest"
    rights: str | None = None
    capture_sha256: str | None = None  # of the bytes read; None for a digest
    retrieved_at: str | None = None  # UTC, ISO 8601; None: not known


@dataclass(frozen=True, slots=True)
class Article:
    """A report as read: its headline, its text, and which stretches of the text are its body.

    `paragraphs` are the lines of the body in order, post lines included, furniture left out.
    Spans in `paragraphs` and `cuts` count in `text`. For an article read with `--plain` the
    headline is empty and every line of the input is a paragraph.
    """

    id: str
    source: Source
    headline: str
    text: str
    paragraphs: tuple[Span, ...]
    cuts: tuple[Cut, ...] = ()
    summary: str | None = None  # the digest's body, where a capture was read and a digest exists
    syndication_id: str | None = None  # id of the earliest that prints its text; None: it's alone
    posts: tuple[Post, ...] = ()  # those that the markup of a page shows; plain text has none
    word_count: int | None = None  # of a page whose text is not at hand; None: count the text's


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that could not be used, and why."""

    source: str  # path or URL as given
    reason: RefusalReason
    detail: str


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


@dataclass(frozen=True, slots=True)
class NameForm:
    """One spelling of a name; `language` is ISO 639-1, `script` ISO 15924."""

    form: str
    language: str = "en"
    script: str = "Latn"
    source: str = "general knowledge"


@dataclass(frozen=True, slots=True)
class Position:
    """One office of one person; dates have the precision known (year, month or day)."""

    title: str
    organisation: str | None = None  # id in institutions.yml
    start: str | None = None  # None: not known
    end: str | None = None  # None: in office as far as known
    source: str = "general knowledge"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody or some body that speaks or is named."""

    id: str
    name: str
    kind: PersonKind = "person"
    description: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-2
    wikidata: str | None = None
    names: tuple[NameForm, ...] = ()  # every known form besides `name`
    positions: tuple[Position, ...] = ()
    body: BodyKind | None = None  # the sort of body; None: a person or a group
    stands_for: str | None = None  # of a metonym (Moscow): the id of the body meant
    source: str = "general knowledge"  # what confirms the row
    is_linked: bool = True  # False: met in an article only, in no data file


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher of reports."""

    id: str
    name: str
    url: str
    country: str | None = None
    wikidata: str | None = None
    timezone: str | None = None  # IANA name
    note: str | None = None  # agency, aggregator, machine-translated, state-owned


@dataclass(frozen=True, slots=True)
class Event:
    """Something that statements are made at; dates as in Position.

    Who took part: `participants`, and whoever held one of the `offices` that day in one `of` these.
    """

    id: str
    name: str
    start: str
    end: str | None = None  # None: still going on
    place: str | None = None
    country: str | None = None
    wikidata: str | None = None
    participants: tuple[str, ...] = ()  # ids of people and bodies
    offices: tuple[Office, ...] = ()
    of: tuple[str, ...] = ()  # countries, or ids of bodies: their members and their own officers
    words: tuple[str, ...] = ()  # alternatives that say a report is of it; none: never tied
    source: str = "general knowledge"


@dataclass(frozen=True, slots=True)
class Membership:
    """A country that belongs to a body, from `start` to the day before `end`."""

    country: str
    start: str | None = None  # None: from before 2008
    end: str | None = None  # None: a member still


@dataclass(frozen=True, slots=True)
class Body:
    """A body that takes part in events through its member states."""

    id: str  # of institutions.yml
    members: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What a quote is about, told by phrases (`onrecord.utterances.phrases`) and nothing else.

    One of `words` is enough; one of `weak` only together with one of `beside`, in the quote, its
    sentence or its report's headline. What is part of a phrase of `never` counts as neither.
    """

    id: str
    name: str
    description: str
    words: tuple[str, ...]
    weak: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicScore:
    """How right a topic is on rows that a person checked; None: nothing to take a share of."""

    precision: float | None
    recall: float | None
    checked: int  # rows it was given to


@dataclass(frozen=True, slots=True)
class KnownReport:
    """One row of data/sources.csv: a report known to exist, read or not."""

    url: str
    outlet: str
    headline: str | None
    published: str | None
    language: str


@dataclass(frozen=True, slots=True)
class Check:
    """One row of data/verifications.csv: a digest's quote looked up in a capture of its report."""

    article_id: str
    quote_id: str
    quote: str  # its words, for those who read the file
    result: Verification
    found: str | None  # what stands there instead; None: the same words, or none like them
    capture_sha256: str
    checked: str  # ISO 8601 date


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person decided against the machine's reading, and why; data/corrections.yml says what
    each field wants in `before` and `after`."""

    target: str  # id of an article, a quote or a person
    field: CorrectionField
    before: str | None
    after: str | None
    reason: str
    source: str
    by: str  # who decided
    made: str  # ISO 8601 date
    article: str | None = None  # of a quote that only the captured page has: the page's article
    stands_at: str = ""  # file:line


@dataclass(frozen=True, slots=True)
class CorrectedRow:
    """What became of one row by a correction."""

    correction: Correction
    table: CorrectedTable
    row_id: str
    effect: Effect
    leads_to: str | None = None  # of a row that moved: the id it has now


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of attribution or of dating, told to those who read the dataset."""

    id: str
    description: str
    example: str | None = None  # a sentence it reads, written for the purpose
    precision: float | None = None  # on annotated text; None: not measured
    kind: RuleKind = "attribution"
    counterexample: str | None = None  # a sentence it must leave alone


@dataclass(frozen=True, slots=True)
class Examples:
    """What somebody who asks a ready question may fill in: values that this dataset answers."""

    day: str | None = None  # ISO 8601
    person: str | None = None  # a spelling of the name
    words: str | None = None
    event: str | None = None  # a part of its name
    topic: str | None = None  # its id


@dataclass(frozen=True, slots=True)
class About:
    """What a dataset says of itself, on its site and in its downloads; data/dataset.yml."""

    name: str = "On the Record"  # short: stands over each page
    title: str = "On the Record: who said what"
    description: str = "Quotations from news reports: the words, who said them, on which day."
    creator: str = "On the Record contributors"  # whom those who use it name
    licence: Licence = "CC-BY-4.0"  # of its makers' own work
    version: str | None = None  # year.month.number of the release; None: there was none yet
    keywords: tuple[str, ...] = ("quotations", "news")
    examples: Examples = Examples()


@dataclass(frozen=True, slots=True, eq=False)
class Curated:
    """Everything people decided or wrote, apart from the digests; keyed by id, in file order.

    One is equal to itself alone, so that what is made of it once can be kept by it.
    """

    outlets: dict[str, Outlet]
    people: dict[str, Person]
    events: dict[str, Event]
    topics: dict[str, Topic]
    reports: tuple[KnownReport, ...]
    corrections: tuple[Correction, ...]
    checks: tuple[Check, ...] = ()
    bodies: Mapping[str, Body] = field(default_factory=dict)
    about: About = About()


@dataclass(frozen=True, slots=True)
class Dataset:
    """One built dataset, ready to be written; every tuple in a reproducible order."""

    curated: Curated
    people: tuple[Person, ...]  # the curated ones and those met in articles only
    outlets: tuple[Outlet, ...]  # the same
    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    utterances: tuple[Utterance, ...]
    refusals: tuple[Refusal, ...]
    rules: tuple[Rule, ...] = ()  # every rule that an attribution or a dating can name
    corrected: tuple[CorrectedRow, ...] = ()  # every row that a correction touched
    topic_scores: Mapping[str, TopicScore] = field(default_factory=dict)  # by id, if measured
    input_sha256: str = ""  # of all files the dataset was made from
