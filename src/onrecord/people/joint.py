"""One speaker's mention in, the others who speak too out: Tusk, [Macron and Starmer] said.

Read are lists of names that end in "and" and stand together, on one side of the cue. Refused:
whoever is only there ("alongside Rutte", "told Biden and Scholz"), and the bearers of offices
without their names ("the leaders of France and Germany": neither country said it).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.models import Article, Quote
from onrecord.people.names import (
    ARTICLES,
    PARTICLES,
    fold,
    is_role,
    may_be_first_name,
    name_words,
    without_roles,
)
from onrecord.quotes.lexicon import CUE_FORMS

_AND = r"(?:and|&|as well as)"
_PARTS = re.compile(rf",?(?<!\s)\s+{_AND}\s+|,\s*")
_HAS_AND = re.compile(rf"\s{_AND}\s")
_LONGEST = 160  # code points of a list between its first name and its cue
# "Macron and Scholz have jointly said"
_BEFORE_CUE = re.compile(r"(?:\s+(?:ha(?:ve|s|d)|jointly|both|all|also|together|later|then))+$")
# "said Macron and Scholz" ends here, while in "said Macron and Scholz left" a clause begins
_LIST_AFTER = re.compile(
    rf"((?:,\s[^,.;]+?)*,?\s{_AND}\s[^,.;]+?)"
    r"(?=\s*[.,;:”\"]|\s*$|\s(?:in|on|at|after|before|during|as|to|from|following|late|early)\s)"
)
_CLAUSE = re.compile(rf"^,\s{_AND}\s")  # ", and Scholz": with one more name only, a new clause
_OFFICES_OF = re.compile(
    rf"\b(?P<head>\w+s)\sof\s(?P<first>[^.;:”\"]+?),?\s{_AND}\s(?:the\s)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Others:
    """Names beside a mention, in their order; with `is_office` the mention names no speaker."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    is_office: bool = False


def others_named(quote: Quote, article: Article) -> Others:
    """Return who else the report names as speakers of a quote."""
    mention, cue = quote.attribution.mention, quote.attribution.cue
    if mention is None or mention.type not in ("name", "nominal"):
        return Others()
    text = article.headline if quote.part == "headline" else article.text
    behind = text[mention.span.end : max(quote.sentence.end, mention.span.end)]
    start = min(quote.sentence.start, mention.span.start)
    ahead = re.split(r"[”\"»:]", text[start : mention.span.start])[-1]
    if office := _OFFICES_OF.search(ahead[-_LONGEST:]):
        if fold(office["head"]) != "governments":
            return Others(is_office=is_role(office["head"].removesuffix("s")))
        return Others(before=_names(office["first"]))
    if cue is None:
        after = _names_between(_up_to_cue(behind))
    elif cue.span.start >= mention.span.end:
        after = _names_between(text[mention.span.end : cue.span.start])
    else:
        after = _names_after(behind)
    is_list = bool(after) or bool(_HAS_AND.search(mention.text))
    return Others(_names_ahead(ahead) if is_list else (), after)


def _up_to_cue(stretch: str) -> str:
    """Return what stands before the first reporting verb; nothing where there is none."""
    verbs = (word for word in re.finditer(r"\w+", stretch) if word[0] in CUE_FORMS)
    return stretch[: next((verb.start() for verb in verbs), 0)]


def _names_between(stretch: str) -> tuple[str, ...]:
    """Return the names between the first of a list and the cue after it."""
    if len(stretch) > _LONGEST or not _HAS_AND.search(stretch):
        return ()
    return _names(_BEFORE_CUE.sub("", stretch.rstrip()))


def _names_after(stretch: str) -> tuple[str, ...]:
    """Return the names after the first of a list that follows its cue."""
    found = _LIST_AFTER.match(stretch[:_LONGEST])
    return _names(found[1]) if found and not _CLAUSE.match(found[1]) else ()


def _names_ahead(stretch: str) -> tuple[str, ...]:
    """Return the names of a list before its last two: "A, " of "A, B and C said"."""
    names: list[str] = []
    for part in reversed(re.split(r",\s", stretch)[:-1] if stretch.endswith(", ") else []):
        if not _is_name(part.strip()):
            break
        names.insert(0, part.strip())
    return tuple(names)


def _names(stretch: str) -> tuple[str, ...]:
    """Return the names of a list; none where something else stands among them."""
    parts = [part.strip() for part in _PARTS.split(stretch) if part.strip()]
    names = tuple(part for part in parts if _is_name(part))
    return names if all(_is_name(part) or _is_apposition(part) for part in parts) else ()


def _is_name(part: str) -> bool:
    """Tell whether a part of a list is a name, with roles before it or without."""
    words = name_words(part)
    bare = without_roles(words)
    roles = words[: len(words) - len(bare)]
    return (
        bool(bare)
        and may_be_first_name(bare[0])
        and bare[-1][:1].isupper()
        and all(word[:1].isupper() or fold(word) in PARTICLES | {"of"} for word in bare)
        and all(word[:1].isupper() or is_role(word) or fold(word) == "of" for word in roles)
    )


def _is_apposition(part: str) -> bool:
    """Tell whether a part of a list says what somebody is: the Polish president."""
    words = part.split()
    return words[0].lower() in ARTICLES and words[-1].islower()
