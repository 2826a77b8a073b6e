"""A report as read, and inputs that could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.models.closed_sets import Basis, DatePrecision, DateSource, RefusalReason


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
