"""A dataset small enough to know by heart, in sentences made up for it.

Two outlets print one statement of Ada Lind, one of them in other words; a joint statement, a
quotation in two stretches, a quote inside a quote, a post and a voice nobody names are there too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.ids import quote_id
from onrecord.models import (
    Article,
    Attribution,
    Candidate,
    CorrectedRow,
    Correction,
    Cue,
    Curated,
    Dataset,
    Dating,
    Event,
    Kind,
    KnownReport,
    Mention,
    NameForm,
    Outlet,
    Part,
    Person,
    Position,
    Quote,
    Refusal,
    Rule,
    Source,
    Span,
    Statement,
    Topic,
    Utterance,
    Variant,
)

PEOPLE = (
    Person(
        "ada-lind",
        "Ada Lind",
        description="Foreign minister of Norland",
        country="NO",
        names=(NameForm("Ада Лінд", "uk", "Cyrl"), NameForm("Ada Linde")),
        positions=(Position("Foreign minister", "norland", "2022-05"),),
    ),
    Person("bo-ek", "Bo Ek"),
    Person("cy-holm", "Cy Holm", is_linked=False),
    Person("norland", "Government of Norland", kind="organisation"),
    Person("norstad", "Norstad", kind="organisation", stands_for="norland"),
)
OUTLETS = (
    Outlet("evening", "The Evening", "https://evening.example/", "SE", timezone="Europe/Oslo"),
    Outlet("herald", "Herald", "https://herald.example/", note="machine-translated"),
)
EVENTS = (Event("norstad-talks", "Talks in Norstad", "2024-03-04", "2024-03-05", "Norstad"),)
TOPICS = (
    Topic("air-defence", "Air defence", "Shelter from missiles and aircraft.", ("missile*",)),
    Topic("bridges", "Bridges", "Bridges and roads.", ("bridge*",)),
)
RULES = (
    Rule("before-cue", "A name right before the reporting word.", "Ms Lee said: “We won.”", 0.97),
    Rule("nobody", "No name that could be defended."),
    Rule("weekday", "A weekday in the sentence.", "Ms Lee won on Monday.", kind="dating"),
    Rule("none", "No day is given.", kind="dating"),
)

_EVENING = """\
“We will rebuild every bridge,” Ada Lind said on Monday, “and we will do it together.”

Ada Lind and Bo Ek said the missiles must stop. “We will not wait,” a voice called.

