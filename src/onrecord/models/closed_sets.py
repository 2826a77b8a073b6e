"""The closed sets: every value that a column or a field of this kind may have."""

from __future__ import annotations

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
