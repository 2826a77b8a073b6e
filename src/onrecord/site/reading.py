"""Which columns of a table are read, under which headings; all of them are one click away.

The first column of each is the one that leads on, to the page of the row or of what it speaks of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Reading:
    """The columns of one table and their headings; where a row leads, and which column names it."""

    columns: Mapping[str, str]
    leads_to: str
    key: str = "id"


READING: Mapping[str, Reading] = MappingProxyType(
    {
        "quotes": Reading(
            {
                "text": "Words",
                "speaker_id": "Who",
                "date_said": "Said",
                "article_id": "Printed in",
                "kind": "Kind",
            },
            leads_to="quotes",
        ),
        "said": Reading(
            {
                "text": "Words",
                "speaker": "Who",
                "date_said": "Said",
                "headline": "Printed in",
                "kind": "Kind",
            },
            leads_to="quotes",
        ),
        "needs_review": Reading(
            {
                "text": "Words",
                "speaker": "Who",
                "reason": "Why",
                "probability": "Probability",
                "headline": "Printed in",
            },
            leads_to="quotes",
            key="quote_id",
        ),
        "utterances": Reading(
            {
                "text": "Words, in the fullest report",
                "speaker_id": "Who",
                "date_said": "Said",
                "quote_count": "Quotes",
                "outlet_count": "Outlets",
                "report_count": "Independent reports",
            },
            leads_to="utterances",
        ),
        "same_words": Reading(
            {
                "text": "Words, in the fullest report",
                "speaker": "Who",
                "date_said": "Said",
                "outlets": "Printed by",
                "reworded_count": "Wording",
            },
            leads_to="utterances",
            key="utterance_id",
        ),
        "articles": Reading(
            {
                "headline": "Report",
                "outlet_id": "Outlet",
                "published": "Published",
                "agency": "Agency",
                "quote_count": "Quotes",
            },
            leads_to="articles",
        ),
        "people": Reading(
            {
                "name": "Name",
                "description": "Known as",
                "kind": "Kind",
                "country": "Country",
                "quote_count": "Quotes",
            },
            leads_to="people",
        ),
        "events": Reading(
            {"name": "Event", "start": "When", "place": "Where", "quote_count": "Quotes"},
            leads_to="events",
        ),
        "topics": Reading(
            {"name": "Topic", "description": "What belongs to it", "quote_count": "Quotes"},
            leads_to="topics",
        ),
        "outlets": Reading(
            {
                "name": "Outlet",
                "country": "Country",
                "note": "Note",
                "article_count": "Reports read",
                "quote_count": "Quotes",
            },
            leads_to="outlets",
        ),
        "rules": Reading(
            {
                "description": "Rule",
                "example": "For example",
                "counterexample": "But not",
                "precision": "Right",
                "support": "Used here",
            },
            leads_to="rules",
        ),
        "sources": Reading(
            {
                "headline": "Report",
                "outlet": "Outlet",
                "published": "Published",
                "language": "Language",
                "status": "Status",
            },
            leads_to="sources",
            key="url",
        ),
    }
)
