"""A paragraph as seen from outside its quotes: tokens with coarse classes, quotes as single tokens.

What stands inside marks says nothing about who speaks, so the frame holds one token `Q` for each
quoted stretch. Besides the word classes of lexicon.py the tags are

    N a capitalised word that is part of a name   Q a quote   . a sentence's end
    , ; : - ( ) themselves; `-` is any dash       # a number
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.quotes.lexicon import CONTRACTIONS, SPEAKING_NOUNS, TAGS, tag_of
from onrecord.quotes.marks import Region

# Abbreviations keep their stop, so that it ends no sentence; also in then-U.S. president.
# The look-aheads come first only for speed: most words fail them at once.
_TOKEN = re.compile(
    r"(?=[A-Zv][a-z]{0,4}\.)(?:(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Capt|Sgt|Adm|Prof|Rev"
    r"|Hon|Jr|Sr|St|Mt|No|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Inc|Corp|Co|Ltd|Calif|Fla|Pa|Va|Mass"
    r"|Ariz|Ala|Ga|Tenn|Mich|Ill|Wis|Conn|Ky|Minn|Wash|Ore|Colo|Nev|Okla|Md|Del)\.(?!\w)"
    r"|[A-Z]\.(?:[A-Za-z]\.)+|[A-Z]\.(?=\s?[A-Z]))"
    r"|(?=[a-z]\.)(?:[A-Za-z]\.){2,}"
    r"|(?=[a-z]+-[A-Z])[a-z]+-(?:[A-Z]\.){2,}"
    r"|[^\W\d_]\w*(?:[’'\-‑&@]\w+)*[’']?(?=\W|$)"
    r"|\d+(?:[.,:]\d+)*\w*|\w+(?:[’'\-‑&@]\w+)*"
    r"|\.{2,}|[^\w\s]"
)
_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")",
    "-": "-", "–": "-", "—": "-", "―": "-", "‒": "-",
    ".": ".", "!": ".", "?": ".",
}  # fmt: skip
_HEADLINE = 160  # characters; the longest headline of 924 PolNeAR articles has 141


@dataclass(slots=True)
class Frame:
    """One paragraph's tokens in parallel lists: spans in the text, lower-case words, tags.

    `quotes[i]` is the index in `regions` of token i where its tag is Q, else -1; `quoted` lists
    those tokens. `heads` holds the token at which each sentence starts; `sentence[i]` is the number
    of token i's sentence.
    """

    start: int
    end: int
    regions: Sequence[Region] = ()
    is_title: bool = False  # nearly every word is capitalised, as in headlines
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    quotes: list[int] = field(default_factory=list)
    quoted: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)


def segment(text: str, start: int, end: int, regions: Sequence[Region]) -> Frame:
    """Return the frame of the paragraph `text[start:end]` around its quoted `regions`."""
    frame = Frame(start, end, regions)
    at = start
    for number, region in enumerate(regions):
        _tokens(frame, text, at, region.opened)
        frame.quoted.append(len(frame.tags))
        frame.starts.append(region.start)
        frame.ends.append(region.end)
        frame.words.append("")
        frame.tags.append("Q")
        frame.quotes.append(number)
        at = region.shut
    _tokens(frame, text, at, end)
    _number_sentences(frame, text)
    frame.is_title = _is_title_case(text, start, end)
    _tag_names(frame)
    for i in [i for i, word in enumerate(frame.words) if word == "state"]:
        if frame.words[i - 1 : i] == ["of"]:
            frame.tags[i] = "w"  # the head of state asked; secretaries of state
    return frame


def _tokens(frame: Frame, text: str, start: int, end: int) -> None:
    if start >= end:
        return
    spans = [found.span() for found in _TOKEN.finditer(text, start, end)]
    printed = [text[first:last] for first, last in spans]
    known = _SHAPES.get
    frame.starts += [first for first, _ in spans]
    frame.ends += [last for _, last in spans]
    frame.words += [token.lower() for token in printed]
    frame.tags += [known(token) or _shape(token) for token in printed]
    frame.quotes += [-1] * len(spans)


# a memo of tokens as printed → tag; the bound keeps hostile text from filling the memory
_SHAPES: dict[str, str] = {}
_MEMO = 200_000


def _shape(token: str) -> str:
    """Return the tag a token has by itself, wherever it stands."""
    first = token[0]
    word = token.lower()
    if word == "i" or word in CONTRACTIONS:
        tag = "P"
    elif first.isalpha():
        tag = "N" if first.isupper() else tag_of(word)
    elif first.isdigit():
        tag = "#"
    else:
        tag = _PUNCTUATION.get(token) or "w"
    if len(_SHAPES) < _MEMO:
        _SHAPES[token] = tag
    return tag


def _number_sentences(frame: Frame, text: str) -> None:
    """Fill `sentence` and `heads`. A quote ends a sentence when its words do and what follows
    starts like a new one; `"Why?" she asked.` goes on."""
    tags, ends = frame.tags, frame.ends
    if not tags:
        return
    frame.heads.append(0)
    last = len(tags) - 1
    for i in [i for i, tag in enumerate(tags) if tag in ".Q"]:
        if i == last:
            break
        if tags[i] == ".":
            fresh = _opens(frame, text, i + 1)
        else:
            fresh = text[ends[i] - 1] in ".!?…" and _starts_sentence(frame, text, i + 1)
        if fresh:
            frame.heads.append(i + 1)
    for number, head in enumerate(frame.heads):
        after = frame.heads[number + 1] if number + 1 < len(frame.heads) else len(tags)
        frame.sentence += [number] * (after - head)


def _opens(frame: Frame, text: str, i: int) -> bool:
    """Tell whether a token after a stop can open a sentence: no lower-case word does."""
    tag = frame.tags[i]
    return tag in "NPQ#(-" or (tag == "w" and not text[frame.starts[i]].islower())


def _starts_sentence(frame: Frame, text: str, i: int) -> bool:
    """Tell whether the token after a quote that ends in a stop opens a new sentence."""
    tag = frame.tags[i]
    if tag == "Q":
        return True
    if tag != "N":
        return False
    # `"…!" Smith said.`: a name and a cue right after belong to the quote before; after a full
    # stop inside the marks American usage would have put a comma, so a new sentence it is
    if text[frame.ends[i - 1] - 1] == ".":
        return True
    for k in range(i + 1, min(i + 5, len(frame.tags))):
        if frame.tags[k] == "V":
            return False
        if frame.tags[k] not in "Nw":
            return True
    return True


def _tag_names(frame: Frame) -> None:
    """Give capitalised words that are no names their lower-case class: a sentence's first word,
    and every known word of a headline in title case."""
    tags, words = frame.tags, frame.words
    if frame.is_title:
        for i, tag in enumerate(tags):
            if tag == "N" and TAGS.get(words[i], "w") not in "wv":
                tags[i] = TAGS[words[i]]
        return
    for head in frame.heads:
        i = head
        while i < len(tags) and tags[i] in "(-":
            i += 1
        if i < len(tags) and tags[i] == "N":
            tag = tag_of(words[i])
            if words[i] in SPEAKING_NOUNS and not (i + 1 < len(tags) and tags[i + 1] == "N"):
                tags[i] = "w"  # "Officials said"
            elif tag not in "wvV" or (
                tag != "w" and not (i + 1 < len(tags) and tags[i + 1] == "N")
            ):
                tags[i] = tag


def _is_title_case(text: str, start: int, end: int) -> bool:
    """Tell whether a short line has nearly every longer word capitalised, as headlines do."""
    if end - start > _HEADLINE:
        return False
    words = [word for word in text[start:end].split() if len(word) > 3]
    capitals = sum(not word.lstrip("‘'“\"’").islower() for word in words)
    return len(words) >= 3 and capitals > 0.8 * len(words)
