"""A page's quotes in, the same without those that it only prints again.

Pages repeat a sentence as a pull quote or by mistake, sometimes with a word changed; a quotation
in it counts once. Words that a speaker really said twice stand in different sentences and stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from onrecord.ids import spoken_words
from onrecord.models import Article, Quote

# from six words on nobody says the same by chance, whatever the sentence around it
_TELLING = 6
# share of words in common from which two sentences are one, printed again with a slip or a trim
_ALIKE = 0.8


def drop_repeats(quotes: Sequence[Quote], article: Article) -> list[Quote]:
    """Return the quotes without repeats, in order; of two alike the first that names a source."""
    kept: list[int] = []
    for index, quote in enumerate(quotes):
        twin = next((k for k in kept if _repeats(quote, quotes[k], article)), None)
        if twin is None:
            kept.append(index)
        elif quote.attribution.mention and not quotes[twin].attribution.mention:
            kept[kept.index(twin)] = index
    kept.sort()
    places = {old: new for new, old in enumerate(kept)}
    return [_renumbered(quotes[index], places) for index in kept]


def _repeats(quote: Quote, earlier: Quote, article: Article) -> bool:
    if quote.part != earlier.part:
        return False
    words, others = spoken_words(quote.text), spoken_words(earlier.text)
    if quote.kind == earlier.kind == "indirect":
        return _alike(words, others)
    if words != others:
        return False
    return len(words) >= _TELLING or _alike(*(_sentence(q, article) for q in (quote, earlier)))


def _sentence(quote: Quote, article: Article) -> list[str]:
    text = article.headline if quote.part == "headline" else article.text
    return spoken_words(text[quote.sentence.start : quote.sentence.end])


def _alike(words: Sequence[str], others: Sequence[str]) -> bool:
    return Indel.normalized_similarity(words, others) >= _ALIKE


def _renumbered(quote: Quote, places: dict[int, int]) -> Quote:
    """Return the quote with its outer one's new place; a repeat's inner quotes are repeats too."""
    return quote if quote.inside is None else replace(quote, inside=places.get(quote.inside))
