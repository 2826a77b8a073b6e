"""The language something was said in, where the report tells it: "she said in French".

A quote and its article come in, an ISO 639-1 code goes out, or `und` (undetermined) where an
interpreter is all that is told. Refused: to guess from who speaks, or where; and a language that
is an adjective of something else ("in the Ukrainian parliament", "in German hands").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.models import Article, Quote

INTERPRETED = "und"  # ISO 639-2: undetermined
LANGUAGES = dict(
    pair.split("/")
    for pair in (
        "Arabic/ar Armenian/hy Azerbaijani/az Belarusian/be Bulgarian/bg Chinese/zh Croatian/hr"
        " Czech/cs Danish/da Dutch/nl English/en Estonian/et Farsi/fa Finnish/fi French/fr"
        " Georgian/ka German/de Greek/el Hebrew/he Hindi/hi Hungarian/hu Indonesian/id Italian/it"
        " Japanese/ja Kazakh/kk Korean/ko Latvian/lv Lithuanian/lt Mandarin/zh Norwegian/no"
        " Persian/fa Polish/pl Portuguese/pt Romanian/ro Russian/ru Serbian/sr Slovak/sk"
        " Slovenian/sl Spanish/es Swedish/sv Turkish/tr Ukrainian/uk Urdu/ur Vietnamese/vi"
    ).split()
)

_NAMES = "|".join(LANGUAGES)
_HOW = (
    r"(?:(?:heavily |slightly )?(?:accented|broken|faltering|flawless|fluent|good|halting|native"
    r"|near-perfect|passable|perfect|plain|poor) )?"
)
# what follows the name of a language is no noun: "in French, on Monday", not "in French hospitals"
_END = (
    r"(?![-\w])(?=\s*(?:$|[.,;:!?)“”\"–—])|\s(?:about|after|afterwards|and|as|at|because|before|but"
    r"|by|during|for|from|in|instead|later|on|rather|so|that|then|through|to|via|when|while|with"
    r"|yesterday|today)\b)"
)
_LANGUAGE = rf"(?P<language>{_NAMES}){_END}"
_SPEAKING = (
    r"add(?:ed|ing|s)|address(?:ed|es|ing)|answer(?:ed|ing|s)|ask(?:ed|ing|s)|cried|declar(?:ed|es"
    r"|ing)|jok(?:ed|es|ing)|post(?:ed|ing|s)|quipped|read(?:ing|s)?|repl(?:ied|ies|ying)"
    r"|respond(?:ed|ing|s)|said|say(?:ing|s)|shouted|speaking|spoke|stated|tell(?:ing|s)?"
    r"|told|tweet(?:ed|ing|s)|warn(?:ed|ing|s)|wr(?:ites|iting|ote)"
)
_NOT = r"not|never|n['’]t|no|without|who|whom|whose|which|that|refus\w+|declin\w+|rather than"
_GAP = rf"(?:(?!\b(?:{_NOT})\b|n['’]t\b|instead of)[^.;:“”\"]){{0,60}}?"
_MESSAGE = r"address|comment|letter|message|post|remarks|speech|statement|thread|tweet|video"
_TOLD = tuple(
    re.compile(pattern)
    for pattern in (
        # said in French · speaking, on Monday, in fluent English
        rf"\b(?i:{_SPEAKING})\b{_GAP}\bin {_HOW}{_LANGUAGE}",
        # speaking French · was speaking fluent English, not: when speaking English
        rf"(?:^|[,“”–—] ?|\b(?:was|were|said) )[Ss]peaking {_HOW}{_LANGUAGE}",
        # switching to Russian
        rf"\b[Ss]witch(?:ed|ing) (?:briefly )?(?:in)?to {_HOW}{_LANGUAGE}",
        # In French, she said
        rf"(?:^|[“”\"] )In {_HOW}(?P<language>{_NAMES}),",
        # in a post in English · in an English-language video
        rf"\bin an? (?:\w+ )?(?:{_MESSAGE})\b{_GAP}\bin {_HOW}{_LANGUAGE}",
        rf"\bin an? (?P<language>{_NAMES})-language (?:{_MESSAGE})\b",
        # according to a translation from Russian · translated from the Ukrainian
        rf"\btranslat(?:ed|ion) from (?:the )?(?:original )?{_LANGUAGE}",
    )
)
_INTERPRETED = re.compile(
    r"\b(?:through|via|with the help of) (?:an?|his|her|their|the) "
    r"(?:\w+ )?(?:interpreter|translator)\b"
)
_ANOTHER = re.compile(rf"(?:,|,? and|,? or|,? then) (?:in )?(?:{_NAMES})\b")
_DENIED = re.compile(
    r"(?:\bnot|never|n['’]t|without|instead of|rather than|refus\w+ to|declin\w+ to) (?:\w+ )?$"
)
_MARKED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")


def languages_said(quotes: Sequence[Quote], article: Article) -> list[str | None]:
    """Return the language of each quote of an article; None: the report doesn't tell.

    What is told of one stretch of a turn holds for all of it, unless it is told otherwise.
    """
    told = [language_said(quote, article) for quote in quotes]
    turns: dict[int, set[str]] = defaultdict(set)
    for quote, language in zip(quotes, told, strict=True):
        if language:
            turns[quote.turn].add(language)
    return [
        language or (next(iter(turns[quote.turn])) if len(turns[quote.turn]) == 1 else None)
        for quote, language in zip(quotes, told, strict=True)
    ]


def language_said(quote: Quote, article: Article) -> str | None:
    """Return the language that the sentence around a quote says it was said in; None: none, or
    more than one."""
    around = _around(quote, article)
    found = set(_named(around))
    if not found and _INTERPRETED.search(around):
        return INTERPRETED
    return found.pop() if len(found) == 1 else None


def _named(around: str) -> Iterator[str]:
    for pattern in _TOLD:
        for told in pattern.finditer(around):
            if _DENIED.search(around[: told.start()]):
                continue
            yield LANGUAGES[told["language"]]
            if other := _ANOTHER.match(around, told.end("language")):
                yield other[0]  # in English and French: which of them, nobody tells


def _around(quote: Quote, article: Article) -> str:
    """Return the sentence around a quote, without any quoted words."""
    text = article.headline if quote.part == "headline" else article.text
    start, end = quote.sentence.start, quote.sentence.end
    before = text[start : quote.span.start].rstrip('“"')
    after = text[quote.span.end : end].lstrip('”"')
    return _MARKED.sub("“”", f"{before} “” {after}")
