"""Two reports with six quotes, and a short way of writing corrections of them."""

from __future__ import annotations

from dataclasses import replace

from onrecord.corrections.reading import Reading
from onrecord.ids import quote_id
from onrecord.models import (
    Article,
    Correction,
    CorrectionField,
    Person,
    Source,
    Span,
    Statement,
)
from tests.utterances.statements import say

HARBOUR = """\
Ann Lee spoke first. “The ferries will run again in May,” she told the town on Monday.
Cy Holm was against it: “Lee said ‘never in winter’ to me.” “We will wait,” he added.
"""
HEADLINE = "Lee: ‘The ferries will run again’"
PORT = "“The ferries will run again in May,” Lee said. “We wait for the ice,” said Cy Holm."
PEOPLE = {
    person.id: person
    for person in (
        Person("ann-lee", "Ann Lee"),
        Person("bob-ray", "Bob Ray"),
        Person("cy-holm", "Cy Holm", is_linked=False),
        Person("cyrus-holm", "Сайрус Голм", is_linked=False),
    )
}


def article(article_id: str, text: str, headline: str = "", language: str = "en") -> Article:
    """Return an article of one paragraph a line."""
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        spans.append(Span(at, at + len(line.rstrip())))
        at += len(line)
    source = Source("https://news.example", "news", "2023-04-20", "day", language=language)
    return Article(article_id, source, headline, text, tuple(spans))


def quote(of: Article, words: str, *by: str, turn: int = 0, headline: bool = False) -> Statement:
    """Return the statement of words that the article has."""
    at = (of.headline if headline else of.text).index(words)
    said = say(words, by=by, at=at, turn=turn, part="headline" if headline else "body")
    return replace(said, id=quote_id(of.id, said.quote.part, words, 1), article=of)


A = article("news-harbour", HARBOUR, HEADLINE)
B = article("port-harbour", PORT, language="uk")
TOP = quote(A, "The ferries will run again", "ann-lee", headline=True)
FERRIES = quote(A, "The ferries will run again in May,", "ann-lee", turn=1)
OUTER = quote(A, "Lee said ‘never in winter’ to me.", "cy-holm", turn=2)
INNER = replace(quote(A, "never in winter", "ann-lee", turn=3), inside_id=OUTER.id)
WAIT = quote(A, "We will wait,", "cy-holm", turn=2)
ICE = quote(B, "We wait for the ice,", "cy-holm", turn=1)
COPY = quote(B, "The ferries will run again in May,", "cyrus-holm")
STATEMENTS = (TOP, FERRIES, OUTER, INNER, WAIT, COPY, ICE)


def reading() -> Reading:
    """Return what the machine read in the two reports."""
    return Reading(
        articles={A.id: A, B.id: B},
        statements={statement.id: statement for statement in STATEMENTS},
        people=PEOPLE,
        known={"ann-lee", "bob-ray"},
    )


def decide(
    target: str,
    field: CorrectionField,
    before: str | None = None,
    after: str | None = None,
    line: int = 1,
) -> Correction:
    """Return a correction that stands on a line of the file."""
    return Correction(
        target,
        field,
        before,
        after,
        reason="The report says so.",
        source="https://news.example",
        by="Editor",
        made="2026-11-21",
        stands_at=f"corrections.yml:{line}",
    )