— Bo Ek (@boek) March 4, 2024
A good day for bridges.
"""
_HERALD = """\
Skip to content
“All bridges will be built again,” Lind said. Cy Holm said: “She told me ‘never’ and left.”
"""
_SUMMARY = "Ada Lind: “All bridges will be built again,” so the paper."


def dataset() -> Dataset:
    """Return the whole of it."""
    evening, herald = _articles()
    statements = (*_evening_statements(evening), *_herald_statements(herald))
    corrected = _corrected(statements[0].id)
    return Dataset(
        curated=_curated(corrected),
        people=PEOPLE,
        outlets=OUTLETS,
        articles=(evening, herald),
        statements=statements,
        utterances=_utterances(statements),
        refusals=(Refusal("https://herald.example/gone", "not-a-page", "status 404"),),
        rules=RULES,
        corrected=tuple(corrected),
        input_sha256="0" * 64,
    )


def _corrected(quote: str) -> list[CorrectedRow]:
    """Return a kind set, a person merged, and a quote and its article taken down."""
    why = ("A clause", "https://evening.example/1", "Editor", "2024-04-01")
    kind = Correction(quote, "kind", "mixed", "direct", *why)
    merged = Correction("ada-linde", "merged_into", None, "ada-lind", *why)
    down = Correction("evening-2024-01-01-down", "take_down", None, None, *why)
    return [
        CorrectedRow(kind, "quotes", quote, "changed"),
        CorrectedRow(merged, "people", "ada-linde", "moved", "ada-lind"),
        CorrectedRow(merged, "people", "ada-lind", "changed"),
        CorrectedRow(down, "articles", down.target, "gone"),
        CorrectedRow(down, "quotes", "0" * 12, "gone"),
    ]


def _curated(corrected: Sequence[CorrectedRow]) -> Curated:
    return Curated(
        outlets={outlet.id: outlet for outlet in OUTLETS},
        people={person.id: person for person in PEOPLE if person.is_linked},
        events={event.id: event for event in EVENTS},
        topics={topic.id: topic for topic in TOPICS},
        reports=(
            KnownReport("https://evening.example/1", "The Evening", "Bridges", "2024-03-05", "en"),
            KnownReport("https://herald.example/gone", "Herald", "Gone", None, "en"),
            KnownReport("https://herald.example/later", "Herald", "Later", None, "en"),
        ),
        corrections=tuple(dict.fromkeys(row.correction for row in corrected)),
    )


def _articles() -> tuple[Article, Article]:
    evening = Source("https://evening.example/1", "evening", "2024-03-05", "day", agency="NTB")
    herald = Source(
        "https://herald.example/2",
        "herald",
        "2024-03-06",
        "day",
        basis="capture",
        capture_sha256="f" * 64,
        translated_from="no",
    )
    return (
        Article(
            "evening-2024-03-05-bridges",
            evening,
            "‘Every bridge,’ says Lind",
            _EVENING,
            _lines(_EVENING),
        ),
        Article(
            "herald-2024-03-06-bridges",
            herald,
            "Bridges again",
            _HERALD,
            _lines(_HERALD)[1:],
            summary=_SUMMARY,
        ),
    )


def _lines(text: str) -> tuple[Span, ...]:
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append(Span(at, at + len(line.rstrip())))
        at += len(line)
    return tuple(spans)


def _evening_statements(article: Article) -> list[Statement]:
    lind, ek = ("ada-lind",), ("bo-ek",)
    outer = _state(article, "Every bridge,", "Lind", lind, 0, part="headline", kind="mixed")
    monday = Dating("2024-03-04", "2024-03-04", "day", "on Monday", "weekday")
    return [
        outer,
        _state(article, "We will rebuild every bridge,", "Ada Lind", lind, 1, dating=monday),
        _state(article, "and we will do it together.", "Ada Lind", lind, 1, dating=monday),
        _state(article, "the missiles must stop", "Ada Lind", (*lind, *ek), 2, kind="indirect"),
        _state(article, "We will not wait,", None, (), 3),
        _state(article, "A good day for bridges.", "Bo Ek", ek, 4, part="post"),
    ]


def _herald_statements(article: Article) -> list[Statement]:
    words = "All bridges will be built again,"
    lind = _state(article, words, "Lind", ("ada-lind",), 0)
    at = _SUMMARY.index(words)
    holm = _state(article, "She told me ‘never’ and left.", "Cy Holm", ("cy-holm",), 1)
    never = _state(article, "never", "She", ("ada-lind",), 2, kind="mixed")
    return [
        replace(lind, summary_span=Span(at, at + len(words))),
        holm,
        replace(never, inside_id=holm.id),
    ]


def _state(
    article: Article,
    text: str,
    name: str | None,
    speaker_ids: tuple[str, ...],
    turn: int,
    *,
    part: Part = "body",
    kind: Kind = "direct",
    dating: Dating | None = None,
) -> Statement:
    whole = article.headline if part == "headline" else article.text
    at = whole.index(text)
    mention = name and Mention(Span(0, len(name)), name, "name", name)
    attribution = Attribution(
        mention=mention or None,
        cue=Cue(Span(0, 4), "said", "speech") if mention and part != "post" else None,
        rule_id="before-cue" if mention else "nobody",
        probability=0.97 if mention else 0.0,
        candidates=(Candidate(mention, 0.97, "before the cue"),) if mention else (),
    )
    return Statement(
        id=quote_id(article.id, part, text, 1),
        article=article,
        quote=Quote(
            kind=kind,
            part=part,
            medium="post" if part == "post" else "spoken",
            text=text,
            span=Span(at, at + len(text)),
            turn=turn,
            sentence=Span(at, at + len(text)),
            attribution=attribution,
        ),
        speaker_ids=speaker_ids,
        dating=dating or Dating(None, None, "unknown", None, "none"),
        event_id="norstad-talks" if dating else None,
        topic_ids=("bridges",) if "bridge" in text.lower() else (),
        candidate_ids=speaker_ids[:1],
    )


def _utterances(statements: tuple[Statement, ...]) -> tuple[Utterance, ...]:
    headline, first, *others, lind = (*statements[:6], statements[6])
    tied = (
        Variant(headline.id, "trimmed", 1.0),
        Variant(first.id, "exact", 1.0),
        Variant(lind.id, "reworded", 0.5),
    )
    shared = Utterance(
        headline.id, "ada-lind", first.quote.text, first.dating, first.event_id, tied
    )
    return (shared, *map(_alone, (*others, *statements[7:])))


def _alone(statement: Statement) -> Utterance:
    speaker = statement.speaker_ids[0] if statement.speaker_ids else None
    return Utterance(
        statement.id,
        speaker,
        statement.quote.text,
        statement.dating,
        statement.event_id,
        (Variant(statement.id, "exact", 1.0),),
    )
