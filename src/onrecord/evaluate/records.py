"""The records of marked texts: who said what, as a person read it.

Every span counts code points of the article's `text`, end excluded, as in `onrecord.models`.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.models import CueClass, Kind, Span


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One source, what it is reported to have said, thought or intended, and the cue."""

    id: int  # its number in the marked text
    cls: Kind  # of the whole: `mixed` where words in marks stand in a paraphrase
    contents: tuple[Span, ...]  # in order of the text; none lies inside another
    sources: tuple[Span, ...]  # empty: the report names no source
    cues: tuple[Span, ...]  # empty: no reporting word
    pieces: tuple[Span, ...]  # the stretches inside marks and the posts, marks left out
    is_speech: bool  # False: a belief or an intent
    cue_class: CueClass
    speaker: str | None = None  # full name; None: nobody is named


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A text and all of its attributions, in order of their numbers."""

    id: str
    text: str
    attributions: tuple[GoldAttribution, ...]
    style: str = ""
    phenomena: tuple[str, ...] = ()  # what the text was written to try
    unspoken: tuple[Span, ...] = ()  # words in marks that are nobody's: titles, terms, names
