"""One article in, who said what in it out: its quotes with the people and the days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.models import Article, Curated, Dating, Person, Quote
from onrecord.people.registry import Registry
from onrecord.people.resolve import resolve_speakers
from onrecord.quotes import read_quotes
from onrecord.quotes.repeats import drop_repeats
from onrecord.utterances.dates import date_quotes


@dataclass(frozen=True, slots=True)
class Said:
    """One quote, whom its mention means, the day, and the quotes inside it."""

    quote: Quote
    person: Person | None  # the first named of several; None: nobody known by name
    day: str | None  # ISO 8601, to the precision known
    nested: tuple[Quote, ...]

    @property
    def speaker(self) -> str | None:
        """Return the best name there is: the person's, the chain's, the mention's own words."""
        mention = self.quote.attribution.mention
        if mention is None:
            return None
        return self.person.name if self.person else mention.name or mention.text


def read_said(
    article: Article, registry: Registry, curated: Curated | None = None, *, plain: bool = False
) -> list[Said]:
    """Return who said what, in the order of `read_quotes`; quotes inside others stand in those.

    What a page prints twice counts once, as in the database. A `plain` text is nobody's page: all
    that stands in it counts. Events and outlets are known from `curated` alone.
    """
    quotes = read_quotes(article)
    if not plain:
        quotes = drop_repeats(quotes, article)
    speakers = resolve_speakers(quotes, article, registry)
    datings = _date(quotes, article, curated)
    nested: dict[int, list[Quote]] = {}
    for quote in quotes:
        if quote.inside is not None:
            nested.setdefault(quote.inside, []).append(quote)
    return [
        Said(
            quote,
            people[0] if people else None,
            dating.start,
            tuple(nested.get(index, ())),
        )
        for index, (quote, people, dating) in enumerate(zip(quotes, speakers, datings, strict=True))
        if quote.inside is None
    ]


def _date(quotes: Sequence[Quote], article: Article, curated: Curated | None) -> list[Dating]:
    if curated is None:
        return date_quotes(quotes, article)
    outlet = curated.outlets.get(article.source.outlet_id)
    return date_quotes(quotes, article, curated.events.values(), outlet)
