"""A page's quotes in, the same without those that say again what another says.

Pages repeat a sentence as a pull quote or by mistake, sometimes with a word changed; a quotation
in it counts once. Words that a speaker really said twice stand in different sentences and stay. Of
two indirect statements of one source, one inside the other, the outer one says it all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from onrecord.ids import spoken_words
from onrecord.models import Article, Quote

# from six words on nobody says the same by chance, whatever the sentence around it
_TELLING = 6
# share of words in common from which two sentences are one, printed again with a slip or a trim
_ALIKE = 0.8

# Earlier printings that one is compared with: pages repeat a sentence once or twice, and what is
# said more often, as "yes" in a transcript, would cost its square
_LATEST = 20


def drop_repeats(quotes: Sequence[Quote], article: Article) -> list[Quote]:
    """Return the quotes without repeats, in order; of two alike the first that names a source."""
    inner = set(_inside_their_own(quotes))
    kept: dict[int, None] = {}  # in the order of first printings
    seen: dict[tuple[str, ...], list[int]] = {}  # by key, the latest last
    for index, quote in enumerate(quotes):
        if index in inner:
            continue
        keys = list(_keys(quote))
        known = sorted({k for key in keys for k in seen.get(key, ())[-_LATEST:]})
        twin = next((k for k in known if _repeats(quote, quotes[k], article)), None)
        if twin is None or (quote.attribution.mention and not quotes[twin].attribution.mention):
            if twin is not None:
                del kept[twin]
            kept[index] = None
            for key in keys:
                same = seen.setdefault(key, [])
                same[:] = [*(k for k in same if k != twin), index]
    order = sorted(kept)
    places = {old: new for new, old in enumerate(order)}
    return [_renumbered(quotes[index], places) for index in order]


def _keys(quote: Quote) -> Iterator[tuple[str, ...]]:
    """Yield what a repeat must share with the quote: all its words or, for a paraphrase, its first
    or its last two."""
    words = spoken_words(quote.text)
    if quote.kind == "indirect":
        yield (quote.part, "first", *words[:2])
        yield (quote.part, "last", *words[-2:])
    else:
        yield (quote.part, "all", *words)


def _inside_their_own(quotes: Sequence[Quote]) -> Iterator[int]:
    """Yield the indirect statements that stand inside another one of the same mention."""
    widest: dict[tuple[int, int], list[int]] = {}
    for index in range(len(quotes) - 1, -1, -1):  # the outer one ends no earlier: it comes later
        quote = quotes[index]
        mention = quote.attribution.mention
        if quote.kind != "indirect" or mention is None:
            continue
        outer = widest.setdefault((mention.span.start, mention.span.end), [])
        if any(quotes[k].span.start <= quote.span.start for k in outer):
            yield index
        else:
            outer.append(index)


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
