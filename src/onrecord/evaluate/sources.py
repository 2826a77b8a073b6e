"""Is the source that was read the one that people marked? Told by place, or by surname."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.evaluate.letters import Letters
from onrecord.models import Span
from onrecord.said import Said

# a word, or what a name never runs across: "Ann Lee, the mayor", "Ann Lee – for the council"
_TOKEN = re.compile(r"(?P<word>[^\W\d_][\w.'’-]*)|(?P<stop>[,;:(\[/—–]|(?<= )-(?= ))")
_QUOTES = str.maketrans("", "", '“”"')
# what follows a name and is no part of it: "the mayor of …", "Lee, who", "Lee told"
_AFTER_NAME = frozenset(
    "and as at during for from in of on said says that to told when which while who whom whose"
    " with".split()
)
_NOT_NAMES = frozenset(
    "all anybody both everybody everyone few he her him his i it its many me most my nobody one"
    " others our several she some somebody someone that their them these they this those us we"
    " who you".split()
)
_GENERATIONS = frozenset("esq ii iii iv jr md phd sr".split())


def names_source(letters: Letters, said: Said | None, sources: Sequence[Span]) -> bool:
    """Tell whether the mention read overlaps a marked source, or the speaker has its surname."""
    if said is None:
        return False
    mention = said.quote.attribution.mention
    if mention and any(letters.shared(mention.span, source) for source in sources):
        return True
    name = surname(said.speaker or "")
    return name is not None and any(
        surname(letters.text[source.start : source.end]) == name for source in sources
    )


def surname(mention: str) -> str | None:
    """Return the last word of the name that a mention begins with, in small letters.

    "Mayor Ann Lee of Norstad" and "Ms Lee" give "lee". None where that word has no capital:
    "the mayor", "she".
    """
    words = [re.sub(r"['’]s$|['’]$|\.$", "", word) for word in _name_words(mention)]
    while words and words[-1].lower().strip(".") in _GENERATIONS:
        words.pop()
    if not words or not words[-1][0].isupper() or words[-1].lower() in _NOT_NAMES:
        return None
    return words[-1].lower()


def _name_words(mention: str) -> list[str]:
    words: list[str] = []
    for token in _TOKEN.finditer(mention.translate(_QUOTES).strip()):
        if words and (token["stop"] or token["word"] in _AFTER_NAME):
            break
        if token["word"]:
            words.append(token["word"])
    return words
