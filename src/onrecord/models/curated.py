"""What people decided or wrote: outlets, people, events, topics, corrections, and the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.models.closed_sets import (
    BodyKind,
    CorrectedTable,
    CorrectionField,
    Effect,
    Licence,
    Office,
    PersonKind,
    RuleKind,
    Verification,
)


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
