"""A quote or an article taken down: its row goes, and its words with it.

The words may stand elsewhere too: in the digest that is published whole, beside a neighbouring
quote, in the headline. There they are blanked character for character, so that every other quote
keeps its place. Refused: to blank words that are another quote's; which of the two is to go, or
whether both are, a person has to say. An id stays with its reason; a name does not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.corrections.reading import Draft, Reading, listed, told
from onrecord.ids import spoken_words
from onrecord.models import CorrectedTable, Correction, Quote, Span, Statement

# a space now and then, whatever the words, so that a line can break and no word's length shows
BLANK = "██████ "
# fewer words are anybody's: they are blanked where they stood as the quote, and nowhere else
_OWN_WORDS = 4

_QUOTE_ID = re.compile(r"[0-9a-f]{12}")
# outlet-date-slug; a person's id has no date
_ARTICLE_ID = re.compile(r".+-(\d{4}(-\d\d){0,2}|undated)-.+", re.DOTALL)


def complain(correction: Correction, reading: Reading) -> str | None:
    """Return why there is nothing to take down, or None."""
    if correction.target in reading.articles or correction.target in reading.statements:
        return None
    return (
        "no such article or quote; mend the id, or, where its words are out of the digest by now,"
        " make the field taken_down, so that its address still tells why"
    )


def complain_of_gone(correction: Correction, reading: Reading) -> str | None:
    """Return why something can't be gone from the input already, or None."""
    for target in (correction.target, *listed(correction.before)):
        if any(target in rows for rows in (reading.articles, reading.statements, reading.people)):
            return f"{target} is still in the input; make the field take_down"
    return None


def mark_gone(corrections: Sequence[Correction], draft: Draft) -> None:
    """Take note of what is gone from the input: a quote, a person, or an article and its quotes."""
    for correction in corrections:
        for target in (correction.target, *listed(correction.before)):
            draft.note(correction, _table_of(target, correction), target, "gone")


def _table_of(row_id: str, correction: Correction) -> CorrectedTable:
    """Return the table that a row was in, which its id tells; quotes go with articles only."""
    if _QUOTE_ID.fullmatch(row_id):
        return "quotes"
    is_article = _ARTICLE_ID.fullmatch(row_id) or correction.before
    return "articles" if is_article else "people"


def take_down(corrections: Sequence[Correction], draft: Draft) -> None:
    """Remove the articles and quotes, what is quoted inside those, and their words."""
    for correction in corrections:
        if draft.articles.pop(correction.target, None):
            draft.note(correction, "articles", correction.target, "gone")
            _remove(draft.of_article(correction.target), correction, draft)
    quotes = [
        (correction, draft.statements[correction.target])
        for correction in corrections
        if correction.target in draft.statements
    ]
    for correction, statement in quotes:
        inside = (s for s in draft.of_article(statement.article.id) if _is_inside(s, statement))
        _remove(inside, correction, draft)
    for correction, statement in quotes:
        _blank(statement, correction, draft)


def _remove(statements: Iterable[Statement], correction: Correction, draft: Draft) -> None:
    for statement in statements:
        del draft.statements[statement.id]
        draft.note(correction, "quotes", statement.id, "gone")


def _is_inside(statement: Statement, outer: Statement) -> bool:
    """Tell whether a quote is the other or a part of its words."""
    place, around = statement.quote.span, outer.quote.span
    return (
        _in_headline(statement.quote) == _in_headline(outer.quote)
        and around.start <= place.start
        and place.end <= around.end
    )


def _in_headline(quote: Quote) -> bool:
    return quote.part == "headline"


def _blank(gone: Statement, correction: Correction, draft: Draft) -> None:
    """Blank a quote's words wherever its article has them, unless they are another quote's too."""
    article = draft.articles.get(gone.article.id)
    if article is None:
        return
    headline, text = _places(gone, article.headline, article.text)
    for statement in draft.of_article(article.id):
        spans = headline if _in_headline(statement.quote) else text
        shares = any(_overlap(statement.quote.span, span) for span in spans)
        if shares or _is_part(statement.quote.text, gone.quote.text):
            words = f"quote {statement.id} prints words of it; take that down too"
            draft.problems.append(told(correction, words))
    draft.articles[article.id] = blanked = replace(
        article,
        headline=blank(article.headline, headline),
        text=blank(article.text, text),
        summary=article.summary and blank(article.summary, _in_summary(gone, article.summary)),
    )
    if blanked != article:
        draft.note(correction, "articles", article.id)
    for statement in draft.of_article(article.id):
        draft.statements[statement.id] = replace(statement, article=blanked)


def _places(gone: Statement, headline: str, text: str) -> tuple[list[Span], list[Span]]:
    """Return where the words stand in the headline and in the text."""
    words = gone.quote.text
    own = [gone.quote.span]
    if _in_headline(gone.quote):
        return own + list(occurrences(words, headline)), list(occurrences(words, text))
    return list(occurrences(words, headline)), own + list(occurrences(words, text))


def _is_part(words: str, others: str) -> bool:
    """Tell whether words lie within others, and are enough to be somebody's own."""
    spoken = spoken_words(words)
    around = " ".join(spoken_words(others))
    return len(spoken) >= _OWN_WORDS and f" {' '.join(spoken)} " in f" {around} "


def _in_summary(gone: Statement, summary: str) -> list[Span]:
    own = [gone.summary_span] if gone.summary_span else []
    return own + list(occurrences(gone.quote.text, summary))


def occurrences(words: str, text: str) -> Iterator[Span]:
    """Yield where the words stand in the text, however they are marked and cased there.

    Nothing where they are too few to be anybody's own.
    """
    spoken = spoken_words(words)
    if len(spoken) < _OWN_WORDS:
        return
    pattern = r"[\W_]+".join(map(re.escape, spoken))
    for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
        yield Span(*found.span())


def blank(text: str, spans: Collection[Span]) -> str:
    """Return the text with each character of the spans blanked, but for line breaks."""
    for span in spans:
        lines = text[span.start : span.end].split("\n")
        blanked = "\n".join(_bar(len(line)) for line in lines)
        text = text[: span.start] + blanked + text[span.end :]
    return text


def _bar(length: int) -> str:
    """Return a bar of this many characters that neither starts nor ends with a space."""
    bar = (BLANK * length)[:length]
    return bar[:-1] + BLANK[0] if bar else bar


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
