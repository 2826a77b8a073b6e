"""Reports in labelled parts: `Source: Ann Lee in an interview`, `Quote: “We will not wait.”`

News agencies of some countries print every report so. The words after "Quote:" are those of the
person in the line "Source:" above, where that names one; a newspaper is the source of the report
only. Read are labels in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.models import Attribution, Candidate, Mention, Span
from onrecord.quotes.lexicon import NAME_TITLES, SPEAKING_NOUNS
from onrecord.quotes.paragraph import Paragraph
from onrecord.quotes.records import Reading

LABELS = frozenset(
    "source sources quote quotes details background literally verbatim reference previously".split()
)
# rules that know less of a labelled paragraph than its label
WEAKER = frozenset({"no-source", "carried-over", "earlier-subject"})

_MARKS = '“"„«'
_SOURCE = re.compile(r"Sources?:\s")
_QUOTE = re.compile(rf"(?:(?:Direct )?[Qq]uotes?|Literally|Verbatim):\s*[{_MARKS}]")
# "European Pravda, citing Ann Lee": the report is the one's, the words are the other's
_CITING = re.compile(r"\b(?:citing|quoting|referring to|with reference to)\s")
# where a person speaks: a newspaper stands alone, or in a list of several
_SPEAKING = re.compile(
    r"\s+(?:in|on|at|during|speaking|via|while|after|said)\b|,\s+(?P<what>[\w-]+)"
)
_PROBABILITY = 0.9  # not measured: no annotated text has these labels


def is_source_line(reading: Reading, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is the line that names the report's source, and tells nothing."""
    starts = paragraph.frame.starts
    return bool(starts and _SOURCE.match(reading.text, starts[0]))


def labelled_sources(reading: Reading) -> dict[int, Attribution]:
    """Return whose the words of each labelled paragraph are, by the paragraph's number."""
    return dict(_labelled(reading))


def _labelled(reading: Reading) -> Iterator[tuple[int, Attribution]]:
    source: Attribution | None = None
    is_quote = False
    for paragraph in reading.paragraphs:
        if not paragraph.frame.starts:
            continue
        start = paragraph.frame.starts[0]
        if _SOURCE.match(reading.text, start):
            source = _named(reading, paragraph)
        # the first token stands behind the mark
        goes_on = is_quote and reading.text[max(start - 1, 0)] in _MARKS
        is_quote = goes_on or bool(_QUOTE.match(reading.text, start))
        if is_quote and source:
            yield paragraph.number, source


def _named(reading: Reading, paragraph: Paragraph) -> Attribution | None:
    """Return the person that a source line names; None where it names a publication only."""
    text, frame = reading.text, paragraph.frame
    end = frame.ends[-1]
    citing = _CITING.search(text, frame.starts[0], end)
    for k, phrase in enumerate(paragraph.phrases):
        span = paragraph.span(k)
        if phrase.shape != "n" or frame.words[phrase.first] in LABELS:
            continue
        if citing and span.start < citing.end():
            continue
        if not citing and not _speaks(text, span, end):
            return None
        mention = Mention(
            span,
            text[span.start : span.end],
            "name",
            reading.chains.name(reading.paragraphs, paragraph.number, k),
        )
        evidence = (Candidate(mention, _PROBABILITY, "the line that names the source"),)
        return Attribution(mention, None, "labelled", _PROBABILITY, evidence)
    return None


def _speaks(text: str, span: Span, end: int) -> bool:
    """Tell whether what follows a name says where the person spoke, or what the person is."""
    found = _SPEAKING.match(text, span.end, end)
    if found is None:
        return False
    what = found["what"]
    return what is None or what.lower() in NAME_TITLES | SPEAKING_NOUNS or what[:1].islower()
